"""What a molecule looks like: a disc with a dark edge, filled as far as muscle is known to release it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from bodymap.ui.look import Look
    from bodymap.viewmodels.flow import Mark

RADIUS = 4.0
"""px at scale 1."""


def draw_molecule(painter: QPainter, mark: Mark, middle: QPointF, size: tuple[float, Look]) -> None:
    """A molecule of a radius round a point: full, half or a ring, with a dark edge."""
    radius, look = size
    body, edge = look.color("molecule"), look.color("molecule_edge")
    painter.setPen(QPen(edge, max(1.0, radius / RADIUS)))
    painter.setBrush(body if mark == "full" else edge)
    painter.drawEllipse(middle, radius + 0.25, radius + 0.25)
    if mark == "full":
        return
    inside = radius * 0.72
    disc = QRectF(middle.x() - inside, middle.y() - inside, 2 * inside, 2 * inside)
    painter.setPen(QPen(body, radius * 0.42))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if mark == "half":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(body))
        painter.drawPie(disc, 90 * 16, 180 * 16)
