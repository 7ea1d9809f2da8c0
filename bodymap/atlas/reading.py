"""From folders to knowledge: one Library, whatever the files are like.

What was read once is taken from a cache while no byte of the files has changed; then neither yaml nor
pydantic is imported.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from bodymap.atlas.atlas import Atlas, by_kind
from bodymap.atlas.columns import columns_of, problem_rows, problems_of, records_of
from bodymap.atlas.library_files import LATER, Files, digest_of, files_of
from bodymap.atlas.origins import Origins
from bodymap.atlas.pack_figures import figures_of, plain_of, with_regions
from bodymap.atlas.ready_made import taken
from bodymap.figure.figure import Anatomy, Region
from bodymap.loading import cache as cached
from bodymap.loading.problems import Problem

if TYPE_CHECKING:
    from bodymap.atlas.figure_matching import OpenedFigure
    from bodymap.atlas.fresh_reading import Reading
    from bodymap.figure.figures import Figures


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


def read_library(
    packs: Sequence[Path], figures: Path | None = None, cache: Path | Literal["user"] | None = "user"
) -> Library:
    """The library of packs, a later one laid over the earlier: its record of the same id stands instead.

    `figures` is the folder with regions.yaml, the shipped one by default. `cache` is a folder, None for no
    cache, "user" for this user's own. Never raises because of what the files hold.
    """
    path = cached.file_for("library", packs, cache)
    if path is None:
        return _library(read_files(files_of(packs, figures, without=LATER)))
    key = digest_of(packs, figures, without=LATER)
    return _from_cache(path, key) or _first(files_of(packs, figures, without=LATER), path, key)


def keep_library(packs: Sequence[Path], path: Path) -> Library:
    """The library, read and kept in this file for a wheel."""
    files = files_of(packs, without=LATER)
    return _read_and_keep(files, path, files.digest_anywhere())


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


def _first(files: Files, path: Path, key: bytes) -> Library:
    """What no cache has: from the copy that came with the program, else read; kept for the next start."""
    return taken("library", files, (path, key), _from_cache) or _read_and_keep(files, path, key)


def _read_and_keep(files: Files, path: Path, key: bytes) -> Library:
    found = read_files(files)
    rest = problem_rows(found.problems), found.origins.plain(), plain_of(found.figures)
    cached.save(path, key, (*columns_of(found.records), *rest))
    return _library(found)


def _library(found: Reading) -> Library:
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
