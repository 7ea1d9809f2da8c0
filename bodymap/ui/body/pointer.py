"""The pointer over the body: what a press, a drag, a wheel or a pinch asks for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

_NOTCH = 120.0
_PER_NOTCH = 1.2
_SAME_SPOT = 4.0


@dataclass
class Steps:
    """The regions under one spot: clicking there again goes one deeper, and round again at the last."""

    spot: QPointF | None = None
    stack: tuple[str, ...] = ()
    at: int = 0

    def next(self, spot: QPointF, stack: tuple[str, ...]) -> str | None:
        """The region that a click chooses; `stack` is what lies there now, top first."""
        again = self.spot is not None and (spot - self.spot).manhattanLength() <= _SAME_SPOT
        if again and set(stack) & set(self.stack):
            self.at = (self.at + 1) % len(self.stack)
        else:
            self.spot, self.stack, self.at = spot, stack, 0
        return self.stack[self.at] if self.stack else None


@dataclass
class Drag:
    """A press that may become a drag."""

    start: QPointF | None = None
    last: QPointF | None = None
    going: bool = False

    def press(self, at: QPointF) -> None:
        """The button goes down."""
        self.start, self.last, self.going = at, at, False

    def move(self, at: QPointF) -> QPointF | None:
        """How far the picture is to be dragged now; None while this is no drag."""
        if self.start is None or self.last is None:
            return None
        far = (at - self.start).manhattanLength() >= QApplication.startDragDistance()
        self.going = self.going or far
        if not self.going:
            return None
        by, self.last = at - self.last, at
        return by

    def release(self) -> bool:
        """The button goes up; whether this was a click."""
        clicked = self.start is not None and not self.going
        self.start = self.last = None
        self.going = False
        return clicked


def wheel_factor(event: QWheelEvent) -> float:
    """How much a turn of the wheel zooms."""
    return float(_PER_NOTCH ** (event.angleDelta().y() / _NOTCH))


def gesture_zoom(event: QEvent) -> tuple[float, QPointF] | None:
    """The factor and the middle (px of the screen or the widget) of a pinch; None where it is none."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            return 1.0 + event.value(), event.position()
        return None
    if isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            event.accept()
            return pinch.scaleFactor(), pinch.centerPoint()
    return None
