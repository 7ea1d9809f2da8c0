"""First-order steps, solved exactly: no result depends on how finely time is cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
BLOCK = 256
"""Minutes that are solved at once: speed only. A time constant of half a minute still fits a float."""
_NOTHING = 1e-30
"""Of a level: less is set to 0, for processors are slow with the smallest numbers."""
ROWS = 8
"""Signals that are solved at once: so many stay in the processor's cache."""


class TwoSteps:
    """Solves a few signals at a time, for so many minutes, in memory that it uses again: new memory is slow.

    dx/dt = (rate − x) / rise, dC/dt = (x − C) / fall, from 0, all times in min; exact for a rate that is
    constant within each minute.
    """

    def __init__(self, minutes: int) -> None:
        self._minutes = minutes
        self._rate, self._passage = np.zeros((2, ROWS, -(-minutes // BLOCK) * BLOCK))

    def rate(self, signals: int) -> Array:
        """Zeros [signals, minutes] to write the release into; at most ROWS signals."""
        self._rate[:signals] = 0.0
        return self._rate[:signals, : self._minutes]

    def solve(self, rise: Array, fall: Array) -> Array:
        """The level at the end of every minute [signals, minutes], good until the next release is written."""
        rate, passage = self._rate[: len(rise)], self._passage[: len(rise)]
        e1, e2, carried = np.exp(-1.0 / rise), np.exp(-1.0 / fall), _carried(rise, fall)
        passage[:, 0] = 0.0
        np.multiply(rate[:, :-1], (1.0 - e1)[:, None], out=passage[:, 1:])
        follow(passage, e1)
        passage *= carried[:, None]
        rate *= (1.0 - e2 - carried)[:, None]
        passage += rate
        follow(passage, e2)
        return passage[:, : self._minutes]


def _carried(rise: Array, fall: Array) -> Array:
    """How much of what is in the first step at the start of a minute is in the second at its end."""
    same = np.isclose(rise, fall, rtol=1e-9)
    apart = np.where(same, 1.0, rise - fall)
    carried = rise / apart * (np.exp(-1.0 / rise) - np.exp(-1.0 / fall))
    return np.where(same, np.exp(-1.0 / rise) / rise, carried)


def follow(values: Array, decay: Array) -> None:
    """y[n] = decay · y[n−1] + values[n], from 0, in place; decay is [S], values [S, a multiple of BLOCK]."""
    power = decay[:, None] ** np.arange(BLOCK)
    y = values.reshape(len(decay), -1, BLOCK)
    y /= power[:, None, :]
    np.cumsum(y, axis=2, out=y)
    last = y[:, :, -1] * power[:, -1:]
    carry = np.zeros_like(last)
    for block in range(1, y.shape[1]):
        carry[:, block] = (last[:, block - 1] + carry[:, block - 1] * power[:, -1]) * decay
    carry[np.abs(carry) < _NOTHING] = 0.0
    y += carry[:, :, None]
    y *= power[:, None, :]


def relaxed(start: float, spans: Sequence[tuple[int, float, float]], minutes: int) -> Array:
    """The course [minutes + 1] through spans, one after the other: (end minute, time constant, target)."""
    y, now = np.full(minutes + 1, start), 0
    for stop, tau, target in spans:
        end = min(stop, minutes)
        if end > now:
            y[now + 1 : end + 1] = target + (y[now] - target) * np.exp(-np.arange(1, end - now + 1) / tau)
            now = end
    y[now + 1 :] = y[now]
    return y
