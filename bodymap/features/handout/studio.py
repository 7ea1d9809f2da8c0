"""Draws what a step shows on paper, by the same `paint` as the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bodymap.features.handout.paper import pt
from bodymap.figure.figures import Figures
from bodymap.state import State
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.paint import paint
from bodymap.ui.body.picture import Body, Frame, Picture
from bodymap.ui.look import META, Look
from bodymap.ui.theme import Theme
from bodymap.viewmodels.reader import Reader

_BASE = 1.6
"""The picture is laid out so much larger than on a small screen: the figure then has 200 dots an inch in print."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What pictures are drawn from, and their theme."""

    reader: Reader
    figures: Figures
    gallery: Gallery
    theme: Theme

    def bodies(self, state: State) -> tuple[Body, ...]:
        """The bodies that a state shows."""
        return tuple(Body.of(scene, self.figures) for scene in self.reader.stage(state).scenes)

    def draw(self, painter: QPainter, state: State, area: QRectF, letters: float = 7.5) -> None:
        """Draw what a state shows into a rectangle of the page; its small words are so many points tall."""
        look = Look(self.theme, _BASE)
        scale = pt(letters) / look.grown(META)
        frame = Frame(round(area.width() / scale), round(area.height() / scale), look)
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        plain = replace(state, theme=self.theme.id)
        paint(painter, Picture(self.bodies(plain), frame, state.camera), self.gallery)
        painter.restore()
