"""Whether a lesson keeps to its time: elapsed against planned, in words."""

from __future__ import annotations

from typing import NamedTuple

from bodymap.features.lessons.model import Lesson
from bodymap.i18n import _

_CLOSE = 60.0
"""s that nobody calls late or early."""


class Pace(NamedTuple):
    """Seconds since the start, planned for all, and planned until the current step should end; 0: no plan."""

    elapsed: float
    whole: float
    until: float

    @property
    def words(self) -> str:
        """Such as "12:30 of 17:00 – 2 min behind"."""
        if not self.whole:
            return clock_words(self.elapsed)
        late = self.elapsed - self.until
        words = _("{elapsed} of {whole}").format(
            elapsed=clock_words(self.elapsed), whole=clock_words(self.whole)
        )
        if late > _CLOSE:
            return _("{time} – {n} min behind").format(time=words, n=round(late / 60))
        return words


def pace_of(lesson: Lesson, at: int, elapsed: float) -> Pace:
    """How a lesson goes at a step, after so many seconds."""
    planned = [(step.minutes or 0) * 60 for step in lesson.steps]
    whole = sum(planned) or (lesson.minutes or 0) * 60
    return Pace(elapsed, whole, sum(planned[: at + 1]) if any(planned) else whole)


def clock_words(seconds: float) -> str:
    """A time of running, such as 4:05 or 1:02:30."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
