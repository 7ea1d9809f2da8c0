"""Where everything of the matrix lies: a pure function of its size, scroll and the room for names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from bodymap.features.matrix.model import Spot

SLANT = 0.84
"""How far a column's name goes to the right for each pixel up: about 50 degrees."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Cells of `wide` x `tall` px, names in `left` and `top` px, `tail` px for the last slanted name.

    `x` and `y` say how far it is scrolled; `rows` and `columns` how many there are.
    """

    wide: float
    tall: float
    left: float
    top: float
    tail: float
    rows: int
    columns: int
    x: int = 0
    y: int = 0

    @property
    def width(self) -> float:
        """The width of everything, px."""
        return self.left + self.wide * self.columns + self.tail

    @property
    def height(self) -> float:
        """The height of everything, px."""
        return self.top + self.tall * self.rows

    def cell(self, spot: Spot) -> QRectF:
        """Where a cell lies."""
        x = self.left + spot.column * self.wide - self.x
        return QRectF(x, self.top + spot.row * self.tall - self.y, self.wide, self.tall)

    def foot(self, column: int) -> QPointF:
        """Where the slanted name of a column stands."""
        return QPointF(self.left + (column + 0.5) * self.wide - self.x, self.top - 0.35 * self.tall)

    def spot_at(self, at: QPointF) -> Spot | None:
        """The cell under a point; None on the names and beside the cells."""
        if at.x() < self.left or at.y() < self.top:
            return None
        row, column = self._row(at.y()), self._column(at.x())
        return None if row is None or column is None else Spot(row, column)

    def row_at(self, at: QPointF) -> int | None:
        """The row whose name lies under a point."""
        return self._row(at.y()) if at.x() < self.left and at.y() >= self.top else None

    def column_at(self, at: QPointF) -> int | None:
        """The column whose slanted name lies under a point."""
        if at.y() >= self.top:
            return None
        x = at.x() - (self.top - at.y()) * SLANT
        return self._column(x) if x >= self.left - self.wide / 2 else None

    def _row(self, y: float) -> int | None:
        row = int((y - self.top + self.y) // self.tall)
        return row if 0 <= row < self.rows else None

    def _column(self, x: float) -> int | None:
        column = int((x - self.left + self.x) // self.wide)
        return column if 0 <= column < self.columns else None
