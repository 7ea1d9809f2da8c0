"""Paints a picture of the body: the same for screen, projector, export and test."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from bodymap.ui.body.art import Gallery, Sheet
from bodymap.ui.body.easel import Easel, Sharp
from bodymap.ui.body.legend import caption_pieces, legend_pieces
from bodymap.ui.body.lights import Lamp, light_pieces, outline_pieces, ring_pieces
from bodymap.ui.body.picture import Frame, Picture, Touch
from bodymap.ui.body.piece import Piece, lay
from bodymap.ui.body.pills import label_pieces
from bodymap.ui.body.plan import BodyPlan, Plan, planned
from bodymap.ui.body.roads import road_pieces
from bodymap.ui.ground import paint_ground

_NOWHERE = Touch()


def paint(painter: QPainter, picture: Picture, gallery: Gallery, touch: Touch = _NOWHERE) -> None:
    """Draw a whole picture with its corner at (0, 0); text and lines stay vectors where the device can."""
    easel = Easel(gallery)
    plan = planned(picture)
    hints = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    painter.setRenderHints(hints | QPainter.RenderHint.TextAntialiasing)
    draw_ground(painter, picture.frame)
    for body in plan.bodies:
        _draw_figure(painter, body, easel, picture.frame)
    lay(painter, pieces(plan, easel, touch), None)


def pieces(plan: Plan, easel: Easel, touch: Touch = _NOWHERE) -> list[Piece]:
    """Everything over the still figure, bottom to top."""
    frame = plan.picture.frame
    return list(
        chain.from_iterable(_body_pieces(b, i, (easel, frame), touch) for i, b in enumerate(plan.bodies))
    )


def still_key(plan: Plan, easel: Easel) -> tuple[object, ...]:
    """What the ground and the still figures depend on."""
    parts = [
        (Sheet.of(b.body.scene), b.body.scene.layers, b.body.scene.dimmed, b.placement) for b in plan.bodies
    ]
    sharps = [sharp.key if sharp else None for sharp in map(easel.sharp, plan.bodies)]
    return (parts, plan.picture.frame, sharps)


def still_figure(plan: Plan, easel: Easel) -> QPixmap:
    """The ground with the figures on it, opaque, of the frame's size in device pixels; drawn once."""
    key = still_key(plan, easel)
    if easel.still is None or easel.still[0] != key:
        easel.still = (key, _drawn_still(plan, easel))
    return easel.still[1]


def draw_ground(painter: QPainter, frame: Frame) -> None:
    """The ground: a soft radial light behind the body."""
    paint_ground(painter, QRectF(0, 0, frame.width, frame.height), frame.look)


def _drawn_still(plan: Plan, easel: Easel) -> QPixmap:
    frame = plan.picture.frame
    pixmap = QPixmap(_ground(frame, easel))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for body in plan.bodies:
        _draw_figure(painter, body, easel, frame)
    painter.end()
    return pixmap


def _ground(frame: Frame, easel: Easel) -> QPixmap:
    if easel.ground is None or easel.ground[0] != frame:
        pixmap = QPixmap(QSize(frame.width, frame.height) * frame.ratio)
        pixmap.setDevicePixelRatio(frame.ratio)
        painter = QPainter(pixmap)
        draw_ground(painter, frame)
        painter.end()
        easel.ground = (frame, pixmap)
    return easel.ground[1]


def _draw_figure(painter: QPainter, body: BodyPlan, easel: Easel, frame: Frame) -> None:
    if body.body.view.lines:
        from bodymap.ui.body.lines import draw_lines  # few figures are from elsewhere

        draw_lines(painter, body.body.view, body.placement, frame.look)
        return
    ratio, whole = painter.device().devicePixelRatio() or 1.0, body.placement.whole
    sharp = easel.sharp(body)
    painter.save()
    painter.setClipRect(body.seen)
    if sharp is not None:
        painter.drawImage(QRectF(sharp.rect), sharp.figure)
    elif body.placement == body.fit:
        size = QSize(round(whole.width() * ratio), round(whole.height() * ratio))
        painter.drawImage(whole, easel.gallery.figure(body.body.scene, frame.look.theme.art, size))
    else:
        painter.drawImage(whole, easel.gallery.master(body.body.scene, frame.look.theme.art))
    painter.restore()


def _body_pieces(body: BodyPlan, index: int, given: tuple[Easel, Frame], touch: Touch) -> list[Piece]:
    easel, frame = given
    sharp = easel.sharp(body)
    kept = easel.kept_lights((Sheet.of(body.body.scene), body.placement, frame, id(sharp) if sharp else 0))
    glow = _glow_of(sharp, frame.ratio)

    def outline(region: str) -> QPainterPath:
        return easel.hit_map(body.body).outline(region)  # dear to make, and seldom asked for

    lamp = Lamp(easel.gallery, outline, frame.look, frame.ratio, glow, kept)
    return [
        *light_pieces(body, lamp),
        *ring_pieces(body, frame.look),
        *road_pieces(body, frame.look),
        *outline_pieces(body, index, touch, lamp),
        *label_pieces(body, frame.look, touch),
        *legend_pieces(body.legend, frame.look, plated=body.placement != body.fit),
        *caption_pieces(body.caption, frame.look),
    ]


def _glow_of(sharp: Sharp | None, ratio: float) -> Callable[[str, QRect], QImage | None]:
    if sharp is None:
        return lambda _region, _rect: None
    lit = sharp.lit

    def glow(region: str, rect: QRect) -> QImage | None:
        image = lit.get(region)
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        return image if image is not None and image.size() == size else None

    return glow
