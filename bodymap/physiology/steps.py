"""First-order steps, solved exactly: no result depends on how finely time is cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
BLOCK = 256
"""Minutes that are solved at once: speed only. A time constant of half a minute still fits a float."""


def two_steps(rate: Array, rise: Array, fall: Array) -> Array:
    """The level at the end of every minute [S, T], from 0, of a release `rate` [S, T] through two steps.

    dx/dt = (rate − x) / rise, dC/dt = (x − C) / fall, both in min [S]; exact for a rate that is constant
    within each minute.
    """
    e1, e2 = np.exp(-1.0 / rise)[:, None], np.exp(-1.0 / fall)[:, None]
    passage = np.empty_like(rate)
    passage[:, 0] = 0.0
    passage[:, 1:] = follow((1.0 - e1) * rate, e1)[:, :-1]
    passage -= rate
    passage *= _carried(rise, fall)[:, None]
    passage += (1.0 - e2) * rate
    return follow(passage, e2)


def _carried(rise: Array, fall: Array) -> Array:
    """How much of what is in the first step at the start of a minute is in the second at its end."""
    same = np.isclose(rise, fall, rtol=1e-9)
    apart = np.where(same, 1.0, rise - fall)
    carried = rise / apart * (np.exp(-1.0 / rise) - np.exp(-1.0 / fall))
    return np.where(same, np.exp(-1.0 / rise) / rise, carried)


def follow(given: Array, decay: Array) -> Array:
    """y[n] = decay · y[n−1] + given[n], from 0, along the last axis; `decay` is [S, 1]."""
    rows, count = given.shape
    blocks = -(-count // BLOCK)
    y = np.zeros((rows, blocks * BLOCK))
    y[:, :count] = given
    y = y.reshape(rows, blocks, BLOCK)
    power = decay ** np.arange(BLOCK)
    y /= power[:, None, :]
    np.cumsum(y, axis=2, out=y)
    y *= power[:, None, :]
    power = power * decay
    for block in range(1, blocks):
        y[:, block] += y[:, block - 1, -1:] * power
    return y.reshape(rows, -1)[:, :count]


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
