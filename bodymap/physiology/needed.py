"""What would it take? A signal and a level → for each movement the minutes it needs, or why not."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from bodymap.atlas.kinetic_records import BodyModel, Bout, Curve
from bodymap.i18n import _
from bodymap.physiology.knowledge import Physiology, Usual
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import ACTIVE, simulate
from bodymap.physiology.verdicts import DRAWN, Status

Why = Literal["reached", "already", "too high", "no curve", "not measured", "rest"]


class LevelError(ValueError):
    """A level that cannot be meant; the message says why, in words."""


_AFTER = 12 * 60
"""Minutes after the end in which a late peak is looked for."""


@dataclass(frozen=True, slots=True)
class Needed:
    """`minutes` of a movement at `intensity` until a signal reaches the level; None, and `why`.

    Where it is out of reach, `most` is the highest multiple of rest that the longest bout shown gives.
    `status` says how far the curve of that bout may be believed.
    """

    movement: str
    intensity: float
    minutes: int | None
    why: Why
    status: Status = "modelled"
    most: float | None = None


def needed(physiology: Physiology, signal: str, fold: float, person: Person = ACTIVE) -> tuple[Needed, ...]:
    """For every movement of the atlas, in its order, how long it takes to any multiple of rest.

    The multiple is of an active person's rest; LevelError where it is not a number above 0.
    """
    if not 0 < fold < math.inf:
        raise LevelError(_("a level is a number above 0, in multiples of rest"))
    curve, body = physiology.curves.get(signal), physiology.body
    found: list[Needed] = []
    for usual in physiology.usual.values():
        if not usual.laboratory:
            reason = _reason(usual, curve)
            if reason or curve is None or body is None:
                status: Status = "not measured" if reason == "not measured" else "modelled"
                found.append(Needed(usual.id, usual.intensity, None, reason or "no curve", status))
            else:
                found.append(_search(physiology, usual, (body, curve), (fold, person)))
    return tuple(found)


def fold_of(physiology: Physiology, signal: str, level: float, unit: str, name: str = "") -> float:
    """The multiple of rest that a level in a unit is; LevelError where this signal has no level in it.

    `name` is what the signal is called there; without one it is called by its id.
    """
    curve = physiology.curves.get(signal)
    if curve is None or curve.rest is None:
        raise LevelError(
            _("there is no level of {signal} in a unit, only multiples of rest").format(signal=name or signal)
        )
    if unit != curve.unit:
        raise LevelError(_("{signal} is measured in {unit}").format(signal=name or signal, unit=curve.unit))
    return level / curve.rest.value


def _reason(usual: Usual, curve: Curve | None) -> Why | None:
    """Why nothing can be said of a movement; None where something can."""
    if usual.group == "rest":
        return "rest"
    if curve is None:
        return "no curve"
    if usual.group not in (*curve.modelled, *curve.extrapolated):
        return "not measured"
    return None


def _search(
    physiology: Physiology, usual: Usual, model: tuple[BodyModel, Curve], wanted: tuple[float, Person]
) -> Needed:
    (body, curve), (fold, person) = model, wanted
    found = Needed(usual.id, usual.intensity, None, "too high")

    def reaches(minutes: int) -> bool:
        return _peak(physiology, curve, Bout(usual.id, minutes=minutes), person)[0] >= fold

    longest = _longest(body, curve, usual)
    if fold <= _floor(physiology, curve, person):
        return replace(found, minutes=0, why="already")
    most, status = _peak(physiology, curve, Bout(usual.id, minutes=longest), person)
    if most < fold:
        return replace(found, status=status, most=most)
    minutes = _first(reaches, longest)
    status = _peak(physiology, curve, Bout(usual.id, minutes=minutes), person)[1]
    return replace(found, minutes=minutes, why="reached", status=status)


def _floor(physiology: Physiology, curve: Curve, person: Person) -> float:
    """The level at which a person is without moving."""
    return simulate(physiology, [], person, 0, [curve.id]).traces[curve.id].floor.value


def _longest(body: BodyModel, curve: Curve, usual: Usual) -> int:
    """The longest bout of which a number is shown: beyond it there are words, or nothing was measured."""
    hard = usual.intensity > body.long_unfed.value
    return int(body.long_minutes.value) if hard else max(curve.measured.longest, usual.minutes or 0)


def _peak(physiology: Physiology, curve: Curve, bout: Bout, person: Person) -> tuple[float, Status]:
    """The highest multiple of rest that a bout gives, and how far its curve may be believed."""
    until = (bout.minutes or 0) + _AFTER
    trace = simulate(physiology, [bout], person, until, [curve.id]).traces[curve.id]
    return (float(np.nanmax(trace.fold)), trace.status) if trace.status in DRAWN else (1.0, trace.status)


def _first(reaches: Callable[[int], bool], longest: int) -> int:
    """The shortest length that is enough, where every longer one is too."""
    low, high = 0, longest
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high
