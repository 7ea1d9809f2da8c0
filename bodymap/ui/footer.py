"""The foot below the body: what lies under the pointer, and quiet notices with one button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bodymap.ui.button import Button
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import META, Look
from bodymap.ui.notice import Notice

_LEAST, _LETTER = 6000, 80
"""ms that a notice is there, and more for each of its letters: long enough to be read twice."""


class Footer(QWidget):
    """Shows a name while something is hovered, else the latest notice, else what it is to remind of."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._name = look, ""
        self._latest: Notice | None = None
        self._reminder: Notice | None = None
        self._expiry = QTimer(self, singleShot=True)
        self._expiry.timeout.connect(self._expire)
        self._span = (0, 0)
        self.button = Button(look, parent=self)
        self.button.hide()
        self.button.clicked.connect(self._run)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.button.show_look(look)
        self.update()

    def show_name(self, name: str) -> None:
        """Name what lies under the pointer; "" for nothing."""
        self._name = name
        self.update()

    def show_notice(self, notice: Notice | None) -> None:
        """Say something quietly until it is replaced; for some seconds where it has no button."""
        self._latest = notice
        if notice is not None and not notice.button:
            self._expiry.start(_LEAST + _LETTER * len(notice.words))
        else:
            self._expiry.stop()
        self._show()

    def show_reminder(self, notice: Notice | None) -> None:
        """Say something wherever there is nothing else to say, until it is taken back with None."""
        self._reminder = notice
        self._show()

    @property
    def _notice(self) -> Notice | None:
        return self._latest or self._reminder

    def _expire(self) -> None:
        self.show_notice(None)

    def _show(self) -> None:
        notice = self._notice
        self.button.show_words(notice.button if notice else "")
        self.button.setAccessibleName(f"{notice.words} {notice.button}" if notice else "")
        self.setAccessibleName(notice.words if notice else "")
        self._arrange()
        self.update()

    def show_span(self, left: int, right: int) -> None:
        """Use the room between the controls, from x to x."""
        self._span = (left, right)
        self._arrange()
        self.update()

    def needed_height(self) -> int:
        """A control with 8 px above and below."""
        return self._look.control + self._look.px(16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, hairline, words."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("panel"))
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        words = self._name or (self._notice.words if self._notice else "")
        if not words:
            return
        left, right = self._span
        if not self._name:
            side = look.grown(18)
            paint_icon(
                painter, "notice", QRectF(left, (self.height() - side) / 2, side, side), look.color("text")
            )
            left += side + look.px(8)
        if self._notice and self.button.isVisible():
            right = self.button.x() - look.px(12)
        painter.setFont(look.font(META))
        painter.setPen(look.color("text"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, right - left))
        painter.drawText(QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)

    def _arrange(self) -> None:
        hint = self.button.sizeHint()
        left, right = self._span
        words = self._look.metrics(META).horizontalAdvance(self._notice.words) if self._notice else 0
        x = left + words + self._look.grown(18) + self._look.px(24)
        self.button.setGeometry(
            max(left, min(x, right - hint.width())),
            (self.height() - hint.height()) // 2,
            hint.width(),
            hint.height(),
        )
        self.button.setVisible(bool(self._notice and self._notice.button) and right - left > hint.width())

    def _run(self) -> None:
        notice = self._notice
        if notice is not None and notice.run is not None:
            notice.run()
