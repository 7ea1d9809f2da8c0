"""What is released in every minute, by work and by the state of the fuel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bodymap.atlas.kinetic_records import BodyModel, Curve, Group
from bodymap.physiology.fuel import fuel_used
from bodymap.physiology.steps import Array, TwoSteps
from bodymap.physiology.work import Work


def parameter(curves: Sequence[Curve], name: str, absent: float) -> Array:
    """A parameter of all curves [S]; `absent` where a curve has none."""
    found = [getattr(curve, name) for curve in curves]
    return np.array([absent if p is None else p.value for p in found], dtype=np.float64)


class Release:
    """What bouts of work release in every minute, in multiples of rest at steady state."""

    def __init__(self, body: BodyModel, works: Sequence[Work], minutes: int) -> None:
        used = fuel_used(body, works, min(minutes, max((work.stop for work in works), default=0)))
        middle: Array = 0.5 * (used[1:] + used[:-1])
        self._parts: list[tuple[Work, slice, Array]] = []
        self._body, self._used = body, middle
        for work in works:
            if work.moves and work.start < minutes:
                span = slice(work.start, min(work.stop, minutes))
                self._parts.append(
                    (work, span, _exhaustion(body, work, middle[span] ** body.steepness.value))
                )

    @property
    def spans(self) -> tuple[slice, ...]:
        """The minutes in which something is released."""
        return tuple(span for _, span, _ in self._parts)

    def write(self, curves: Sequence[Curve], steps: TwoSteps) -> None:
        """Write the release of curves into the rate of steps; one that follows IL-6 has none of its own."""
        rate = steps.rate(len(curves))
        tired = np.array([curve.drive == "exhaustion" and curve.onset is None for curve in curves])
        full: dict[tuple[float, float, Group], Array] = {}
        late = [(k, curve.onset.value) for k, curve in enumerate(curves) if curve.onset is not None]
        for work, span, exhaustion in self._parts:
            kind = (work.effort, work.share, work.group)
            if kind not in full:
                full[kind] = driven(curves, work)
            place = steps.place(span)
            rate[:, place] = full[kind][:, None]
            rate[tired, place] *= exhaustion
            for k, onset in late:
                rate[k, place] *= _beyond(self._body, work, self._used[span], onset)


def driven(curves: Sequence[Curve], work: Work) -> Array:
    """The release of curves [S] by work of this effort, as if nothing waited for the fuel to run short.

    None where a signal was never measured in such work: what is not known must not show up later.
    """
    gain, alpha = parameter(curves, "gain", 0.0), parameter(curves, "alpha", 1.0)
    threshold = parameter(curves, "threshold", 0.0)
    above = np.maximum(0.0, (work.effort - threshold) / (1.0 - threshold))
    known = np.array(
        [c.drive != "follows-il6" and work.group in (*c.modelled, *c.extrapolated) for c in curves]
    )
    return gain * known * work.share * above**alpha


def release_at(body: BodyModel, works: Sequence[Work], minute: int) -> float:
    """The release of IL-6 at a minute of work, up to a factor that is the same at any minute of it."""
    work = next(w for w in works if w.start <= minute <= w.stop)
    used = fuel_used(body, works, minute)[minute]
    return float(_exhaustion(body, work, np.array([used**body.steepness.value]))[0])


def _beyond(body: BodyModel, work: Work, used: Array, onset: float) -> Array:
    """What a signal that waits for its own share of used fuel takes of its release."""
    muscle = (work.muscle / body.muscle_reference.value) ** body.muscle_exponent.value
    return muscle * work.sugar * np.maximum(0.0, (used - onset) / (1.0 - onset))


def _exhaustion(body: BodyModel, work: Work, emptied: Array) -> Array:
    muscle = (work.muscle / body.muscle_reference.value) ** body.muscle_exponent.value
    early = body.early.value * work.effort**body.use_exponent.value
    return muscle * work.sugar * (early + emptied)
