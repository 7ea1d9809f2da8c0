"""What is asked of a panel of curves, and what it shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bodymap.atlas.kinetic_records import Bout, Spread
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import ACTIVE
from bodymap.physiology.steps import Array
from bodymap.physiology.verdicts import Status


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: bouts and a person, the signals in view (all with a curve where none), minutes shown."""

    bouts: tuple[Bout, ...] = ()
    person: Person = ACTIVE
    signals: tuple[str, ...] = ()
    until: int = 4320


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line, from minute to minute: `words` say its status ("modelled", "not measured")."""

    start: int
    stop: int
    status: Status
    words: str

    @property
    def drawn(self) -> bool:
        """Whether there is a line in it; else it is a gap, and the words stand there."""
        return self.status in ("modelled", "extrapolated")


@dataclass(frozen=True, slots=True)
class Dot:
    """A measured value at a minute of the panel: a fold with its low and high end, and as it was reported."""

    minute: int
    fold: float
    low: float | None
    high: float | None
    level: float | None
    reported: str


@dataclass(frozen=True, slots=True)
class Study:
    """A published course; `alike` where its bout is like one shown, so that it may stand over the curve."""

    id: str
    words: str
    people: str
    n: int | None
    spread: Spread | None
    dots: tuple[Dot, ...]
    alike: bool
    source: str
    citation: str


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One signal: fold, low and high [T], nan in gaps; `level` with its band in `unit`, None without one."""

    signal: str
    name: str
    status: Status
    parts: tuple[Part, ...]
    fold: Array
    low: Array
    high: Array
    unit: str
    level: Array | None
    level_low: Array | None
    level_high: Array | None
    floor: float
    studies: tuple[Study, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """A signal in view without a line: what is known in words, or that nothing was measured."""

    signal: str
    name: str
    status: Status
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoutSpan:
    """A bout to be shaded, from minute to minute, in words: "Running, 75 % of VO2max, 150 min"."""

    start: int
    stop: int
    movement: str
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What a panel shows: minutes [T], lines, what is told in words, bouts; or in `trouble` why nothing."""

    minutes: NDArray[np.int64]
    lines: tuple[Line, ...]
    told: tuple[Told, ...]
    bouts: tuple[BoutSpan, ...]
    trouble: str = ""
