"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, readable as usual; OSError where it cannot be written."""
    import tempfile  # dear, and no start needs it

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        new.chmod(0o666 & ~_umask())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder with files (names with /), whole or not at all; it may be there already if it is empty.

    FileExistsError where something is in it; another OSError where it cannot be written.
    """
    import shutil
    import tempfile

    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(17, "this folder is not empty; name a new one", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        new.chmod(0o777 & ~_umask())
        if folder.exists():
            folder.rmdir()  # empty; some systems do not replace a folder
        new.rename(folder)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
