"""The keyboard on the body: where it stands, and what its keys do."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from bodymap.ui.body.canvas import Canvas
from bodymap.ui.body.walk import Way, named, neighbour

_ARROWS: tuple[tuple[Qt.Key, Way], ...] = (
    (Qt.Key.Key_Left, "left"),
    (Qt.Key.Key_Right, "right"),
    (Qt.Key.Key_Up, "up"),
    (Qt.Key.Key_Down, "down"),
)
_PAUSE = 1.0
"""Letters typed within so many seconds make one word."""


class Keyboard:
    """The region that the keyboard stands on, and its body."""

    def __init__(self, canvas: Canvas, name: Callable[[str], str]) -> None:
        self._canvas = canvas
        self._name = name
        self.region = ""
        self.body = 0
        self.walking = False
        self._typed, self._last = "", 0.0

    def stand_on(self, region: str, body: int) -> None:
        """Stand where a click has chosen; the mark shows only once the keyboard walks."""
        self.region, self.body, self.walking = region, body, False

    def enter(self) -> None:
        """The body got the keyboard: stand on what is lit, or at the top."""
        self.walking = True
        places = self._places()
        if self.region not in places:
            bodies = self._canvas.bodies
            lit = [light.region for light in bodies[self.body].body.scene.lights] if bodies else []
            self.region = next((r for r in lit if r in places), neighbour(places, None, "up") or "")

    def chooses(self, event: QKeyEvent) -> bool:
        """Whether a key chooses the region stood on."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        return event.key() in keys and self.region in self._places()

    def moves(self, event: QKeyEvent) -> bool:
        """Whether a key has moved the keyboard's place."""
        taken = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        way: Way | None = next((w for key, w in _ARROWS if key == event.key()), None)
        if taken or not (way or event.text().isalpha()):
            return False
        target = self._step(way) if way else self._jump(event.text())
        if target is None:
            return False
        self.region, self.walking = target, True
        return True

    def spot(self) -> QPointF | None:
        """Where the region stood on lies, px."""
        return self._canvas.spot(self.region, self.body) if self.walking else None

    def _step(self, way: Way) -> str | None:
        target = neighbour(self._places(), self.region, way)
        beside = {"left": self.body - 1, "right": self.body + 1}.get(way, -1)
        if target == self.region and 0 <= beside < len(self._canvas.bodies):
            self.body = beside
            return target if target in self._places() else neighbour(self._places(), None, "up")
        return target

    def _jump(self, letter: str) -> str | None:
        now = monotonic()
        self._typed = self._typed + letter if now - self._last < _PAUSE else letter
        self._last = now
        if len(set(self._typed)) == 1:
            self._typed = letter
        names = [(region, self._name(region)) for region in self._places()]
        found = named(names, self.region, self._typed)
        if found is None and self._typed != letter:
            self._typed = letter
            found = named(names, self.region, letter)
        return found

    def _places(self) -> dict[str, tuple[float, float]]:
        canvas = self._canvas
        if self.body >= len(canvas.bodies):
            self.body = 0
        if not canvas.bodies:
            return {}
        shapes = canvas.bodies[self.body].body.view.shapes
        return {
            region: shapes[region].anchor for region in canvas.visible_regions(self.body) if region != "skin"
        }
