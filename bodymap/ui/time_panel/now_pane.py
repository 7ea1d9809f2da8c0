"""The left of the panel: the time in large words, where that is in the bouts, and the transport."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.action_set import ActionSet
from bodymap.ui.button import Button
from bodymap.ui.look import META, TITLE, Look

_BUTTONS = (("time-start", "to-start"), ("play", "play"), ("time-end", "to-end"))


class NowPane(QWidget):
    """Shows time words and place words; its buttons run the action table. Emits `speed_asked`."""

    speed_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words, self._place = look, "", ""
        self.buttons = {action: Button(look, icon=icon, parent=self) for action, icon in _BUTTONS}
        self.buttons["play"].primary = True
        self.speed = Button(look, words="", parent=self)
        self.speed.clicked.connect(self.speed_asked)

    @property
    def tab_order(self) -> list[QWidget]:
        """What the tab key walks through."""
        return [*self.buttons.values(), self.speed]

    def link(self, actions: ActionSet) -> None:
        """Let the buttons run the table."""
        for action, button in self.buttons.items():
            actions.link(action, button)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (*self.buttons.values(), self.speed):
            part.show_look(look)
        self._arrange()
        self.update()

    def show_now(self, words: str, place: str) -> None:
        """Say what time is shown."""
        if (words, place) != (self._words, self._place):
            self._words, self._place = words, place
            self.setAccessibleName(f"{words}, {place}")
            self.update(self._area())

    def show_playing(self, playing: bool, pace: int) -> None:
        """Offer to stop or to play, and say how many minutes go by in a second."""
        self.buttons["play"].show_icon("pause" if playing else "play")
        hours = pace >= 2 * 60 and pace % 60 == 0
        form = _("{n} h/s") if hours else _("{n} min/s")
        said = _("Speed, {n} hours in a second") if hours else _("Speed, {n} minutes in a second")
        n = pace // 60 if hours else pace
        self.speed.show_words(form.format(n=n))
        self.speed.setToolTip(_("Speed: how much time goes by in a second"))
        self.speed.setAccessibleName(said.format(n=n))
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the transport at the bottom."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("panel"))
        area = self._area()
        top = area.top()
        title, meta = look.metrics(TITLE, QFont.Weight.Bold), look.metrics(META)
        heading = look.metrics(weight=QFont.Weight.DemiBold)
        if area.height() >= heading.height() + title.height() + meta.height() + look.px(8):
            painter.setFont(look.font(weight=QFont.Weight.DemiBold))
            painter.setPen(look.color("text"))
            painter.drawText(
                QRect(0, top, self.width(), heading.height()), Qt.AlignmentFlag.AlignLeft, _("Time")
            )
            top += heading.height() + look.px(4)
        painter.setFont(look.font(TITLE, QFont.Weight.Bold))
        painter.setPen(look.color("text"))
        self._line(painter, self._words, top, title.height())
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        self._line(painter, self._place, top + title.height() + look.px(2), meta.height())

    def _line(self, painter: QPainter, words: str, top: int, tall: int) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, top, self.width(), tall), Qt.AlignmentFlag.AlignVCenter, shown)

    def _area(self) -> QRect:
        """Where the words stand: above the transport."""
        return QRect(0, 0, self.width(), self.height() - self._look.control - self._look.px(8))

    def _arrange(self) -> None:
        look, x = self._look, 0
        y, gap = self.height() - look.control, look.px(8)
        for part in (*self.buttons.values(), self.speed):
            hint = part.sizeHint()
            wide = round(hint.width() * 1.4) if part is self.buttons["play"] else hint.width()
            part.setGeometry(x, y, wide, hint.height())
            part.setVisible(x + wide <= self.width())
            x += wide + gap
