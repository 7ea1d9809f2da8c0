"""The program's own line icons, drawn in a colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bodymap.loading.shipped import shipped

_DRAWN_IN = "#000"


def paint_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw an icon of `assets/icons` into a box."""
    _renderer(name, color.name()).render(painter, box)


def icon(name: str, color: QColor, size: int) -> QIcon:
    """An icon for menus, of a size in px."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(pixmap.rect()), color)
    painter.end()
    return QIcon(pixmap)


@lru_cache(maxsize=128)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = shipped("assets", "icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace(_DRAWN_IN, color).encode()))
