"""Where the ready lessons lie; it reads none, and so brings nothing dear."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bodymap.features.lessons.model import ENDING

FOLDER = "lessons"


def lesson_files(packs: Iterable[Path]) -> tuple[Path, ...]:
    """The lesson files of packs by number; that of a later pack stands in place of an earlier of its name."""
    found: dict[str, Path] = {}
    for pack in packs:
        try:
            inside = sorted((pack / FOLDER).iterdir(), key=_place)
        except OSError:
            continue
        found |= {path.name: path for path in inside if path.suffix == ENDING and path.name[:1] != "."}
    return tuple(found.values())


def _place(path: Path) -> tuple[int, str]:
    """A name that begins with a number stands at it: 10 after 9."""
    number = path.stem.split("-")[0]
    return (int(number) if number.isdecimal() else 10**9, path.name)
