"""What studies say in words, asked of the model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bodymap.atlas.fit_records import Expectation
from bodymap.atlas.kinetic_records import Bout
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.release import release_at
from bodymap.physiology.simulation import simulate
from bodymap.physiology.work import works_of

_LATER = 720
"""Minutes after the start of the last bout in which a peak is sought, or a level may be reached."""
_STEP = 5
_NEAR = 1e-3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says to an expectation: its value, and whether that lies within the bounds."""

    expectation: Expectation
    value: float

    @property
    def holds(self) -> bool:
        """Whether the value lies within the bounds, to a thousandth: a fit leans on a bound softly."""
        return self.miss <= _NEAR

    @property
    def miss(self) -> float:
        """How far the value lies outside the bounds, as a logarithm of a ratio; 0 inside."""
        said = self.expectation
        if not 0 < self.value < math.inf:
            return 1.0
        above = 0.0 if said.high is None else math.log(self.value / said.high)
        return max(0.0, math.log(said.low / self.value), above)


def answer(physiology: Physiology, expectation: Expectation) -> Answer:
    """The model's value for what a study says."""
    said, person = expectation, Person(muscle_factor=expectation.muscle_factor)
    match said.measure:
        case "fold":
            value = _fold(physiology, said, said.bouts, said.minute)
        case "ratio":
            value = _fold(physiology, said, said.bouts, said.minute)
            value /= _fold(physiology, said, said.against, said.against_minute)
        case "release-ratio":
            value = _release(physiology, said.bouts, person, said.minute)
            value /= _release(physiology, said.against, person, said.against_minute)
        case "peak":
            value = _peak(physiology, said)
        case "reach":
            value = _reach(physiology, said)
    return Answer(said, value)


def _fold(physiology: Physiology, said: Expectation, bouts: Sequence[Bout], minute: int) -> float:
    person = Person(muscle_factor=said.muscle_factor)
    result = simulate(physiology, bouts, person, max(minute, 1), [said.signal])
    return float(result.traces[said.signal].rise[minute]) + 1.0


def _release(physiology: Physiology, bouts: Sequence[Bout], person: Person, minute: int) -> float:
    body = physiology.body
    return math.nan if body is None else release_at(body, works_of(physiology, bouts, person), minute)


def _peak(physiology: Physiology, said: Expectation) -> float:
    until = max(works_of(physiology, said.bouts, Person()), key=lambda w: w.stop).stop + _LATER
    result = simulate(physiology, said.bouts, Person(), until, [said.signal])
    return float(np.argmax(result.traces[said.signal].rise))


def _reach(physiology: Physiology, said: Expectation) -> float:
    """The minute at which the level is reached while the last bout goes on; infinite where it is not."""
    *before, last = said.bouts
    bouts = [*before, replace(last, minutes=_LATER)]
    until = last.start + _LATER
    rise = simulate(physiology, bouts, Person(), until, [said.signal]).traces[said.signal].rise
    found = np.flatnonzero(rise[::_STEP] + 1.0 >= (said.level or math.inf))
    return float(found[0] * _STEP) if found.size else math.inf
