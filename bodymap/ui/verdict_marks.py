"""The shapes of the four verdicts: a tick, a half disc, an arrow that overshoots, a question."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from bodymap.atlas.records import Verdict


def verdict_role(verdict: Verdict) -> str:
    """The colour role of a verdict; what was not verified has that of quiet words."""
    return "muted" if verdict == "unverified" else verdict


def paint_verdict(painter: QPainter, verdict: str, box: QRectF, color: QColor) -> None:
    """The shape of a verdict in a square box; it can be told without its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = box.width() / 9
    disc = box.adjusted(line, line, -line, -line)
    pen = QPen(color, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if verdict == "supported":
        _paint_tick(painter, disc, color)
    elif verdict == "nuanced":
        painter.drawEllipse(disc)
        painter.setBrush(color)
        painter.drawPie(disc, 90 * 16, 180 * 16)
    elif verdict == "overstated":
        painter.setBrush(color)
        painter.drawPolygon(_triangle(disc))
    else:
        _paint_question(painter, disc, pen)
    painter.restore()


def _paint_tick(painter: QPainter, disc: QRectF, color: QColor) -> None:
    whole, tick = QPainterPath(), QPainterPath()
    whole.addEllipse(disc.adjusted(-1, -1, 1, 1))
    x, y, w, h = disc.x(), disc.y(), disc.width(), disc.height()
    points = [(0.18, 0.52), (0.30, 0.40), (0.44, 0.54), (0.70, 0.26), (0.82, 0.38), (0.44, 0.78)]
    tick.addPolygon(QPolygonF([QPointF(x + a * w, y + b * h) for a, b in points]))
    painter.fillPath(whole.subtracted(tick), color)


def _triangle(disc: QRectF) -> QPolygonF:
    top = QPointF(disc.center().x(), disc.top())
    return QPolygonF([top, disc.bottomRight(), disc.bottomLeft()])


def _paint_question(painter: QPainter, disc: QRectF, pen: QPen) -> None:
    dashed = QPen(pen)
    dashed.setWidthF(pen.widthF() * 0.8)
    dashed.setDashPattern([2.2, 2.0])
    painter.setPen(dashed)
    painter.drawEllipse(disc)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(disc.height() * 0.72)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(pen)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")
