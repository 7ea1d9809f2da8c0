"""The legend of values: a title, the scale with its numbers, and the hatching of what has no value."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QLinearGradient, QPainter, QPainterPath, QPen

from bodymap.ui.body.tones import hatching
from bodymap.ui.look import META, Look
from bodymap.ui.scales import scales_for
from bodymap.viewmodels.scene_values import Scale

_WIDTH, _STRIP = 280, 14
_STEPS = 24
"""Stops of the strip: between two the device mixes by itself."""


def bar_size(scale: Scale, room: int, look: Look) -> QSize:
    """How large the legend of a scale is, at most as wide as the room."""
    row = look.metrics(META).height()
    rows = 3 if scale.missing else 2
    width = max(look.px(120), min(room, look.grown(_WIDTH)))
    return QSize(width, rows * row + look.grown(_STRIP) + look.px(6) * rows)


def draw_bar(scale: Scale, size: QSize, look: Look, painter: QPainter) -> None:
    """Draw it with its corner at (0, 0)."""
    row, gap = look.metrics(META).height(), look.px(6)
    painter.setPen(look.color("text"))
    painter.setFont(look.font(META, QFont.Weight.DemiBold))
    bold = look.metrics(META, QFont.Weight.DemiBold)
    title = bold.elidedText(scale.title, Qt.TextElideMode.ElideRight, size.width())
    painter.drawText(QRect(0, 0, size.width(), row), int(Qt.AlignmentFlag.AlignVCenter), title)
    strip = QRectF(0.5, row + gap + 0.5, size.width() - 1, look.grown(_STRIP))
    _draw_strip(painter, strip, scale, look)
    painter.setFont(look.font(META))
    painter.setPen(look.color("text"))
    top = round(strip.bottom()) + gap // 2
    for at, words in scale.ticks:
        painter.drawText(_tick(at, words, (size.width(), top, row), look), 0, words)
    if scale.missing:
        _draw_missing(painter, QRect(0, top + row + gap, size.width(), row), scale.missing, look)


def _draw_strip(painter: QPainter, strip: QRectF, scale: Scale, look: Look) -> None:
    scales = scales_for(look.theme.art)
    gradient = QLinearGradient(strip.topLeft(), strip.topRight())
    for step in range(_STEPS + 1):
        gradient.setColorAt(step / _STEPS, scales.color(step / _STEPS, scale.diverging))
    painter.setPen(QPen(look.color("outline"), 1))
    painter.setBrush(gradient)
    painter.drawRect(strip)
    for at, _words in scale.ticks:
        x = strip.left() + strip.width() * at
        painter.drawLine(QPointF(x, strip.bottom()), QPointF(x, strip.bottom() + look.px(4)))


def _tick(at: float, words: str, where: tuple[int, int, int], look: Look) -> QRect:
    """Where the words of a place stand: below it, inside the bar."""
    width, top, row = where
    wide = look.metrics(META).horizontalAdvance(words) + 2
    left = min(width - wide, max(0, round(width * at - wide / 2)))
    return QRect(left, top, wide, row)


def _draw_missing(painter: QPainter, line: QRect, words: str, look: Look) -> None:
    swatch = QRectF(line.left() + 0.5, line.top() + 0.5, look.grown(28), line.height() - 1)
    shape = QPainterPath()
    shape.addRect(swatch)
    color = scales_for(look.theme.art).missing
    painter.fillPath(shape, look.color("ground1"))
    painter.fillPath(hatching(swatch, look.px(9)).intersected(shape), color)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1))
    painter.drawRect(swatch)
    painter.setPen(look.color("text"))
    rest = line.adjusted(round(swatch.width()) + look.px(8), 0, 0, 0)
    painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), words)
