"""One dial of the dose: its value in words, and a track to drag."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from bodymap.i18n import _
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import Look

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.values import Dial

_STEPS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10, Qt.Key.Key_Home: -10**6, Qt.Key.Key_End: 10**6,
}  # fmt: skip


class DialSlider(QSlider):
    """Emits `turned(value)` while it is dragged or stepped by keys, and `let_go` at the end of it.

    Steps beyond the last one that can be chosen are greyed; who turns on is told why by `stopped(words)`.
    """

    turned = Signal(float)
    stopped = Signal(str)
    let_go = Signal()

    def __init__(self, look: Look, widest: tuple[str, str], parent: QWidget) -> None:
        """`widest` are the widest words, without and with the other measure."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._widest, self._in_full = look, widest, False
        self._dial: Dial | None = None
        self._told = False
        self._steps: tuple[float, ...] = (0.0,)
        self._tight = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_room(self, *, tight: bool, in_full: bool = False) -> None:
        """Use a shorter track where room is short; say the other measure too where there is much."""
        self._tight, self._in_full = tight, in_full
        self.updateGeometry()
        self.update()

    def show_dial(self, dial: Dial) -> None:
        """Show a value among its steps; greyed where there is a reason."""
        self._steps, self._dial = dial.steps, dial
        self.setRange(0, len(dial.steps) - 1)
        self.setValue(min(range(len(dial.steps)), key=lambda n: abs(dial.steps[n] - dial.value)))
        self.setEnabled(not dial.reason)
        self.setAccessibleName(dial.name)
        self.setAccessibleDescription(dial.reason or self._said(in_full=True))
        known = (dial.name, dial.more and self._said(in_full=True), dial.barred and self._bar_words())
        self.setToolTip(dial.reason or "\n".join(words for words in known if words))
        self.update()

    def sizeHint(self) -> QSize:
        """Words and a track, as high as a control."""
        return QSize(self._words_width() + self._look.px(88 if self._tight else 140), self._look.control)

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is cut off."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where it was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._turn(self._index_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._turn(self._index_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The end of a gesture."""
        self._told = False
        self.let_go.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns by chance changes nothing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, page keys step by ten, Home and End go to the ends."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._turn(self.value() + step)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a gesture by keys."""
        if not event.isAutoRepeat():
            self._told = False
            self.let_go.emit()
        super().keyReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, track and handle."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        painter.setPen(look.color("text"))
        words = QRectF(0, 0, self._words_width(), self.height())
        said = self._said(in_full=self._in_full) or "–"
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        left, right = self._track()
        y, tall = self.height() / 2, look.px(4)
        x, end = self._x_of(self.value()), self._x_of(self._last())
        painter.setPen(QPen(look.color("muted"), look.px(1.5), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(end, y), QPointF(right, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("outline"))
        painter.drawRoundedRect(QRectF(left, y - tall / 2, end - left, tall), tall / 2, tall / 2)
        if end < right:
            painter.fillRect(
                QRectF(end - tall / 2, y - look.px(7), tall / 2, look.px(14)), look.color("muted")
            )
        painter.setBrush(look.color("working"))
        painter.drawRoundedRect(QRectF(left, y - tall / 2, x - left, tall), tall / 2, tall / 2)
        painter.setBrush(look.color("text"))
        painter.drawEllipse(QPointF(x, y), look.px(8), look.px(8))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look)

    def _said(self, *, in_full: bool) -> str:
        """The value, with the other measure where there is one."""
        if self._dial is None or not (in_full and self._dial.more):
            return self._dial.words if self._dial else ""
        return _("{words} · {more}").format(words=self._dial.words, more=self._dial.more)

    def _bar_words(self) -> str:
        return _("Greyed: {why}").format(why=self._dial.barred if self._dial else "")

    def _last(self) -> int:
        """The last of its steps that can be chosen."""
        last = self._dial.last if self._dial else inf
        return bisect_right(self._steps, last) - 1

    def _x_of(self, index: int) -> float:
        left, right = self._track()
        return left + index / max(1, self.maximum()) * (right - left)

    def _words_width(self) -> int:
        words = self._widest[self._in_full]
        return self._look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance(words)

    def _track(self) -> tuple[float, float]:
        edge = self._look.px(12)
        return float(self._words_width() + edge + self._look.px(8)), float(self.width() - edge)

    def _index_at(self, x: float) -> int:
        left, right = self._track()
        return round((x - left) / max(1.0, right - left) * self.maximum())

    def _turn(self, index: int) -> None:
        last = self._last()
        if index > last and last < self.maximum() and not self._told:
            self._told = True
            self.stopped.emit(self._bar_words())
        index = max(0, min(last, index))
        if index != self.value():
            self.setValue(index)  # the handle follows the hand; words and curves a frame later
            self.turned.emit(self._steps[index])
