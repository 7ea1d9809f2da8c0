"""How much of the working muscle's fuel is used at each minute."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bodymap.atlas.kinetic_records import BodyModel
from bodymap.physiology.steps import Array, relaxed
from bodymap.physiology.work import Work

_AT_ONCE = 1e-6
"""A time constant in minutes that reaches its target within any minute."""


def fuel_used(body: BodyModel, works: Sequence[Work], minutes: int) -> Array:
    """The share used, 0 to 1, at every minute [minutes + 1].

    At work it nears 1 with time constant use / pace, until it reaches the level of that work, and stays
    there; above that level, and at rest, the stores fill. Work that exhausts empties them by its end.
    """
    course = _Course(body)
    for work in works:
        course.rest_until(work.start)
        if work.store is not None:
            course.empty_to(1.0 - work.store)
        course.work(work)
    return course.at_minutes(minutes)


class _Course:
    """Fuel used so far, as spans of exponential approach."""

    def __init__(self, body: BodyModel) -> None:
        self._body = body
        self._parts: list[tuple[int, float, list[tuple[int, float, float]]]] = [(0, 0.0, [])]
        self._now = 0
        self._used = 0.0

    def rest_until(self, stop: int) -> None:
        """Let the stores fill."""
        self._go(stop, self._body.refill.value, 0.0)

    def empty_to(self, used: float) -> None:
        """Say that at least so much is used now: the stores were emptied before."""
        if used > self._used:
            self._used = used
            self._parts.append((self._now, used, []))

    def work(self, work: Work) -> None:
        """Use fuel up to the level of this work."""
        body = self._body
        pace = work.share * (work.effort / body.use_intensity.value) ** body.use_exponent.value
        if not work.moves or pace == 0:
            self.rest_until(work.stop)
            return
        tau = body.use.value / pace
        if work.exhausts and self._used < body.exhausted.value:
            left = (1 - body.exhausted.value) / (1 - self._used)
            self._go(work.stop, -(work.stop - work.start) / math.log(left), 1.0)
        elif self._used < work.level:
            reach = math.inf
            if work.level < 1:
                reach = self._now + tau * math.log((1 - self._used) / (1 - work.level))
            self._go(min(work.stop, math.floor(min(reach, work.stop))), tau, 1.0)
            self._go(work.stop, _AT_ONCE, work.level)
        else:
            self._go(work.stop, body.refill.value, work.level)

    def at_minutes(self, minutes: int) -> Array:
        """The share used at every minute; the stores fill after the last work."""
        self.rest_until(max(minutes, self._now))
        used = np.empty(minutes + 1)
        for start, at_start, spans in self._parts:
            if start <= minutes:
                moved = [(stop - start, tau, target) for stop, tau, target in spans]
                used[start:] = relaxed(at_start, moved, minutes - start)
        return used

    def _go(self, stop: int, tau: float, target: float) -> None:
        if stop > self._now:
            self._used = target + (self._used - target) * math.exp(-(stop - self._now) / tau)
            self._parts[-1][2].append((stop, tau, target))
            self._now = stop
