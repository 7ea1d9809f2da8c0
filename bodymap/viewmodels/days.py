"""Ready days and what they come to in numbers, for a planner: the burst's area and the level it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Day
from bodymap.i18n import _
from bodymap.physiology.burst import DAY, Burst, burst
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import simulate
from bodymap.viewmodels.citations import short
from bodymap.viewmodels.curve_values import Asked


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A ready day to choose: its name, what to look at, and where that is from."""

    id: str
    name: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """One signal in one day: `area` above the own rest in multiples of rest × hours; None was not measured.

    `resting`, from `low` to `high`, is against an active person; `words` say all of it in a sentence.
    """

    signal: str
    name: str
    area: float | None
    peak: float | None
    at: int | None
    resting: float
    low: float
    high: float
    words: str


def day_choices(atlas: Atlas, physiology: Physiology) -> tuple[DayChoice, ...]:
    """The ready days, in the order of their file."""
    return tuple(
        DayChoice(d.id, d.name, d.words, tuple(short(atlas.references[r]) for r in d.references))
        for d in physiology.days.values()
    )


def asked_day(day: Day, signals: Sequence[str] = (), days: int = 1) -> Asked:
    """What draws the curves of a day, from midnight; with more `days`, what is left of it afterwards."""
    return Asked(day.bouts, Person(day.lifestyle), tuple(signals), days * DAY)


def day_numbers(atlas: Atlas, physiology: Physiology, asked: Asked) -> tuple[DayNumbers, ...]:
    """The numbers of the signals asked for, until the minute asked for; BoutError where bouts overlap."""
    wanted = asked.signals or tuple(physiology.curves)
    result = simulate(physiology, asked.bouts, asked.person, asked.until, wanted)
    return tuple(_numbers(atlas, burst(trace)) for trace in result.traces.values())


def _numbers(atlas: Atlas, found: Burst) -> DayNumbers:
    return DayNumbers(
        signal=found.signal,
        name=atlas.signals[found.signal].short,
        area=found.area,
        peak=found.peak,
        at=found.at,
        resting=found.resting.value,
        low=found.resting.low,
        high=found.resting.high,
        words=_words(found),
    )


def _words(found: Burst) -> str:
    if found.area is None or found.peak is None:
        return _("not measured")
    if found.area == 0:
        return _("no burst, resting at {resting:.2f} times rest").format(resting=found.resting.value)
    return _("burst of {area:.1f} times rest × h, up to {peak:.1f} times, resting at {resting:.2f}").format(
        area=found.area, peak=found.peak, resting=found.resting.value
    )
