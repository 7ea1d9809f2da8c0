"""How zoom and pan move the canvas of a figure on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from bodymap.figure.figure import Box
from bodymap.state import Camera
from bodymap.ui.placement import Placement

MOST = 8.0
STEP = 1.25


def placed(area: QRectF, fit: Placement, camera: Camera, ratio: float = 1.0) -> Placement:
    """The canvas as a camera sees it: `fit` at zoom 1, else the camera's point in the area's middle."""
    if camera.zoom <= 1:
        return fit
    scale = fit.scale * camera.zoom
    middle = area.center()
    x, y = middle.x() - camera.x * scale, middle.y() - camera.y * scale
    return Placement(scale, round(x * ratio) / ratio, round(y * ratio) / ratio, fit.width, fit.height)


def clamped(camera: Camera, area: QRectF, fit: Placement) -> Camera:
    """The nearest camera that keeps the figure in sight: zoom 1 to 8, no edge further in than needed."""
    zoom = min(max(camera.zoom, 1.0), MOST)
    if zoom == 1.0:
        return Camera(1.0, fit.width / 2, fit.height / 2)
    scale = fit.scale * zoom
    x = _within(camera.x, area.width() / scale, fit.width)
    y = _within(camera.y, area.height() / scale, fit.height)
    return Camera(zoom, x, y)


def zoomed(camera: Camera, factor: float, about: QPointF, area: QRectF, fit: Placement) -> Camera:
    """The camera after zooming so that the canvas point under `about` (px) stays where it is."""
    now = placed(area, fit, camera)
    unit = now.back(about)
    zoom = min(max(camera.zoom * factor, 1.0), MOST)
    scale = fit.scale * zoom
    middle = area.center()
    x = unit[0] + (middle.x() - about.x()) / scale
    y = unit[1] + (middle.y() - about.y()) / scale
    return clamped(Camera(zoom, x, y), area, fit)


def panned(camera: Camera, by: QPointF, area: QRectF, fit: Placement) -> Camera:
    """The camera after dragging the picture by so many px."""
    scale = fit.scale * camera.zoom
    moved = Camera(camera.zoom, camera.x - by.x() / scale, camera.y - by.y() / scale)
    return clamped(moved, area, fit)


def closing_in(box: Box, area: QRectF, fit: Placement) -> Camera:
    """The camera that shows a box of the canvas at about a third of the area."""
    x, y, w, h = box
    wanted = min(area.width() / max(w, 1.0), area.height() / max(h, 1.0)) / 2.4 / fit.scale
    return clamped(Camera(max(wanted, 1.6), x + w / 2, y + h / 2), area, fit)


def _within(at: float, seen: float, whole: float) -> float:
    if seen >= whole:
        return whole / 2
    return min(max(at, seen / 2), whole - seen / 2)
