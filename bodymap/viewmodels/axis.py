"""An axis of a plot: its ends, its ticks, and where on it a value lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bodymap.viewmodels.words import number

_ROUND = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
"""Ticks of one power of ten on a logarithmic axis."""
_MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`; `none` is where no difference lies, 1 on a logarithmic axis and else 0."""

    low: float
    high: float
    none: float
    log: bool
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """The place of a value, 0 at the low end and 1 at the high one; beyond them where it lies beyond."""
        low, high, value = (math.log(v) if self.log else v for v in (self.low, self.high, value))
        return (value - low) / (high - low)

    def labels(self) -> tuple[str, ...]:
        """The ticks as a reader writes them."""
        return tuple(number(tick) for tick in self.ticks)


def log_axis(values: Sequence[float]) -> Axis:
    """A logarithmic axis over ratios, with room at both ends, and 1 always on it."""
    ends = [v for v in values if v > 0]
    low, high = min([*ends, 1 / 1.25]) / 1.05, max([*ends, 1.25]) * 1.05
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    ticks = [round(10.0**power * step, 6) for power in powers for step in _ROUND]
    inside = tuple(tick for tick in ticks if low <= tick <= high)
    return Axis(low, high, 1.0, True, inside if len(inside) <= _MOST_TICKS else _fewer(inside))


def _fewer(ticks: tuple[float, ...]) -> tuple[float, ...]:
    """Every second of them, with 1 kept."""
    one = ticks.index(1.0)
    return tuple(tick for i, tick in enumerate(ticks) if (i - one) % 2 == 0)


def linear_axis(values: Sequence[float]) -> Axis:
    """An even axis over differences, with room at both ends, and 0 always on it."""
    low, high = min([*values, 0.0]), max([*values, 0.0])
    room = 0.05 * (high - low) or 1.0
    low, high = low - room, high + room
    step = _step((high - low) / (_MOST_TICKS - 1))
    first, last = math.ceil(low / step), math.floor(high / step)
    return Axis(low, high, 0.0, False, tuple(round(i * step, 9) for i in range(first, last + 1)))


def _step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 … that is no smaller."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in (1, 2, 5, 10) if power * step >= least * (1 - 1e-9))
