"""What slides are derived from, without a window."""

from __future__ import annotations

from bodymap.state import State
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Stage
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.values import Moment, Timeline


class Knowledge:
    """A reader, and where courses over time are known one of time."""

    def __init__(self, reader: Reader, time: TimeReader | None = None) -> None:
        self.reader, self._time = reader, time

    def stage(self, state: State) -> Stage:
        """What the body shows, lit as at the minute of the state."""
        found = self.reader.undrawn(state)
        return self.reader.drawn(found if self._time is None else self._time.lit(found, state, now=True))

    def in_time(self, state: State) -> tuple[Timeline, Moment] | None:
        """The curves of the state and its minute."""
        return None if self._time is None else (self._time.timeline(state), self._time.moment(state))
