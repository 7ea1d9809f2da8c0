"""The pictures that molecules and pulses are copied from, drawn once for each look."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRadialGradient

from bodymap.ui.body.fragments import Cells
from bodymap.ui.body.molecule import RADIUS, draw_molecule
from bodymap.ui.body.tracks import Floats
from bodymap.ui.look import Look
from bodymap.viewmodels.flow import Mark

HALO = 26.0
"""px at scale 1: as far as a pulse reaches."""
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
    """One soft halo."""

    def __init__(self, look: Look, ratio: float) -> None:
        self.side = 2 * ceil(HALO * look.base * ratio)
        self.pixmap = _transparent(self.side, self.side)
        gradient = QRadialGradient(QPointF(self.side / 2, self.side / 2), self.side / 2)
        for stop, opacity in _STOPS.items():
            gradient.setColorAt(stop, look.color("pulse", opacity))
        painter = QPainter(self.pixmap)
        painter.fillRect(QRectF(0, 0, self.side, self.side), gradient)
        painter.end()

    def cells(self, x: Floats, y: Floats, opacity: Floats) -> Cells:
        """Halos with their middles at device pixels."""
        corner = np.zeros(len(x))
        return Cells((np.floor(x), np.floor(y)), (corner, corner), self.side, opacity)


def _transparent(width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
