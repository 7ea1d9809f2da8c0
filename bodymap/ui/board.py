"""A board: a view of its own in the place of body and card, with a title, a close button and controls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.look import META, TITLE, Look
from bodymap.ui.segmented import Segmented

Place = Literal["all", "body", "card", "room"]
"""What a board takes the place of: body and card, the body alone, or the card, which it widens.

`room` is for what a room reads: the board has most of the window, the body the rest, and no list is seen.
"""
Control = Button | Segmented


class Board(QWidget):
    """Emits `closed` once; a guest fills it by `arrange`. `side` takes the place of the lists, if any.

    It is told nothing of keys: Esc and everything else are actions of the table. `short` is a shorter name.
    """

    closed = Signal()
    place: Place = "all"
    title = TITLE
    short = ""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._note = look, ""
        self.side: QWidget | None = None
        self.controls: Sequence[Control] = ()
        self.setAccessibleName(name)
        self.button = Button(look, icon="close", parent=self)
        self.button.setAccessibleName(_("Close {name}").format(name=name))
        self.button.setToolTip(_("Close (Esc)"))
        self.button.clicked.connect(self.shut)

    def show_note(self, note: str) -> None:
        """Say beside the title what is shown."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self.look = look
        for part in (self.button, *self.controls):
            part.show_look(look)
        self.lay_out()
        self.update()

    def shut(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()
        if self.side is not None:
            self.side.deleteLater()
        self.deleteLater()

    def arrange(self, area: QRect) -> None:
        """Lay out what is shown in an area; for guests to say."""

    def lay_out(self) -> None:
        """Lay out head, controls and content."""
        look, size = self.look, self.look.control
        edge, gap = look.px(16), look.px(8)
        right, head = self.width() - edge, self._head()
        top = head.y() + (head.height() - size) // 2
        self.button.setGeometry(right - size, top, size, size)
        widths = [control.sizeHint().width() for control in self.controls]
        needed = sum(widths) + gap * len(widths)
        beside = right - size - needed >= self._left() + self._title_width() + gap
        x = right - size - needed if beside else self._left()
        below = head.bottom() + 1 + gap
        y = top if beside else below
        for control, width in zip(self.controls, widths, strict=True):
            if not beside and x + width > right and x > self._left():
                x, y = self._left(), y + size + gap
            control.setGeometry(x, y, width, size)
            x += width + gap
        bottom = y + size + gap if self.controls and not beside else below
        self.arrange(QRect(0, bottom, self.width(), max(0, self.height() - bottom)))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, hairline at the left, title and note."""
        painter, look = QPainter(self), self.look
        painter.fillRect(self.rect(), look.color("panel"))
        if self.place in ("card", "room"):
            painter.setPen(QPen(look.color("hairline"), 1))
            painter.drawLine(0, 0, 0, self.height())
        painter.setPen(look.color("text"))
        painter.setFont(look.font(self.title, QFont.Weight.Bold))
        box = self._head()
        middle, metrics = Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics()
        name = self.accessibleName()
        if self.short and metrics.horizontalAdvance(name) > box.width():
            name = self.short
        painter.drawText(box, middle, metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width()))
        used = metrics.horizontalAdvance(name) + look.px(16)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        rest = box.adjusted(used, look.px(6 if self.title == TITLE else 0), 0, 0)
        if rest.width() >= painter.fontMetrics().horizontalAdvance(self._note):
            painter.drawText(rest, middle, self._note)

    def _left(self) -> int:
        return self.look.px(24)

    def _head(self) -> QRect:
        """Where the title stands."""
        tall = max(self.look.control, self.look.metrics(self.title, QFont.Weight.Bold).height())
        return QRect(self._left(), self.look.px(12), max(0, self._room()), tall)

    def _title_width(self) -> int:
        metrics = self.look.metrics(self.title, QFont.Weight.Bold)
        return metrics.horizontalAdvance(self.accessibleName()) + self.look.px(8)

    def _room(self) -> int:
        """The width that title and note have."""
        row = [c.x() for c in self.controls if c.isVisible() and c.y() == self.button.y()]
        return min([self.button.x(), *row]) - self._left() - self.look.px(8)
