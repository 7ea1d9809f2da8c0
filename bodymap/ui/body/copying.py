"""Paints the picture on the screen by copying what was drawn before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion

from bodymap.loading.cache import digest
from bodymap.ui.body.art import Sheet
from bodymap.ui.body.easel import Easel, Pane, Parts, Resting
from bodymap.ui.body.paint import still_figure, still_key
from bodymap.ui.body.piece import Piece, Stamps, changed, lay
from bodymap.ui.body.plan import Plan


def paint_cached(painter: QPainter, plan: Plan, shown: list[Piece], easel: Easel, region: QRegion) -> None:
    """Draw a part of a picture by copying from what was drawn before; what is missing is drawn once."""
    parts, ratio = easel.parted(shown), plan.picture.frame.ratio
    remembered, easel.remembered = easel.remembered, None
    if remembered is not None and remembered.likeness == likeness(plan, shown, easel):
        easel.shining = (still_key(plan, easel), remembered.lit, parts.low)
        _copy(painter, remembered.whole, region, ratio)
        return
    if easel.travellers is not None and ratio == int(ratio):  # else a rectangle ends within a pixel
        _paint_moving(painter, _panes(plan, shown, easel, region), easel.travellers)
        return
    _copy(painter, lit_figure(plan, parts.low, easel), region, ratio)
    painter.setClipRegion(region)
    if easel.travellers is None:
        lay(painter, parts.upper, easel.stamps, region)
        return
    lay(painter, parts.bed, easel.stamps, region)
    easel.travellers(painter)
    lay(painter, parts.over, easel.stamps, region)


def _paint_moving(painter: QPainter, panes: list[Pane], travellers: Callable[[QPainter], None]) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for pane in panes:
        painter.drawPixmap(pane.rect.topLeft(), pane.under)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    travellers(painter)
    for pane in panes:
        painter.drawPixmap(pane.rect.topLeft(), pane.over)


def _panes(plan: Plan, shown: list[Piece], easel: Easel, region: QRegion) -> list[Pane]:
    """Every frame after the first finds them: it copies, and looks nothing up."""
    rects, known = list(_rects(region)), easel.resting
    if known and known.plan is plan and known.shown is shown and [p.rect for p in known.panes] == rects:
        return known.panes
    parts, ratio = easel.parted(shown), plan.picture.frame.ratio
    lit = lit_figure(plan, parts.low, easel)
    panes = [_pane(rect, lit, (parts, easel.stamps), ratio) for rect in rects]
    easel.resting = Resting(plan, shown, panes)
    return panes


def _pane(rect: QRect, lit: QPixmap, given: tuple[Parts, Stamps], ratio: float) -> Pane:
    (parts, stamps), region = given, QRegion(rect)
    pane = Pane(rect, QPixmap(rect.size() * ratio), QPixmap(rect.size() * ratio))
    pane.over.fill(Qt.GlobalColor.transparent)
    for pixmap, pieces in ((pane.under, parts.bed), (pane.over, parts.over)):
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.translate(-rect.topLeft())
        if pixmap is pane.under:
            _copy(painter, lit, region, ratio)
        lay(painter, pieces, stamps, region)
        painter.end()
    return pane


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


def _rects(region: QRegion) -> Iterable[QRect]:
    # A region is iterable at run time; its stub does not say so.
    return cast("Iterable[QRect]", region)
