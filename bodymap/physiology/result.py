"""What a simulation says: one trace for each signal, in multiples of rest and in units where data allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodymap.physiology.steps import Array
from bodymap.physiology.verdicts import Segment, Status, worst


class Band(NamedTuple):
    """A value with its low and its high end."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """One signal over time. Folds are multiples of the resting level of an active person.

    `rise` [T] is what lies above the own resting level, `floor`; `rest` is the resting level of an active
    person in `unit`, None where assays do not compare. The rise is divided and multiplied by `band` for its
    edges, extrapolated also by `widening`; a resting sample wanders by `wobble`. Outside `drawn` segments
    fold, low, high and level are nan, which means not measured or known in words only, never zero.
    """

    signal: str
    unit: str
    rest: float | None
    floor: Band
    segments: tuple[Segment, ...]
    rise: Array
    band: float = 1.0
    widening: float = 1.0
    wobble: float = 0.0

    @property
    def status(self) -> Status:
        """The worst that holds anywhere on it."""
        return worst(self.segments)

    @property
    def fold(self) -> Array:
        """The level [T] as a multiple of rest."""
        return self._shown(self.floor.value + self.rise)

    @property
    def low(self) -> Array:
        """The lower edge of the band [T]: about four of five study averages lie inside."""
        factor = self._factor()
        least = np.minimum(self.rise / factor, self.rise * factor)
        return self._shown(np.maximum(self.floor.low + least - self.wobble, 0.0))

    @property
    def high(self) -> Array:
        """The upper edge of the band [T]."""
        factor = self._factor()
        most = np.maximum(self.rise / factor, self.rise * factor)
        return self._shown(self.floor.high + most + self.wobble)

    @property
    def level(self) -> Array | None:
        """The level [T] in `unit`; None where assays do not compare."""
        return None if self.rest is None else self.rest * self.fold

    def _factor(self) -> Array:
        factor = np.full(len(self.rise), self.band)
        for segment in self.segments:
            if segment.status == "extrapolated":
                factor[segment.start : segment.stop + 1] *= self.widening
        return factor

    def _shown(self, values: Array) -> Array:
        """The values without those in segments where no number may be shown."""
        if all(segment.drawn for segment in self.segments):
            return values
        for segment in self.segments:
            if not segment.drawn:
                first = segment.start if segment.start == 0 else segment.start + 1
                values[first : segment.stop + 1] = np.nan
        return values


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """The traces of a simulation, each with a value for every one of `minutes` [T]."""

    minutes: NDArray[np.int64]
    traces: Mapping[str, Trace]

    def fold_at(self, signal: str, minute: int) -> float:
        """A signal's multiple of rest at a minute; nan where there is none."""
        return float(self.traces[signal].fold[minute])
