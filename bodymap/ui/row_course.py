"""The course of a signal in its row: a small line and its peak, or words where it has none."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from bodymap.ui.look import META, Look
from bodymap.viewmodels.list_values import Row, Spark

_WIDE, _TALL, _VALUE = 64.0, 20.0, "88.8"
_DENSE = 40
"""Points from which on a course has bursts so narrow that a wide pen would fill them."""


def paint_course(painter: QPainter, row: Row, box: QRectF, look: Look) -> float:
    """Paint it at the right of a box; the x where the name must end."""
    weight = QFont.Weight.Normal if row.quiet else QFont.Weight.Bold
    painter.setFont(look.font(META if row.quiet else 16, weight))
    painter.setPen(look.color("text" if row.chosen or row.context or not row.quiet else "muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.value)
    metrics = painter.fontMetrics()
    left = box.right() - metrics.horizontalAdvance(row.value)
    if row.spark is None:
        return left - look.px(8)
    left = min(left, box.right() - metrics.horizontalAdvance(_VALUE)) - look.px(16)
    wide, tall = look.px(_WIDE), look.px(_TALL)
    place = QRectF(left - wide, box.center().y() - tall / 2, wide, tall)
    name = look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance(row.text) + look.px(8)
    if place.left() < box.left() + max(name, look.grown(56)):
        return left  # the name comes first
    _paint_spark(painter, row.spark, place, look)
    return place.left() - look.px(8)


def _paint_spark(painter: QPainter, spark: Spark, box: QRectF, look: Look) -> None:
    dense = len(spark.points) > _DENSE
    pen = QPen(look.color("text"), (1.0 if dense else 1.5) * look.base)
    if spark.guess:
        pen.setDashPattern([2.0, 1.0] if dense else [3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = box.width() / max(1, len(spark.points) - 1)
    runs: list[list[QPointF]] = [[]]
    for n, point in enumerate(spark.points):
        if math.isnan(point):
            runs.append([])
        else:
            runs[-1].append(QPointF(box.left() + n * step, box.bottom() - point * box.height()))
    for run in runs:
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
