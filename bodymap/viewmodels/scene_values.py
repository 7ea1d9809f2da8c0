"""What the body shows, as plain values: the contract between knowing and painting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bodymap.atlas.records import Ref

Role = Literal["working", "receiving", "harm", "chosen"]
"""working: muscle that works or tissue that sends; receiving: answers; harm: sitting; chosen: neutral."""


@dataclass(frozen=True, slots=True)
class Tone:
    """The colour of a value: `at` is its place on a scale, 0 to 1, None where the value is missing.

    A `marked` one has a bold edge.
    """

    diverging: bool
    at: float | None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Light:
    """A leaf region that is lit; `strength` 0 to 1 (a muscle's load). One with a `tone` shows a value."""

    region: str
    role: Role
    strength: float = 1.0
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A pill outside the body; `regions` are the leaves it may point at (none: it has no place).

    It points at one of `first` where a figure shows them.
    `badge` is a short number or sign at its outer end, `hint` the whole sentence for a tooltip. The label
    with the lowest `rank` is placed first; where room ends, the highest are counted only. A `masked` one
    keeps its place and does not say its name.
    """

    ref: Ref
    text: str
    role: Role
    regions: tuple[str, ...]
    badge: str = ""
    hint: str = ""
    rank: int = 0
    masked: bool = False
    first: tuple[str, ...] = ()


class Route(NamedTuple):
    """A road of a signal along the vessels: from one lit region's node to another's.

    Ids of circulation nodes: `muscle:quadriceps-left`, `organ:liver`.
    """

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend under the figure; `brief` are words for where there is little room."""

    role: Role
    words: str
    shape: Literal["disc", "pill", "arrow", "ring", "molecule"] = "disc"
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The legend of values: a title, words at places from 0 to 1, and words for what has no value, or ""."""

    title: str
    diverging: bool
    ticks: tuple[tuple[float, str], ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One body. `layers` are drawing layers bottom to top; `dimmed` means X-ray except what is lit.

    `local` lists regions that glow in place because a signal acts where it is made; `rings` are small
    regions that get a ring; `caption` heads the body (side by side), `summary` is for screen readers.
    """

    figure: str
    view: str
    closeup: str | None
    layers: tuple[str, ...]
    dimmed: bool
    lights: tuple[Light, ...] = ()
    labels: tuple[Label, ...] = ()
    routes: tuple[Route, ...] = ()
    local: tuple[str, ...] = ()
    local_words: str = ""
    rings: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    caption: str = ""
    caption_note: str = ""
    caption_role: Role | None = None
    summary: str = ""
    scale: Scale | None = None


class Stage(NamedTuple):
    """One body, or two side by side (sedentary at the left, exercise at the right)."""

    scenes: tuple[Scene, ...]
