"""A figure from elsewhere: which of its regions are which of ours, and our scenes drawn on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.figure.anatomogram import Anatomogram, Part, read_anatomogram
from bodymap.figure.figure import Anatomy, Region, View
from bodymap.figure.untrusted_svg import RefusedError
from bodymap.figure.within import terms_within
from bodymap.loading.problems import Problem
from bodymap.viewmodels.places import leaves
from bodymap.viewmodels.scene_values import Light, Scene, Stage


class Stand(NamedTuple):
    """What a shape stands for: leaves of ours, or for a `part`, some of what they are together."""

    leaves: frozenset[str]
    part: bool


@dataclass(frozen=True, slots=True)
class OpenedFigure:
    """A figure, its regions as parts of ours, and what each of those shapes stands for."""

    title: str
    view: View
    regions: Mapping[str, Region]
    stands: Mapping[str, Stand]
    problems: tuple[Problem, ...] = ()

    @property
    def answering(self) -> int:
        """How many regions are ours too."""
        return len(self.stands)


def open_figure(
    path: Path, atlas: Atlas, anatomy: Anatomy
) -> tuple[OpenedFigure | None, tuple[Problem, ...]]:
    """The figure in a file and what of it cannot be matched; None where the file is refused."""
    try:
        found = matched(path, read_anatomogram(path), atlas, anatomy)
    except RefusedError as error:
        return None, (error.problem,)
    return found, found.problems


def matched(path: Path, figure: Anatomogram, atlas: Atlas, anatomy: Anatomy) -> OpenedFigure:
    """The regions of a figure matched with ours by ontology id; each that has none of ours is a problem."""
    known, named, within = _by_term(atlas, anatomy), _by_name(atlas, anatomy), _within()
    regions: dict[str, Region] = {}
    stands: dict[str, Stand] = {}
    problems: list[Problem] = []
    for name, part in figure.parts.items():
        whole = known.get(part.term) or named.get(part.title.casefold(), ())
        ours = whole or within.get(part.term, ())
        regions[name] = Region(name, _called(part), None, part.term, "none", ours[0] if ours else None)
        if ours:
            found = frozenset(leaf for region in ours for leaf in leaves(anatomy, region))
            stands[name] = Stand(found, part=not whole)
        else:
            what = f"'{name}' ({_called(part)}) is no organ or region of ours: nothing is known of it"
            problems.append(Problem(path, part.line, part.column, what, rule="unknown-id"))
    return OpenedFigure(figure.title, figure.view, regions, stands, tuple(sorted(problems)))


def admitted(anatomy: Anatomy, figure: OpenedFigure) -> Anatomy:
    """Our regions, and those of the figure as parts of them."""
    return replace(anatomy, regions={**anatomy.regions, **figure.regions})


def drawn_on(stage: Stage, figure: OpenedFigure, name: str) -> Stage:
    """The scenes of a stage on the figure, which is called so among the figures; close-ups stay."""
    return Stage(tuple(s if s.closeup else _drawn_on(s, figure, name) for s in stage.scenes))


def _drawn_on(scene: Scene, figure: OpenedFigure, name: str) -> Scene:
    strict = scene.scale is not None  # the value of a muscle is not that of all muscle
    return replace(
        scene,
        figure=name,
        view=figure.view.id,
        layers=figure.view.layers,
        lights=_lights(scene, figure),
        labels=tuple(
            replace(label, regions=_shapes_of(figure, label.regions, strict)) for label in scene.labels
        ),
        routes=(),
        local=_shapes_of(figure, scene.local),
        rings=_shapes_of(figure, scene.rings),
        legend=tuple(entry for entry in scene.legend if entry.shape != "arrow"),
    )


def _lights(scene: Scene, figure: OpenedFigure) -> tuple[Light, ...]:
    """A shape is lit as the strongest of its leaves; a part or a value needs all of them alike."""
    lit = {light.region: light for light in scene.lights}
    found = {name: light for name, light in lit.items() if name in figure.view.shapes}
    for shape, stand in figure.stands.items():
        lights = [lit[leaf] for leaf in sorted(stand.leaves) if leaf in lit]
        if not lights:
            continue
        strict = stand.part or any(light.tone for light in lights)
        alike = len(lights) == len(stand.leaves) and len({(li.role, li.tone) for li in lights}) == 1
        if alike or not strict:
            found[shape] = replace(max(lights, key=lambda light: light.strength), region=shape)
    return tuple(found.values())


def _shapes_of(figure: OpenedFigure, regions: Iterable[str], strict: bool = False) -> tuple[str, ...]:
    """The shapes for regions of ours: those that are nothing else; if not strict, those that are that too.

    A region of the figure itself is its own shape.
    """
    asked = frozenset(regions)
    own = [name for name in asked if name in figure.view.shapes]
    exact = [s for s, stand in figure.stands.items() if not stand.part and stand.leaves & asked]
    inside = [s for s in exact if figure.stands[s].leaves <= asked]
    parts = [s for s, stand in figure.stands.items() if stand.part and stand.leaves <= asked]
    return tuple(own or inside or ([] if strict else exact) or parts)


def _by_term(atlas: Atlas, anatomy: Anatomy) -> Mapping[str, tuple[str, ...]]:
    """The regions of ours by ontology id: those of an organ with it, else the regions that have it."""
    found: dict[str, list[str]] = {}
    for region in anatomy.regions.values():
        if region.ontology:
            found.setdefault(region.ontology, []).append(region.id)
    organs = {o.ontology: list(o.regions) for o in atlas.organs.values() if o.ontology and o.regions}
    return {term: tuple(regions) for term, regions in {**found, **organs}.items()}


def _within() -> Mapping[str, tuple[str, ...]]:
    """The region around a term that is smaller than any of ours."""
    return {term: (region,) for region, terms in terms_within().items() for term in terms}


def _by_name(atlas: Atlas, anatomy: Anatomy) -> Mapping[str, tuple[str, ...]]:
    """The same by name, for terms that are written wrongly or are wider than ours."""
    found = {region.name.casefold(): (region.id,) for region in anatomy.regions.values()}
    for organ in atlas.organs.values():
        names = (organ.name, *organ.synonyms) if organ.regions else ()
        found |= {name.casefold(): organ.regions for name in names}
    return found


def _called(part: Part) -> str:
    name = part.title or part.term
    return name[:1].upper() + name[1:]
