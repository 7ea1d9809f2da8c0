"""A day in numbers: the area under the burst, its peak, and the resting level it stands on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bodymap.atlas.kinetic_records import Day
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.result import Band, Result, Trace
from bodymap.physiology.simulation import simulate

DAY = 24 * 60
"""Minutes from midnight to midnight."""
NOISE = 2.0
"""So many times what a sample at rest wanders by, a level must lie above its own rest to be told from it."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What movement adds to one signal: `area` in multiples of rest × hours above the own resting level.

    `peak` is the highest multiple of rest and `at` its minute; `resting` the level between bursts, with its
    low and high end, against an active person. For so many `hours` the level can be told from rest. `area`
    and `hours` are None where a part was not measured.
    """

    signal: str
    area: float | None
    peak: float | None
    at: int | None
    resting: Band
    hours: float | None = None


def burst(trace: Trace) -> Burst:
    """The burst of a trace; None where a number would rest on something not measured."""
    fold = trace.fold
    if np.isnan(fold).any():
        return Burst(trace.signal, None, None, None, trace.floor)
    area = float(np.trapezoid(trace.rise)) / 60
    at = int(np.argmax(np.abs(trace.rise)))
    hours = int(np.count_nonzero(trace.rise > NOISE * trace.wobble)) / 60
    return Burst(trace.signal, area, float(fold[at]), at, trace.floor, hours)


def day_result(physiology: Physiology, day: Day, days: int = 1, mass: float | None = None) -> Result:
    """A ready day, from midnight, and what of it is left in the days after: `days` in all."""
    return simulate(physiology, day.bouts, Person(day.lifestyle, mass), days * DAY)


def resting(physiology: Physiology, signal: str) -> tuple[Band, Band] | None:
    """The resting level after weeks of training and after weeks of sitting, against the first; flat.

    None where no study compared them.
    """
    floor = physiology.floors.get(signal)
    if floor is None:
        return None
    return Band(1.0, 1.0, 1.0), Band(floor.sedentary.value, floor.low, floor.high)
