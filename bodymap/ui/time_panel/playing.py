"""Playing: the program's one clock carries the minute shown, until the end or until it is stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from bodymap.state import SPEEDS, WEEK_SPEED, pace_of
from bodymap.store import Store
from bodymap.ui.clock import Clock

_WHO = "time"
_CALM_STEP = 10
"""Minutes from one still picture to the next, where no motion is wanted."""


class Playing(QObject):
    """Plays within an extent that is asked for; emits `changed` when it starts and stops."""

    changed = Signal()

    def __init__(
        self, store: Store, clock: Clock, extent: Callable[[], tuple[int, int, int]], parent: QObject
    ) -> None:
        """`extent` says the first and last minute shown, and the one shown now."""
        super().__init__(parent)
        self._store, self._clock, self._extent = store, clock, extent
        self._at, self._shown, self._on = 0.0, 0, False
        clock.ticked.connect(self._tick)

    @property
    def on(self) -> bool:
        """Whether it plays."""
        return self._on

    def toggle(self) -> None:
        """Play, from the start where the end is shown; or stop."""
        if self._on:
            self.stop()
            return
        start, stop, now = self._extent()
        self._at = float(start if now >= stop else now)
        self._shown, self._on = now, True
        self._clock.want(_WHO, True)
        self.changed.emit()

    def stop(self) -> None:
        """Stand still."""
        if self._on:
            self._on = False
            self._clock.want(_WHO, False)
            self.changed.emit()

    def next_speed(self) -> None:
        """The next of the speeds."""
        now = self._store.state.speed
        at = SPEEDS.index(now) if now in SPEEDS else 0
        self._store.set(speed=SPEEDS[(at + 1) % len(SPEEDS)])

    def _tick(self, seconds: float) -> None:
        if not self._on:
            return
        _start, stop, now = self._extent()
        if now != self._shown:  # somebody moved the line meanwhile
            self._at = float(now)
        state = self._store.state
        self._at = min(self._at + seconds * pace_of(state), float(stop))
        step = 1
        if state.calm:
            step = _CALM_STEP * (WEEK_SPEED if state.span == "week" else 1)
        minute = stop if self._at >= stop else int(self._at) // step * step
        self._shown = max(minute, now) if step > 1 and now == self._shown else minute
        if self._shown != now:
            self._store.set(minute=self._shown)
        if self._at >= stop:
            self.stop()
