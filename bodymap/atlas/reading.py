"""From folders to knowledge: one Library, whatever the files are like.

What was read once is taken from a cache while no byte of the files has changed; then neither yaml nor
pydantic is imported.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from bodymap import __version__
from bodymap.atlas.atlas import Atlas
from bodymap.atlas.columns import columns_of, problem_rows, problems_of, records_of, shape_of_records
from bodymap.atlas.origins import Origins
from bodymap.atlas.pack_figures import figure_sources, figures_of, plain_of, with_regions
from bodymap.figure.figure import Anatomy, Region
from bodymap.loading import cache as cached
from bodymap.loading.languages import wanted_languages
from bodymap.loading.problems import Problem
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import Source, read_source, yaml_sources

if TYPE_CHECKING:
    from bodymap.atlas.figure_matching import OpenedFigure
    from bodymap.atlas.fresh_reading import Reading
    from bodymap.figure.figures import Figures

LATER = ("physiology", "kinetics", "lessons")
"""Folders that no start needs: `kinetic_reading` reads the first two when curves are first asked for, and
`features.lessons` the third."""


class Library(NamedTuple):
    """What is known, the regions it lies in, what is wrong by file and line, and figures that packs bring.

    The files `held` are broken now, and known as they were before.
    """

    atlas: Atlas
    anatomy: Anatomy
    problems: tuple[Problem, ...] = ()
    figures: Mapping[str, OpenedFigure] = MappingProxyType({})
    held: tuple[Path, ...] = ()

    def shown_on(self, root: Path) -> Figures:
        """The figures of a folder, and those of the packs by their keys; FigureError where there are none."""
        from bodymap.figure.figures import Figures

        drawn = {side.key: side.view for found in self.figures.values() for side in found.sides}
        return Figures(root, self.anatomy, drawn)


class Files(NamedTuple):
    """Everything that a library depends on, read but not understood."""

    packs: tuple[tuple[Path, tuple[Source, ...]], ...]
    regions: Source
    closeups: frozenset[str]
    figures: tuple[Source, ...] = ()
    languages: tuple[str, ...] = ()

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
    once = _once(packs)
    found = tuple((pack, yaml_sources(pack, without)) for pack in once)
    return Files(found, regions, closeups, figure_sources(once), wanted_languages())


def read_files(files: Files) -> Reading:
    """All usable records of files, and all problems, sorted; brings yaml and pydantic."""
    from bodymap.atlas.fresh_reading import read_fresh

    return read_fresh(files.packs, files.regions, files.closeups, files.figures, files.languages)


def _from_cache(path: Path, key: bytes) -> Library | None:
    was_on = gc.isenabled()
    gc.disable()  # thousands of small records, none of them garbage
    try:
        kept = cached.load(path, key)
        if kept is None:
            return None
        records = records_of(kept[0])
        origins = Origins.of_plain(kept[2], records)
        return library_of(records, problems_of(kept[1]), origins, figures_of(kept[3]))
    except (TypeError, ValueError, LookupError, AttributeError):
        return None
    finally:
        if was_on:
            gc.enable()


def _read_and_keep(files: Files, path: Path, key: bytes) -> Library:
    found = read_files(files)
    figures = plain_of(found.figures)
    values = columns_of(found.records), problem_rows(found.problems), found.origins.plain(), figures
    cached.save(path, key, values)
    return _of_reading(found)


def _of_reading(found: Reading) -> Library:
    return library_of(found.records, found.problems, found.origins, found.figures)


def library_of(
    records: list[Any],
    problems: tuple[Problem, ...],
    origins: Origins,
    figures: Mapping[str, OpenedFigure] = MappingProxyType({}),
) -> Library:
    """The library of records of all kinds but those of physiology."""
    anatomy = Anatomy({r.id: r for r in records if isinstance(r, Region)})
    return Library(Atlas.of(records, origins), with_regions(anatomy, figures), problems, figures)


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
    yield ",".join(files.languages).encode(errors="replace")
    yield from _bytes_of(files.regions)
    for folder, sources in files.packs:
        yield str(folder).encode(errors="replace")
        for source in sources:
            yield from _bytes_of(source)
    for source in files.figures:
        yield str(source.path).encode(errors="replace")
        yield from _bytes_of(source)


def _bytes_of(source: Source) -> tuple[bytes, ...]:
    return source.name.encode(errors="replace"), source.trouble.encode(), source.data
