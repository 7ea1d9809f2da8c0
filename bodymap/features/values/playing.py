"""Playing the groups of a table one after the other, in their order, with the program's one clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from bodymap.ui.clock import Clock

BEAT = 2.0
"""s that each group is seen: long enough to read its name and look."""
_WHO = "values"


class Playing(QObject):
    """Calls `step` at each beat until it says that nothing comes after; emits `changed` on start and stop.

    Nothing moves between two groups, for nothing was measured there.
    """

    changed = Signal()

    def __init__(self, clock: Clock, step: Callable[[], bool]) -> None:
        super().__init__(clock)
        self._clock, self._step = clock, step
        self._passed = 0.0
        self.on = False
        clock.ticked.connect(self._tick)

    def set_on(self, on: bool) -> None:
        """Play, from a whole beat; or stand still."""
        if on == self.on:
            return
        self.on, self._passed = on, 0.0
        self._clock.want(_WHO, on)
        self.changed.emit()

    def _tick(self, seconds: float) -> None:
        if not self.on:
            return
        self._passed += seconds
        if self._passed >= BEAT:
            self._passed -= BEAT
            if not self._step():
                self.set_on(False)
