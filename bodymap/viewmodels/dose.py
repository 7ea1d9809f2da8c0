"""The dial of a dose: from where to where it turns for a movement, and why a combination is greyed."""

from __future__ import annotations

from dataclasses import dataclass

from bodymap.atlas.kinetic_records import BodyModel, Bout, Fuel
from bodymap.i18n import _
from bodymap.physiology.intensity import percent_asked
from bodymap.physiology.knowledge import Physiology, Usual
from bodymap.physiology.person import Person

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
    percent = percent_asked(physiology, usual, bout, Person())
    minutes = usual.minutes if bout.minutes is None else bout.minutes
    if percent > ALL_OUT and usual.group not in ("sprint", "interval"):
        return _("more than {percent:.0f} % can be done in bursts only").format(percent=ALL_OUT)
    if minutes > body.long_minutes.value and usual.levels:
        return _too_long(body, percent, bout.fuel) or _not_measured(physiology, usual)
    return _not_measured(physiology, usual)


def _too_long(body: BodyModel, percent: float, fuel: Fuel) -> str:
    """Why nothing is known of work of hours, in words; "" where something is."""
    hours, hardest = body.long_minutes.value / 60, body.long_intensity.value
    if percent > hardest:
        return _("longer than {hours:.0f} h was measured up to {percent:.0f} % only").format(
            hours=hours, percent=hardest
        )
    if percent > body.long_unfed.value and fuel != "carbohydrate":
        return _("longer than {hours:.0f} h was measured with sugar only").format(hours=hours)
    return ""


def _not_measured(physiology: Physiology, usual: Usual) -> str:
    """Words where no signal at all has a curve after this kind of movement."""
    if usual.group == "rest":
        return ""
    shown = any(usual.group in (*c.modelled, *c.extrapolated) for c in physiology.curves.values())
    return "" if shown else _("no signal was measured after one session of it")
