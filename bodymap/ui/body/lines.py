"""Draws a figure that has no baked pictures: its outlines, in the lines of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from bodymap.figure.figure import Line, View
from bodymap.ui.body.hit import outline
from bodymap.ui.look import Look
from bodymap.ui.placement import Placement

_FAINT = 0.07
"""How much of a region is filled: what lies over one another shows, and nothing is hidden."""


def draw_lines(painter: QPainter, view: View, at: Placement, look: Look) -> None:
    """Draw the lines of a view where it lies: regions thin, the body's outline over them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at.x, at.y)
    painter.scale(at.scale, at.scale)
    fill = look.color("text", _FAINT)
    for bold in (False, True):
        pen = QPen(look.color("outline" if bold else "hairline"), look.px(15 if bold else 10) / 10)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if bold else fill)
        for path in _paths(view.lines, bold):
            painter.drawPath(path)
    painter.restore()


@lru_cache(maxsize=4)  # outline and regions of the figure of now, and of the one before
def _paths(lines: tuple[Line, ...], bold: bool) -> tuple[QPainterPath, ...]:
    return tuple(outline(line.path) for line in lines if line.bold is bold and line.path)
