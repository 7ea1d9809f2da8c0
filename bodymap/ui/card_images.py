"""The small pictures in the card, painted from their names: shapes, evidence dots, intervals, marks."""

from __future__ import annotations

from collections.abc import Callable
from math import log

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from bodymap.ui.icons import paint_icon
from bodymap.ui.verdict_marks import paint_verdict


def card_image(name: str, ratio: float) -> QImage | None:
    """The picture of a name for a device pixel ratio; None for a name that is no picture."""
    kind, _colon, rest = name.partition(":")
    parts = rest.split(":")
    if kind == "interval" and len(parts) == 8:
        return _interval(parts, ratio)
    if kind == "point" and len(parts) == 8:
        return _point(parts, ratio)
    if kind == "dots" and len(parts) == 4:
        return _dots(parts, ratio)
    if kind in ("shape", "mark", "icon", "verdict") and len(parts) == 4:
        return _square(kind, parts, ratio)
    return None


def paint_shape(painter: QPainter, direction: str, box: QRectF) -> None:
    """The shape of a direction in the painter's brush: up, down, equal bars, or both ways."""
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    up = QPolygonF([QPointF(x + w / 2, y + h * 0.08), QPointF(x + w, y + h * 0.92), QPointF(x, y + h * 0.92)])
    down = QPolygonF(
        [QPointF(x, y + h * 0.08), QPointF(x + w, y + h * 0.08), QPointF(x + w / 2, y + h * 0.92)]
    )
    if direction == "increases":
        painter.drawPolygon(up)
    elif direction == "decreases":
        painter.drawPolygon(down)
    elif direction == "no-change":
        painter.drawRect(QRectF(x, y + h * 0.2, w, h * 0.22))
        painter.drawRect(QRectF(x, y + h * 0.6, w, h * 0.22))
    else:
        middle = box.center()
        diamond = [QPointF(middle.x(), y), QPointF(x + w, middle.y()), QPointF(middle.x(), y + h)]
        painter.drawPolygon(QPolygonF([*diamond, QPointF(x, middle.y())]))


def _square(kind: str, parts: list[str], ratio: float) -> QImage:
    what, color, side = parts[0], QColor(parts[1]), float(parts[2])
    image, painter = _canvas(side, side, ratio)
    box = QRectF(0, 0, side, side).adjusted(1, 1, -1, -1)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == "shape":
        paint_shape(painter, what, box)
    elif kind == "icon":
        paint_icon(painter, what, box, color)
    elif kind == "verdict":
        paint_verdict(painter, what, box, color)
    else:
        _paint_mark(painter, what, box.adjusted(0.5, 0.5, -0.5, -0.5), color)
    painter.end()
    return image


def _paint_mark(painter: QPainter, what: str, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, box.width() / 7))
    painter.setBrush(color if what == "full" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if what == "half":
        painter.setBrush(color)
        painter.drawPie(box, 90 * 16, 180 * 16)


def _dots(parts: list[str], ratio: float) -> QImage:
    filled, color, width, height = int(parts[0]), QColor(parts[1]), float(parts[2]), float(parts[3])
    image, painter = _canvas(width, height, ratio)
    radius, step = height * 0.4, width / 3
    for number in range(3):
        painter.setPen(QPen(color, height * 0.12))
        painter.setBrush(color if number < filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(step * (number + 0.5), height / 2), radius, radius)
    painter.end()
    return image


def _interval(parts: list[str], ratio: float) -> QImage:
    """An interval on a logarithmic axis with a line at 1; the diamond is hollow where it includes 1."""
    low, value, high, least, most = (max(float(p), 1e-6) for p in parts[:5])
    color, width, height = QColor(parts[5]), float(parts[6]), float(parts[7])
    image, painter = _canvas(width, height, ratio)
    middle = height / 2
    at = _axis(painter, (least, most), color, (width, height))
    _paint_ends(painter, (at(low), at(high)), color, height)
    painter.setBrush(QColor(0, 0, 0, 0) if low <= 1 <= high else color)
    half, x = height * 0.3, at(value)
    corners = [QPointF(x - half, middle), QPointF(x, middle - half), QPointF(x + half, middle)]
    painter.drawPolygon(QPolygonF([*corners, QPointF(x, middle + half)]))
    painter.end()
    return image


def _point(parts: list[str], ratio: float) -> QImage:
    """A measured level as a dot on such an axis, with its ends where they are known ("" where not)."""
    value, least, most = (max(float(parts[n]), 1e-6) for n in (1, 3, 4))
    color, width, height = QColor(parts[5]), float(parts[6]), float(parts[7])
    image, painter = _canvas(width, height, ratio)
    at = _axis(painter, (least, most), color, (width, height))
    if parts[0] and parts[2]:
        _paint_ends(painter, (at(float(parts[0])), at(float(parts[2]))), color, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(at(value), height / 2), height * 0.28, height * 0.28)
    painter.end()
    return image


def _axis(
    painter: QPainter, span: tuple[float, float], color: QColor, size: tuple[float, float]
) -> Callable[[float], float]:
    """Draw the line at 1 of a logarithmic axis; where a number lies on it, px."""
    (least, most), (width, height) = span, size
    margin = height / 2

    def at(number: float) -> float:
        return margin + (width - 2 * margin) * (log(number) - log(least)) / (log(most) - log(least))

    painter.setPen(QPen(color, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(at(1), 0), QPointF(at(1), height))
    return at


def _paint_ends(painter: QPainter, ends: tuple[float, float], color: QColor, height: float) -> None:
    painter.setPen(QPen(color, height / 8))
    painter.drawLine(QPointF(ends[0], height / 2), QPointF(ends[1], height / 2))
    for x in ends:
        painter.drawLine(QPointF(x, height * 0.2), QPointF(x, height * 0.8))


def _canvas(width: float, height: float, ratio: float) -> tuple[QImage, QPainter]:
    size = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter
