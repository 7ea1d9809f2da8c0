"""From one slide to the next: pictures melt into each other while the camera goes on; a click may end it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform

LASTS = 0.5
"""s; a presentation promises 0.6 at most."""


class Sight(NamedTuple):
    """A slide as it looks: its picture, the body's place on it, and the whole canvas of its one body there.

    Sights of the same `drawing` can be moved into each other; None where there is no such body.
    """

    picture: QPixmap
    body: QRectF
    canvas: QRectF | None = None
    drawing: object = None


class Morph(NamedTuple):
    """The way from one sight to another, begun at a moment in s."""

    old: Sight
    new: Sight
    began: float

    def done(self, now: float) -> float:
        """How far it is, 0 to 1, slow at both ends."""
        share = min(1.0, max(0.0, (now - self.began) / LASTS))
        return share * share * (3 - 2 * share)

    def is_over(self, now: float) -> bool:
        """Whether the new sight is all that is seen."""
        return now - self.began >= LASTS

    @property
    def moves(self) -> bool:
        """Whether the camera goes anywhere."""
        old, new = self.old, self.new
        if old.canvas is None or new.canvas is None or old.drawing != new.drawing:
            return False
        return old.body == new.body and old.canvas != new.canvas

    def canvas(self, now: float) -> QRectF | None:
        """Where the canvas lies meanwhile."""
        if not self.moves or self.old.canvas is None or self.new.canvas is None:
            return self.new.canvas
        done, (a, b) = self.done(now), (self.old.canvas, self.new.canvas)
        # Zoom feels even where sizes grow by factors, not by steps.
        width = a.width() ** (1 - done) * b.width() ** done
        share = (width - a.width()) / (b.width() - a.width()) if a.width() != b.width() else done
        height = a.height() + (b.height() - a.height()) * share
        return QRectF(a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share, width, height)

    def paint(self, painter: QPainter, now: float) -> None:
        """Draw what is seen at a moment."""
        fading = 1 - self.done(now)
        painter.drawPixmap(0, 0, self.new.picture)
        painter.setOpacity(fading)
        painter.drawPixmap(0, 0, self.old.picture)
        painter.setOpacity(1.0)
        canvas = self.canvas(now)
        if not self.moves or canvas is None:
            return
        painter.save()
        painter.setClipRect(self.new.body)
        for sight, opacity in ((self.new, 1.0), (self.old, fading)):
            assert sight.canvas is not None
            painter.setOpacity(opacity)
            painter.setTransform(_onto(sight.canvas, canvas))
            painter.drawPixmap(0, 0, sight.picture)
        painter.restore()

    def sight(self, now: float) -> Sight:
        """What is seen at a moment, to go on from there."""
        picture = QPixmap(self.new.picture.size())
        picture.setDevicePixelRatio(self.new.picture.devicePixelRatio())
        painter = QPainter(picture)
        self.paint(painter, now)
        painter.end()
        return Sight(picture, self.new.body, self.canvas(now), self.new.drawing)


def _onto(one: QRectF, other: QRectF) -> QTransform:
    """What lays one rectangle onto another."""
    across, down = other.width() / one.width(), other.height() / one.height()
    return QTransform(across, 0, 0, down, other.x() - one.x() * across, other.y() - one.y() * down)
