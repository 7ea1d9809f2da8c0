"""The rows beside the body: verdicts with their counts, and claims that wrap over as many lines as needed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QWidget,
)

from bodymap.features.article.model import Entry
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import META, Look
from bodymap.ui.row_model import ROW_ROLE, Index
from bodymap.ui.style_option import box_of
from bodymap.ui.verdict_marks import paint_verdict, verdict_role
from bodymap.ui.wrapped_list import WRAP, Words, WrappedDelegate, WrappedList, WrappedRows

_SIDE, _MARK, _CHIP, _ABOVE = 24, 26, 30, 9
"""Room at both ends, before the words for the shape, after them for the chip, and above; px at scale 1."""


class EntryList(WrappedList):
    """Shows entries; emits `chosen(key)` by click, Enter, or an arrow that moves to another row."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._entries = WrappedRows[Entry](lambda entry: Words(entry.text, entry.spoken), self)
        self._delegate = _Delegate(look, self)
        self.setModel(self._entries)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed now."""
        return self._entries.rows

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show rows and bring the chosen one into view."""
        alike = [entry.key for entry in entries] == [entry.key for entry in self.entries]
        self._entries.show_rows(entries, alike=alike)
        row = next((i for i, entry in enumerate(entries) if entry.chosen), -1)
        if row >= 0:
            self.setCurrentIndex(self._entries.index(row))
            self.scrollTo(self._entries.index(row))

    def rows_height(self) -> int:
        """The height that all rows need."""
        return sum(self._delegate.height(entry) for entry in self.entries)

    def _choose(self, index: Index) -> None:
        self.chosen.emit(index.data(ROW_ROLE).key)


class _Delegate(WrappedDelegate):
    def __init__(self, look: Look, rows: EntryList) -> None:
        super().__init__(look, rows)
        self._rows = rows

    def height(self, entry: Entry) -> int:
        look = self.look
        room = self._rows.viewport().width() - look.px(2 * _SIDE) - look.grown(_MARK + _CHIP)
        box = QRect(0, 0, max(60, room), 10_000)
        words = self._metrics(entry).boundingRect(box, WRAP, entry.text).height()
        return words + 2 * look.px(_ABOVE)

    def _metrics(self, entry: Entry) -> QFontMetrics:
        return self.look.metrics(META, QFont.Weight.DemiBold if entry.chosen else QFont.Weight.Normal)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        entry: Entry = index.data(ROW_ROLE)
        return QSize(10, self.height(entry))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ROW_ROLE)
        look, box, inset = self.look, box_of(option), self.look.px(8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(inset, 1, -inset, -1)
        if entry.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(inner, inset, inset)
            painter.setBrush(look.color("text"))
            bar = QRectF(inner.left(), inner.center().y() - look.px(12), look.px(4), look.px(24))
            painter.drawRoundedRect(bar, look.px(2), look.px(2))
        self._paint_content(painter, entry, box)
        if self._rows.hasFocus() and index == self._rows.currentIndex():
            paint_focus(painter, inner, look)
        painter.restore()

    def _paint_content(self, painter: QPainter, entry: Entry, box: QRectF) -> None:
        look, left, side = self.look, box.left() + self.look.px(_SIDE), self.look.grown(16)
        top = box.top() + look.px(_ABOVE)
        painter.setFont(look.font(META, QFont.Weight.DemiBold if entry.chosen else QFont.Weight.Normal))
        line = painter.fontMetrics().height()
        if entry.mark:
            color = look.color(verdict_role(entry.mark))
            paint_verdict(painter, entry.mark, QRectF(left, top + (line - side) / 2, side, side), color)
        painter.setPen(look.color("text"))
        words = QRectF(left + look.grown(_MARK), top, 0, box.height())
        words.setRight(box.right() - look.px(_SIDE) - look.grown(_CHIP))
        painter.drawText(words, WRAP, entry.text)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        chip = QRectF(words.right(), top, look.grown(_CHIP), box.height())
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), entry.chip)
