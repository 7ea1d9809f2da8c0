"""The dial of a dose: from where to where it turns for a movement, and why a combination is greyed."""

from __future__ import annotations

from dataclasses import dataclass

from bodymap.atlas.kinetic_records import Bout
from bodymap.i18n import _
from bodymap.physiology.knowledge import Physiology, Usual

ALL_OUT = 100.0
"""Per cent of maximal oxygen uptake; more is possible only in bursts."""


@dataclass(frozen=True, slots=True)
class Dial:
    """The usual dose of a movement, and how far the dials turn; `why` is said where they do not turn."""

    movement: str
    intensity: float
    minutes: int
    hardest: float
    longest: int
    why: str = ""


def dial(physiology: Physiology, movement: str) -> Dial:
    """The dial of a movement of the atlas, a programme and rest included: those do not turn, and say why."""
    usual, body = physiology.usual.get(movement), physiology.body
    if usual is None or body is None or usual.minutes is None:
        return Dial(movement, 0, 0, 0, 0, _("a programme of weeks, no single bout"))
    longest = max((c.measured.longest for c in physiology.curves.values()), default=usual.minutes)
    if usual.group == "rest":
        return Dial(movement, 0, usual.minutes, 0, longest, _("rest: nothing is released"))
    hardest = body.cap.value if usual.group in ("sprint", "interval") else ALL_OUT
    return Dial(movement, usual.intensity, usual.minutes, hardest, longest)


def refused(physiology: Physiology, bout: Bout) -> str:
    """Why a combination is greyed, in words; "" where it can be chosen."""
    usual, body = physiology.usual.get(bout.movement), physiology.body
    if usual is None or body is None or usual.minutes is None:
        return _("a programme of weeks, no single bout")
    percent = usual.intensity if bout.intensity is None else bout.intensity
    minutes = usual.minutes if bout.minutes is None else bout.minutes
    if percent > ALL_OUT and usual.group not in ("sprint", "interval"):
        return _("more than {percent:.0f} % can be done in bursts only").format(percent=ALL_OUT)
    if minutes > body.long_minutes.value and percent > body.long_intensity.value and usual.levels:
        return _("longer than {hours:.0f} h was measured up to {percent:.0f} % only").format(
            hours=body.long_minutes.value / 60, percent=body.long_intensity.value
        )
    return _not_measured(physiology, usual)


def _not_measured(physiology: Physiology, usual: Usual) -> str:
    """Words where no signal at all has a curve after this kind of movement."""
    if usual.group == "rest":
        return ""
    shown = any(usual.group in (*c.modelled, *c.extrapolated) for c in physiology.curves.values())
    return "" if shown else _("no signal was measured after one session of it")
