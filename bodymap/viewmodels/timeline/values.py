"""What the panel of time shows, as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import Literal, NamedTuple

import numpy as np

from bodymap.physiology.steps import Array
from bodymap.state import Axis, Block
from bodymap.viewmodels.curve_values import BoutSpan, Line, Told
from bodymap.viewmodels.timeline.asking import Extent

Part = Literal["main", "other", "still", "ghost"]
"""The chosen line, one of the rest, the resting level of a sedentary life, what stays away when sitting."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """One line on the axis shown: `label` stands at its end; `values`, `low`, `high` [T] are nan in gaps.

    `tone` counts the lines beside the first: each has a colour and a mark of its own; 0 has none.
    """

    line: Line
    part: Part
    label: str
    values: Array
    low: Array
    high: Array
    tone: int = 0


class Dial(NamedTuple):
    """One dial of the dose: its value among `steps`, in words; `reason` says why it is greyed.

    `more` says the value in another measure too; steps beyond `last` are greyed, and `barred` says why.
    """

    name: str
    value: float
    steps: tuple[float, ...]
    words: str
    reason: str = ""
    more: str = ""
    last: float = inf
    barred: str = ""


class Dose(NamedTuple):
    """How hard and how long, and why fuel or person cannot be chosen ("" where they can)."""

    intensity: Dial
    minutes: Dial
    fuel_reason: str = ""
    person_reason: str = ""


class Difference(NamedTuple):
    """One number of two days side by side, each in words: moving, sitting, and what lies between.

    `short` is its name where there is little room.
    """

    name: str
    moving: str
    sitting: str
    between: str
    short: str = ""


class DayWords(NamedTuple):
    """The ready day that is looked at: what to see in it, its sources, and what sitting means in it."""

    id: str
    name: str
    words: str
    sources: tuple[str, ...]
    changed: bool
    floor: str = ""


class Place(NamedTuple):
    """Whose block it is, `plan` or a ready day of a week, and which of its blocks."""

    what: str
    number: int


class DayCell(NamedTuple):
    """One day of a week: its name, what it is (`plan`, `sit`, a ready day), in words, then in ever fewer."""

    name: str
    what: str
    words: tuple[str, ...]
    moves: bool


class WeekWords(NamedTuple):
    """The seven days of a week, the plan, how often it is repeated ("" where days were chosen), what to know.

    `caption` says in few words what `note` says in full of the days after the first; "" where none follows.
    `bursts` says from when on a level counts as a burst.
    """

    cells: tuple[DayCell, ...]
    plan: str
    repeat: str
    caption: str = ""
    note: str = ""
    bursts: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Everything that does not depend on the minute shown.

    `blocks` are those in view, `places` says of each whose day it is and which block of that; `plan` is the
    one day or bout that is repeated.
    `floor` says what the flat line of sitting means, "" where there is none; `leak` says it beside that line,
    the longest words first. `people` are whose numbers the two sides of `differences` are.
    `more` counts the lines for which there was no room; in `trouble` it says why there are none.
    """

    extent: Extent
    axis: Axis
    unit: str
    drawn: tuple[Drawn, ...]
    more: int
    told: tuple[Told, ...]
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]
    plan: tuple[Block, ...]
    week: WeekWords
    spans: tuple[BoutSpan, ...]
    end: int
    dose: Dose
    differences: tuple[Difference, ...] = ()
    day: DayWords | None = None
    floor: str = ""
    leak: tuple[str, ...] = ()
    people: tuple[str, str] = ("", "")
    trouble: str = ""
    names: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def resting(self) -> float:
        """The level of rest of the first line in the unit of the axis; 1 where the axis is of multiples."""
        main = self.main
        if not self.unit or main is None:
            return 1.0
        ratios = main.values / np.where(main.line.fold > 0, main.line.fold, np.nan)
        known = ratios[~np.isnan(ratios)]
        return float(known[0]) if known.size else 1.0

    @property
    def main(self) -> Drawn | None:
        """The line that is shown with its band; the first."""
        return self.drawn[0] if self.drawn else None


class Reading(NamedTuple):
    """A line at the minute shown: "IL-6", "×4.4", "80 % band 2.4–8.5", and where room is short "2.4–8.5".

    `peak` is the highest value within the span shown, "" where that is the value itself or nothing rises.
    """

    signal: str
    part: Part
    name: str
    value: str
    band: str
    short: str = ""
    peak: str = ""
    tone: int = 0


class Moment(NamedTuple):
    """The minute shown: in large words, where that is, and what every line says there."""

    minute: int
    words: str
    place: str
    readings: tuple[Reading, ...]
