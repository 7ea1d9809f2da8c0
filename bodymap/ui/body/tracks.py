"""Tables of points along roads, by arc length: where on the screen a distance lies, for thousands at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bits = NDArray[np.uint64]
_PER_CURVE = 4


class Line(NamedTuple):
    """A line to travel along: its points, the distance that its first point stands for, and for each
    stretch between two points a bit for every stream that may go there."""

    points: Sequence[tuple[float, float]]
    begin: float
    allowed: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Tracks:
    """Lines laid end to end: stretch by stretch [S] its end, direction, arc length up to there, and bits;
    line by line [T] where it begins in the row, its length, and the distance its first point stands for."""

    x: Floats
    y: Floats
    along_x: Floats
    along_y: Floats
    reach: Floats
    allowed: Bits
    first: Floats
    length: Floats
    begin: Floats

    @staticmethod
    def of(lines: Sequence[Line]) -> Tracks:
        """The table of lines; stretches without length are left out."""
        parts = [_stretches(line) for line in lines]
        joined: Floats = np.concatenate(parts) if parts else np.zeros((0, 6))
        lengths = np.array([part[:, 4].sum() for part in parts])
        return Tracks(
            x=joined[:, 0],
            y=joined[:, 1],
            along_x=joined[:, 2],
            along_y=joined[:, 3],
            reach=np.cumsum(joined[:, 4]),
            allowed=joined[:, 5].astype(np.uint64),
            first=np.cumsum(lengths) - lengths,
            length=lengths,
            begin=np.array([line.begin for line in lines]),
        )

    def at(self, distance: Floats) -> tuple[Floats, Floats, Bits]:
        """Where distances in the row [N] lie, and which streams may be there."""
        on = np.minimum(np.searchsorted(self.reach, distance, side="right"), len(self.reach) - 1)
        back = self.reach[on] - distance
        x = self.x[on] - self.along_x[on] * back
        y = self.y[on] - self.along_y[on] * back
        return x, y, self.allowed[on]


def smooth(points: Sequence[tuple[float, float]]) -> tuple[list[tuple[float, float]], list[int]]:
    """The curve through the middles of a line's chords, as it is drawn: its points, and for each stretch
    between them the number of the chord that it belongs to."""
    if len(points) < 3:
        return list(points), list(range(len(points) - 1))
    curve, chords = [points[0]], list[int]()
    start = points[0]
    for number, (bend, after) in enumerate(pairwise(points[1:])):
        middle = ((bend[0] + after[0]) / 2, (bend[1] + after[1]) / 2)
        for step in range(1, _PER_CURVE + 1):
            curve.append(_between(start, bend, middle, step / _PER_CURVE))
            chords.append(number if step * 2 <= _PER_CURVE else number + 1)
        start = middle
    return [*curve, points[-1]], [*chords, len(points) - 2]


def _between(
    start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float], t: float
) -> tuple[float, float]:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return (a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1])


def _stretches(line: Line) -> Floats:
    """End x and y, direction x and y, length and bits of each stretch [S, 6]."""
    points = np.array(line.points, dtype=np.float64).reshape(-1, 2)
    steps = np.diff(points, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    real = lengths > 0
    units = steps[real] / lengths[real, None]
    bits = np.array(line.allowed, dtype=np.float64)[real]
    return np.column_stack((points[1:][real], units, lengths[real], bits))
