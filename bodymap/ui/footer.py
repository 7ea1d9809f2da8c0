"""The foot below the body: what lies under the pointer, and quiet notices with one button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bodymap.ui.button import Button
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import META, Look
from bodymap.ui.notice import Notice

_ICON = 18
_LEAST, _LETTER = 6000, 80
"""ms that a notice is there, and more for each of its letters: long enough to be read twice."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class Footer(QWidget):
    """Shows a name while something is hovered, else the latest notice, else what it is to remind of.

    While a notice is there, what it reminds of keeps its button, `way_back`; where there is no room for all
    the words of a reminder its button stands alone, and notices wrap before they are cut.
    """

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
        self.way_back = Button(look, icon="back", parent=self)
        self.way_back.hide()
        self.way_back.clicked.connect(lambda: _run(self._reminder))

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for button in (self.button, self.way_back):
            button.show_look(look)
        self._arrange()
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
        self.setToolTip(notice.words if notice else "")
        self.button.setToolTip(notice.words if notice else "")
        back = self._reminder
        self.way_back.show_words(back.button if back else "")
        self.way_back.setAccessibleName(back.button if back else "")
        self.way_back.setToolTip(f"{back.button}\n{back.words}" if back else "")
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
        painter.setPen(look.color("text"))
        painter.setFont(look.font(META))
        if self._name:
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, right - left))
            painter.drawText(
                QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, shown
            )
            return
        shown = self.shown_words()
        if shown:
            side = look.grown(_ICON)
            paint_icon(
                painter, "notice", QRectF(left, (self.height() - side) / 2, side, side), look.color("text")
            )
            painter.drawText(self._room(), _WRAP, shown)

    def shown_words(self) -> str:
        """The words of the notice, as far as they have room."""
        notice = self._notice
        return self._fitting(notice.words, self._room().width()) if notice else ""

    def _room(self) -> QRect:
        """Where the words of a notice stand: between its icon and the first button."""
        left, right = self._span
        gap = self._look.px(12)
        buttons = [button.x() - gap for button in (self.button, self.way_back) if not button.isHidden()]
        left += self._look.grown(_ICON) + self._look.px(8)
        return QRect(left, 0, max(0, min([right, *buttons]) - left), self.height())

    def _fitting(self, words: str, width: int) -> str:
        """As many words as have room, on as many lines as the foot is high; of a reminder, all or none."""
        metrics = self._look.metrics(META)
        most = max(1, self.height() // metrics.lineSpacing()) * metrics.lineSpacing()

        def fits(said: str) -> bool:
            box = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, said)
            return box.height() <= most and box.width() <= width

        if fits(words):
            return words
        if self._latest is None:
            return ""
        parts = words.split()
        while parts and not fits(" ".join(parts) + " …"):
            parts.pop()
        return " ".join(parts) + " …" if parts else ""

    def _arrange(self) -> None:
        left, right = self._span
        gap, notice = self._look.px(12), self._notice
        words = self._look.metrics(META).horizontalAdvance(notice.words) if notice else 0
        words += self._look.grown(_ICON) + self._look.px(24)
        wide = self.button.sizeHint().width() + gap if notice and notice.button else 0
        self.way_back.show_bare(False)
        self.way_back.show_bare(words + wide + self.way_back.sizeHint().width() + gap > right - left)
        both = self._latest is not None and self._reminder is not None
        if both:
            right = self._put(self.way_back, right - self.way_back.sizeHint().width()) - gap
        self.way_back.setVisible(both)
        self._put(self.button, max(left, min(left + words, right - self.button.sizeHint().width())))
        self.button.setVisible(bool(wide) and right - left > wide - gap)
        if self._latest is None and not self.shown_words():
            self._put(self.button, left)

    def _put(self, button: Button, x: int) -> int:
        """Put a button into the middle of the height; where it begins."""
        hint = button.sizeHint()
        button.setGeometry(x, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        return x

    def _run(self) -> None:
        _run(self._notice)


def _run(notice: Notice | None) -> None:
    if notice is not None and notice.run is not None:
        notice.run()
