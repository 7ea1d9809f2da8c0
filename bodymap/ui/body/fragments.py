"""Many small pictures from one sheet, drawn with one call: numbers that numpy writes and Qt reads."""

from __future__ import annotations

from typing import NamedTuple, cast

import numpy as np
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import Shiboken

from bodymap.ui.body.tracks import Floats

FIELDS = ("x", "y", "sourceLeft", "sourceTop", "width", "height", "scaleX", "scaleY", "rotation", "opacity")
"""QPainter::PixmapFragment in memory: ten doubles, in this order (Qt's public, frozen layout)."""


class Cells(NamedTuple):
    """Where the middles of cells go [N], their left and top in the sheet [N], their side, their opacity."""

    middles: tuple[Floats, Floats]
    corners: tuple[Floats, Floats]
    side: int
    opacity: Floats | float = 1.0


class Fragments:
    """Room for many fragments, made once and written anew for each frame."""

    def __init__(self) -> None:
        self._numbers: Floats = np.zeros((0, len(FIELDS)))
        self._first: QPainter.PixmapFragment | None = None

    def draw(self, painter: QPainter, sheet: QPixmap, cells: Cells) -> None:
        """Draw cells of a sheet in device pixels; the painter's unit must be the device pixel."""
        count = len(cells.middles[0])
        if not count:
            return
        if self._first is None or count > len(self._numbers):
            self._make(max(count, 256))
        assert self._first is not None
        rows = self._numbers[:count]
        rows[:, 0], rows[:, 1] = cells.middles
        rows[:, 2], rows[:, 3] = cells.corners
        rows[:, 4:6] = cells.side
        rows[:, 9] = cells.opacity
        painter.drawPixmapFragments(self._first, count, sheet)

    def _make(self, room: int) -> None:
        self._first = None
        self._numbers = np.zeros((room, len(FIELDS)))
        self._numbers[:, 6:8] = 1.0
        # A pointer to the numbers: two thousand objects of Python would cost more than drawing them.
        first = Shiboken.wrapInstance(self._numbers.ctypes.data, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", first)
