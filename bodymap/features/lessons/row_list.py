"""A list of steps or of lessons: number, title, a detail below, minutes at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from bodymap.features.lessons.making import LessonRow
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import BODY, META, Look
from bodymap.ui.row_model import ROW_ROLE, Index
from bodymap.ui.style_option import box_of
from bodymap.ui.wrapped_list import WRAP, Words, WrappedDelegate, WrappedList, WrappedRows

_SIDE, _ABOVE = 16, 7


class LessonList(WrappedList):
    """Emits `chosen(row)` by click or Enter and, where rows can be dragged, `moved(row, to)`."""

    chosen = Signal(int)
    moved = Signal(int, int)

    def __init__(self, look: Look, name: str, parent: QWidget, can_drag: bool = False) -> None:
        super().__init__(name, parent)
        self.model_rows = _Rows(self)
        self._dragged = 0
        self._delegate = _Delegate(look, self)
        self.setModel(self.model_rows)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if can_drag:
            self.setSelectionMode(
                QAbstractItemView.SelectionMode.SingleSelection
            )  # Qt drags what is selected
            self.setDragEnabled(True)
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDropIndicatorShown(True)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @property
    def rows(self) -> tuple[LessonRow, ...]:
        """What is listed now."""
        return self.model_rows.rows

    def show_rows(self, rows: tuple[LessonRow, ...], at: int | None = None) -> None:
        """Show rows, and mark one as that which is shown in the window."""
        before, self.model_rows.at = self.model_rows.at, at
        self.model_rows.show_rows(rows, alike=len(rows) == len(self.rows))
        if at is not None and at < len(rows):
            self.setCurrentIndex(self.model_rows.index(at))
            if at != before:
                self.scrollTo(self.model_rows.index(at))

    def needed_height(self) -> int:
        """The height of all rows."""
        sizes = (self._delegate.height_of(row) for row in self.rows)
        return sum(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, with the current row in view."""
        super().resizeEvent(event)
        if self.model_rows.at is not None:
            self.scrollTo(self.model_rows.index(self.model_rows.at))

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's signature
        """Remember which row it is."""
        self._dragged = self.currentIndex().row()
        super().startDrag(supportedActions)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a row was let go; the lesson, not the list, moves it."""
        row = self._dragged
        over = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        to = over.row() + below if over.isValid() else len(self.rows)
        event.acceptProposedAction()
        self.moved.emit(row, to - (to > row))

    def _choose(self, index: Index) -> None:
        if not self.rows[index.row()].heading:
            self.chosen.emit(index.row())


class _Rows(WrappedRows[LessonRow]):
    """Rows that can be dragged, but for headings; `at` is the one that is shown in the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(_words, parent)
        self.at: int | None = None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


def _words(row: LessonRow) -> Words:
    number = f"{row.number}. " if row.number else ""
    said = ", ".join(part for part in (number + row.title, row.detail, row.side) if part)
    return Words(row.title, said, said)


class _Delegate(WrappedDelegate):
    def __init__(self, look: Look, rows: LessonList) -> None:
        super().__init__(look, rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(10, self.height_of(index.data(ROW_ROLE)))

    def height_of(self, row: LessonRow) -> int:
        title, detail = self._heights(row)
        return max(title + detail + 2 * self.look.px(_ABOVE), self.look.px(36))

    def _weight(self, row: LessonRow) -> QFont.Weight:
        return QFont.Weight.DemiBold if row.heading or row.detail else QFont.Weight.Normal

    def _width(self, row: LessonRow) -> int:
        """The width that the title has."""
        look = self.look
        side = look.metrics(META).horizontalAdvance(row.side) + look.px(12) if row.side else 0
        return max(
            look.grown(80), self._rows.viewport().width() - look.px(2 * _SIDE) - self._indent(row) - side
        )

    def _indent(self, row: LessonRow) -> int:
        return self.look.metrics().horizontalAdvance("00 ") if row.number else 0

    def _heights(self, row: LessonRow) -> tuple[int, int]:
        look, width = self.look, self._width(row)
        size = META if row.heading else BODY
        metrics = look.metrics(size, self._weight(row))
        title = metrics.boundingRect(QRect(0, 0, width, 10_000), WRAP, row.title).height()
        if not row.detail:
            return title, 0
        box = QRect(0, 0, self._rows.viewport().width() - look.px(2 * _SIDE) - self._indent(row), 10_000)
        return title, look.metrics(META).boundingRect(box, WRAP, row.detail).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LessonRow = index.data(ROW_ROLE)
        look, box = self.look, box_of(option)
        is_current = index.row() == self._rows.model_rows.at
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(look.px(4), 1, -look.px(4), -1)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(inner, look.px(6), look.px(6))
            painter.setBrush(look.color("text"))
            bar = QRectF(inner.left(), inner.top() + look.px(5), look.px(4), inner.height() - look.px(10))
            painter.drawRoundedRect(bar, look.px(2), look.px(2))
        self._paint_words(painter, row, box.adjusted(look.px(_SIDE), look.px(_ABOVE), -look.px(_SIDE), 0))
        if self._rows.hasFocus() and index == self._rows.currentIndex():
            paint_focus(painter, inner, look)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: LessonRow, box: QRectF) -> None:
        look, indent, (title, _detail) = self.look, self._indent(row), self._heights(row)
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(META))
        baseline = (look.metrics().ascent() - look.metrics(META).ascent()) / 1
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.drawText(box.adjusted(0, baseline, 0, 0), right, row.side)
        painter.drawText(box.adjusted(indent, title, 0, 0), WRAP, row.detail)
        painter.setFont(look.font())
        if row.number:
            painter.drawText(box, WRAP, str(row.number))
        if not row.heading:
            painter.setPen(look.color("text"))
        painter.setFont(look.font(META if row.heading else BODY, self._weight(row)))
        painter.drawText(QRectF(box.left() + indent, box.top(), self._width(row), title + 2), WRAP, row.title)
