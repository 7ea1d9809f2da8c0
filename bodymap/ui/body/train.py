"""Molecules on their way: places that move along the tracks in step, some of them taken by a signal.

Every place has a number, and its number alone says who sits there; so a picture is a function of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodymap.ui.body.tracks import Floats, Tracks

_GOLDEN = (5**0.5 - 1) / 2
"""Steps of so much round a circle fall as evenly as can be, however many are taken."""
MOST_STREAMS = 50
"""So many bits a double holds exactly."""


class Placed(NamedTuple):
    """Molecules at one moment [N]: where they are, and the index of each one's stream."""

    x: Floats
    y: Floats
    stream: NDArray[np.int64]


class Train:
    """Places `spacing` apart on tracks; each stream takes its share of them, the rest stays empty."""

    def __init__(self, tracks: Tracks, shares: Sequence[float], spacing: float) -> None:
        self._tracks, self._spacing = tracks, spacing
        self._edges = np.cumsum(np.array(shares, dtype=np.float64))
        counts = np.floor(tracks.length / spacing).astype(np.int64) + 1
        self._track = np.repeat(np.arange(len(counts)), counts)
        self._number = np.arange(len(self._track)) - np.repeat(np.cumsum(counts) - counts, counts)

    @property
    def places(self) -> int:
        """The most molecules there can be."""
        return len(self._number)

    def placed(self, shift: float) -> Placed:
        """Where the molecules are after having come so far, in the unit of the tracks."""
        tracks, spacing = self._tracks, self._spacing
        first = np.ceil((tracks.begin - shift) / spacing)
        number = first[self._track] + self._number
        along = number * spacing + shift - tracks.begin[self._track]
        share = number * _GOLDEN
        share -= np.floor(share)  # numpy's own remainder takes six times as long
        stream = np.searchsorted(self._edges, share, side="right")
        taken = (stream < len(self._edges)) & (along >= 0) & (along < tracks.length[self._track])
        stream, along = stream[taken], along[taken]
        x, y, allowed = tracks.at(tracks.first[self._track[taken]] + along)
        may = (allowed >> stream.astype(np.uint64)) & np.uint64(1) == 1
        return Placed(x[may], y[may], stream[may])
