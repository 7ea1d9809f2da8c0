"""A minute in words: how long after the start, or the time of day, and where in the bouts that is."""

from __future__ import annotations

from collections.abc import Sequence

from bodymap.i18n import _
from bodymap.sights import DAYS_OF_WEEK
from bodymap.viewmodels.curve_values import BoutSpan
from bodymap.viewmodels.timeline.asking import DAY, Extent

HOUR = 60


def long_words(minutes: int) -> str:
    """A length of time: "17 min", "1 h 17 min", "2 d 3 h"."""
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, HOUR)
    if days:
        return _("{days} d {hours} h").format(days=days, hours=hours) if hours else _("{n} d").format(n=days)
    if hours:
        form = _("{hours} h {minutes} min") if left else _("{hours} h")
        return form.format(hours=hours, minutes=left)
    return _("{n} min").format(n=left)


def clock_words(minute: int) -> str:
    """A time of day: "17:45"; on later days "day 2, 03:00"."""
    days, rest = divmod(minute, DAY)
    time = f"{rest // HOUR:02}:{rest % HOUR:02}"
    return _("day {n}, {time}").format(n=days + 1, time=time) if days else time


def day_name(day: int, *, whole: bool = False) -> str:
    """The name of a day of a week, from 0."""
    short = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    full = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return (full if whole else short)[day % len(short)]


def time_words(minute: int, extent: Extent) -> str:
    """The minute shown, in large words: "17:45", "1 h 17 min"; in a week "Tue 17:45"."""
    if not extent.named:
        return clock_words(minute) if extent.clock else long_words(minute)
    day, rest = divmod(minute, DAY)
    if day == DAYS_OF_WEEK:
        return _("end of the week")
    return _("{day} {time}").format(day=day_name(day), time=clock_words(rest))


def place_words(minute: int, spans: Sequence[BoutSpan], names: dict[str, str]) -> str:
    """Where in the bouts a minute lies: "in the middle of Running", "17 min after Running"."""
    if not spans:
        return _("at rest")
    inside = next((s for s in spans if s.start <= minute <= s.stop), None)
    if inside is not None and minute == inside.stop:
        return _("end of {movement}").format(movement=_name(inside, names))
    if inside is not None:
        left = long_words(inside.stop - minute)
        return _("{movement}, {time} to go").format(movement=_name(inside, names), time=left)
    before = [s for s in spans if s.stop < minute]
    if not before:
        return _("before {movement}").format(movement=_name(spans[0], names))
    last = max(before, key=lambda s: s.stop)
    return _("{time} after {movement}").format(
        time=long_words(minute - last.stop), movement=_name(last, names)
    )


def _name(span: BoutSpan, names: dict[str, str]) -> str:
    return names.get(span.movement, span.movement)
