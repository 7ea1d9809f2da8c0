"""What is released in every minute, by work and by the state of the fuel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bodymap.atlas.kinetic_records import BodyModel, Curve
from bodymap.physiology.fuel import fuel_used
from bodymap.physiology.steps import Array
from bodymap.physiology.work import Work


def parameter(curves: Sequence[Curve], name: str, absent: float) -> Array:
    """A parameter of all curves [S]; `absent` where a curve has none."""
    found = [getattr(curve, name) for curve in curves]
    return np.array([absent if p is None else p.value for p in found], dtype=np.float64)


def releases(body: BodyModel, curves: Sequence[Curve], works: Sequence[Work], minutes: int) -> Array:
    """The release of curves in every minute [S, minutes], in multiples of rest at steady state.

    A curve that follows the level of IL-6 has none of its own.
    """
    emptied = _emptied(body, works, minutes)
    gain, alpha = parameter(curves, "gain", 0.0), parameter(curves, "alpha", 1.0)
    threshold = parameter(curves, "threshold", 0.0)
    tired = np.array([curve.drive == "exhaustion" for curve in curves])
    gain = np.where([curve.drive == "follows-il6" for curve in curves], 0.0, gain)
    rate = np.zeros((len(curves), minutes))
    for work in works:
        if work.moves and work.start < minutes:
            span = slice(work.start, min(work.stop, minutes))
            above = np.maximum(0.0, (work.effort - threshold) / (1.0 - threshold))
            rate[:, span] = (gain * work.share * above**alpha)[:, None]
            rate[tired, span] *= _exhaustion(body, work, emptied[span])
    return rate


def release_at(body: BodyModel, works: Sequence[Work], minute: int) -> float:
    """The release of IL-6 at a minute of work, up to a factor that is the same at any minute of it."""
    work = next(w for w in works if w.start <= minute <= w.stop)
    used = fuel_used(body, works, minute)[minute]
    return float(_exhaustion(body, work, np.array([used**body.steepness.value]))[0])


def _emptied(body: BodyModel, works: Sequence[Work], minutes: int) -> Array:
    """The part of release that waits for the fuel to run short, in every minute."""
    used = fuel_used(body, works, minutes)
    middle: Array = 0.5 * (used[1:] + used[:-1])
    return middle**body.steepness.value


def _exhaustion(body: BodyModel, work: Work, emptied: Array) -> Array:
    muscle = (work.muscle / body.muscle_reference.value) ** body.muscle_exponent.value
    early = body.early.value * work.effort**body.use_exponent.value
    return muscle * work.sugar * (early + emptied)
