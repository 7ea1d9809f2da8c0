"""Where minutes and values lie in the plot, in px, and where its marks stand. Pure: it knows no Qt."""

from __future__ import annotations

import math
from typing import NamedTuple

from bodymap.i18n import _
from bodymap.viewmodels.timeline.asking import DAY, Extent
from bodymap.viewmodels.timeline.moments import day_name, long_words
from bodymap.viewmodels.timeline.readings import rounded

_STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720, DAY)
_LINEAR = (1.0, 2.0, 5.0)
_ROOM = 0.12
"""Room above the highest value and below the lowest, in doublings or as a share."""
USUAL = 2.5
"""Doublings of rest that every axis reaches, ×5.7: usual bouts and days are compared at a glance."""
_LOWEST = -0.55
"""Where an axis of multiples begins, in doublings, unless something falls deeper: resting IL-6 does."""


class Mark(NamedTuple):
    """A mark of an axis: where, in px, and its words; a `strong` one is the level of rest, or an end."""

    at: float
    words: str
    strong: bool = False


class Scale(NamedTuple):
    """The plot's box in px, its minutes, and its lowest and highest value: doublings where `log`."""

    left: float
    top: float
    right: float
    bottom: float
    start: int
    stop: int
    low: float
    high: float
    log: bool

    def x(self, minute: float) -> float:
        """Where a minute lies."""
        return self.left + (minute - self.start) / max(1, self.stop - self.start) * (self.right - self.left)

    def minute_at(self, x: float) -> int:
        """The minute at a place, within those shown."""
        share = (x - self.left) / max(1.0, self.right - self.left)
        return round(self.start + max(0.0, min(1.0, share)) * (self.stop - self.start))

    def y(self, value: float) -> float:
        """Where a value lies; nan stays nan."""
        place = math.log2(max(value, 1e-6)) if self.log and not math.isnan(value) else value
        return self.bottom - (place - self.low) / (self.high - self.low) * (self.bottom - self.top)


def span_of_values(lowest: float, highest: float, rest: float | None = None) -> tuple[float, float]:
    """The lowest and highest value shown: doublings, or from zero in a unit where a level of `rest` is given.

    The same for whatever stays within the usual reach, else a doubling more: what is compared has one scale.
    """
    if rest is not None:  # half as high: beside zero, a burst of ×2 would lie on the ground
        rest = max(rest, 1e-9)
        return 0.0, rest * 2.0 ** (_top(2 * highest / rest) - 1) * (1 + _ROOM)
    low = math.floor(2 * math.log2(max(min(lowest, 1.0), 1e-3)) + 0.01) / 2
    return (_LOWEST if math.log2(max(lowest, 1e-3)) > _LOWEST else low) - _ROOM, _top(highest) + _ROOM


def is_taller(scale: Scale) -> bool:
    """Whether an axis of multiples reaches farther than usual."""
    return scale.log and scale.high > USUAL + 2 * _ROOM


def _top(fold: float) -> float:
    """The doublings of rest that an axis reaches, for a highest multiple."""
    return USUAL + max(0, math.ceil(math.log2(max(fold, 1.0)) - USUAL - 0.01))


def value_marks(scale: Scale, line: float) -> list[Mark]:
    """The marks of values, at least a `line` (px) apart: ×1 ×2 ×4 ×8, or round numbers of a unit."""
    if scale.log:
        each = (scale.bottom - scale.top) / (scale.high - scale.low)
        step = max(1, math.ceil(line / each))
        first, last = math.ceil(scale.low), math.floor(scale.high)
        powers = [n for n in range(first, last + 1) if n % step == 0]
        return [Mark(scale.y(2.0**n), _("×{value:g}").format(value=2.0**n), n == 0) for n in powers]
    most = max(1, int((scale.bottom - scale.top) / (2 * line)))
    step = _round_step((scale.high - scale.low) / most)
    count = int(scale.high / step)
    return [Mark(scale.y(n * step), rounded(n * step) if n else "0", n == 0) for n in range(count + 1)]


def time_marks(scale: Scale, end: int, room: float) -> list[Mark]:
    """The marks of time, at least `room` px apart: start, end of the bout, and what lies after it."""
    extent = Extent(scale.start, scale.stop, False)
    minutes = room / max(1.0, scale.right - scale.left) * (extent.stop - extent.start)
    step = next((s for s in _STEPS if s >= minutes), DAY)
    if not 0 < end < extent.stop or minutes > end or step >= 4 * 60:
        return [_absolute(scale, n) for n in range(0, extent.stop + 1, step) if n >= extent.start]
    before = [_absolute(scale, n) for n in range(0, end, step) if end - n >= minutes]
    after = [_after(scale, end, n) for n in range(step, extent.stop - end + 1, step)]
    return [*before, Mark(scale.x(end), _("end"), strong=True), *after]


def clock_marks(scale: Scale, room: float, *, named: bool = False) -> list[Mark]:
    """The marks of a day, or of some: full hours by the clock, and in a week the names of days."""
    minutes = room / max(1.0, scale.right - scale.left) * (scale.stop - scale.start)
    step = next((s for s in _STEPS if s >= minutes), DAY)
    first = -(-scale.start // step) * step
    return [Mark(scale.x(n), _clock(n, named), n % DAY == 0) for n in range(first, scale.stop + 1, step)]


def day_marks(scale: Scale, room: float) -> list[Mark]:
    """The days of a week by their names, each in its middle; by a letter where they have no `room` (px)."""
    letters = 1 if scale.x(scale.start + DAY) - scale.left < room else None
    days = range(scale.start, scale.stop, DAY)
    return [Mark(scale.x(n + DAY // 2), day_name(n // DAY)[:letters]) for n in days]


def midnights(scale: Scale) -> list[float]:
    """Where one day ends and the next begins, px."""
    return [scale.x(n) for n in range(scale.start + DAY, scale.stop, DAY)]


def _clock(minute: int, named: bool) -> str:
    days, rest = divmod(minute, DAY)
    if rest == 0 and named:
        return day_name(days)
    if rest == 0 and days:
        return _("day {n}").format(n=days + 1)
    return f"{rest // 60:02}:{rest % 60:02}"


def _absolute(scale: Scale, minute: int) -> Mark:
    return Mark(scale.x(minute), _("start") if minute == 0 else long_words(minute), strong=minute == 0)


def _after(scale: Scale, end: int, minutes: int) -> Mark:
    return Mark(scale.x(end + minutes), _("+{time}").format(time=long_words(minutes)))


def _round_step(least: float) -> float:
    """The next of 1, 2 and 5 with zeros."""
    power = 10.0 ** math.floor(math.log10(max(least, 1e-6)))
    return next((power * n for n in _LINEAR if power * n >= least), power * 10)
