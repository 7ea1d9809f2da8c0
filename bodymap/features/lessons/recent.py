"""The lesson files that were opened or saved last, kept between starts."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import cast

from bodymap.loading.writing import write_whole

_MOST = 8


def recent_files(file: Path | None) -> tuple[Path, ...]:
    """The paths in a file of recent lessons, the last one first; those that are gone are left out."""
    try:
        found: object = json.loads(file.read_bytes()) if file is not None else []
    except (OSError, ValueError):
        return ()
    names = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(path for path in (Path(n) for n in names if isinstance(n, str)) if _is_there(path))


def remember_file(file: Path | None, path: Path) -> None:
    """Put a path first; where nothing can be written, nothing happens: it is a convenience."""
    if file is None:
        return
    whole = path.absolute()
    others = [other for other in recent_files(file) if other != whole]
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps([str(p) for p in [whole, *others][:_MOST]], indent=1).encode())


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
