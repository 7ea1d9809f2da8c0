"""A figure as data: names of regions, and where they lie in each view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Side = Literal["left", "right", "none"]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""x, y, width, height in canvas units."""


@dataclass(frozen=True, slots=True)
class Region:
    """A named part of the body; `members` are the leaves of a group, which has no shape of its own."""

    id: str
    name: str
    latin: str | None
    ontology: str | None
    side: Side
    parent: str | None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a leaf region lies in one view; `path` is SVG path data (M, c, Z), fill rule nonzero."""

    region: str
    layer: str
    depth: int
    anchor: Point
    box: Box
    hidden_by: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a drawing that has no baked pictures: `path` is SVG path data (M, L, C, Z).

    A `bold` one is the outline of the body.
    """

    path: str
    bold: bool


@dataclass(frozen=True, slots=True)
class View:
    """One drawing (front, back or a close-up): shapes by region id, canvas units.

    One from elsewhere is drawn by its `lines`; those that are shipped have none.
    """

    id: str
    width: int
    height: int
    layers: tuple[str, ...]
    hidden_layers: tuple[str, ...]
    shapes: Mapping[str, Shape]
    lines: tuple[Line, ...] = ()


class Closeup(NamedTuple):
    """A close-up: its title, the organ (of the data) it belongs to, and the regions only it has."""

    id: str
    title: str
    organ: str
    regions: Mapping[str, Region]


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The regions that all figures share, by id, and the close-ups with regions of their own."""

    regions: Mapping[str, Region]
    closeups: Mapping[str, Closeup] = field(default_factory=dict[str, Closeup])

    def leaves(self, region: str) -> tuple[str, ...]:
        """The leaf regions of a region: its members, or itself; empty where it is unknown."""
        found = self.regions.get(region)
        return () if found is None else found.members or (region,)

    def lineage(self, region: str) -> tuple[str, ...]:
        """A region and its parents, nearest first."""
        chain: list[str] = []
        at = self.regions.get(region)
        while at is not None and at.id not in chain:
            chain.append(at.id)
            at = self.regions.get(at.parent) if at.parent else None
        return tuple(chain)

    def both_sides(self, group: str) -> tuple[str, ...]:
        """The regions of a group named without its side: itself, or its left and right."""
        names = (group, f"{group}-left", f"{group}-right")
        return tuple(n for n in names if n in self.regions)

    def leaves_of_group(self, group: str) -> tuple[str, ...]:
        """The leaf regions of a region or of a group named without its side; empty where unknown."""
        found = (leaf for side in self.both_sides(group) for leaf in self.leaves(side))
        return tuple(dict.fromkeys(found))
