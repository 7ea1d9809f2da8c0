"""Bouts and a person → the level of every signal in blood, minute by minute. Pure and deterministic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bodymap.atlas.kinetic_records import Bout, Curve, Telling
from bodymap.i18n import _
from bodymap.physiology.knowledge import LEADER, Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.release import Release, driven, parameter
from bodymap.physiology.result import Band, Result, Trace
from bodymap.physiology.steps import ROWS, Array, TwoSteps, relaxed
from bodymap.physiology.verdicts import Segment, levelled, verdicts
from bodymap.physiology.work import BoutError, Stretch, Work, stretches, works_of

HOURS = 72
LONGEST = 366 * 24 * 60
"""The last minute that can be asked for: a year. Everything measured was over much sooner."""
ACTIVE = Person()


def simulate(
    physiology: Physiology,
    bouts: Iterable[Bout],
    person: Person = ACTIVE,
    until: int = HOURS * 60,
    signals: Sequence[str] | None = None,
) -> Result:
    """The level of signals (all of them by default) in every minute from 0 to `until`, which is included.

    Raises BoutError where a bout is unknown, empty or overlaps another, or `until` lies before the start or
    more than LONGEST after it.
    """
    if not 0 <= until <= LONGEST:
        raise BoutError(
            _("the last minute is {minute}; it lies from 0 to {longest}").format(
                minute=until, longest=LONGEST
            )
        )
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
    body, known = given.physiology.body, given.physiology.curves
    if body is None or not wanted:
        return {}
    minutes = max(given.until, 1)  # the solver needs a step; where none is asked for, it is cut off again
    release, drives = Release(body, given.works, minutes), _by_drive([known[i] for i in wanted])
    following = drives.pop("follows-il6", [])
    found = {c.id: _instant(c, given) for c in drives.pop("instant", [])}
    own = [curve for curves in drives.values() for curve in curves]
    if following and LEADER not in wanted:
        own.append(known[LEADER])
    found |= _solved(own, TwoSteps(minutes, release.spans), release.write)
    if following:
        found |= _solved(following, TwoSteps(minutes), _following(found[LEADER]))
    return {i: found[i][: given.until + 1] for i in wanted}


def _by_drive(curves: Iterable[Curve]) -> dict[str, list[Curve]]:
    found: dict[str, list[Curve]] = {}
    for curve in curves:
        found.setdefault(curve.drive, []).append(curve)
    return found


def _solved(
    curves: Sequence[Curve], steps: TwoSteps, write: Callable[[Sequence[Curve], TwoSteps], None]
) -> dict[str, Array]:
    """The rise of curves [minutes + 1], a few at a time; `write` says what is released."""
    found: dict[str, Array] = {}
    for few in (curves[at : at + ROWS] for at in range(0, len(curves), ROWS)):
        write(few, steps)
        levels = steps.solve(parameter(few, "rise", 1.0), parameter(few, "fall", 1.0))
        found |= zip((curve.id for curve in few), levels, strict=True)
    return found


def _following(leading: Array) -> Callable[[Sequence[Curve], TwoSteps], None]:
    """What the level of IL-6 [minutes + 1] makes of signals that follow it, by the middle of each minute."""
    middle = 0.5 * (leading[1:] + leading[:-1])

    def write(curves: Sequence[Curve], steps: TwoSteps) -> None:
        np.multiply(middle, parameter(curves, "gain", 0.0)[:, None], out=steps.rate(len(curves)))

    return write


def _instant(curve: Curve, given: _Given) -> Array:
    """A level that nears its target while moving and falls at rest, each with its own time constant."""
    spans: list[tuple[int, float, float]] = []
    for work in given.works:
        if work.moves and work.start < given.until:
            spans.append((work.start, curve.fall.value, 0.0))
            spans.append((work.stop, curve.rise.value, float(driven([curve], work)[0])))
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
