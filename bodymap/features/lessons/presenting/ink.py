"""What a teacher draws on a slide: strokes that fade, or stay at their step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

Spot = tuple[float, float]
"""A place on the slide as shares of its width and height, so that it holds on any screen."""
LASTS, FADES = 3.0, 1.0
"""s that a stroke lasts after it was drawn, and then takes to fade."""


class Stroke(NamedTuple):
    """A stroke at a step; `ended` is when it was finished, None for one that stays or is being drawn."""

    at: int
    spots: tuple[Spot, ...]
    ended: float | None = None

    def opacity(self, now: float) -> float:
        """How much of it is still seen, 0 to 1."""
        if self.ended is None:
            return 1.0
        return min(1.0, max(0.0, 1 - (now - self.ended - LASTS) / FADES))


@dataclass(frozen=True, slots=True)
class Ink:
    """All strokes; the last one is being drawn while `drawing`."""

    strokes: tuple[Stroke, ...] = ()
    drawing: bool = False

    def begun(self, at: int, spot: Spot) -> Ink:
        """With a new stroke at a step."""
        return Ink((*self.strokes, Stroke(at, (spot,))), drawing=True)

    def drawn(self, spot: Spot) -> Ink:
        """With the stroke that is being drawn led to a place; itself where there is none."""
        if not self.drawing:
            return self
        last = self.strokes[-1]
        return replace(self, strokes=(*self.strokes[:-1], last._replace(spots=(*last.spots, spot))))

    def ended(self, now: float, stays: bool) -> Ink:
        """With that stroke finished."""
        if not self.drawing:
            return self
        last = self.strokes[-1]._replace(ended=None if stays else now)
        return Ink((*self.strokes[:-1], last))

    def left(self, now: float) -> Ink:
        """Without what has faded."""
        return replace(self, strokes=tuple(stroke for stroke in self.strokes if stroke.opacity(now) > 0))

    def on(self, at: int) -> tuple[Stroke, ...]:
        """The strokes of a step."""
        return tuple(stroke for stroke in self.strokes if stroke.at == at)

    @property
    def fades(self) -> bool:
        """Whether any stroke is on its way out."""
        return any(stroke.ended is not None for stroke in self.strokes)
