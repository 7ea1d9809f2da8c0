"""The matrix for screen readers: a row of organs' names, and a row for each signal with its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from bodymap.atlas.records import Ref
from bodymap.features.matrix.measures import Measures
from bodymap.features.matrix.model import Spot, cell_words
from bodymap.i18n import _, counted
from bodymap.ui.painted_parts import Key, Part
from bodymap.viewmodels.matrix import Header, Matrix

_HEAD = ("head",)
_Role = QAccessible.Role


@dataclass(frozen=True, slots=True)
class Spoken:
    """The parts of a matrix: where they lie, the thing in focus, the cell where the keyboard is.

    Keys are `head`, `organ` and id, `row` and id, `signal` and id, `cell` and both ids: whatever the order.
    """

    matrix: Matrix
    measures: Measures
    focus: Ref
    at_keyboard: Spot | None

    def inside(self, key: Key) -> Sequence[Key]:
        """The parts inside a part, as they are read."""
        columns = self.matrix.columns
        if not key:
            return (_HEAD, *(("row", row.ref.id) for row in self.matrix.rows))
        if key == _HEAD:
            return tuple(("organ", column.ref.id) for column in columns)
        if key[0] == "row":
            return (("signal", key[1]), *(("cell", key[1], column.ref.id) for column in columns))
        return ()

    @staticmethod
    def around(key: Key) -> Key:
        """The row that a name or cell is in."""
        if key[0] in ("cell", "signal"):
            return ("row", key[1])
        return _HEAD if key[0] == "organ" else ()

    def part(self, key: Key) -> Part | None:
        """A part as it is now; None where its signal or organ is there no more."""
        if key == _HEAD:
            width = self.measures.width
            return Part(_Role.Row, _("Organs"), box=QRectF(0, 0, width, self.measures.top))
        if key[0] == "cell":
            return self._cell(key)
        if key[0] == "organ":
            return self._organ(key[1])
        row = self.matrix.place(Ref("signal", key[1]))[0]
        return None if row is None else self._row(row, is_name=key[0] == "signal")

    def at(self, at: QPointF) -> Key:
        """The name or cell under a point; () for none."""
        m, matrix = self.measures, self.matrix
        spot, row, column = m.spot_at(at), m.row_at(at), m.column_at(at)
        if spot is not None:
            return ("cell", matrix.rows[spot.row].ref.id, matrix.columns[spot.column].ref.id)
        if row is not None:
            return ("signal", matrix.rows[row].ref.id)
        return ("organ", matrix.columns[column].ref.id) if column is not None else ()

    def _cell(self, key: Key) -> Part | None:
        row = self.matrix.place(Ref("signal", key[1]))[0]
        column = self.matrix.place(Ref("organ", key[2]))[1]
        if row is None or column is None:
            return None
        spot, matrix = Spot(row, column), self.matrix
        chosen = self.focus in (matrix.rows[row].ref, matrix.columns[column].ref)
        words = cell_words(matrix, spot)
        return Part(_Role.Cell, words, "", self.measures.cell(spot), chosen, spot == self.at_keyboard)

    def _organ(self, organ: str) -> Part | None:
        column = self.matrix.place(Ref("organ", organ))[1]
        if column is None:
            return None
        header, m = self.matrix.columns[column], self.measures
        foot = m.foot(column)
        box = QRectF(foot.x() - m.wide / 2, 0, m.wide, m.top)
        said = _("{count}; Shift+Down sorts the signals by it").format(count=_count(header))
        return Part(_Role.ColumnHeader, header.name, said, box, header.ref == self.focus)

    def _row(self, row: int, *, is_name: bool) -> Part:
        header, m = self.matrix.rows[row], self.measures
        y = m.cell(Spot(row, 0)).y()
        chosen = header.ref == self.focus
        if not is_name:
            return Part(_Role.Row, header.name, _count(header), QRectF(0, y, m.width, m.tall), chosen)
        said = _("{count}; Shift+Right sorts the organs by it").format(count=_count(header))
        return Part(_Role.RowHeader, header.name, said, QRectF(0, y, m.left, m.tall), chosen)


def _count(header: Header) -> str:
    return counted("{n} effect", "{n} effects", header.count)
