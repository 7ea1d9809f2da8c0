"""The bed of the streams in one body: its tracks on the screen, who travels there, and what answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import hypot, pi
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRect, QRectF

from bodymap.figure.figure import Point
from bodymap.ui.body.molecule import RADIUS
from bodymap.ui.body.picture import Frame, Road
from bodymap.ui.body.plan import BodyPlan
from bodymap.ui.body.roads import courses
from bodymap.ui.body.sprites import HALO, MARKS
from bodymap.ui.body.tracks import Floats, Line, Tracks, smooth
from bodymap.ui.body.train import MOST_STREAMS, Train
from bodymap.viewmodels.flow import BodyFlow
from bodymap.viewmodels.scene_values import Route

SPACING = 15.5
"""px between places at scale 1: a full road has a molecule on each."""
BREATH = 3.6
"""s from one swelling of a pulse to the next."""
_LOCAL_STRENGTH = 0.5
_MOST_LOCAL = 40

RoadOf = Callable[[Route], Road]
Stretch = tuple[Point, Point]


class Halos(NamedTuple):
    """Pulses in device pixels [N]: middles, strengths, and each one's own beat."""

    x: Floats
    y: Floats
    strength: Floats
    beat: Floats

    def opacity(self, seconds: float) -> Floats:
        """How bright each is: it breathes, and never goes out."""
        swell = 0.5 - 0.5 * np.cos(2 * pi * seconds / BREATH + self.beat)
        return (0.25 + 0.75 * self.strength) * (0.3 + 0.7 * swell)


class Bed(NamedTuple):
    """What moves in one body: `rect` holds all of it, px; `seen` is where it may be, device pixels."""

    rect: QRect
    seen: QRectF
    train: Train
    rows: Floats
    halos: Halos


def bed_of(plan: BodyPlan, flow: BodyFlow, road_of: RoadOf, given: tuple[Frame, float]) -> Bed:
    """The bed of a body in its place, in a frame, with places so many px apart at scale 1."""
    frame, apart = given
    streams = flow.streams[:MOST_STREAMS]
    ways = [_stretches(road_of(route) for route in stream.routes) for stream in streams]
    lines = _lines(plan, ways, frame.ratio)
    spacing = apart * frame.look.base * frame.ratio
    train = Train(Tracks.of(lines), [stream.density for stream in streams], spacing)
    halos = _halos(plan, flow, road_of, frame.ratio)
    area = plan.area
    seen = QRectF(area.topLeft() * frame.ratio, area.size() * frame.ratio)
    rows = np.array([float(MARKS.index(stream.mark)) for stream in streams])
    return Bed(_rect(plan, (lines, halos), frame), seen, train, rows, halos)


def _stretches(roads: Iterable[Road]) -> set[Stretch]:
    return {pair for road in roads for leg in road for pair in pairwise(leg.points)}


def _lines(plan: BodyPlan, ways: Sequence[set[Stretch]], ratio: float) -> list[Line]:
    """Every stretch once; where roads part or join, distances go on, so that nothing jumps there."""
    known: dict[Point, float] = {}
    lines: list[Line] = []
    for course in courses(plan):
        curve, chords = smooth([(x * ratio, y * ratio) for x, y in course.points])
        length = _length(curve)
        begin = course.start * ratio
        if course.units[0] in known:
            begin = known[course.units[0]]
        elif course.units[-1] in known:
            begin = known[course.units[-1]] - length
        bits = [_bits(pair, ways) for pair in pairwise(course.units)]
        lines.append(Line(curve, begin, [bits[chord] for chord in chords]))
        _remember(known, course.units, (begin, length))
    return lines


def _remember(known: dict[Point, float], units: Sequence[Point], where: tuple[float, float]) -> None:
    begin, length = where
    stretch, far = length / (_length(units) or 1.0), 0.0
    known.setdefault(units[0], begin)
    for pair in pairwise(units):
        far += _length(pair) * stretch
        known.setdefault(pair[1], begin + far)


def _bits(pair: Stretch, ways: Sequence[set[Stretch]]) -> int:
    return sum(1 << number for number, way in enumerate(ways) if pair in way)


def _halos(plan: BodyPlan, flow: BodyFlow, road_of: RoadOf, ratio: float) -> Halos:
    ends = {route.end: road_of(route) for stream in flow.streams for route in stream.routes}
    found = [(ends[pulse.end][-1].points[-1], pulse.strength) for pulse in flow.pulses if ends.get(pulse.end)]
    shapes = (plan.body.view.shapes.get(region) for region in flow.local)
    found += [(shape.anchor, _LOCAL_STRENGTH) for shape in shapes if shape][:_MOST_LOCAL]
    at = [plan.placement.at(point) * ratio for point, _strength in found]
    return Halos(
        np.array([p.x() for p in at]),
        np.array([p.y() for p in at]),
        np.array([strength for _point, strength in found]),
        np.arange(len(found), dtype=np.float64) * 1.9,
    )


def _rect(plan: BodyPlan, parts: tuple[Sequence[Line], Halos], frame: Frame) -> QRect:
    lines, halos = parts
    reach = (RADIUS + 2) * frame.look.base * frame.ratio
    boxes = [_box([p for line in lines for p in line.points], reach)]
    glowing = list(zip(halos.x.tolist(), halos.y.tolist(), strict=True))
    boxes.append(_box(glowing, HALO * frame.look.base * frame.ratio + 2))
    whole = boxes[0].united(boxes[1])
    shown = QRectF(whole.topLeft() / frame.ratio, whole.size() / frame.ratio).toAlignedRect()
    return shown.intersected(plan.area.toAlignedRect())


def _box(points: Sequence[tuple[float, float]], reach: float) -> QRectF:
    if not points:
        return QRectF()
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return box.adjusted(-reach, -reach, reach, reach)


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
