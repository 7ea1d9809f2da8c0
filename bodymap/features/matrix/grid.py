"""The matrix as one widget that scrolls: painted whole, with a pointer, a keyboard and words for ears."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from bodymap.atlas.records import Ref
from bodymap.features.matrix.measures import Measures
from bodymap.features.matrix.model import Spot, cell_words, moved
from bodymap.features.matrix.painting import Marks, MatrixPainter, slanted_size
from bodymap.features.matrix.speaking import Spoken
from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.painted_parts import Key, PaintedArea
from bodymap.viewmodels.matrix import Matrix, Order

_LEAST, _MOST, _TALL = 30.0, 46.0, 26.0
"""The narrowest and the widest cell, and its height; px at scale 1."""
_STEPS: Mapping[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, -1000),
    Qt.Key.Key_End: (0, 1000),
    Qt.Key.Key_PageUp: (-8, 0),
    Qt.Key.Key_PageDown: (8, 0),
}


class MatrixGrid(PaintedArea):
    """Emits `chosen(spot)`, `row_chosen(ref)`, `column_chosen(ref)` and `pointed(words)`."""

    chosen = Signal(object)
    row_chosen = Signal(object)
    column_chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._matrix: Matrix | None = None
        self._order, self._focus = Order(), Ref("organ", "")
        self._over: Spot | None = None
        self.at = Spot(0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Signals down, organs across"))

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._fit()
        self.viewport().update()

    def show_matrix(self, matrix: Matrix, order: Order) -> None:
        """Show cells in an order; the keyboard stays on the same signal and organ."""
        stood = self.standing()
        self._matrix, self._order, self._over = matrix, order, None
        if stood is not None:
            row, column = matrix.place(stood[0])[0], matrix.place(stood[1])[1]
            self.at = Spot(row or 0, column or 0)
        self._fit()
        self.show_focus(self._focus)

    def show_focus(self, focus: Ref) -> None:
        """Mark the row or column of the thing in focus, and bring it into view."""
        self._focus = focus
        row, column = self._matrix.place(focus) if self._matrix else (None, None)
        if row is not None:
            self.at = Spot(row, self.at.column)
        if column is not None:
            self.at = Spot(self.at.row, column)
        if row is not None or column is not None:
            self._bring_into_view(self.at, across=column is not None, down=row is not None)
        self.viewport().update()

    def standing(self) -> tuple[Ref, Ref] | None:
        """The signal and the organ where the keyboard is."""
        if self._matrix is None or not self._matrix.rows or not self._matrix.columns:
            return None
        return self._matrix.rows[self.at.row].ref, self._matrix.columns[self.at.column].ref

    def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The signals from the top down and the organs from the left on."""
        rows, columns = (self._matrix.rows, self._matrix.columns) if self._matrix else ((), ())
        return tuple(row.short for row in rows), tuple(column.name for column in columns)

    def centre_of(self, signal: Ref, organ: Ref) -> QPoint:
        """Where the cell of a signal and an organ is, in the viewport's pixels."""
        assert self._matrix is not None
        row, column = self._matrix.place(signal)[0], self._matrix.place(organ)[1]
        assert row is not None
        assert column is not None
        self._bring_into_view(Spot(row, column))
        return self.measures().cell(Spot(row, column)).center().toPoint()

    def measures(self) -> Measures:
        """Where everything lies now: cells share the width between their least and their most."""
        look, matrix = self._look, self._matrix
        assert matrix is not None
        top, tail = slanted_size(look, matrix)
        metrics = look.metrics(META)
        names = max((metrics.horizontalAdvance(row.short) for row in matrix.rows), default=0)
        left = names + look.px(44)
        columns, rows = max(1, len(matrix.columns)), len(matrix.rows)
        room = (self.viewport().width() - left - tail) / columns
        wide = max(look.grown(_LEAST), min(room, look.grown(_MOST)))
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Measures(wide, look.grown(_TALL), left, top, tail, rows, len(matrix.columns), x, y)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the room again, and keep what is in focus in sight."""
        self._fit()
        self.show_focus(self._focus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole matrix."""
        if self._matrix is None:
            return
        painter = QPainter(self.viewport())
        order = self._order
        marks = Marks(self._focus, self._over, self.at, self.hasFocus(), order.column, order.row)
        area = QRectF(self.viewport().rect())
        MatrixPainter(painter, self._look, self._matrix, self.measures()).paint(area, marks)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what lies under the pointer."""
        if self._matrix is None:
            return
        m, at = self.measures(), event.position()
        spot = m.spot_at(at)
        is_name = m.row_at(at) is not None or m.column_at(at) is not None
        is_there = spot is not None and self._matrix.cells[spot.row][spot.column] is not None
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if is_name or is_there else Qt.CursorShape.ArrowCursor)
        if spot != self._over:
            self._over = spot
            self.pointed.emit(cell_words(self._matrix, spot) if spot else "")
            self.viewport().update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._over = None
        self.pointed.emit("")
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell, a signal by its name, an organ by its name."""
        if self._matrix is None or event.button() != Qt.MouseButton.LeftButton:
            return
        m, at = self.measures(), event.position()
        spot, row, column = m.spot_at(at), m.row_at(at), m.column_at(at)
        if spot is not None:
            self.at = spot
            self.chosen.emit(spot)
        elif row is not None:
            self.row_chosen.emit(self._matrix.rows[row].ref)
        elif column is not None:
            self.column_chosen.emit(self._matrix.columns[column].ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter chooses; with Shift, down and right sort by the column and the row stood on."""
        key, standing = Qt.Key(event.key()), self.standing()
        if self._matrix is None or standing is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in (
            Qt.Key.Key_Right,
            Qt.Key.Key_Down,
        ):
            is_row = key == Qt.Key.Key_Right
            (self.row_chosen if is_row else self.column_chosen).emit(standing[0 if is_row else 1])
        elif key in _STEPS:
            self._walk(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.at)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The sentence of a cell as its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._matrix:
            spot = self.measures().spot_at(QPointF(event.pos()))
            if spot is not None:
                QToolTip.showText(event.globalPos(), cell_words(self._matrix, spot), self.viewport())
                return True
        return super().viewportEvent(event)

    def part_stood_on(self) -> Key:
        """The cell where the keyboard is."""
        standing = self.standing()
        return ("cell", standing[0].id, standing[1].id) if standing else ()

    def parts(self) -> Spoken | None:
        """Rows in words, where there are any."""
        if self._matrix is None:
            return None
        at = self.at if self.hasFocus() else None
        return Spoken(self._matrix, self.measures(), self._focus, at)

    def _walk(self, down: int, right: int) -> None:
        assert self._matrix is not None
        self.at = moved(self._matrix, self.at, down, right)
        words = cell_words(self._matrix, self.at)
        self.setAccessibleDescription(words)
        self.tell_part()
        self.pointed.emit(words)
        self._bring_into_view(self.at)
        self.viewport().update()

    def _bring_into_view(self, spot: Spot, *, across: bool = True, down: bool = True) -> None:
        if self._matrix is None:
            return
        m = self.measures()
        box, (wide, tall) = m.cell(spot), (self.viewport().width(), self.viewport().height())
        x, y = self.horizontalScrollBar(), self.verticalScrollBar()
        if across:
            x.setValue(round(x.value() + min(0, box.left() - m.left) + max(0, box.right() - wide)))
        if down:
            y.setValue(round(y.value() + min(0, box.top() - m.top) + max(0, box.bottom() - tall)))

    def _fit(self) -> None:
        if self._matrix is None:
            return
        m = self.measures()
        wide, tall = self.viewport().width(), self.viewport().height()
        for bar, whole, page in (
            (self.horizontalScrollBar(), m.width, wide),
            (self.verticalScrollBar(), m.height, tall),
        ):
            bar.setRange(0, max(0, round(whole - page)))
            bar.setPageStep(page)
            bar.setSingleStep(round(m.tall))
