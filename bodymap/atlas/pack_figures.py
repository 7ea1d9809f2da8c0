"""The figures that packs bring: each SVG in a pack's `figures/`, called like its file.

A later pack's figure of one name stands in for an earlier one, also for one that is shipped. `horse.back.svg`
beside `horse.svg` is the horse from behind.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bodymap.figure.figure import Anatomy, Line, Region, Shape, View
from bodymap.loading.cache import digest
from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source, read_source

if TYPE_CHECKING:
    from bodymap.atlas.atlas import Atlas
    from bodymap.atlas.figure_matching import OpenedFigure

FOLDER = "figures"
_ENDING, _BACK = ".svg", ".back"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Drawn(NamedTuple):
    """The figures of packs by their names, and what is wrong in their files."""

    figures: Mapping[str, OpenedFigure]
    problems: tuple[Problem, ...] = ()


def figure_names(packs: Iterable[Path]) -> tuple[str, ...]:
    """The names of all figures that packs bring, without reading them."""
    return tuple(sorted({path.stem.removesuffix(_BACK) for pack in packs for path in _paths(pack)}))


def figure_sources(packs: Iterable[Path]) -> tuple[Source, ...]:
    """The files of figures in packs, the lowest pack first."""
    return tuple(read_source(path, f"{FOLDER}/{path.name}") for pack in packs for path in _paths(pack))


def read_figures(sources: Sequence[Source], atlas: Atlas, anatomy: Anatomy) -> Drawn:
    """The figures in files; one that is refused is a problem, and so is each region that is none of ours."""
    from bodymap.atlas.figure_matching import matched
    from bodymap.figure.anatomogram import anatomogram_of
    from bodymap.figure.untrusted_svg import RefusedError

    figures: dict[str, OpenedFigure] = {}
    problems: list[Problem] = []
    backs: dict[Path, OpenedFigure] = {}
    for source in sorted(sources, key=_is_front):
        name = source.path.stem.removesuffix(_BACK)
        if not _ID.match(name):
            what = f"a figure is called like its file, and '{name[:40]}' is no name; use a-z, 0-9 and -"
            problems.append(Problem(source.path, 1, 1, what, rule="bad-identifier"))
            continue
        try:
            found = matched(source.path, anatomogram_of(source), atlas, anatomy)
        except RefusedError as error:
            problems.append(error.problem)
            continue
        problems += found.problems
        found = replace(found, key=_key(source.path.stem, source.data), problems=())
        if _is_front(source):
            figures[name] = replace(found, back=backs.get(source.path))
        else:
            backs[source.path.with_name(f"{name}{_ENDING}")] = found
    whole = {source.path for source in sources}
    problems += [_faceless(front) for front in backs if front not in whole]
    return Drawn(figures, tuple(problems))


def with_regions(anatomy: Anatomy, figures: Mapping[str, OpenedFigure]) -> Anatomy:
    """Our regions and those of figures; of two with one id, one that is part of ours stands."""
    added: dict[str, Region] = {}
    for figure in figures.values():
        for name, region in (item for side in figure.sides for item in side.regions.items()):
            if region.parent or name not in added:
                added[name] = region
    return replace(anatomy, regions={**added, **anatomy.regions}) if added else anatomy


def plain_of(figures: Mapping[str, OpenedFigure]) -> list[Any]:
    """Figures as values of JSON, for the cache."""
    return [[name, *_plain(figure)] for name, figure in figures.items()]


def figures_of(rows: Sequence[Sequence[Any]]) -> Mapping[str, OpenedFigure]:
    """The figures of such values."""
    return {name: _figure(*row) for name, *row in rows}


def _plain(figure: OpenedFigure) -> list[Any]:
    view = figure.view
    return [
        figure.title,
        figure.key,
        [view.id, view.width, view.height, view.layers],
        [[s.region, s.layer, s.depth, s.anchor, s.box, s.path] for s in view.shapes.values()],
        [[line.path, line.bold] for line in view.lines],
        [[r.id, r.name, r.ontology, r.parent] for r in figure.regions.values()],
        [[name, sorted(stand.leaves), stand.part] for name, stand in figure.stands.items()],
        _plain(figure.back) if figure.back else [],
    ]


def _figure(title: str, key: str, frame: list[Any], *parts: list[Any]) -> OpenedFigure:
    from bodymap.atlas.figure_matching import OpenedFigure, Stand  # few packs have figures

    shapes, lines, regions, stands, behind = parts
    drawn = {s[0]: Shape(s[0], s[1], s[2], (*s[3],), (*s[4],), (), s[5]) for s in shapes}
    name, width, height, layers = frame
    view = View(name, width, height, tuple(layers), (), drawn, tuple(Line(*line) for line in lines))
    named = {i: Region(i, words, None, term, "none", parent) for i, words, term, parent in regions}
    stood = {shape: Stand(frozenset(leaves), part) for shape, leaves, part in stands}
    return OpenedFigure(title, view, named, stood, (), key, _figure(*behind) if behind else None)


def _is_front(source: Source) -> bool:
    return not source.path.stem.endswith(_BACK)


def _faceless(front: Path) -> Problem:
    back = front.with_name(f"{front.stem}{_BACK}{_ENDING}")
    what = f"this is the back of no figure: there is no {front.name} beside it"
    return Problem(back, 1, 1, what, rule="stray-file")


def _key(name: str, data: bytes) -> str:
    return f"{name}-{digest([data]).hex()[:12]}"


def _paths(pack: Path) -> list[Path]:
    folder = pack / FOLDER
    try:
        inside = sorted(os.listdir(folder))  # noqa: PTH208 - names: most packs have no such folder
    except OSError:
        return []
    return [folder / name for name in inside if name.endswith(_ENDING) and not name.startswith((".", "__"))]
