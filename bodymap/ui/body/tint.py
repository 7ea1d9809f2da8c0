"""Light on a region: its glow sprite in the colours of a role, and a soft halo round it.

A gradient map by colour table: Qt's image conversions do all the work, so a region of 270 x 220 px
takes about 2 ms, and no effect runs while painting.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from bodymap.ui.theme import Theme
from bodymap.viewmodels.scene_values import Role

Ramp = tuple[int, ...]
"""256 colours as ARGB, from the darkest grey of a sprite to the lightest."""

_DARK_STOPS = ((0.0, 0.04), (0.35, 0.15), (0.58, 0.33), (0.72, 0.47), (0.88, 0.68), (1.0, 0.94))
_LIGHT_STOPS = ((0.0, 0.05), (0.45, 0.22), (0.72, 0.41), (0.9, 0.62), (1.0, 0.88))
"""Grey of the sprite -> lightness of the colour, for drawings on a dark and on a light ground."""
_MOST_VIVID = 0.9
_SHADE_TURN: Mapping[Role, float] = {"working": -0.055, "receiving": 0.03, "harm": -0.03, "chosen": 0.02}
"""How far the hue of the darkest shade is turned: shadows of one plain hue look like plastic."""


@lru_cache(maxsize=16)  # a few roles in a few themes, asked for by every light
def ramp(theme: Theme, role: Role) -> Ramp:
    """The colours of a role, dark to light, made from its accent in the theme."""
    accent = QColor(theme.link if role == "chosen" else theme.accent(role))
    hue, saturation = max(0.0, accent.hslHueF()), accent.hslSaturationF()
    stops = _DARK_STOPS if theme.art == "dark" else _LIGHT_STOPS
    # A neutral choice is a pale blue: no accent, since those have a meaning.
    vivid = min(_MOST_VIVID, saturation) * (0.4 if role == "chosen" else 1.0)
    turn = _SHADE_TURN[role]
    hues = ((hue + turn * max(0.0, 1 - grey / 215)) % 1.0 for grey in range(256))
    return tuple(QColor.fromHslF(h, vivid, _between(stops, grey / 255)).rgba() for grey, h in enumerate(hues))


def tinted(sprite: QImage, colours: Ramp) -> QImage:
    """The sprite with each grey in the ramp's colour; its transparency stays."""
    grey = sprite.convertToFormat(QImage.Format.Format_Grayscale8)
    grey.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    grey.setColorTable(colours)
    image = grey.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    _compose(image, QImage(sprite), QPainter.CompositionMode.CompositionMode_DestinationIn)
    return image


def halo(sprite: QImage, colour: QColor, reach: int) -> QImage:
    """A soft cloud of one colour round a sprite, `reach` px wider on every side."""
    size = sprite.size() + QSize(2 * reach, 2 * reach)
    coarse = max(2, reach // 2)
    small = QSize(max(1, size.width() // coarse), max(1, size.height() // coarse))
    image = QImage(small, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    across, down = small.width() / size.width(), small.height() / size.height()
    inner = QRectF(reach * across, reach * down, sprite.width() * across, sprite.height() * down)
    smooth = Qt.TransformationMode.SmoothTransformation
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    shrunk = sprite.scaled(inner.size().toSize().expandedTo(QSize(1, 1)), keep, smooth)
    for dx, dy, share in ((0, 0, 0.5), (-1, 0, 0.3), (1, 0, 0.3), (0, -1, 0.3), (0, 1, 0.3)):
        painter.setOpacity(share)
        painter.drawImage(inner.translated(dx, dy), shrunk)
    painter.setOpacity(1.0)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return image.scaled(size, keep, smooth)


def cut(sprite: QImage, source: QRectF, size: QSize) -> QImage:
    """A part of a sprite (px of the sprite, may reach beyond it) at another size, smooth also when shrunk."""
    while source.width() > 1.7 * size.width() and source.width() > 8 and sprite.width() > 1:
        half = QSize(max(1, sprite.width() // 2), max(1, sprite.height() // 2))
        across, down = half.width() / sprite.width(), half.height() / sprite.height()
        sprite = sprite.scaled(
            half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        source = QRectF(
            source.x() * across, source.y() * down, source.width() * across, source.height() * down
        )
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    across, down = size.width() / source.width(), size.height() / source.height()
    painter.scale(across, down)
    painter.translate(-source.topLeft())
    painter.drawImage(QRect(0, 0, sprite.width(), sprite.height()), sprite)
    painter.end()
    return image


def _compose(image: QImage, over: QImage, mode: QPainter.CompositionMode) -> None:
    painter = QPainter(image)
    painter.setCompositionMode(mode)
    painter.drawImage(0, 0, over)
    painter.end()


def _between(stops: tuple[tuple[float, float], ...], at: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(stops):
        if at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
    return stops[-1][1]
