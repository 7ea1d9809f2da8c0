"""How a file is written: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Generator
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


def _umask() -> int:
    now = os.umask(0)  # there is no other way to ask
    os.umask(now)
    return now
