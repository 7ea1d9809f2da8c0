"""The frames of controls: rounded boxes with a hairline outline, and the ring of the keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bodymap.ui.look import Look


def paint_frame(painter: QPainter, box: QRectF, look: Look, fill: str, outline: str = "outline") -> None:
    """A box of a control: radius 8, outline 1 px, filled with a role."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(outline), look.base))
    painter.setBrush(look.color(fill))
    half = look.base / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), look.px(8), look.px(8))


def paint_block(painter: QPainter, box: QRectF, look: Look, color: QColor) -> None:
    """The filled block of a chosen segment: inset 4, radius 5."""
    inset = look.px(4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), look.px(5), look.px(5))


def paint_focus(painter: QPainter, box: QRectF, look: Look, role: str = "link") -> None:
    """The ring around what has the keyboard: 2 px inside the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(role), 2 * look.base))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = 1.5 * look.base
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), look.px(7), look.px(7))
