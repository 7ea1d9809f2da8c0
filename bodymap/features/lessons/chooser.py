"""A sheet to choose one of many things by name: what is typed leaves those whose words hold it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.fields import Field
from bodymap.features.lessons.making import LessonRow, Offer, found_in
from bodymap.features.lessons.row_list import LessonList
from bodymap.i18n import _
from bodymap.ui.frames import paint_frame
from bodymap.ui.look import TITLE, Look
from bodymap.ui.overlay import Overlay


class Chooser(Overlay):
    """Emits `chosen(id)` by click or Enter, and goes. Arrows walk through the list while one types."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget, title: str, offers: Sequence[Offer]) -> None:
        super().__init__(look, parent)
        self._title, self._offers = title, tuple(offers)
        self._rows: tuple[Offer | None, ...] = ()
        self.setAccessibleName(title)
        self.field = Field(look, _("Search"), self)
        self.list = LessonList(look, title, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.edited.connect(self._show)
        self.field.edit.installEventFilter(self)
        self.list.chosen.connect(self._take)
        self.setFocusProxy(self.field)
        self._arrange()
        self._show("")

    @property
    def offered(self) -> tuple[Offer, ...]:
        """What is listed now."""
        return tuple(offer for offer in self._rows if offer is not None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc in the field are for the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.model_rows.at or 0)
        elif key == Qt.Key.Key_Escape:
            self.shut()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it."""
        if not self._sheet().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the sheet in the middle."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet with its title, and words where nothing is found."""
        super().paintEvent(event)
        painter, look, sheet = QPainter(self), self.look, self._sheet()
        paint_frame(painter, QRectF(sheet), look, "panel")
        painter.setPen(look.color("text"))
        painter.setFont(look.font(TITLE, QFont.Weight.Bold))
        down = QPoint(look.px(24), look.px(20) + look.metrics(TITLE).ascent())
        painter.drawText(sheet.topLeft() + down, self._title)
        if not self._rows:
            painter.setFont(look.font())
            painter.drawText(self.list.geometry(), Qt.AlignmentFlag.AlignTop, _("Nothing is called so here"))

    def _show(self, words: str) -> None:
        rows: list[LessonRow] = []
        held: list[Offer | None] = []
        group = ""
        for offer in found_in(self._offers, words):
            if offer.group != group:
                group = offer.group
                rows.append(LessonRow(group, heading=True))
                held.append(None)
            rows.append(LessonRow(offer.words, offer.detail))
            held.append(offer)
        self._rows = tuple(held)
        self.list.setVisible(bool(rows))
        first = next((n for n, offer in enumerate(held) if offer is not None), None)
        self.list.show_rows(tuple(rows), first)
        self._say(first)
        self.update()

    def _step(self, by: int) -> None:
        at = (self.list.model_rows.at or 0) + by
        while 0 <= at < len(self._rows) and self._rows[at] is None:
            at += by
        if 0 <= at < len(self._rows):
            self.list.show_rows(self.list.rows, at)
            self._say(at)

    def _say(self, at: int | None) -> None:
        """Let a screen reader hear what is marked while the keyboard stays in the field."""
        offer = self._rows[at] if at is not None else None
        words = ", ".join(part for part in (offer.words, offer.detail) if part) if offer else ""
        self.field.edit.setAccessibleDescription(words)

    def _take(self, row: int) -> None:
        offer = self._rows[row] if row < len(self._rows) else None
        if offer is not None:
            self.shut()
            self.chosen.emit(offer.id)

    def _sheet(self) -> QRect:
        look = self.look
        width = min(self.width() - look.px(48), look.grown(760))
        height = min(self.height() - look.px(48), look.grown(620))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _arrange(self) -> None:
        look = self.look
        inner = self._sheet().adjusted(look.px(24), look.px(20), -look.px(24), -look.px(16))
        top = inner.top() + look.metrics(TITLE).height() + look.px(8)
        tall = self.field.sizeHint().height()
        self.field.setGeometry(inner.left(), top, inner.width(), tall)
        top += tall + look.px(12)
        self.list.setGeometry(
            inner.left() - look.px(12), top, inner.width() + look.px(24), inner.bottom() - top
        )
