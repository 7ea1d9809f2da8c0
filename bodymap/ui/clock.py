"""The one clock of the program: it ticks while somebody wants it to, and stands still else."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

STEP = 1 / 60
"""s between ticks, where the machine keeps up."""
_LONGEST = 0.25
"""s that one tick stands for at most: after a pause of the whole machine nothing jumps."""


class Clock(QObject):
    """Emits `ticked(seconds)` about 60 times a second while it is wanted: the time since the last tick."""

    ticked = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: set[str] = set()
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(STEP * 1000))
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether anybody wants it."""
        return self._timer.isActive()

    def want(self, who: str, wanted: bool) -> None:
        """Let it tick for somebody, or no longer; it stands still when nobody is left."""
        (self._wanted.add if wanted else self._wanted.discard)(who)
        if self._wanted and not self._timer.isActive():
            self._last = perf_counter()
            self._timer.start()
        elif not self._wanted:
            self._timer.stop()

    def _tick(self) -> None:
        now = perf_counter()
        passed, self._last = min(now - self._last, _LONGEST), now
        self.ticked.emit(passed)
