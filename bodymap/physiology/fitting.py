"""Fits the free parameters to the published courses, all together and with one study left out at a time."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from bodymap.atlas.fit_records import Expectation, FitRules, Freedom
from bodymap.atlas.kinetic_records import Course
from bodymap.physiology.courses import Compared, compared
from bodymap.physiology.expectation import answer
from bodymap.physiology.knowledge import LEADER, Physiology
from bodymap.physiology.parameters import parameter_at, with_values
from bodymap.physiology.solver import Solution, least_squares
from bodymap.physiology.steps import Array

Told = Callable[[str], None]
_INSIDE = 0.8
"""The share of study averages that a band holds."""


@dataclass(frozen=True, slots=True)
class Study:
    """A fit without one study: its reference, the numbers found, and what they say of its courses."""

    reference: str
    values: Mapping[str, float]
    points: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """The numbers found, by path, one standard deviation of each (a share where `log`), and the left out."""

    values: Mapping[str, float]
    deviations: Mapping[str, float]
    left_out: tuple[Study, ...]


def fitted(physiology: Physiology, rules: FitRules, told: Told) -> Fit:
    """Fit signal after signal, IL-6 first; then IL-6 with each study left out, for the band."""
    values: dict[str, float] = {}
    deviations: dict[str, float] = {}
    for signal in rules.order:
        problem = Problem.of(physiology, rules, signal)
        solution = problem.solve(problem.start())
        found = problem.values(solution.values)
        physiology = with_values(physiology, found)
        values |= found
        deviations |= dict(zip((f.id for f in problem.free), solution.deviations, strict=True))
        told(f"{signal}: cost {solution.cost:.2f}")
    studies = left_out(physiology, rules, told)
    band = band_factor([p for s in studies for p in s.points if p.course.fit == "full"])
    return Fit(values | dict.fromkeys(rules.band, band), deviations, studies)


def left_out(physiology: Physiology, rules: FitRules, told: Told) -> tuple[Study, ...]:
    """IL-6 fitted again without each study, from where all of them lead to."""
    whole = Problem.of(physiology, rules, LEADER)
    start = whole.here()
    studies: list[Study] = []
    for reference in dict.fromkeys(c.references[0] for c in whole.courses):
        values = whole.without(reference).values(whole.without(reference).solve(start).values)
        there = with_values(physiology, values)
        own = [c for c in whole.courses if reference in c.references]
        points = tuple(p for course in own for p in compared(there, course))
        studies.append(Study(reference, values, points))
        told(f"without {reference}: " + ", ".join(f"×{p.error:.2f}" for p in points))
    return tuple(studies)


def band_factor(points: Sequence[Compared]) -> float:
    """What a rise is divided and multiplied by, so that four of five left-out points would lie inside."""
    mean_square = sum(math.log(p.error) ** 2 for p in points) / len(points)
    return math.exp(NormalDist().inv_cdf((1 + _INSIDE) / 2) * math.sqrt(mean_square))


@dataclass(frozen=True, slots=True)
class Problem:
    """What is fitted for one signal: free parameters, courses and bounds."""

    physiology: Physiology
    rules: FitRules
    free: tuple[Freedom, ...]
    courses: tuple[Course, ...]
    bounds: tuple[Expectation, ...]

    @staticmethod
    def of(physiology: Physiology, rules: FitRules, signal: str) -> Problem:
        """The fit of a signal, on all that was published of it."""
        return Problem(
            physiology,
            rules,
            tuple(f for f in physiology.free.values() if f.signal == signal),
            tuple(c for c in physiology.courses_of(signal) if c.fit != "none"),
            tuple(e for e in physiology.expectations.values() if e.signal == signal and e.fitted),
        )

    def without(self, reference: str) -> Problem:
        """The same fit without what one study found."""
        courses = tuple(c for c in self.courses if reference not in c.references)
        bounds = tuple(e for e in self.bounds if reference not in e.references)
        return Problem(self.physiology, self.rules, self.free, courses, bounds)

    def start(self) -> Array:
        """Where the search starts."""
        return np.array([_scaled(f, f.start) for f in self.free])

    def here(self) -> Array:
        """Where the physiology stands now."""
        return np.array([_scaled(f, parameter_at(self.physiology, f.id).value) for f in self.free])

    def solve(self, start: Array) -> Solution:
        """The numbers, as the search sees them, that fit best."""
        return least_squares(self.residuals, start)

    def values(self, x: Array) -> dict[str, float]:
        """The numbers by path, with those that follow others."""
        found: dict[str, float] = {}
        for free, value in zip(self.free, x, strict=True):
            number = math.exp(value) if free.log else float(value)
            found |= dict.fromkeys((free.id, *free.also), number)
        return found

    def residuals(self, x: Array) -> Array:
        """How far the model is off at every point, prior and bound, each in its own spread."""
        there = with_values(self.physiology, self.values(x))
        return np.array([*self._points(there), *self._priors(x), *self._bounds(there)])

    def _points(self, there: Physiology) -> list[float]:
        spread, weights = self.rules.study_spread, {"full": 1.0, "half": self.rules.half}
        return [
            weights[course.fit] * math.log(max(point.error, 1e-9)) / spread
            for course in self.courses
            for point in compared(there, course)
        ]

    def _priors(self, x: Array) -> list[float]:
        held = zip(self.free, x, strict=True)
        return [(float(value) - _scaled(f, f.prior)) / f.width for f, value in held if f.prior is not None]

    def _bounds(self, there: Physiology) -> list[float]:
        found: list[float] = []
        for said in self.bounds:
            answered = answer(there, said)
            found.append(answered.miss / self.rules.bound_spread)
            if said.aim is not None:
                off = math.log(max(answered.value, 1e-9) / said.aim)
                found.append(self.rules.half * off / self.rules.study_spread)
        return found


def _scaled(free: Freedom, value: float) -> float:
    return math.log(value) if free.log else value
