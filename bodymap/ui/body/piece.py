"""A piece of the picture: a rectangle that looks some way; same look, same pixels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from bodymap.ui.body.shelf import Shelf

_MEBIBYTE = 1024 * 1024
_MOST_RECTS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """`draw` paints it with the rectangle's corner at (0, 0); `look` stands for everything it draws."""

    rect: QRect
    look: Hashable
    draw: Callable[[QPainter], None] = field(compare=False)
    opacity: float = 1.0
    low: bool = False
    """Whether it lies on the figure, under everything that names or joins."""
    bed: bool = False
    """Whether molecules travel over it."""
    single: bool = False
    """Whether it is but one picture, copied: then it can be drawn as thin as it is at once."""


class Stamps:
    """Pieces drawn once into pixmaps, so that painting is nothing but copying."""

    def __init__(self, most_bytes: int = 96 * _MEBIBYTE) -> None:
        self._shelf: Shelf[QPixmap] = Shelf(most_bytes)

    def pixmap(self, piece: Piece, ratio: float) -> QPixmap:
        """The pixmap of a piece at a device pixel ratio."""
        size = piece.rect.size()
        key = (piece.look, size.width(), size.height(), ratio, piece.opacity)
        return self._shelf.get(key, lambda: _stamped(piece, size, ratio))

    @property
    def drawn(self) -> int:
        """How many pieces had to be drawn so far; the rest was copied."""
        return self._shelf.drawn

    def clear(self) -> None:
        """Forget everything."""
        self._shelf.clear()


def lay(
    painter: QPainter, pieces: Iterable[Piece], stamps: Stamps | None, clip: QRegion | None = None
) -> None:
    """Draw pieces in order: from stamps, or freshly where there are none (vector output)."""
    ratio = painter.device().devicePixelRatio()
    for piece in pieces:
        if clip is not None and not clip.intersects(piece.rect):
            continue
        if stamps is None:
            painter.save()
            painter.setOpacity(piece.opacity)
            painter.translate(piece.rect.topLeft())
            piece.draw(painter)
            painter.restore()
        else:
            painter.drawPixmap(piece.rect.topLeft(), stamps.pixmap(piece, ratio))


def changed(before: Sequence[Piece], after: Sequence[Piece]) -> QRegion:
    """Where two pictures differ: the rectangles of the pieces that only one of them has."""
    kept = {id(piece) for piece in before} & {id(piece) for piece in after}
    old, new = (
        {(p.look, p.rect.getRect(), p.opacity) for p in pieces if id(p) not in kept}
        for pieces in (before, after)
    )
    region = QRegion()
    for _look, rect, _opacity in old ^ new:
        region += QRect(*rect)
    return region if region.rectCount() <= _MOST_RECTS else QRegion(region.boundingRect())


def _stamped(piece: Piece, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    at_once = piece.single and ratio == int(ratio)  # else the picture's edge lies within a pixel
    if at_once:
        painter.setOpacity(piece.opacity)
    piece.draw(painter)
    painter.end()
    return pixmap if at_once or piece.opacity >= 1 else _thinned(pixmap, piece.opacity)


def _thinned(pixmap: QPixmap, opacity: float) -> QPixmap:
    # Opacity in the stamp, not in the painter: copying is half as dear that way.
    thin = QPixmap(pixmap.size())
    thin.setDevicePixelRatio(pixmap.devicePixelRatio())
    thin.fill(Qt.GlobalColor.transparent)
    painter = QPainter(thin)
    painter.setOpacity(opacity)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return thin
