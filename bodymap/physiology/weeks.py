"""Weeks of training against weeks of sitting: the resting level, where a study measured it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bodymap.atlas.kinetic_records import Habit
from bodymap.physiology.burst import resting
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.result import Band
from bodymap.physiology.steps import Array

LONGEST = 520
"""Weeks: ten years. No trial here was longer than one."""


class WeeksError(ValueError):
    """A number of weeks that cannot be meant."""


@dataclass(frozen=True, slots=True, eq=False)
class HabitCourse:
    """The resting level [weeks + 1] against that before; nan, a gap, in every week that no one measured.

    `studies` are all that were found, those with words only and those after more weeks too.
    """

    fold: Array
    low: Array
    high: Array
    studies: tuple[Habit, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Weeks:
    """One signal at rest over weeks; `lasting` compares lives of sitting with active ones."""

    signal: str
    training: HabitCourse
    sitting: HabitCourse
    lasting: Band | None

    @property
    def known(self) -> bool:
        """Whether anything at all was measured."""
        return bool(self.training.studies or self.sitting.studies or self.lasting)


def over_weeks(physiology: Physiology, signal: str, weeks: int) -> Weeks:
    """What is known of a signal's resting level in weeks 0 to `weeks`; WeeksError where that cannot be."""
    if not 0 <= weeks <= LONGEST:
        raise WeeksError(f"{weeks} weeks; they lie from 0 to {LONGEST}")
    found = resting(physiology, signal)
    rows = [h for h in physiology.habits.values() if h.signal == signal]
    return Weeks(
        signal,
        _course([h for h in rows if h.habit == "training"], weeks),
        _course([h for h in rows if h.habit == "sitting"], weeks),
        found[1] if found else None,
    )


def _course(studies: Sequence[Habit], weeks: int) -> HabitCourse:
    """Week 0 is 1; a week with several studies is their mean on a scale of ratios, each by its people."""
    fold, low, high = np.full((3, weeks + 1), np.nan)
    if studies:
        fold[0] = low[0] = high[0] = 1.0
    measured: dict[int, list[Habit]] = {}
    for study in studies:
        if study.fold is not None and (week := math.ceil(study.weeks)) <= weeks:
            measured.setdefault(week, []).append(study)
    for week, together in measured.items():
        fold[week] = _mean([(s.fold, s.n) for s in together])
        low[week] = _mean([(s.low, s.n) for s in together])
        high[week] = _mean([(s.high, s.n) for s in together])
    return HabitCourse(fold, low, high, tuple(studies))


def _mean(values: Sequence[tuple[float | None, int | None]]) -> float:
    """The mean of ratios, weighted by people; nan where one of them was not given."""
    weights = [n or 1 for _value, n in values]
    logs = [math.nan if value is None else math.log(value) for value, _n in values]
    return math.exp(sum(w * x for w, x in zip(weights, logs, strict=True)) / sum(weights))
