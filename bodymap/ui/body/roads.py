"""Roads of signals along the vessels, standing still: a cased red or blue line, arrowheads downstream."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from math import atan2, hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from bodymap.figure.figure import Point
from bodymap.ui.body.piece import Piece
from bodymap.ui.body.plan import BodyPlan
from bodymap.ui.look import Look

_ARTERIES = ("artery", "pulmonary-vein")
_STEP = 46.0
"""px between arrowheads at scale 1."""


class Course(NamedTuple):
    """A stretch on the screen: red or blue, its points in px and in canvas units, and how far from the
    road's start it begins, px."""

    red: bool
    points: tuple[tuple[float, float], ...]
    start: float
    units: tuple[Point, ...]


def road_pieces(body: BodyPlan, look: Look) -> list[Piece]:
    """All roads of a body as one piece, so that their lines join without a seam, and their arrowheads."""
    points = [point for road in body.body.roads for leg in road for point in leg.points]
    if not points:
        return []
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    reach = look.px(8)
    around = body.placement.rect((min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    bounds = around.adjusted(-reach, -reach, reach, reach).toAlignedRect()
    bounds = bounds.intersected(body.area.toAlignedRect())
    if bounds.isEmpty():
        return []
    roads = (body.body.scene.figure, body.body.view.id, body.body.scene.routes)
    corner, key = bounds.topLeft().toTuple(), (roads, body.placement, bounds.getRect(), look)
    lines = partial(_draw_lines, body, corner, look)
    heads = partial(_draw_heads, body, corner, look)
    return [Piece(bounds, ("roads", *key), lines, bed=True), Piece(bounds, ("heads", *key), heads)]


def courses(body: BodyPlan) -> list[Course]:
    """Every stretch once, in the order of the roads: roads share most of their way."""
    seen: set[tuple[Point, Point]] = set()
    found: list[Course] = []
    for road in body.body.roads:
        far = 0.0
        for leg in road:
            red = leg.kind.startswith(_ARTERIES)
            for units, gone in _fresh(body, leg.points, seen):
                points = tuple(body.placement.at(unit).toTuple() for unit in units)
                found.append(Course(red, points, far + gone, units))
            far += _length([body.placement.at(point).toTuple() for point in leg.points])
    return found


def _fresh(
    body: BodyPlan, units: Sequence[Point], seen: set[tuple[Point, Point]]
) -> list[tuple[tuple[Point, ...], float]]:
    """The parts of a leg that no road before has gone, and how far along the leg each begins, px."""
    parts: list[tuple[list[Point], float]] = []
    far, joined = 0.0, False
    for a, b in pairwise(units):
        new = (a, b) not in seen
        if new and joined:
            parts[-1][0].append(b)
        elif new:
            parts.append(([a, b], far))
        seen.add((a, b))
        joined = new
        far += _length([body.placement.at(a).toTuple(), body.placement.at(b).toTuple()])
    return [(tuple(points), start) for points, start in parts]


def _draw_lines(body: BodyPlan, corner: Point, look: Look, painter: QPainter) -> None:
    found = courses(body)
    painter.translate(-corner[0], -corner[1])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    red, blue = (_joined(c.points for c in found if c.red is side) for side in (True, False))
    both = QPainterPath(red)
    both.addPath(blue)
    strokes = (
        (both, look.color("route_casing"), look.px(5)),
        (blue, look.color("vein"), look.px(3)),
        (red, look.color("artery"), look.px(3)),
    )
    for path, color, width in strokes:
        painter.setPen(QPen(color, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)


def _draw_heads(body: BodyPlan, corner: Point, look: Look, painter: QPainter) -> None:
    painter.translate(-corner[0], -corner[1])
    taken: list[QPointF] = []
    for course in courses(body):
        _draw_heads_on(painter, course, look, taken)


def _draw_heads_on(painter: QPainter, course: Course, look: Look, taken: list[QPointF]) -> None:
    step, near = look.px(_STEP), look.px(_STEP * 0.55)
    painter.setPen(QPen(look.color("route_casing"), look.px(1)))
    painter.setBrush(QColor(look.theme.text))
    walked = course.start
    for a, b in pairwise(course.points):
        length = hypot(b[0] - a[0], b[1] - a[1])
        along = (step - walked % step) % step
        while length and along < length:
            at = QPointF(a[0] + (b[0] - a[0]) * along / length, a[1] + (b[1] - a[1]) * along / length)
            if all((at - other).manhattanLength() > near for other in taken):
                taken.append(at)
                painter.drawPath(_head(at, atan2(b[1] - a[1], b[0] - a[0]), look.px(6)))
            along += step
        walked += length


def _head(at: QPointF, angle: float, size: float) -> QPainterPath:
    path = QPainterPath(QPointF(size, 0))
    for x, y in ((-size * 0.8, -size * 0.72), (-size * 0.3, 0), (-size * 0.8, size * 0.72)):
        path.lineTo(x, y)
    path.closeSubpath()
    return QTransform().translate(at.x(), at.y()).rotateRadians(angle).map(path)


def _joined(courses: Iterable[Sequence[Point]]) -> QPainterPath:
    path = QPainterPath()
    for points in courses:
        path.moveTo(QPointF(*points[0]))
        for before, point in pairwise(points[1:]):
            # Curves through the middles of the chords: the course has no corners.
            middle = QPointF((before[0] + point[0]) / 2, (before[1] + point[1]) / 2)
            path.quadTo(QPointF(*before), middle)
        path.lineTo(QPointF(*points[-1]))
    return path


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
