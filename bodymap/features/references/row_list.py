"""The list of publications: title in full, what it is below, a bar where it is about the thing in focus."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from bodymap.atlas.records import Ref
from bodymap.features.references.model import detail, touches
from bodymap.i18n import _
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import BODY, META, Look
from bodymap.ui.row_model import ROW_ROLE, Index
from bodymap.ui.style_option import box_of, has_state
from bodymap.ui.wrapped_list import WRAP, Words, WrappedDelegate, WrappedList, WrappedRows
from bodymap.viewmodels.references import ReferenceRow

_SIDE, _ABOVE = 24, 10


class ReferenceList(WrappedList):
    """Several rows can be chosen; emits `opened(row)` by Enter or double click and `chosen_changed`."""

    opened = Signal(object)
    chosen_changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(_("References"), parent)
        self._rows = WrappedRows[ReferenceRow](_words, self)
        self._delegate = _Delegate(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)

    @property
    def rows(self) -> tuple[ReferenceRow, ...]:
        """What is listed now."""
        return self._rows.rows

    def chosen(self) -> tuple[ReferenceRow, ...]:
        """The rows that are chosen, in their order."""
        marked = {index.row() for index in self.selectionModel().selectedIndexes()}
        return tuple(row for number, row in enumerate(self.rows) if number in marked)

    def show_rows(self, rows: tuple[ReferenceRow, ...]) -> None:
        """Show rows; those chosen before stay chosen where they are still listed."""
        kept = {row.reference.id for row in self.chosen()}
        self._rows.show_rows(rows)
        select = QItemSelectionModel.SelectionFlag.Select
        for number, row in enumerate(rows):
            if row.reference.id in kept:
                self.selectionModel().select(self._rows.index(number), select)
        self.chosen_changed.emit()

    def show_focus(self, focus: Ref) -> None:
        """Mark what is about the thing in focus."""
        self._delegate.focus = focus
        self.viewport().update()

    def _open(self, index: Index) -> None:
        self.opened.emit(index.data(ROW_ROLE))


def _words(row: ReferenceRow) -> Words:
    said = f"{row.citation} {detail(row)}"
    return Words(row.short, said, said)


class _Delegate(WrappedDelegate):
    def __init__(self, look: Look, rows: ReferenceList) -> None:
        super().__init__(look, rows)
        self._rows = rows
        self.focus = Ref("organ", "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(10, sum(self._heights(index.data(ROW_ROLE))) + 2 * self.look.px(_ABOVE))

    def _heights(self, row: ReferenceRow) -> tuple[int, int, int]:
        look = self.look
        box = QRect(0, 0, max(100, self._rows.viewport().width() - look.px(2 * _SIDE)), 10_000)
        half = QFont.Weight.DemiBold
        words = ((BODY, half, row.short), (META, QFont.Weight.Normal, row.reference.title))
        heights = [
            look.metrics(size, weight).boundingRect(box, WRAP, w).height() for size, weight, w in words
        ]
        return heights[0], heights[1], look.metrics(META).boundingRect(box, WRAP, detail(row)).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReferenceRow = index.data(ROW_ROLE)
        look, box, inset = self.look, box_of(option), self.look.px(8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = box.adjusted(inset, 1, -inset, -1)
        if has_state(option, QStyle.StateFlag.State_Selected):
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(inner, inset, inset)
        if touches(row, self.focus):
            painter.setBrush(look.color("receiving"))
            bar = QRectF(inner.left(), inner.center().y() - look.px(12), look.px(4), look.px(24))
            painter.drawRoundedRect(bar, look.px(2), look.px(2))
        self._paint_words(painter, row, box.adjusted(look.px(_SIDE), look.px(_ABOVE), -look.px(_SIDE), 0))
        if self._rows.hasFocus() and index == self._rows.currentIndex():
            paint_focus(painter, inner, look)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: ReferenceRow, box: QRectF) -> None:
        look = self.look
        first, second, _third = self._heights(row)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(BODY, QFont.Weight.DemiBold))
        painter.drawText(box, WRAP, row.short)
        painter.setFont(look.font(META))
        painter.drawText(box.adjusted(0, first, 0, 0), WRAP, row.reference.title)
        painter.setPen(look.color("muted"))
        painter.drawText(box.adjusted(0, first + second, 0, 0), WRAP, detail(row))
