"""Regions in the colours of values, shaded by their sprites; hatched where a value is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from bodymap.ui.body.piece import Piece
from bodymap.ui.body.tint import Ramp, tinted
from bodymap.ui.look import Look
from bodymap.ui.scales import scales_for
from bodymap.viewmodels.scene_values import Tone

_SHADE = (0.74, 0.36)
"""How light a value's colour is on a sprite's darkest grey, and how much is added up to the lightest."""
_GAP = 9
"""px between two lines of hatching."""


def tone_piece(
    where: tuple[QPainterPath, QRect],
    sprite: Callable[[], QImage] | None,
    tone: Tone,
    given: tuple[Look, object],
) -> Piece:
    """A region's outline on the screen in the colour of a tone, on the rectangle in which it is seen."""
    look, key = given
    draw = partial(_draw_missing, tone) if tone.at is None else partial(_draw_value, tone, sprite)
    return Piece(where[1], ("tone", key, tone, look), partial(_draw, where, look, draw), low=True)


def hatching(box: QRectF, gap: float) -> QPainterPath:
    """Slanted stripes over a box, a third of the gap wide."""
    stripes = QPainterPath()
    x, wide = box.left() - box.height(), gap / 3
    while x < box.right():
        foot, head = QPointF(x, box.bottom()), QPointF(x + box.height(), box.top())
        step = QPointF(wide, 0)
        stripes.addPolygon(QPolygonF([foot, head, head + step, foot + step, foot]))
        x += gap
    return stripes


def _draw(
    where: tuple[QPainterPath, QRect],
    look: Look,
    fill: Callable[[Look, QPainter, QPainterPath], None],
    painter: QPainter,
) -> None:
    path, rect = where
    fill(look, painter, path.translated(-rect.x(), -rect.y()))


def _draw_value(
    tone: Tone, sprite: Callable[[], QImage] | None, look: Look, painter: QPainter, path: QPainterPath
) -> None:
    scales = scales_for(look.theme.art)
    color = scales.color(tone.at or 0.0, tone.diverging)
    painter.fillPath(path, color)
    if sprite is not None:
        image = tinted(sprite(), _ramp(color.rgba()))
        ratio = painter.device().devicePixelRatio()
        painter.drawImage(QRectF(0, 0, image.width() / ratio, image.height() / ratio), image)
    _draw_edge(painter, path, tone, (look, scales.edge))


def _draw_missing(tone: Tone, look: Look, painter: QPainter, path: QPainterPath) -> None:
    scales = scales_for(look.theme.art)
    painter.fillPath(path, look.color("ground1"))
    # Cut as a shape: a clip or a pattern brush would be lost in an SVG.
    painter.fillPath(hatching(path.boundingRect(), look.px(_GAP)).intersected(path), scales.missing)
    _draw_edge(painter, path, tone, (look, scales.missing))


def _draw_edge(painter: QPainter, path: QPainterPath, tone: Tone, given: tuple[Look, QColor]) -> None:
    look, color = given
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, look.px(1), j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    if tone.marked:
        painter.setPen(QPen(look.color("text"), look.px(3), j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)


@lru_cache(maxsize=64)  # a few dozen values in a picture, each drawn again when something moves
def _ramp(rgba: int) -> Ramp:
    color = QColor.fromRgba(rgba)
    darkest, more = _SHADE
    shares = (darkest + more * grey / 255 for grey in range(256))
    return tuple(
        QColor.fromRgbF(
            *(min(1.0, part * share) for part in (color.redF(), color.greenF(), color.blueF()))
        ).rgba()
        for share in shares
    )
