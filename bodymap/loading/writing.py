"""How files and folders are written: whole, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def written(path: Path) -> Generator[IO[bytes]]:
    """A file that takes the place of `path` once it is complete; until then, and after any error, `path`
    stays as it was. Raises OSError where it cannot be written.
    """
    import tempfile  # dear, and no start needs it

    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        new.chmod(0o666 & ~_umask())  # a temporary file is its owner's alone
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; OSError where it cannot be written."""
    with written(path) as file:
        file.write(content)


@contextmanager
def gathered(folder: Path) -> Generator[Path]:
    """A hidden folder beside `folder` for files; they take their places in it once all are there.

    After any error, and after Ctrl+C, nothing of them is left and `folder` is as it was. What else is in it
    stays. Raises OSError where it cannot be written.
    """
    import shutil
    import tempfile

    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        yield new
        folder.mkdir(exist_ok=True)
        for path in sorted(new.iterdir()):
            path.replace(folder / path.name)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with files (names with /), whole or not at all; it may be there already if it is empty.

    FileExistsError where something is in it; another OSError where it cannot be written.
    """
    import shutil
    import tempfile

    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, "this folder is not empty; name a new one", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        new.chmod(0o777 & ~_umask())
        _put(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _put(new: Path, folder: Path) -> None:
    """Give a new folder its name, or fill an empty one that is there: somebody may stand in it."""
    if not folder.exists():
        new.rename(folder)
        return
    moved: list[Path] = []
    try:
        for path in sorted(new.iterdir()):
            moved.append(path.rename(folder / path.name))
    except OSError:
        for path, back in ((m, new / m.name) for m in moved):
            path.rename(back)
        raise


def _umask() -> int:
    now = os.umask(0)  # there is no other way to ask
    os.umask(now)
    return now
