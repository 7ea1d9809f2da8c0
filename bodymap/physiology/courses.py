"""Published courses on the model's own scale: multiples of rest, beside what the model says there."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from bodymap.atlas.kinetic_records import Bout, Course, Measure, Point
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.result import Result
from bodymap.physiology.simulation import simulate


@dataclass(frozen=True, slots=True)
class MeasuredPoint:
    """A measured value as a multiple of rest at a minute, with one spread (or interval) to each side."""

    minute: int
    fold: float
    low: float | None
    high: float | None
    point: Point


@dataclass(frozen=True, slots=True)
class Compared:
    """A measured point beside the model, both as the study reports them; `error` is the ratio of folds."""

    course: Course
    minute: int
    measured: float
    predicted: float
    error: float
    inside: bool

    @property
    def off(self) -> float:
        """By what factor the model is off, in either direction: 1 is right."""
        return max(self.error, 1 / self.error)


def person_of(course: Course) -> Person:
    """Who was measured."""
    return Person(course.lifestyle, muscle_factor=course.muscle_factor)


def resting_level(physiology: Physiology, course: Course) -> float | None:
    """The resting level against which values of a course are read: its own, else that of the curve."""
    if course.rest is not None:
        return course.rest
    curve = physiology.curves.get(course.signal)
    if curve is None or curve.rest is None or (course.unit and course.unit != curve.unit):
        return None
    return curve.rest.value


def measured_points(physiology: Physiology, course: Course) -> tuple[MeasuredPoint, ...]:
    """The numbers of a course as multiples of rest, without points in words or where no rest is known."""
    as_fold = _scale(course.measure, resting_level(physiology, course))
    if as_fold is None:
        return ()
    found: list[MeasuredPoint] = []
    for point in course.points:
        if point.value is not None:
            low, high = (None if end is None else max(as_fold(end), 0.0) for end in _ends(point))
            found.append(MeasuredPoint(point.minute, as_fold(point.value), low, high, point))
    return tuple(found)


def simulated(physiology: Physiology, course: Course) -> Result:
    """The model's curve of a course's signal, for its bouts and people."""
    last = max((p.minute for p in course.points), default=0)
    until = max(last, *(_end(physiology, bout) for bout in course.bouts)) + 1
    return simulate(physiology, course.bouts, person_of(course), until, [course.signal])


def compared(physiology: Physiology, course: Course) -> tuple[Compared, ...]:
    """Every measured number of a course after its start beside the model; none where there is no curve."""
    if course.signal not in physiology.curves or not course.bouts:
        return ()
    trace = simulated(physiology, course).traces[course.signal]
    fold, low, high = trace.fold, trace.low, trace.high
    rest = resting_level(physiology, course)
    found: list[Compared] = []
    for measured in measured_points(physiology, course):
        at = measured.minute
        if at > 0 and not math.isnan(fold[at]):
            told = _reported(course.measure, float(fold[at]) / trace.floor.value, rest)
            error = float(fold[at]) / trace.floor.value / measured.fold
            inside = bool(low[at] <= measured.fold * trace.floor.value <= high[at])
            value = measured.point.value or 0.0
            found.append(Compared(course, at, value, told, error, inside))
    return tuple(found)


def _end(physiology: Physiology, bout: Bout) -> int:
    minutes = physiology.usual[bout.movement].minutes if bout.minutes is None else bout.minutes
    return bout.start + (bout.repeats - 1) * bout.every + (minutes or 1)


def _scale(measure: Measure, rest: float | None) -> Callable[[float], float] | None:
    """How a reported value becomes a multiple of rest; None where that needs a rest that is not known."""
    if measure == "fold":
        return lambda value: value
    if measure == "percent-change":
        return lambda value: 1 + value / 100
    if measure == "percent-of-rest":
        return lambda value: value / 100
    if rest is None:
        return None
    return (lambda value: value / rest) if measure == "level" else (lambda value: 1 + value / rest)


def _reported(measure: Measure, fold: float, rest: float | None) -> float:
    """A multiple of rest as the study would report it."""
    if measure == "fold":
        return fold
    if measure == "percent-change":
        return 100 * (fold - 1)
    if measure == "percent-of-rest":
        return 100 * fold
    return fold * (rest or 1) if measure == "level" else (fold - 1) * (rest or 1)


def _ends(point: Point) -> tuple[float | None, float | None]:
    if point.spread is not None and point.value is not None:
        return point.value - point.spread, point.value + point.spread
    return point.low, point.high
