"""The dials of the dose: what can be chosen for a movement, and why something cannot."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from math import inf

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.physiology.intensity import met_of_percent
from bodymap.physiology.knowledge import Physiology, Usual
from bodymap.state import State
from bodymap.viewmodels.dose import ALL_OUT, refused
from bodymap.viewmodels.timeline.asking import person_of
from bodymap.viewmodels.timeline.moments import long_words
from bodymap.viewmodels.timeline.values import Dial, Dose

_EASY, _ALL = 10, int(ALL_OUT)
"""Per cent of VO2max from which the dial begins, and all of it: only work with breaks can be harder."""
_MINUTES = (*range(1, 60), *range(60, 180, 5), *range(180, 361, 10))


def dose_of(atlas: Atlas, physiology: Physiology, state: State) -> Dose:
    """The dose as dials; greyed, with a reason in words, where there is nothing to choose."""
    usual = physiology.usual.get(_movement(state))
    reason = _reason(atlas, physiology, state, usual)
    in_day = _("A ready day says who lives it.") if state.day in physiology.days else ""
    intensity = _intensity(physiology, state, usual, reason)
    return Dose(intensity, _minutes(physiology, state, usual, reason), reason, in_day)


def _movement(state: State) -> str:
    """The movement whose dose is asked for: the one in focus, also where that is rest."""
    return state.focus.id if state.focus.kind == "movement" else state.movement


def _reason(atlas: Atlas, physiology: Physiology, state: State, usual: Usual | None) -> str:
    name = atlas.name_of(Ref("movement", _movement(state)))
    if state.day in physiology.days:
        return _("A day is shown: drag its blocks, or choose a movement.")
    if usual is None or (usual.minutes is None and state.minutes is None):
        return _("{movement} is no single bout, so it has no dose.").format(movement=name)
    if usual.group == "rest":
        return _("{movement} is rest: nothing is released by a dose of it.").format(movement=name)
    return ""


def _intensity(physiology: Physiology, state: State, usual: Usual | None, reason: str) -> Dial:
    value = state.intensity or (usual.intensity if usual else 0.0)
    body = physiology.body
    breaks = usual is not None and usual.share < 1
    most = int(body.cap.value) if body and breaks else _ALL
    steps = tuple(float(n) for n in range(_EASY, most + 1))
    name, words = _("Intensity, % of VO₂max"), _("{percent:.0f} %").format(percent=value)
    if reason:
        return Dial(name, value, steps, "", reason)
    asked = Bout(_movement(state), minutes=state.minutes, fuel=state.fuel)
    last, barred = _last(steps, lambda step: refused(physiology, replace(asked, intensity=step)))
    return Dial(name, value, steps, words, "", _met(physiology, state, usual, value), last, barred)


def _met(physiology: Physiology, state: State, usual: Usual | None, percent: float) -> str:
    """How many MET that is; "" for small muscle groups, and beyond all oxygen that can be taken up."""
    if physiology.body is None or usual is None or not usual.levels or percent > ALL_OUT:
        return ""
    met = met_of_percent(physiology.body, percent, person_of(physiology, state))
    return _("{met:.1f} MET").format(met=met)


def _minutes(physiology: Physiology, state: State, usual: Usual | None, reason: str) -> Dial:
    value = state.minutes or (usual.minutes if usual else None) or 0
    known: set[int] = {*_MINUTES, value} - {0}
    steps = tuple(float(n) for n in sorted(known))
    if reason:
        return Dial(_("Minutes"), float(value), steps, "", reason)
    asked = Bout(_movement(state), intensity=state.intensity, fuel=state.fuel)
    last, barred = _last(steps, lambda step: refused(physiology, replace(asked, minutes=round(step))))
    return Dial(_("Minutes"), float(value), steps, long_words(value), last=last, barred=barred)


def _last(steps: tuple[float, ...], refusal: Callable[[float], str]) -> tuple[float, str]:
    """The last step that can be chosen, and why none beyond; without end where all can be, or none.

    Where none can, nobody measured such a movement: the curves say that, and the body still shows it.
    """
    stop = bisect_left(steps, True, key=lambda step: bool(refusal(step)))
    return (steps[stop - 1], refusal(steps[stop])) if 0 < stop < len(steps) else (inf, "")
