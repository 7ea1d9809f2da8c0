"""Draws what a step shows on paper, by the same pieces as the screen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from bodymap.features.handout.paper import pt
from bodymap.figure.figures import Figures
from bodymap.state import State
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.copying import lit_figure
from bodymap.ui.body.easel import Easel
from bodymap.ui.body.paint import pieces
from bodymap.ui.body.picture import Body, Frame, Picture
from bodymap.ui.body.piece import Piece, lay
from bodymap.ui.body.plan import planned
from bodymap.ui.look import META, Look
from bodymap.ui.theme import Theme
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Scene

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.reader import TimeReader

_BASE, _RATIO = 1.6, 1.5
"""Together with letters of 7.5 points: the figure has about 300 dots an inch in print."""

_KEPT = 24
"""Pictures kept: as many as a lesson has steps, of some 4 MB each."""
Drawn = tuple[QPixmap, tuple[Piece, ...]]
"""Figure and lights in one picture, and the words and lines over them."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What pictures are drawn from, and their theme; `drawn` are the last: another sheet shows them again.

    With `times` a step is lit as at its minute, as slide and window are.
    """

    reader: Reader
    figures: Figures
    gallery: Gallery
    theme: Theme
    times: TimeReader | None = None
    drawn: dict[tuple[State, Frame], Drawn] = field(default_factory=dict[tuple[State, Frame], Drawn])

    def bodies(self, state: State) -> tuple[Body, ...]:
        """The bodies that a state shows; nothing travels on paper, so their legends do not tell of it."""
        found = self.reader.undrawn(state)
        lit = found if self.times is None else self.times.lit(found, state, now=True)
        scenes = self.reader.drawn(lit).scenes
        return tuple(Body.of(_still(scene), self.figures) for scene in scenes)

    def draw(self, painter: QPainter, state: State, area: QRectF, letters: float = 7.5) -> None:
        """Draw what a state shows into a rectangle of the page; its small words are so many points tall.

        Figure and lights become one picture, for hundreds make a large file; words and lines stay vectors.
        """
        look = Look(self.theme, _BASE)
        scale = pt(letters) / look.grown(META)
        frame = Frame(round(area.width() / scale), round(area.height() / scale), look, _RATIO)
        if (state, frame) not in self.drawn:
            if len(self.drawn) == _KEPT:
                del self.drawn[next(iter(self.drawn))]
            self.drawn[state, frame] = self._drawn(state, frame)
        still, words = self.drawn[state, frame]
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        painter.drawPixmap(QRectF(0, 0, frame.width, frame.height), still, QRectF(still.rect()))
        lay(painter, words, None)
        painter.restore()

    def _drawn(self, state: State, frame: Frame) -> Drawn:
        easel = Easel(self.gallery)
        plan = planned(Picture(self.bodies(state), frame, state.camera))
        parts = easel.parted(pieces(plan, easel))
        return lit_figure(plan, parts.low, easel), tuple(piece for piece in parts.whole if not piece.low)


def _still(scene: Scene) -> Scene:
    return replace(scene, legend=tuple(entry for entry in scene.legend if entry.shape != "molecule"))
