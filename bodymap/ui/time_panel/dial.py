"""One dial of the dose: its value in words, and a track to drag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from bodymap.ui.frames import paint_focus
from bodymap.ui.look import Look

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.values import Dial

_STEPS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10, Qt.Key.Key_Home: -10**6, Qt.Key.Key_End: 10**6,
}  # fmt: skip


class DialSlider(QSlider):
    """Emits `turned(value)` while it is dragged or stepped by keys, and `let_go` at the end of it."""

    turned = Signal(float)
    let_go = Signal()

    def __init__(self, look: Look, widest: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._widest = look, widest
        self._steps: tuple[float, ...] = (0.0,)
        self._words, self._tight = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_room(self, *, tight: bool) -> None:
        """Use a shorter track where room is short."""
        self._tight = tight
        self.updateGeometry()

    def show_dial(self, dial: Dial) -> None:
        """Show a value among its steps; greyed where there is a reason."""
        self._steps, self._words = dial.steps, dial.words
        self.setRange(0, len(dial.steps) - 1)
        self.setValue(min(range(len(dial.steps)), key=lambda n: abs(dial.steps[n] - dial.value)))
        self.setEnabled(not dial.reason)
        self.setAccessibleName(dial.name)
        self.setAccessibleDescription(dial.reason or dial.words)
        self.setToolTip(dial.reason or dial.name)
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
        painter.drawText(
            words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words or "–"
        )
        left, right = self._track()
        y, tall = self.height() / 2, look.px(4)
        share = self.value() / max(1, self.maximum())
        x = left + share * (right - left)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("outline"))
        painter.drawRoundedRect(QRectF(left, y - tall / 2, right - left, tall), tall / 2, tall / 2)
        painter.setBrush(look.color("working"))
        painter.drawRoundedRect(QRectF(left, y - tall / 2, x - left, tall), tall / 2, tall / 2)
        painter.setBrush(look.color("text"))
        painter.drawEllipse(QPointF(x, y), look.px(8), look.px(8))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look)

    def _words_width(self) -> int:
        return self._look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance(self._widest)

    def _track(self) -> tuple[float, float]:
        edge = self._look.px(12)
        return float(self._words_width() + edge + self._look.px(8)), float(self.width() - edge)

    def _index_at(self, x: float) -> int:
        left, right = self._track()
        return round((x - left) / max(1.0, right - left) * self.maximum())

    def _turn(self, index: int) -> None:
        index = max(0, min(self.maximum(), index))
        if index != self.value():
            self.setValue(index)  # the handle follows the hand; words and curves a frame later
            self.turned.emit(self._steps[index])
