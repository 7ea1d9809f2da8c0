"""Bouts and a person → the level of every signal in blood, minute by minute. Pure and deterministic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bodymap.atlas.kinetic_records import Bout, Curve, Telling
from bodymap.physiology.knowledge import LEADER, Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.release import parameter, releases
from bodymap.physiology.result import Band, Result, Trace
from bodymap.physiology.steps import Array, relaxed, two_steps
from bodymap.physiology.verdicts import Segment, levelled, verdicts
from bodymap.physiology.work import Stretch, Work, stretches, works_of

HOURS = 72
ACTIVE = Person()


def simulate(
    physiology: Physiology,
    bouts: Iterable[Bout],
    person: Person = ACTIVE,
    until: int = HOURS * 60,
    signals: Sequence[str] | None = None,
) -> Result:
    """The level of signals (all of them by default) in every minute from 0 to `until`, which is included.

    Raises BoutError where a bout is unknown, empty or overlaps another.
    """
    works = works_of(physiology, bouts, person)
    wanted = physiology.signals if signals is None else signals
    given = _Given(physiology, works, stretches(works), person, until)
    rises = _rises(given, [i for i in wanted if i in physiology.curves])
    traces = {i: _trace(given, i, rises.get(i)) for i in wanted}
    return Result(np.arange(until + 1), traces)


@dataclass(frozen=True, slots=True)
class _Given:
    physiology: Physiology
    works: tuple[Work, ...]
    moved: tuple[Stretch, ...]
    person: Person
    until: int


def _rises(given: _Given, wanted: Sequence[str]) -> dict[str, Array]:
    """The rise above rest [until + 1] of signals with a curve."""
    body = given.physiology.body
    if body is None or not wanted:
        return {}
    follows = any(given.physiology.curves[i].drive == "follows-il6" for i in wanted)
    ids = [*wanted, LEADER] if follows and LEADER not in wanted else list(wanted)
    curves = [given.physiology.curves[i] for i in ids]
    rate = releases(body, curves, given.works, given.until)
    rise, fall = parameter(curves, "rise", 1.0), parameter(curves, "fall", 1.0)
    if follows:
        _feed_followers(curves, rate, (rise, fall))
    levels = two_steps(rate, rise, fall)
    for at, curve in enumerate(curves):
        if curve.drive == "instant":
            levels[at] = _instant(curve, rate[at], given)
    return dict(zip(ids, levels, strict=True))


def _feed_followers(curves: Sequence[Curve], rate: Array, times: tuple[Array, Array]) -> None:
    """Give the second wave its release: what IL-6 does to it in each minute."""
    rise, fall = times
    lead = next(k for k, curve in enumerate(curves) if curve.id == LEADER)
    one = slice(lead, lead + 1)
    level = two_steps(rate[one], rise[one], fall[one])[0]
    middle = 0.5 * (level[1:] + level[:-1])
    for k, curve in enumerate(curves):
        if curve.drive == "follows-il6":
            rate[k] = curve.gain.value * middle


def _instant(curve: Curve, rate: Array, given: _Given) -> Array:
    """A level that nears its target while moving and falls at rest, each with its own time constant."""
    spans: list[tuple[int, float, float]] = []
    for work in given.works:
        if work.moves and work.start < given.until:
            spans.append((work.start, curve.fall.value, 0.0))
            spans.append((work.stop, curve.rise.value, float(rate[work.start])))
    return relaxed(0.0, [*spans, (given.until, curve.fall.value, 0.0)], given.until)


def _trace(given: _Given, signal: str, rise: Array | None) -> Trace:
    physiology = given.physiology
    floor = _floor(given, signal)
    curve, body = physiology.curves.get(signal), physiology.body
    if curve is None or body is None or rise is None:
        return _told(given, signal, floor)
    segments = verdicts(body, curve, given.moved, given.until)
    return Trace(
        signal=signal,
        unit=curve.unit,
        rest=curve.rest.value if curve.rest else None,
        floor=floor,
        segments=segments,
        rise=rise,
        band=curve.band.value,
        widening=body.widening.value,
        wobble=curve.wobble.value,
    )


def _floor(given: _Given, signal: str) -> Band:
    """The resting level, against that of an active person, with its low and high end."""
    floor = given.physiology.floors.get(signal)
    if floor is None or given.person.lifestyle == "active":
        return Band(1.0, 1.0, 1.0)
    return Band(floor.sedentary.value, floor.low, floor.high)


def _told(given: _Given, signal: str, floor: Band) -> Trace:
    """A signal without a curve: flat while nothing has moved and its resting level is known, else words."""
    telling: Telling | None = given.physiology.tellings.get(signal)
    mark = "words" if telling and telling.measured else "not measured"
    begin = min((s.start for s in given.moved), default=given.until)
    if signal not in given.physiology.floors:
        begin = 0
    segments = levelled([Segment(begin, given.until, mark)], given.until) if begin < given.until else ()
    flat = segments or (Segment(0, given.until, "modelled"),)
    still = np.zeros(given.until + 1)
    return Trace(signal, "", None, floor, flat, still)
