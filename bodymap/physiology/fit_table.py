"""The fit as a page: every measured number beside the model, what studies say in words, and the sums."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence

from bodymap.atlas.kinetic_records import BodyModel, Curve, Parameter
from bodymap.physiology.courses import Compared, compared
from bodymap.physiology.expectation import answer
from bodymap.physiology.knowledge import LEADER, Physiology
from bodymap.physiology.parameters import with_values

_HEAD = """\
# How well the curves fit

Made by `bodymap simulate --validate > docs/fit.md` from data/physiology and data/kinetics; a test keeps it
current. `bodymap simulate --fit` fits again. What the model says and leaves out is in [model.md](model.md).

A fold error is predicted over measured, as multiples of rest: 1 is right. Left out: the study, with all its
numbers, was not in the fit that predicts it. The steepness was chosen among four values by the whole fit, so
every study had a small say in it. How keller2003adipose is read matters: see [model.md](model.md).
"""
_FEW = """\
One to three studies each. GDF15, follistatin, IL-10, TNF-alpha and irisin have about as many free numbers as
measured ones, so a fit proves nothing there.
"""
LIMIT = 2.0
"""A factor within which a prediction counts as near."""


def in_sample(physiology: Physiology, signal: str) -> tuple[Compared, ...]:
    """Every number of a signal that the fit used, beside the model."""
    courses = (c for c in physiology.courses_of(signal) if c.fit != "none")
    return tuple(point for course in courses for point in compared(physiology, course))


def left_out_points(physiology: Physiology) -> tuple[Compared, ...]:
    """Every number of IL-6 beside a model that was fitted without its study, simulated anew."""
    found: list[Compared] = []
    for study in physiology.left_out.values():
        there = with_values(physiology, {s.parameter: s.value for s in study.settings})
        own = (c for c in physiology.courses_of(LEADER) if study.id in c.references and c.fit != "none")
        found += (point for course in own for point in compared(there, course))
    return tuple(found)


def median_error(points: Iterable[Compared]) -> float:
    """The middle of the factors by which the model is off."""
    return math.exp(statistics.median(math.log(p.off) for p in points))


def near(points: Sequence[Compared]) -> float:
    """The share of points within a factor of LIMIT."""
    return sum(p.off <= LIMIT for p in points) / len(points)


def fit_page(physiology: Physiology) -> str:
    """The whole page in Markdown."""
    return "\n".join(
        [
            *_head(physiology),
            *_measured(physiology),
            *_others(physiology),
            *_expected(physiology),
            *_numbers(physiology),
        ]
    )


def _head(physiology: Physiology) -> Iterator[str]:
    inside, outside = in_sample(physiology, LEADER), left_out_points(physiology)
    yield _HEAD
    yield "| IL-6 | points | median factor off | within a factor of 2 | worst |"
    yield "|---|---|---|---|---|"
    for name, points in (("in the fit", inside), ("study left out", outside)):
        if points:
            worst = max(p.off for p in points)
            share = f"{100 * near(points):.0f} %"
            yield f"| {name} | {len(points)} | {median_error(points):.2f} | {share} | {worst:.2f} |"
    yield ""


def _measured(physiology: Physiology) -> Iterator[str]:
    outside = {(p.course.id, p.minute): p for p in left_out_points(physiology)}
    yield "## IL-6, every number"
    yield ""
    yield "| course | min | as | measured | model | fold error | left out | fold error | weight | in band |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for p in in_sample(physiology, LEADER):
        other = outside.get((p.course.id, p.minute))
        without = f"{_short(other.predicted)} | {other.error:.2f}" if other else "– | –"
        yield f"{_cells(p)} | {without} | {p.course.fit} | {_yes(p.inside)} |"
    yield ""


def _others(physiology: Physiology) -> Iterator[str]:
    yield "## Other signals"
    yield ""
    yield _FEW
    yield "| course | min | as | measured | model | fold error | in band |"
    yield "|---|---|---|---|---|---|---|"
    for signal in physiology.curves:
        if signal != LEADER:
            for p in in_sample(physiology, signal):
                yield f"{_cells(p)} | {_yes(p.inside)} |"
    yield ""


def _expected(physiology: Physiology) -> Iterator[str]:
    yield "## What studies say in words"
    yield ""
    yield "The bounds are our reading of words, mostly generous: to hold them is a weak test."
    yield ""
    yield "| what was found | source | model | wanted | holds |"
    yield "|---|---|---|---|---|"
    for said in physiology.expectations.values():
        found = answer(physiology, said)
        high = "any" if said.high is None else f"{said.high:g}"
        value = "never" if math.isinf(found.value) else _short(found.value)
        holds = "yes" if found.holds else "**no**"
        yield f"| {said.says} | {', '.join(said.references)} | {value} | {said.low:g} to {high} | {holds} |"
    yield ""


def _numbers(physiology: Physiology) -> Iterator[str]:
    yield "## Every number"
    yield ""
    yield "| number | value | unit | kind | spread |"
    yield "|---|---|---|---|---|"
    owners: list[BodyModel | Curve] = [
        *([physiology.body] if physiology.body else []),
        *physiology.curves.values(),
    ]
    for owner in owners:
        for name in owner.__slots__:
            value = getattr(owner, name)
            if isinstance(value, Parameter):
                cells = (f"{owner.id}.{name}", f"{value.value:g}", value.unit, value.kind, value.spread)
                yield f"| {' | '.join(cells)} |"


def _cells(p: Compared) -> str:
    measure = f"{p.course.measure} ({p.course.unit})" if p.course.unit else p.course.measure
    return (
        f"| {p.course.id} | {p.minute} | {measure} | {p.measured:g} | {_short(p.predicted)} | {p.error:.2f}"
    )


def _short(value: float) -> str:
    return f"{value:.3g}"


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
