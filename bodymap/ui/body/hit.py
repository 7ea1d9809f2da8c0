"""What lies under a point of a figure: an exact test of outlines behind a grid of their boxes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from bodymap.figure.figure import Point, Shape, View
from bodymap.viewmodels.scene_values import Light, Scene

CELL = 25.0
Cell = tuple[int, int]
_WALL = frozenset({"skin", "fat-subcutaneous", "muscles", "muscles-deep", "skeleton"})
_COVER = 1e6
_TOKEN = re.compile(r"[MCcLlZz]|-?(?:\d+\.?\d*|\.\d+)")
_PAIRS: Mapping[str, int] = {"M": 1, "L": 1, "l": 1, "C": 3, "c": 3}


def outline(data: str) -> QPainterPath:
    """The path of SVG path data (M, L, l, C, c, Z; compact numbers); ValueError where it has others."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    command, numbers = "", list[float]()
    for token in _TOKEN.findall(data):
        if token in "Zz":
            path.closeSubpath()
        elif token.isalpha():
            command, numbers = token, []
        else:
            numbers.append(float(token))
            if command not in _PAIRS:
                raise ValueError(f"a number without a command: {token}")
            if len(numbers) == 2 * _PAIRS[command]:
                _draw(path, command, numbers)
                numbers = []
    return path


def _draw(path: QPainterPath, command: str, numbers: list[float]) -> None:
    start = path.currentPosition() if command.islower() else QPointF()
    points = [QPointF(start.x() + x, start.y() + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if command == "M":
        path.moveTo(points[0])
    elif len(points) == 1:
        path.lineTo(points[0])
    else:
        path.cubicTo(*points)


class HitMap:
    """The outlines of one view; an outline is read from its text when a point first meets its box.

    Each cell of the grid keeps, for the regions over it, whether it lies wholly inside, or else only
    those closed parts of the outline that reach into it.
    """

    def __init__(self, view: View) -> None:
        self._shapes = view.shapes
        self._paths: dict[str, QPainterPath] = {}
        self._grid: dict[Cell, list[Shape]] = {}
        self._parts: dict[str, list[QPainterPath]] = {}
        self._local: dict[tuple[str, Cell], QPainterPath | bool] = {}
        self._lit: tuple[tuple[Light, ...], frozenset[str]] = ((), frozenset())
        for shape in sorted(view.shapes.values(), key=lambda s: -s.depth):
            self._enter(shape)

    def outline(self, region: str) -> QPainterPath:
        """The outline of a region, canvas units; empty where the view has it not."""
        if region not in self._paths:
            shape = self._shapes.get(region)
            self._paths[region] = outline(shape.path) if shape else QPainterPath()
        return self._paths[region]

    def under(self, point: Point, scene: Scene, reach: float = 0.0) -> tuple[str, ...]:
        """Regions under a point of the canvas, top first: what is lit lies above the rest.

        Only shown layers count, and lit regions. A region smaller than `reach` (units) across is met
        anywhere within half of it.
        """
        if scene.lights is not self._lit[0]:
            self._lit = (scene.lights, frozenset(light.region for light in scene.lights))
        lit, layers = self._lit[1], scene.layers
        cell = (int(point[0] // CELL), int(point[1] // CELL))
        found = [
            shape
            for shape in self._grid.get(cell, ())
            if (shape.layer in layers or shape.region in lit) and self._covers(shape, cell, point)
        ]
        near = self._near(point, reach) if reach else None
        if near and near not in found and (near.layer in layers or near.region in lit):
            found.append(near)
            found.sort(key=lambda s: -s.depth)
        raised = sorted((s for s in found if s.region in lit), key=area)
        return (*(s.region for s in raised), *(s.region for s in found if s.region not in lit))

    def small(self, region: str, reach: float) -> bool:
        """Whether a region is smaller than `reach` units both ways."""
        shape = self._shapes.get(region)
        return shape is not None and max(shape.box[2:]) < reach

    def _enter(self, shape: Shape) -> None:
        x, y, w, h = shape.box
        for column in range(int(x // CELL), int((x + w) // CELL) + 1):
            for row in range(int(y // CELL), int((y + h) // CELL) + 1):
                self._grid.setdefault((column, row), []).append(shape)

    def _covers(self, shape: Shape, cell: Cell, point: Point) -> bool:
        x, y, w, h = shape.box
        if not (x <= point[0] <= x + w and y <= point[1] <= y + h):
            return False
        key = (shape.region, cell)
        local = self._local.get(key)
        if local is None:
            local = self._local[key] = _within(self._closed_parts(shape.region), cell)
        return local if isinstance(local, bool) else local.contains(QPointF(*point))

    def _closed_parts(self, region: str) -> list[QPainterPath]:
        if region not in self._parts:
            self._parts[region] = _parts(self.outline(region))
        return self._parts[region]

    def _near(self, point: Point, reach: float) -> Shape | None:
        """The nearest small region whose enlarged target holds the point."""
        column, row = int(point[0] // CELL), int(point[1] // CELL)
        cells = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        found = {s.region: s for cell in cells for s in self._grid.get(cell, ()) if max(s.box[2:]) < reach}
        within = [(_distance(s, point), s.region, s) for s in found.values()]
        best = min(within, key=lambda entry: entry[:2], default=None)
        return best[2] if best and best[0] <= reach / 2 else None


def _within(parts: list[QPainterPath], cell: Cell) -> QPainterPath | bool:
    """A cell's share of an outline: the closed parts that reach into it, or that it lies wholly in or out."""
    box = QRectF(cell[0] * CELL, cell[1] * CELL, CELL, CELL)
    local = QPainterPath()
    local.setFillRule(Qt.FillRule.WindingFill)
    for part in parts:
        if part.controlPointRect().intersects(box):
            local.addPath(part)
    if local.isEmpty() or not local.intersects(box):
        return False
    return True if local.contains(box) else local


def _parts(path: QPainterPath) -> list[QPainterPath]:
    """The closed parts of a path, each by itself."""
    parts: list[QPainterPath] = []
    curve: list[QPointF] = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        at = QPointF(element.x, element.y)
        if element.isMoveTo():
            parts.append(QPainterPath(at))
        elif element.isLineTo():
            parts[-1].lineTo(at)
        else:
            curve.append(at)
            if len(curve) == 3:
                parts[-1].cubicTo(*curve)
                curve = []
    return parts


def _distance(shape: Shape, point: Point) -> float:
    x, y, w, h = shape.box
    return hypot(point[0] - x - w / 2, point[1] - y - h / 2)


def area(shape: Shape) -> float:
    """The size of a shape as the order of lit regions needs it: what lies over others counts as large."""
    return shape.box[2] * shape.box[3] * (_COVER if covers(shape) else 100.0 if shape.layer == "fat" else 1.0)


def covers(shape: Shape) -> bool:
    """Whether a shape belongs to the body's wall: lit, it would hide the organs that answer behind it."""
    return shape.layer in _WALL
