"""What a panel of curves over time shows, as plain values: (what is known, what is asked) → Curves.

Folds and concentrations never share an axis: a line has `fold` always, and `level` in its unit where data
allow. Where nothing was measured a line has a gap with words, never a zero and never a flat line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Bout, Course
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.physiology.courses import MeasuredPoint, measured_points, person_of
from bodymap.physiology.intensity import percent_asked
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.result import Trace
from bodymap.physiology.simulation import simulate
from bodymap.physiology.verdicts import Segment, Status
from bodymap.physiology.work import BoutError
from bodymap.viewmodels.citations import citation, short
from bodymap.viewmodels.curve_values import Asked, BoutSpan, Curves, Dot, Line, Part, Study, Told

ALIKE_PERCENT, ALIKE_LENGTH = 10, 1.25
"""A study's bout is like the one shown within so many points of % VO2max and such a factor in length."""


def curves(atlas: Atlas, physiology: Physiology, asked: Asked) -> Curves:
    """The curves of what is asked; where the bouts cannot be done, none, and why in `trouble`."""
    wanted = asked.signals or tuple(physiology.curves)
    spans = tuple(span for bout in asked.bouts for span in _spans(atlas, physiology, bout))
    try:
        result = simulate(physiology, asked.bouts, asked.person, asked.until, wanted)
    except BoutError as error:
        return Curves(np.arange(asked.until + 1), (), (), spans, str(error))
    kinds = replace(asked, bouts=_kinds(asked.bouts))
    lines = tuple(
        _line(atlas, physiology, trace, kinds)
        for trace in result.traces.values()
        if trace.status not in ("words", "not measured") or trace.signal in physiology.curves
    )
    drawn = {line.signal for line in lines}
    told = tuple(_told(atlas, physiology, i) for i in wanted if i not in drawn)
    return Curves(result.minutes, lines, told, spans)


def asked_by(physiology: Physiology, course: str) -> Asked:
    """What would show a published course at its own bout: its signal, people and bouts, from minute 0."""
    found = physiology.courses[course]
    last = max((p.minute for p in found.points), default=0)
    return Asked(found.bouts, person_of(found), (found.signal,), max(last, 1440))


def status_words(status: Status) -> str:
    """How far a part of a curve may be believed, in words."""
    words: dict[Status, str] = {
        "modelled": _("modelled"),
        "extrapolated": _("extrapolated"),
        "words": _("known in words only"),
        "not measured": _("not measured"),
    }
    return words[status]


def _line(atlas: Atlas, physiology: Physiology, trace: Trace, asked: Asked) -> Line:
    rest, low, high = trace.rest, trace.low, trace.high
    curve = physiology.curves.get(trace.signal)
    studies = (_study(atlas, physiology, c, asked) for c in physiology.courses_of(trace.signal))
    return Line(
        signal=trace.signal,
        name=_name(atlas, trace.signal),
        status=trace.status,
        parts=_parts(trace.segments),
        fold=trace.fold,
        low=low,
        high=high,
        unit=trace.unit,
        level=trace.level,
        level_low=None if rest is None else rest * low,
        level_high=None if rest is None else rest * high,
        floor=trace.floor.value,
        studies=tuple(s for s in studies if s.dots),
        note=curve.note if curve else "",
    )


def _parts(segments: Sequence[Segment]) -> tuple[Part, ...]:
    return tuple(Part(s.start, s.stop, s.status, status_words(s.status)) for s in segments)


def _study(atlas: Atlas, physiology: Physiology, course: Course, asked: Asked) -> Study:
    bout = next((b for b in asked.bouts if _alike(physiology, course, b)), None)
    shift = 0 if bout is None else bout.start - course.bouts[0].start
    points = measured_points(physiology, course)
    known = [atlas.references[r] for r in course.references if r in atlas.references]
    return Study(
        id=course.id,
        words=course.what,
        people=course.people,
        n=course.n,
        spread=next((p.point.spread_is for p in points if p.point.spread_is), None),
        dots=tuple(_dot(physiology, course, p, shift) for p in points),
        alike=bout is not None and asked.person.lifestyle == course.lifestyle,
        source="; ".join(short(r) for r in known),
        citation="\n".join(citation(r) for r in known),
    )


def _dot(physiology: Physiology, course: Course, measured: MeasuredPoint, shift: int) -> Dot:
    curve, point = physiology.curves.get(course.signal), measured.point
    same = curve is not None and course.measure == "level" and course.unit == curve.unit
    return Dot(
        minute=measured.minute + shift,
        fold=measured.fold,
        low=measured.low,
        high=measured.high,
        level=point.value if same else None,
        reported=_reported(course, point.value or 0.0),
    )


def _reported(course: Course, value: float) -> str:
    phrases = {
        "fold": _("{value:g} times rest"),
        "level": _("{value:g} {unit}"),
        "rise": _("{value:+g} {unit} against rest"),
        "percent-change": _("{value:+g} % against rest"),
        "percent-of-rest": _("{value:g} % of rest"),
    }
    return phrases[course.measure].format(value=value, unit=course.unit)


def _kinds(bouts: Sequence[Bout]) -> tuple[Bout, ...]:
    """The bouts without those that are like an earlier one but for their start."""
    found: dict[Bout, Bout] = {}
    for bout in bouts:
        found.setdefault(replace(bout, start=0), bout)
    return tuple(found.values())


def _alike(physiology: Physiology, course: Course, bout: Bout) -> bool:
    """Whether a course has one bout, of this movement, about as hard and as long, with the same fuel."""
    if len(course.bouts) != 1 or course.bouts[0].climbs_to is not None:
        return False
    theirs, ours = (_filled(physiology, b) for b in (course.bouts[0], bout))
    kind = (theirs.movement, theirs.fuel, theirs.store) == (ours.movement, ours.fuel, ours.store)
    if not kind or not theirs.minutes or not ours.minutes:
        return False
    ratios = theirs.minutes * theirs.repeats / (ours.minutes * ours.repeats), _length(theirs) / _length(ours)
    apart = abs((theirs.intensity or 0) - (ours.intensity or 0))
    return apart <= ALIKE_PERCENT and all(1 / ALIKE_LENGTH <= r <= ALIKE_LENGTH for r in ratios)


def _length(bout: Bout) -> int:
    """From the first start to the last end, with the rests between."""
    return (bout.repeats - 1) * bout.every + (bout.minutes or 0)


def _filled(physiology: Physiology, bout: Bout) -> Bout:
    usual = physiology.usual.get(bout.movement)
    if usual is None:
        return bout
    return replace(
        bout,
        intensity=percent_asked(physiology, usual, bout, Person()),
        met=None,
        minutes=usual.minutes if bout.minutes is None else bout.minutes,
    )


def _spans(atlas: Atlas, physiology: Physiology, bout: Bout) -> list[BoutSpan]:
    filled = _filled(physiology, bout)
    minutes = filled.minutes or 0
    words = _("{movement}, {percent:.0f} % of VO2max, {minutes} min").format(
        movement=atlas.name_of(Ref("movement", bout.movement)),
        percent=filled.intensity or 0,
        minutes=minutes,
    )
    starts = range(bout.start, bout.start + bout.repeats * bout.every, bout.every)
    return [BoutSpan(start, start + minutes, bout.movement, words) for start in starts[: bout.repeats]]


def _told(atlas: Atlas, physiology: Physiology, signal: str) -> Told:
    telling = physiology.tellings.get(signal)
    measured = telling is not None and telling.measured
    status: Status = "words" if measured else "not measured"
    known = [] if telling is None else [r for r in telling.references if r in atlas.references]
    return Told(
        signal=signal,
        name=_name(atlas, signal),
        status=status,
        words=telling.words if telling else status_words(status),
        sources=tuple(short(atlas.references[r]) for r in known),
    )


def _name(atlas: Atlas, signal: str) -> str:
    found = atlas.signals.get(signal)
    return found.short if found else signal
