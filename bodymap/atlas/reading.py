"""From folders to knowledge: one Library, whatever the files are like.

What was read once is taken from a cache while no byte of the files has changed; then neither yaml nor
pydantic is imported.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from bodymap import __version__
from bodymap.atlas.atlas import Atlas, by_kind
from bodymap.atlas.columns import columns_of, problem_rows, problems_of, records_of, shape_of_records
from bodymap.atlas.origins import Origins
from bodymap.atlas.pack_figures import figure_sources, figures_of, plain_of, with_regions
from bodymap.figure.figure import Anatomy, Region
from bodymap.loading import cache as cached
from bodymap.loading.languages import wanted_languages
from bodymap.loading.problems import Problem
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import Source, each_yaml_source, read_source, yaml_sources

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
        return cached.digest(_identity(self, self.packs, self.figures))


def read_library(
    packs: Sequence[Path], figures: Path | None = None, cache: Path | Literal["user"] | None = "user"
) -> Library:
    """The library of packs, a later one laid over the earlier: its record of the same id stands instead.

    `figures` is the folder with regions.yaml, the shipped one by default. `cache` is a folder, None for no
    cache, "user" for this user's own. Never raises because of what the files hold.
    """
    path = cached.file_for("library", packs, cache)
    kept = _from_cache(path, digest_of(packs, figures, without=LATER)) if path else None
    return kept or _read_and_keep(files_of(packs, figures, without=LATER), path)


def files_of(packs: Sequence[Path], figures: Path | None = None, without: Collection[str] = ()) -> Files:
    """The files of packs, but not those in the folders `without`, and of the figures they are shown on."""
    drawn = figures or shipped("assets", "figures")
    regions = read_source(drawn / "regions.yaml", "regions.yaml")
    once = _once(packs)
    found = tuple((pack, yaml_sources(pack, without)) for pack in once)
    return Files(found, regions, _closeups(drawn / "insets"), figure_sources(once), wanted_languages())


def _closeups(folder: Path) -> frozenset[str]:
    try:
        return frozenset(name.split(".")[0] for name in os.listdir(folder) if "." in name)  # noqa: PTH208
    except OSError:
        return frozenset()


def digest_of(packs: Sequence[Path], figures: Path | None = None, without: Collection[str] = ()) -> bytes:
    """The digest of `files_of` the same, but holding one file at a time: most starts need no more."""
    once = _once(packs)
    read = ((pack, each_yaml_source(pack, without)) for pack in once)
    return cached.digest(_identity(files_of((), figures), read, figure_sources(once)))


def read_files(files: Files) -> Reading:
    """All usable records of files, and all problems, sorted; brings yaml and pydantic."""
    from bodymap.atlas.fresh_reading import read_fresh

    return read_fresh(files.packs, files.regions, files.closeups, files.figures, files.languages)


def _from_cache(path: Path, key: bytes) -> Library | None:
    was_on = gc.isenabled()
    gc.disable()  # thousands of small records, none of them garbage
    try:
        kept = cached.load(path, key)
        records = records_of(kept)
        problems, places, figures = kept
        origins = Origins.of_plain(places, records)
        return library_of(records, problems_of(problems), origins, figures_of(figures))
    except (OSError, TypeError, ValueError, LookupError, AttributeError):
        return None
    finally:
        if was_on:
            gc.enable()


def _read_and_keep(files: Files, path: Path | None) -> Library:
    found = read_files(files)
    if path is not None:
        rest = problem_rows(found.problems), found.origins.plain(), plain_of(found.figures)
        cached.save(path, files.digest(), (*columns_of(found.records), *rest))
    return library_of(found.records, found.problems, found.origins, found.figures)


def library_of(
    records: list[Any],
    problems: tuple[Problem, ...],
    origins: Origins,
    figures: Mapping[str, OpenedFigure] = MappingProxyType({}),
) -> Library:
    """The library of records of all kinds but those of physiology."""
    anatomy = Anatomy({r.id: r for r in by_kind(records).get(Region, ())})
    return Library(Atlas.of(records, origins), with_regions(anatomy, figures), problems, figures)


def _once(packs: Sequence[Path]) -> tuple[Path, ...]:
    """Each folder once, whatever it is called: who checks `data` lays it over itself."""
    found: dict[str, Path] = {}
    for pack in packs:
        found.setdefault(os.path.realpath(pack), pack)
    return tuple(found.values())


def _identity(
    files: Files, packs: Iterable[tuple[Path, Iterable[Source]]], figures: Iterable[Source]
) -> Iterator[bytes]:
    """All that a library is made of: the program, its records, names and bytes of the files."""
    yield __version__.encode()
    yield shape_of_records()
    for folder in ("atlas", "loading"):  # while it is being written; empty where only bytecode is installed
        with os.scandir(Path(__file__).parent.parent / folder) as inside:
            yield "\n".join(sorted(_stamp(code) for code in inside if code.name.endswith(".py"))).encode()
    yield ",".join(sorted(files.closeups)).encode()
    yield ",".join(files.languages).encode(errors="replace")
    yield from _bytes_of(files.regions)
    for folder, sources in packs:
        yield str(folder).encode(errors="replace")
        for source in sources:
            yield from _bytes_of(source)
    for source in figures:
        yield str(source.path).encode(errors="replace")
        yield from _bytes_of(source)


def _stamp(code: os.DirEntry[str]) -> str:
    found = code.stat()  # reading it all would cost a start 2 ms
    return f"{code.name} {found.st_size} {found.st_mtime_ns}"


def _bytes_of(source: Source) -> tuple[bytes, ...]:
    return f"{source.name}\0{source.trouble}".encode(errors="replace"), source.data
