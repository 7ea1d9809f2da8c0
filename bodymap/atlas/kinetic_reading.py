"""What curves need, read when they are first asked for: no start waits for it.

A cache of its own holds it, under a key that covers every file of the packs, for a course may rest on a
reference that is no longer verified.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bodymap.atlas.columns import problem_rows, problems_of
from bodymap.atlas.kinetic_rows import KINETIC, Kinetic, records_of_rows, rows_of
from bodymap.atlas.library_files import Files, digest_of, files_of
from bodymap.atlas.reading import read_files
from bodymap.atlas.ready_made import taken
from bodymap.loading import cache as cached
from bodymap.loading.problems import Problem


@dataclass(frozen=True, slots=True)
class Kinetics:
    """The records of physiology, and everything that is wrong in any file of the packs."""

    records: tuple[Kinetic, ...]
    problems: tuple[Problem, ...] = ()


def read_kinetics(
    packs: Sequence[Path], figures: Path | None = None, cache: Path | Literal["user"] | None = "user"
) -> Kinetics:
    """The physiology of packs, as `read_library` reads the rest; never raises because of what files hold."""
    path = cached.file_for("kinetics", packs, cache)
    if path is None:
        return _read(files_of(packs, figures))
    key = digest_of(packs, figures)
    return _from_cache(path, key) or _first(files_of(packs, figures), path, key)


def keep_kinetics(packs: Sequence[Path], path: Path) -> Kinetics:
    """The physiology, read and kept in this file for a wheel."""
    files = files_of(packs)
    return _read_and_keep(files, path, files.digest_anywhere())


def _from_cache(path: Path, key: bytes) -> Kinetics | None:
    try:
        rows, problems = cached.load(path, key)
        return Kinetics(tuple(records_of_rows(rows)), problems_of(problems))
    except (OSError, TypeError, ValueError, LookupError, AttributeError):
        return None


def _first(files: Files, path: Path, key: bytes) -> Kinetics:
    """What no cache has: from the copy that came with the program, else read; kept for the next time."""
    return taken("kinetics", files, (path, key), _from_cache) or _read_and_keep(files, path, key)


def _read_and_keep(files: Files, path: Path, key: bytes) -> Kinetics:
    found = _read(files)
    cached.save(path, key, (rows_of(found.records), problem_rows(found.problems)))
    return found


def _read(files: Files) -> Kinetics:
    read = read_files(files)
    found = [r for r in read.records if isinstance(r, KINETIC)]
    found.sort(key=lambda record: KINETIC.index(type(record)))  # as the cache keeps them
    return Kinetics(tuple(found), read.problems)
