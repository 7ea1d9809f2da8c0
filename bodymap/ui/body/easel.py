"""What painting keeps from one picture to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPixmap

from bodymap.ui.body.art import Gallery
from bodymap.ui.body.hit import HitMap
from bodymap.ui.body.lights import Kept
from bodymap.ui.body.picture import Body
from bodymap.ui.body.piece import Piece, Stamps
from bodymap.ui.body.plan import BodyPlan, Plan

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


class Parts(NamedTuple):
    """All pieces of a picture; those on the figure, those under what travels, and those over it."""

    whole: list[Piece]
    low: list[Piece]
    upper: list[Piece]
    bed: list[Piece]
    over: list[Piece]


class Pane(NamedTuple):
    """What rests in a rectangle of a picture, under that which travels and over it."""

    rect: QRect
    under: QPixmap
    over: QPixmap


class Resting(NamedTuple):
    """A picture over which something travels, as panes of a region."""

    plan: Plan
    shown: list[Piece]
    panes: list[Pane]


@dataclass
class Easel:
    """What painting keeps from one picture to the next; nothing of it changes what is painted.

    `sharp` gives the freshly drawn part of a body's figure where one is ready.
    """

    gallery: Gallery
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
    resting: Resting | None = None

    @property
    def stamps(self) -> Stamps:
        """What was drawn once for all bodies of this gallery."""
        return self.gallery.stamps

    def parted(self, shown: list[Piece]) -> Parts:
        """Pieces by where they lie; worked out once for a list, which is not changed afterwards."""
        if self.parts is None or self.parts.whole is not shown:
            upper = [piece for piece in shown if not piece.low]
            self.parts = Parts(
                shown,
                [piece for piece in shown if piece.low],
                upper,
                [piece for piece in upper if piece.bed],
                [piece for piece in upper if not piece.bed],
            )
        return self.parts

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
