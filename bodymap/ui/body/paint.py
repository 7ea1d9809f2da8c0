"""Paints a picture of the body: the same for screen, projector, export and test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QRegion

from bodymap.loading.cache import digest
from bodymap.ui.body.art import Gallery, Sheet
from bodymap.ui.body.hit import HitMap
from bodymap.ui.body.legend import caption_pieces, legend_pieces
from bodymap.ui.body.lights import Kept, Lamp, light_pieces, outline_pieces, ring_pieces
from bodymap.ui.body.picture import Body, Frame, Picture, Touch
from bodymap.ui.body.piece import Piece, Stamps, changed, lay
from bodymap.ui.body.pills import label_pieces
from bodymap.ui.body.plan import BodyPlan, Plan, planned
from bodymap.ui.body.roads import road_pieces
from bodymap.ui.ground import paint_ground

_NOWHERE = Touch()
_PLACES = 6
"""For so many figures in their places the lights are kept."""


@dataclass(frozen=True, slots=True)
class Sharp:
    """A part of the figure drawn afresh from its master: the rectangle in px, the still figure, and the
    glow of lit regions, each for the rectangle in which the region is seen."""

    key: tuple[object, ...]
    rect: QRect
    figure: QImage
    lit: Mapping[str, QImage]


class Memory(NamedTuple):
    """A picture as it was painted in an earlier start: whole, and its lit figure alone."""

    likeness: str
    whole: QImage
    lit: QImage


class Copy(NamedTuple):
    """A stamp in its place."""

    rect: QRect
    stamp: QPixmap


class Parts(NamedTuple):
    """All pieces of a picture; those on the figure, those under what travels, and those over it."""

    whole: list[Piece]
    low: list[Piece]
    bed: list[Piece]
    over: list[Piece]


@dataclass
class Easel:
    """What painting keeps from one picture to the next; nothing of it changes what is painted.

    `sharp` gives the freshly drawn part of a body's figure where one is ready.
    """

    gallery: Gallery
    stamps: Stamps = field(default_factory=Stamps)
    sharp: Callable[[BodyPlan], Sharp | None] = lambda _body: None
    hits: dict[tuple[str, str, str | None], HitMap] = field(
        default_factory=dict[tuple[str, str, str | None], HitMap]
    )
    still: tuple[object, QPixmap] | None = None
    ground: tuple[object, QPixmap] | None = None

    lit: dict[object, Kept] = field(default_factory=dict[object, Kept])
    shining: tuple[object, QPixmap | QImage, list[Piece]] | None = None
    remembered: Memory | None = None
    """The picture of an earlier start, for the first one of this."""
    travellers: Callable[[QPainter], None] | None = None
    """Draws what travels on the roads now; it is no part of the picture, which stays still under it."""

    parts: Parts | None = None
    looked_up: dict[int, tuple[list[Piece], float, list[Copy]]] = field(
        default_factory=dict[int, "tuple[list[Piece], float, list[Copy]]"]
    )

    def parted(self, shown: list[Piece]) -> Parts:
        """Pieces by where they lie; worked out once for a list, which is not changed afterwards."""
        if self.parts is None or self.parts.whole is not shown:
            upper = [piece for piece in shown if not piece.low]
            self.parts = Parts(
                shown,
                [piece for piece in shown if piece.low],
                [piece for piece in upper if piece.bed],
                [piece for piece in upper if not piece.bed],
            )
        return self.parts

    def copies(self, shown: list[Piece], ratio: float) -> list[Copy]:
        """The stamps of a list of pieces in their places, looked up once and not for each frame."""
        known = self.looked_up.get(id(shown))
        if known is None or known[0] is not shown or known[1] != ratio:
            copies = [Copy(piece.rect, self.stamps.pixmap(piece, ratio)) for piece in shown]
            while len(self.looked_up) >= 2:
                del self.looked_up[next(iter(self.looked_up))]
            known = self.looked_up[id(shown)] = (shown, ratio, copies)
        return known[2]

    def kept_lights(self, key: object) -> Kept:
        """The pieces of lights already made for a figure in its place; other places are forgotten."""
        if key not in self.lit:
            while len(self.lit) >= _PLACES:
                del self.lit[next(iter(self.lit))]
            self.lit[key] = Kept()
        return self.lit[key]

    def hit_map(self, body: Body) -> HitMap:
        """The outlines of a body's drawing."""
        key = (body.scene.figure, body.scene.view, body.scene.closeup)
        if key not in self.hits:
            self.hits[key] = HitMap(body.view)
        return self.hits[key]


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


def paint_cached(painter: QPainter, plan: Plan, shown: list[Piece], easel: Easel, region: QRegion) -> None:
    """Draw a part of a picture by copying from what was drawn before; what is missing is drawn once."""
    (_whole, low, bed, over), ratio = easel.parted(shown), plan.picture.frame.ratio
    remembered, easel.remembered = easel.remembered, None
    if remembered is not None and remembered.likeness == likeness(plan, shown, easel):
        easel.shining = (still_key(plan, easel), remembered.lit, low)
        _copy(painter, remembered.whole, region, ratio)
        return
    _copy(painter, lit_figure(plan, low, easel), region, ratio)
    painter.setClipRegion(region)
    if easel.travellers is None:
        lay(painter, (piece for piece in shown if not piece.low), easel.stamps, region)
        return
    below, above = (easel.copies(pieces, ratio) for pieces in (bed, over))
    _lay_copies(painter, below, region)
    easel.travellers(painter)
    _lay_copies(painter, above, region)


def _lay_copies(painter: QPainter, copies: Iterable[Copy], region: QRegion) -> None:
    for copy in copies:
        if region.intersects(copy.rect):
            painter.drawPixmap(copy.rect.topLeft(), copy.stamp)


def lit_figure(plan: Plan, low: list[Piece], easel: Easel) -> QPixmap:
    """The still figure with its lights; where they change, only there is it drawn again."""
    key = still_key(plan, easel)
    if easel.shining is None or easel.shining[0] != key:
        frame = plan.picture.frame
        pixmap, dirty = QPixmap(still_figure(plan, easel)), QRegion(0, 0, frame.width, frame.height)
    else:
        pixmap, before = _own(easel.shining[1]), easel.shining[2]
        dirty = QRegion() if before is low else changed(before, low)
    # Qt must not share it while it is painted on.
    easel.shining = None
    if not dirty.isEmpty():
        # One rectangle: copying under a clip of several takes Qt's slow road.
        dirty = QRegion(dirty.boundingRect())
        still = still_figure(plan, easel)
        painter = QPainter(pixmap)
        _copy(painter, still, dirty, plan.picture.frame.ratio)
        painter.setClipRegion(dirty)
        lay(painter, low, easel.stamps, dirty)
        painter.end()
    easel.shining = (key, pixmap, low)
    return pixmap


def _own(picture: QPixmap | QImage) -> QPixmap:
    """A pixmap of our own: what is remembered looks at a file until it is first needed."""
    return picture if isinstance(picture, QPixmap) else QPixmap.fromImage(picture.copy())


def likeness(plan: Plan, shown: list[Piece], easel: Easel) -> str:
    """What stands for the pixels of a picture, also in another process: equal where they are."""
    drawings = [easel.gallery.edition(Sheet.of(b.body.scene)) for b in plan.bodies]
    looks = [(piece.look, piece.rect.getRect(), piece.opacity) for piece in shown]
    return digest([repr((still_key(plan, easel), drawings, looks)).encode()]).hex()


def _copy(painter: QPainter, picture: QPixmap | QImage, region: QRegion, ratio: float) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for rect in _rects(region):
        source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        if isinstance(picture, QPixmap):
            painter.drawPixmap(QRectF(rect), picture, source)
        else:
            painter.drawImage(QRectF(rect), picture, source)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


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


def _rects(region: QRegion) -> Iterable[QRect]:
    # A region is iterable at run time; its stub does not say so.
    return cast("Iterable[QRect]", region)


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
