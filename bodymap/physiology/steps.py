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


def two_steps(rate: Array, rise: Array, fall: Array) -> Array:
    """The level at every minute [S, T + 1], from 0, of a release `rate` [S, T] through two steps.

    dx/dt = (rate − x) / rise, dC/dt = (x − C) / fall, both in min [S]; exact for a rate that is constant
    within each minute.
    """
    count = rate.shape[1]
    level = np.zeros((rate.shape[0], count + 1))
    padded = -(-count // BLOCK) * BLOCK
    for at in range(0, rate.shape[0], ROWS):
        rows = slice(at, at + ROWS)
        given = np.zeros((len(rise[rows]), padded))
        given[:, :count] = rate[rows]
        level[rows, 1:] = _two_steps(given, rise[rows], fall[rows])[:, :count]
    return level


def _two_steps(rate: Array, rise: Array, fall: Array) -> Array:
    e1, e2, carried = np.exp(-1.0 / rise), np.exp(-1.0 / fall), _carried(rise, fall)
    passage = np.zeros((len(rise), rate.shape[1] + 1))
    passage[:, 1:] = follow(rate, 1.0 - e1, e1)
    passage *= carried[:, None]
    rate *= (1.0 - e2 - carried)[:, None]
    rate += passage[:, :-1]
    return follow(rate, np.ones_like(e2), e2)


def _carried(rise: Array, fall: Array) -> Array:
    """How much of what is in the first step at the start of a minute is in the second at its end."""
    same = np.isclose(rise, fall, rtol=1e-9)
    apart = np.where(same, 1.0, rise - fall)
    carried = rise / apart * (np.exp(-1.0 / rise) - np.exp(-1.0 / fall))
    return np.where(same, np.exp(-1.0 / rise) / rise, carried)


def follow(given: Array, share: Array, decay: Array) -> Array:
    """y[n] = decay · y[n−1] + share · given[n], from 0: share and decay [S], given [S, n · BLOCK]."""
    power = decay[:, None] ** np.arange(BLOCK)
    y = given.reshape(len(decay), -1, BLOCK) * (share[:, None] / power)[:, None, :]
    np.cumsum(y, axis=2, out=y)
    y *= power[:, None, :]
    power *= decay[:, None]
    carry = np.zeros(y.shape[:2])
    for block in range(1, y.shape[1]):
        carry[:, block] = y[:, block - 1, -1] + carry[:, block - 1] * power[:, -1]
    carry[np.abs(carry) < _NOTHING] = 0.0
    y += carry[:, :, None] * power[:, None, :]
    return y.reshape(len(decay), -1)


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
