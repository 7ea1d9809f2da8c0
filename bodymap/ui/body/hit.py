"""What lies under a point of a figure: an exact test of outlines behind a grid of their boxes."""

from __future__ import annotations

import re
from collections.abc import Collection
from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from bodymap.figure.figure import Point, Shape, View
from bodymap.viewmodels.scene_values import Scene

CELL = 50.0
_TOKEN = re.compile(r"[MCcLlZz]|-?(?:\d+\.?\d*|\.\d+)")
_PAIRS = {"M": 1, "L": 1, "l": 1, "C": 3, "c": 3}


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
    """The outlines of one view; an outline is read from its text when a point first meets its box."""

    def __init__(self, view: View) -> None:
        self._shapes = view.shapes
        self._paths: dict[str, QPainterPath] = {}
        self._grid: dict[tuple[int, int], list[str]] = {}
        for shape in sorted(view.shapes.values(), key=lambda s: -s.depth):
            self._enter(shape)

    def outline(self, region: str) -> QPainterPath:
        """The outline of a region, canvas units; empty where the view has it not."""
        if region not in self._paths:
            shape = self._shapes.get(region)
            self._paths[region] = outline(shape.path) if shape else QPainterPath()
        return self._paths[region]

    def covers(self, region: str, point: Point) -> bool:
        """Whether a point of the canvas lies in a region's outline."""
        x, y, w, h = self._shapes[region].box
        if not (x <= point[0] <= x + w and y <= point[1] <= y + h):
            return False
        return self.outline(region).contains(QPointF(*point))

    def under(self, point: Point, scene: Scene, reach: float = 0.0) -> tuple[str, ...]:
        """Regions under a point of the canvas, top first: what is lit lies above the rest.

        Only shown layers count, and lit regions. A region smaller than `reach` (units) across is met
        anywhere within half of it.
        """
        lit = {light.region for light in scene.lights}
        near = self._near(point, reach) if reach else set[str]()
        cell = (int(point[0] // CELL), int(point[1] // CELL))
        exact = [r for r in self._grid.get(cell, ()) if self._shown(r, scene.layers, lit)]
        found = [r for r in exact if r in near or self.covers(r, point)]
        found += [r for r in sorted(near) if r not in exact and self._shown(r, scene.layers, lit)]
        return tuple(sorted(found, key=lambda r: self._height(r, lit)))

    def small(self, region: str, reach: float) -> bool:
        """Whether a region is smaller than `reach` units both ways."""
        shape = self._shapes.get(region)
        return shape is not None and max(shape.box[2:]) < reach

    def _enter(self, shape: Shape) -> None:
        x, y, w, h = shape.box
        for column in range(int(x // CELL), int((x + w) // CELL) + 1):
            for row in range(int(y // CELL), int((y + h) // CELL) + 1):
                self._grid.setdefault((column, row), []).append(shape.region)

    def _near(self, point: Point, reach: float) -> set[str]:
        """Small regions whose enlarged target holds the point; of several only the nearest."""
        column, row = int(point[0] // CELL), int(point[1] // CELL)
        cells = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        found = {r for cell in cells for r in self._grid.get(cell, ()) if self.small(r, reach)}
        distances = {r: self._distance(r, point) for r in found}
        within = {r: d for r, d in distances.items() if d <= reach / 2}
        return {min(within, key=lambda r: (within[r], r))} if within else set()

    def _distance(self, region: str, point: Point) -> float:
        x, y, w, h = self._shapes[region].box
        return hypot(point[0] - x - w / 2, point[1] - y - h / 2)

    def _shown(self, region: str, layers: Collection[str], lit: Collection[str]) -> bool:
        return self._shapes[region].layer in layers or region in lit

    def _height(self, region: str, lit: Collection[str]) -> tuple[bool, float]:
        shape = self._shapes[region]
        return (False, area(shape)) if region in lit else (True, -shape.depth)


def area(shape: Shape) -> float:
    """The size of a shape as the order of lit regions needs it: what spreads over others counts as large."""
    return shape.box[2] * shape.box[3] * (100.0 if shape.layer == "fat" else 1.0)
