"""The vessels as a directed graph: the road that blood takes from one place to another."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple

from bodymap.figure.figure import Point
from bodymap.figure.geometry import FigureError, read_json, said

Blood = Literal["vein", "artery"]
ENDS = ("muscle:", "organ:")
"""How nodes begin at which a road may start or end, and which no road passes through."""
_VENOUS = frozenset({"vein", "vein-twig", "portal", "pulmonary-artery"})
_KINDS = _VENOUS | {"artery", "artery-twig", "pulmonary-vein"}


class Node(NamedTuple):
    """A place on the vessels, in canvas units; `kind` is artery, vein, portal, heart, lung, muscle, organ."""

    id: str
    kind: str
    at: Point


class Segment(NamedTuple):
    """A piece of vessel in the direction of the blood, from node to node, drawn through `points`."""

    start: str
    end: str
    kind: str
    points: tuple[Point, ...]
    length: float

    @property
    def blood(self) -> Blood:
        """What colour it is drawn in: the pulmonary artery carries venous blood."""
        return "vein" if self.kind in _VENOUS else "artery"


class Leg(NamedTuple):
    """A stretch of a road with one kind of blood; its last point is the first of the next leg."""

    kind: Blood
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Circulation:
    """The vessels of one view; `nodes` keep the file's order, in which the main part of an organ is first."""

    nodes: Mapping[str, Node]
    segments: tuple[Segment, ...]
    _leaving: Mapping[str, tuple[Segment, ...]] = field(repr=False)

    @staticmethod
    def read(path: Path) -> Circulation:
        """The circulation in a `.vessels.json` file; FigureError where it is missing or broken."""
        found = read_json(path)
        try:
            nodes = {
                name: Node(name, node["kind"], _point(node["at"])) for name, node in found["nodes"].items()
            }
            segments = tuple(_segment(segment) for segment in found["segments"])
        except (KeyError, TypeError, ValueError, AttributeError) as why:
            raise FigureError(path, said(why)) from why
        for segment in segments:
            if segment.start not in nodes or segment.end not in nodes or segment.kind not in _KINDS:
                what = f"{segment.start} to {segment.end} ({segment.kind}): an unknown node or kind of vessel"
                raise FigureError(path, what)
        leaving: dict[str, list[Segment]] = {}
        for segment in segments:
            leaving.setdefault(segment.start, []).append(segment)
        return Circulation(nodes, segments, {name: tuple(out) for name, out in leaving.items()})

    def route(self, start: str, end: str) -> tuple[Leg, ...] | None:
        """The shortest road between two `muscle:` or `organ:` nodes; None where there is none.

        It never passes through another muscle or organ, so it runs by vein, heart, lung, heart and
        artery (from the gut to the liver: by the portal vein).
        """
        if start not in self.nodes or end not in self.nodes or start == end:
            return None
        segments = self._shortest(start, end)
        return _legs(segments) if segments else None

    def _shortest(self, start: str, end: str) -> tuple[Segment, ...]:
        before: dict[str, Segment] = {}
        lengths = {start: 0.0}
        waiting = [(0.0, start)]
        while waiting:
            length, at = heapq.heappop(waiting)
            if at == end:
                return _back(before, start, end)
            if length > lengths[at]:
                continue
            for segment in self._open(at, end):
                longer = length + segment.length
                if longer < lengths.get(segment.end, math.inf):
                    lengths[segment.end] = longer
                    before[segment.end] = segment
                    heapq.heappush(waiting, (longer, segment.end))
        return ()

    def _open(self, at: str, end: str) -> Iterator[Segment]:
        for segment in self._leaving.get(at, ()):
            if segment.end == end or not segment.end.startswith(ENDS):
                yield segment


def _back(before: Mapping[str, Segment], start: str, end: str) -> tuple[Segment, ...]:
    road: list[Segment] = []
    at = end
    while at != start:
        road.append(before[at])
        at = before[at].start
    return tuple(reversed(road))


def _legs(road: tuple[Segment, ...]) -> tuple[Leg, ...]:
    legs: list[Leg] = []
    for blood, segments in groupby(road, key=_blood):
        points: list[Point] = []
        for segment in segments:
            points += segment.points[1:] if points and points[-1] == segment.points[0] else segment.points
        legs.append(Leg(blood, tuple(points)))
    return tuple(legs)


def _blood(segment: Segment) -> Blood:
    return segment.blood


def _segment(found: Mapping[str, Any]) -> Segment:
    points = tuple(_point(point) for point in found["points"])
    if len(points) < 2:
        raise ValueError(f"{found['from']} to {found['to']} has fewer than two points")
    length = sum(math.dist(a, b) for a, b in pairwise(points))
    return Segment(found["from"], found["to"], found["kind"], points, length)


def _point(found: Any) -> Point:
    x, y = found
    return float(x), float(y)
