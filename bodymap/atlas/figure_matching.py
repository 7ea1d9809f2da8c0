"""A figure from elsewhere: which of its regions are which of ours, by ontology id, name or our own id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy, Region, View
from bodymap.figure.within import terms_within
from bodymap.loading.problems import Problem
from bodymap.loading.suggestions import closest

if TYPE_CHECKING:
    from bodymap.figure.anatomogram import Anatomogram, Part


class Stand(NamedTuple):
    """What a shape stands for: leaves of ours, or for a `part`, some of what they are together."""

    leaves: frozenset[str]
    part: bool


@dataclass(frozen=True, slots=True)
class OpenedFigure:
    """A figure, its regions as parts of ours, and what each of those shapes stands for.

    `key` is what the drawn figure is called among all that can be drawn; other drawing, other key. `back` is
    the same figure from behind, where it has such a drawing.
    """

    title: str
    view: View
    regions: Mapping[str, Region]
    stands: Mapping[str, Stand]
    problems: tuple[Problem, ...] = ()
    key: str = ""
    back: OpenedFigure | None = None

    @property
    def sides(self) -> tuple[OpenedFigure, ...]:
        """The drawing from the front and, where there is one, that from behind."""
        return (self, self.back) if self.back else (self,)

    @property
    def answering(self) -> int:
        """How many regions are ours too."""
        return len(self.stands)


def matched(path: Path, figure: Anatomogram, atlas: Atlas, anatomy: Anatomy) -> OpenedFigure:
    """The regions of a figure matched with ours; each that has none of ours is a problem."""
    known, named, within = _by_term(atlas, anatomy), _by_name(atlas, anatomy), _within()
    regions: dict[str, Region] = {}
    stands: dict[str, Stand] = {}
    problems: list[Problem] = []
    for name, part in figure.parts.items():
        own = (name,) if not part.term and name in anatomy.regions else ()
        whole = own or known.get(part.term) or named.get(part.title.casefold(), ())
        ours = whole or within.get(part.term, ())
        if not own:
            term = part.term or None
            regions[name] = Region(name, _called(part), None, term, "none", ours[0] if ours else None)
        if ours:
            found = frozenset(leaf for region in ours for leaf in anatomy.leaves_of_group(region))
            stands[name] = Stand(found, part=not whole)
        else:
            what = f"'{name}' ({_called(part)}) is no organ or region of ours: nothing is known of it"
            near = "" if part.term else closest(name, anatomy.regions)
            problems.append(Problem(path, part.line, part.column, what, near, rule="unmatched-region"))
    return OpenedFigure(figure.title, figure.view, regions, stands, tuple(sorted(problems)))


def admitted(anatomy: Anatomy, figure: OpenedFigure) -> Anatomy:
    """Our regions, and those of the figure as parts of them."""
    return replace(anatomy, regions={**anatomy.regions, **figure.regions})


def _by_term(atlas: Atlas, anatomy: Anatomy) -> Mapping[str, tuple[str, ...]]:
    """The regions of ours by ontology id: those of an organ with it, else the regions that have it."""
    found: dict[str, list[str]] = {}
    for region in _ours(anatomy):
        if region.ontology:
            found.setdefault(region.ontology, []).append(region.id)
    organs = {o.ontology: list(o.regions) for o in atlas.organs.values() if o.ontology and o.regions}
    return {term: tuple(regions) for term, regions in {**found, **organs}.items()}


def _within() -> Mapping[str, tuple[str, ...]]:
    """The region around a term that is smaller than any of ours."""
    return {term: (region,) for region, terms in terms_within().items() for term in terms}


def _by_name(atlas: Atlas, anatomy: Anatomy) -> Mapping[str, tuple[str, ...]]:
    """The same by name, for terms that are written wrongly or are wider than ours."""
    found = {region.name.casefold(): (region.id,) for region in _ours(anatomy)}
    for organ in atlas.organs.values():
        names = (organ.name, *organ.synonyms) if organ.regions else ()
        found |= {name.casefold(): organ.regions for name in names}
    return found


def _ours(anatomy: Anatomy) -> list[Region]:
    """Our regions; ids of those that came with another figure are ontology terms, which have capitals."""
    return [region for region in anatomy.regions.values() if region.id == region.id.lower()]


def _called(part: Part) -> str:
    name = part.title or part.term or part.id.replace("-", " ")
    return name[:1].upper() + name[1:]
