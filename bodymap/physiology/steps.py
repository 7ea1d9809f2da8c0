"""First-order steps, solved exactly: no result depends on how finely time is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
BLOCK = 32
"""Minutes that are solved at once, speed only: with more, threads share the work, and wait for each other."""
_NOTHING, _LEAST = 1e-30, 1e-150
"""Of a level and of a share: less is set to 0, for processors are slow with the smallest numbers."""
_NEAR = 64
"""Minutes over which what is left is worked out one by one."""
ROWS = 32
"""Signals that are solved at once."""


class TwoSteps:
    """Solves a few signals at a time, for so many minutes, in memory that it uses again: new memory is slow.

    dx/dt = (rate − x) / rise, dC/dt = (x − C) / fall, from 0, all times in min; exact for a rate that is
    constant within each minute. Something is released in `spans` only, or at any time without them: blocks
    of minutes without a release follow from how both steps begin them.
    """

    def __init__(self, minutes: int, spans: Iterable[slice] | None = None) -> None:
        self._minutes, self._blocks = minutes, -(-minutes // BLOCK)
        busy = np.full(self._blocks, spans is None)
        for span in spans or ():
            busy[span.start // BLOCK : -(-span.stop // BLOCK)] = True
        self._skipped = np.cumsum(~busy)
        self._busy = np.flatnonzero(busy)
        self._rate = np.empty((ROWS, len(self._busy), BLOCK))

    def rate(self, signals: int) -> Array:
        """Zeros [signals, minutes] to write the release into, at `place`; at most ROWS signals."""
        self._rate[:signals] = 0.0
        return self._rate[:signals].reshape(signals, -1)[:, : self._minutes]

    def place(self, span: slice) -> slice:
        """Where the minutes of one of the spans lie in the rate."""
        skipped = BLOCK * int(self._skipped[span.start // BLOCK])
        return slice(span.start - skipped, span.stop - skipped)

    def solve(self, rise: Array, fall: Array) -> Array:
        """The level before the first minute, 0, and at the end of every minute [signals, minutes + 1]."""
        rate, fading = self._rate[: len(rise)], _Fading(rise, fall)
        released, kept = fading.answer(BLOCK)
        heard = rate @ released
        ends = np.zeros((2, len(rise), self._blocks))
        ends[0][:, self._busy] = (rate @ kept[:, :, None])[:, :, 0]
        ends[1][:, self._busy] = heard[:, :, -1]
        levels = np.empty((len(rise), 1 + self._blocks * BLOCK))
        levels[:, 0] = 0.0
        blocks = levels[:, 1:].reshape(len(rise), self._blocks, BLOCK)
        _first, second, passed = fading.after(np.arange(1, BLOCK + 1))
        np.matmul(_begun(fading, ends).transpose(1, 2, 0), np.stack((passed, second), axis=1), out=blocks)
        for first, last in self._runs():
            blocks[:, self._busy[first] : self._busy[last] + 1] += heard[:, first : last + 1]
        return levels[:, : self._minutes + 1]

    def _runs(self) -> Iterator[tuple[int, int]]:
        """The first and the last of busy blocks that follow each other."""
        gaps = np.flatnonzero(np.diff(self._busy) > 1).tolist()
        if len(self._busy):
            yield from zip([0, *(gap + 1 for gap in gaps)], [*gaps, len(self._busy) - 1], strict=True)


class _Fading:
    """What is left of both steps after some time without a release; time constants [S] in min."""

    def __init__(self, rise: Array, fall: Array) -> None:
        self._rise, self._fall = rise[:, None], fall[:, None]
        self._same = np.isclose(self._rise, self._fall, rtol=1e-9)
        self._share = self._rise / np.where(self._same, 1.0, self._rise - self._fall)

    def after(self, minutes: NDArray[Any]) -> tuple[Array, Array, Array]:
        """Of the first in the first, of the second in the second, of the first in the second [S, minutes]."""
        first, second = np.exp(minutes / -self._rise), np.exp(minutes / -self._fall)
        passed = self._share * (first - second)
        if self._same.any():
            passed = np.where(self._same, minutes / self._rise * first, passed)
        return first, second, passed

    def answer(self, minutes: int) -> tuple[Array, Array]:
        """What a release of 1 in one minute [S, from] makes of the level at the end of each [S, from, to].

        And what of it is in the first step at the end of the last [S, from].
        """
        first, second, passed = self.after(np.arange(minutes + 1))
        taken = 1.0 - first[:, 1:2]
        at_once = 1.0 - second[:, 1:2] - passed[:, 1:2]
        course = np.zeros((len(first), 2 * minutes - 1))
        course[:, minutes - 1 :] = at_once * second[:, :-1] + taken * passed[:, :-1]
        later = np.lib.stride_tricks.sliding_window_view(course, minutes, axis=1)[:, ::-1]
        return np.ascontiguousarray(later), taken * first[:, minutes - 1 :: -1]


def _begun(fading: _Fading, ends: Array) -> Array:
    """Both steps at the start of every block [2, S, blocks], from what each block alone leaves at its end.

    Each round looks twice as far back as the one before.
    """
    blocks = ends.shape[2]
    begun = np.zeros_like(ends)
    begun[:, :, 1:] = ends[:, :, :-1]
    backs = [1 << turn for turn in range((blocks - 1).bit_length())]
    left = fading.after(BLOCK * np.array(backs, dtype=np.float64))
    first, second, passed = (_flushed(share, _LEAST)[:, :, None] for share in left)
    both = np.stack((first, second))
    for turn, back in enumerate(backs):
        before = begun[:, :, :-back] * both[:, :, turn]
        before[1] += begun[0, :, :-back] * passed[:, turn]
        begun[:, :, back:] += before
    return _flushed(begun, _NOTHING)


def _flushed(values: Array, least: float) -> Array:
    """The same array, with 0 for what is less."""
    values[np.abs(values) < least] = 0.0
    return values


def relaxed(start: float, spans: Sequence[tuple[int, float, float]], minutes: int) -> Array:
    """The course [minutes + 1] through spans, one after the other: (end minute, time constant, target)."""
    y, now = np.full(minutes + 1, start), 0
    for stop, tau, target in spans:
        end = min(stop, minutes)
        if end > now:
            y[now + 1 : end + 1] = target + (y[now] - target) * _fading(end - now, tau)
            now = end
    y[now + 1 :] = y[now]
    return y


def _fading(minutes: int, tau: float) -> Array:
    """What is left after 1, 2, … minutes: of a long time as a product, for powers of e are slow."""
    near = np.exp(np.arange(1, min(minutes, _NEAR) + 1) / -tau)
    if minutes <= _NEAR:
        return near
    far = np.exp(np.arange(0, minutes, _NEAR) / -tau)
    return np.multiply.outer(far, near).ravel()[:minutes]
