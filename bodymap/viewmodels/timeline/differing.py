"""A day with movement against a day of sitting, in numbers."""

from __future__ import annotations

from dataclasses import replace

from bodymap.i18n import _
from bodymap.physiology.burst import Burst, burst
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.result import Band
from bodymap.physiology.simulation import simulate
from bodymap.physiology.work import BoutError
from bodymap.viewmodels.curve_values import Asked
from bodymap.viewmodels.timeline.asking import DAY, WEEK, desk_day
from bodymap.viewmodels.timeline.readings import rounded
from bodymap.viewmodels.timeline.resting import is_clear
from bodymap.viewmodels.timeline.values import Difference


def differences(
    physiology: Physiology, asked: Asked, signal: str, until: int = DAY
) -> tuple[Difference, ...]:
    """Area under the burst, highest level and resting level: moving, sitting, and between.

    Of a day, or of a week: then for how long a level can be told from rest stands in place of the highest.
    """
    desk = desk_day(physiology)
    sitting = Asked(desk.bouts if desk else (), Person("sedentary"), (signal,), until)
    try:
        here, there = (_burst(physiology, each, signal) for each in (replace(asked, until=until), sitting))
    except BoutError:
        return ()
    if until == WEEK:
        return (
            _area(_("Bursts, × rest·h"), here, there),
            _difference(_("Burst hours"), here.hours, there.hours, _("{n}")),
            _resting(here.resting, there.resting),
        )
    return (
        _area(_("Burst, × rest·h"), here, there),
        _difference(_("Highest"), here.peak, there.peak, _("×{n}")),
        _resting(here.resting, there.resting),
    )


def _area(name: str, here: Burst, there: Burst) -> Difference:
    return _difference(name, here.area, there.area, _("{n}"))._replace(short=_("Burst area"))


def _resting(moving: Band, sitting: Band) -> Difference:
    """The resting levels; what lies between is a number only where the band of sitting leaves no doubt."""
    found = _difference(_("Resting level"), moving.value, sitting.value, _("×{n}"))
    known = moving.value == sitting.value or is_clear(sitting, moving.value)
    return found if known else found._replace(between=_("unclear"))


def _burst(physiology: Physiology, asked: Asked, signal: str) -> Burst:
    result = simulate(physiology, asked.bouts, asked.person, asked.until, (signal,))
    return burst(result.traces[signal])


def _difference(name: str, moving: float | None, sitting: float | None, form: str) -> Difference:
    known = moving is not None and sitting is not None
    between = _signed(moving - sitting, form) if known and moving is not None and sitting is not None else "–"
    return Difference(name, _told(moving, form), _told(sitting, form), between)


def _told(value: float | None, form: str) -> str:
    if value is None:
        return _("not measured")
    return form.format(n="0" if abs(value) < 0.05 else f"{value:.2f}" if value < 2 else rounded(value))


def _signed(value: float, form: str) -> str:
    sign = "+" if value > 0 else "−"
    number = f"{abs(value):.2f}" if abs(value) < 2 else rounded(abs(value))
    return "0" if abs(value) < 0.005 else sign + form.format(n=number).removeprefix("×")
