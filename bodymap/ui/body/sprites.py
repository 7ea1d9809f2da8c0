"""The pictures that molecules and pulses are copied from, drawn once for each look."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRadialGradient

from bodymap.ui.body.fragments import Cells
from bodymap.ui.body.tracks import Floats
from bodymap.ui.look import Look
from bodymap.viewmodels.flow import Mark

RADIUS, HALO = 4.0, 26.0
"""px at scale 1: a molecule's disc, and as far as a pulse reaches."""
MARKS: tuple[Mark, ...] = ("full", "half", "ring")
_PARTS = 4
"""A molecule is drawn at so many places within a pixel, across and down: so it glides and does not hop."""
_STOPS: Mapping[float, float] = {0.0: 0.62, 0.3: 0.45, 0.65: 0.14, 1.0: 0.0}
"""The opacity of a halo from its middle to its rim."""


class MoleculeSheet:
    """A row for each mark, a column for each place within a pixel."""

    def __init__(self, look: Look, ratio: float) -> None:
        self._radius = RADIUS * look.base * ratio
        self.side = 2 * ceil(self._radius + 2)
        self.pixmap = _transparent(self.side * _PARTS * _PARTS, self.side * len(MARKS))
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, kind in enumerate(MARKS):
            for column in range(_PARTS * _PARTS):
                part = QPointF(column % _PARTS, column // _PARTS) / _PARTS
                middle = QPointF(column + 0.5, row + 0.5) * self.side + part
                draw_molecule(painter, kind, middle, (self._radius, look))
        painter.end()

    def cells(self, x: Floats, y: Floats, rows: Floats, opacity: float) -> Cells:
        """Molecules with their middles at device pixels; `rows` are indices of MARKS."""
        whole_x, whole_y = np.floor(x), np.floor(y)
        part_x, part_y = np.floor((x - whole_x) * _PARTS), np.floor((y - whole_y) * _PARTS)
        corners = ((part_x + part_y * _PARTS) * self.side, rows * self.side)
        return Cells((whole_x, whole_y), corners, self.side, opacity)


class HaloSheet:
    """A soft halo in each of two colours: where a signal is heard, and where one acts in place."""

    def __init__(self, look: Look, ratio: float) -> None:
        self.side = 2 * ceil(HALO * look.base * ratio)
        self.pixmap = _transparent(self.side * 2, self.side)
        painter = QPainter(self.pixmap)
        painter.setPen(Qt.PenStyle.NoPen)
        for column, role in enumerate(("receiving", "working")):
            box = QRectF(column * self.side, 0, self.side, self.side)
            gradient = QRadialGradient(box.center(), self.side / 2)
            for stop, opacity in _STOPS.items():
                gradient.setColorAt(stop, look.color(role, opacity))
            painter.fillRect(box, gradient)
        painter.end()

    def cells(self, x: Floats, y: Floats, columns: Floats, opacity: Floats) -> Cells:
        """Halos with their middles at device pixels; columns 0: heard, 1: acting in place."""
        middles = (np.floor(x), np.floor(y))
        return Cells(middles, (columns * self.side, np.zeros(len(x))), self.side, opacity)


def draw_molecule(painter: QPainter, mark: Mark, middle: QPointF, size: tuple[float, Look]) -> None:
    """A molecule of a radius round a point: full, half or a ring, with a dark edge."""
    radius, look = size
    body, edge = look.color("molecule"), look.color("molecule_edge")
    painter.setPen(QPen(edge, max(1.0, radius / RADIUS)))
    painter.setBrush(body if mark == "full" else edge)
    painter.drawEllipse(middle, radius + 0.25, radius + 0.25)
    if mark == "full":
        return
    inside = radius * 0.72
    disc = QRectF(middle.x() - inside, middle.y() - inside, 2 * inside, 2 * inside)
    painter.setPen(QPen(body, radius * 0.42))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if mark == "half":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(body))
        painter.drawPie(disc, 90 * 16, 180 * 16)


def _transparent(width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
