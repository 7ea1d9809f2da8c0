"""From folders to knowledge: one Library, whatever the files are like.

What was read once is taken from a cache while no byte of the files has changed; then neither yaml nor
pydantic is imported.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from bodymap import __version__
from bodymap.atlas.atlas import Atlas
from bodymap.atlas.columns import columns_of, problem_rows, problems_of, records_of, shape_of_records
from bodymap.atlas.origins import Origins
from bodymap.figure.figure import Anatomy, Region
from bodymap.loading import cache as cached
from bodymap.loading.problems import Problem
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import Source, read_source, yaml_sources

if TYPE_CHECKING:
    from bodymap.atlas.fresh_reading import Reading

LATER = ("physiology", "kinetics", "lessons")
"""Folders that no start needs: `kinetic_reading` reads the first two when curves are first asked for, and
`features.lessons` the third."""


class Library(NamedTuple):
    """What is known, the regions it lies in, and what is wrong in the files, by file and line.

    The files `held` are broken now, and known as they were before.
    """

    atlas: Atlas
    anatomy: Anatomy
    problems: tuple[Problem, ...] = ()
    held: tuple[Path, ...] = ()


class Files(NamedTuple):
    """Everything that a library depends on, read but not understood."""

    packs: tuple[tuple[Path, tuple[Source, ...]], ...]
    regions: Source
    closeups: frozenset[str]

    def digest(self) -> bytes:
        """What stands for all of it, and for the program that understands it."""
        return cached.digest(_identity(self))


def read_library(
    packs: Sequence[Path], figures: Path | None = None, cache: Path | Literal["user"] | None = "user"
) -> Library:
    """The library of packs, a later one laid over the earlier: its record of the same id stands instead.

    `figures` is the folder with regions.yaml, the shipped one by default. `cache` is a folder, None for no
    cache, "user" for this user's own. Never raises because of what the files hold.
    """
    files = files_of(packs, figures, without=LATER)
    path = cached.file_for("library", packs, cache)
    if path is None:
        return _of_reading(read_files(files))
    key = files.digest()
    return _from_cache(path, key) or _read_and_keep(files, path, key)


def files_of(packs: Sequence[Path], figures: Path | None = None, without: Collection[str] = ()) -> Files:
    """The files of packs, but not those in the folders `without`, and of the figures they are shown on."""
    drawn = figures or shipped("assets", "figures")
    closeups = frozenset(path.name.split(".")[0] for path in (drawn / "insets").glob("*.*"))
    regions = read_source(drawn / "regions.yaml", "regions.yaml")
    return Files(tuple((pack, yaml_sources(pack, without)) for pack in _once(packs)), regions, closeups)


def read_files(files: Files) -> Reading:
    """All usable records of files, and all problems, sorted; brings yaml and pydantic."""
    from bodymap.atlas.fresh_reading import read_fresh

    return read_fresh(files.packs, files.regions, files.closeups)


def _from_cache(path: Path, key: bytes) -> Library | None:
    was_on = gc.isenabled()
    gc.disable()  # thousands of small records, none of them garbage
    try:
        kept = cached.load(path, key)
        if kept is None:
            return None
        records = records_of(kept[0])
        return library_of(records, problems_of(kept[1]), Origins.of_plain(kept[2], records))
    except (TypeError, ValueError, LookupError, AttributeError):
        return None
    finally:
        if was_on:
            gc.enable()


def _read_and_keep(files: Files, path: Path, key: bytes) -> Library:
    found = read_files(files)
    values = columns_of(found.records), problem_rows(found.problems), found.origins.plain()
    cached.save(path, key, values)
    return _of_reading(found)


def _of_reading(found: Reading) -> Library:
    return library_of(found.records, found.problems, found.origins)


def library_of(records: list[Any], problems: tuple[Problem, ...], origins: Origins) -> Library:
    """The library of records of all kinds but those of physiology."""
    regions = {r.id: r for r in records if isinstance(r, Region)}
    return Library(Atlas.of(records, origins), Anatomy(regions), problems)


def _once(packs: Sequence[Path]) -> tuple[Path, ...]:
    """Each folder once, whatever it is called: who checks `data` lays it over itself."""
    found: dict[str, Path] = {}
    for pack in packs:
        found.setdefault(os.path.realpath(pack), pack)
    return tuple(found.values())


def _identity(files: Files) -> Iterator[bytes]:
    """All that a library is made of: the program, its records, names and bytes of the files."""
    yield __version__.encode()
    yield shape_of_records()
    for folder in ("atlas", "loading"):  # while it is being written; empty where only bytecode is installed
        for code in sorted((Path(__file__).parent.parent / folder).glob("*.py")):
            found = code.stat()  # reading it all would cost a start 2 ms
            yield f"{code.name} {found.st_size} {found.st_mtime_ns}".encode()
    yield ",".join(sorted(files.closeups)).encode()
    yield from _bytes_of(files.regions)
    for folder, sources in files.packs:
        yield str(folder).encode(errors="replace")
        for source in sources:
            yield from _bytes_of(source)


def _bytes_of(source: Source) -> tuple[bytes, ...]:
    return source.name.encode(errors="replace"), source.trouble.encode(), source.data
