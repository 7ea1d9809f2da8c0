"""What the lists at the left show, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bodymap.atlas.records import Kind, Ref


class Spark(NamedTuple):
    """A small course: points from 0 (low) to 1 (high), nan in gaps; `guess` where it is extrapolated."""

    points: tuple[float, ...]
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `mark` is the dot before it (released by muscle: full, disputed: half, else: ring).

    `chip` is a short text at the right ("30 min", "7"), `chosen` marks focus, `context` the movement
    whose muscles work, `lit` things that answer the focus. `value` with its `spark` stands where else a
    chip does: the peak of a signal, or `quiet` words where it has no course.
    """

    ref: Ref
    text: str
    chip: str = ""
    mark: Literal["full", "half", "ring", "none"] = "none"
    chosen: bool = False
    context: bool = False
    lit: bool = False
    hint: str = ""
    value: str = ""
    quiet: bool = False
    spark: Spark | None = None


class Listing(NamedTuple):
    """A heading with its rows; `note` names what the chips are."""

    title: str
    note: str
    rows: tuple[Row, ...]
    empty: str = ""


class Lists(NamedTuple):
    """The chosen lens' list above, the signals (or organs) of what is in focus below."""

    lens: Kind
    upper: Listing
    lower: Listing
