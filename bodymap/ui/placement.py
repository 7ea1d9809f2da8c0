"""Where a canvas lies on the screen: one map for the opening picture, the body and its export."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from bodymap.figure.figure import Box, Point


class Placement(NamedTuple):
    """A map from canvas units to logical px: `px = unit * scale + offset`, and the canvas's size in units."""

    scale: float
    x: float
    y: float
    width: float
    height: float

    def at(self, point: Point) -> QPointF:
        """A point of the canvas on the screen."""
        return QPointF(point[0] * self.scale + self.x, point[1] * self.scale + self.y)

    def back(self, point: QPointF) -> Point:
        """A point of the screen on the canvas."""
        return ((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def rect(self, box: Box) -> QRectF:
        """A box of the canvas on the screen."""
        x, y, w, h = box
        return QRectF(x * self.scale + self.x, y * self.scale + self.y, w * self.scale, h * self.scale)

    @property
    def whole(self) -> QRectF:
        """The whole canvas on the screen."""
        return self.rect((0, 0, self.width, self.height))


def fitted(area: QRectF, width: float, height: float, ratio: float = 1.0) -> Placement:
    """The canvas as large as fits, centred; its height and corner are whole device pixels."""
    scale = max(1.0, min(area.width() / width, area.height() / height) * height)
    scale = max(1.0, int(scale * ratio)) / ratio / height
    x = area.center().x() - width * scale / 2
    y = area.center().y() - height * scale / 2
    return Placement(scale, round(x * ratio) / ratio, round(y * ratio) / ratio, width, height)
