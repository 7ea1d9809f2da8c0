"""The dials of the dose: what can be chosen for a movement, and why something cannot."""

from __future__ import annotations

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.physiology.knowledge import Physiology, Usual
from bodymap.state import State
from bodymap.viewmodels.timeline.moments import long_words
from bodymap.viewmodels.timeline.values import Dial, Dose

_EASY, _ALL = 10, 100
"""Per cent of VO2max from which the dial begins, and all of it: only work with breaks can be harder."""
_MINUTES = (*range(1, 60), *range(60, 180, 5), *range(180, 361, 10))


def dose_of(atlas: Atlas, physiology: Physiology, state: State) -> Dose:
    """The dose as dials; greyed, with a reason in words, where there is nothing to choose."""
    usual = physiology.usual.get(_movement(state))
    reason = _reason(atlas, physiology, state, usual)
    in_day = _("A ready day says who lives it.") if state.day in physiology.days else ""
    return Dose(_intensity(physiology, state, usual, reason), _minutes(state, usual, reason), reason, in_day)


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
    words = "" if reason else _("{percent:.0f} %").format(percent=value)
    return Dial(_("Intensity, % of VO₂max"), value, steps, words, reason)


def _minutes(state: State, usual: Usual | None, reason: str) -> Dial:
    value = state.minutes or (usual.minutes if usual else None) or 0
    known: set[int] = {*_MINUTES, value} - {0}
    steps = tuple(float(n) for n in sorted(known))
    return Dial(_("Minutes"), float(value), steps, "" if reason else long_words(value), reason)
