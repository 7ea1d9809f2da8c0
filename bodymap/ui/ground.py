"""The ground behind the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

from bodymap.ui.look import Look


def paint_ground(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A soft radial light, or the plain colour of a theme that has no light."""
    theme = look.theme
    if theme.ground0 == theme.ground2:
        painter.fillRect(rect, look.color("ground0"))
        return
    from PySide6.QtGui import QBrush, QRadialGradient  # where an afterimage is shown they are not needed

    middle = QPointF(rect.x() + rect.width() / 2, rect.y() + rect.height() * 0.44)
    gradient = QRadialGradient(middle, max(rect.width(), rect.height()) * 0.72)
    for at, color in ((0.0, "ground0"), (0.5, "ground1"), (1.0, "ground2")):
        gradient.setColorAt(at, look.color(color))
    painter.fillRect(rect, QBrush(gradient))
