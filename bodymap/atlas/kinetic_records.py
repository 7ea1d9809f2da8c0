"""The records behind curves over time: parameters with their origin, published courses, ready days.

They are read later than the others and by themselves (`atlas.kinetic_reading`), for no start needs them.
`data/README.md` says the same in an author's words. A `Parameter` is where a number of the model stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal[
    "rest", "continuous", "interval", "sprint", "small", "swim", "dance", "resistance", "eccentric", "gentle",
    "snack",
]  # fmt: skip
"""Kinds of movement that were measured, or not, together."""
Fuel = Literal["fasted", "normal", "carbohydrate"]
Lifestyle = Literal["active", "sedentary"]
Drive = Literal["exhaustion", "work", "follows-il6", "instant"]
Spread = Literal["SE", "SD", "CI", "IQR", "not stated"]
Measure = Literal["fold", "level", "rise", "percent-change", "percent-of-rest"]
Weight = Literal["full", "half", "none"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the model and where it comes from: sources (references) and courses it was fitted to."""

    value: float
    unit: str
    kind: Literal["measured", "derived", "fitted", "assumed"]
    why: str
    references: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    spread: str = ""


@dataclass(frozen=True, slots=True)
class BodyModel:
    """Fuel use and release of IL-6, the same for every movement; the equations are in docs/model.md."""

    id: str
    early: Parameter
    steepness: Parameter
    muscle_exponent: Parameter
    muscle_reference: Parameter
    use: Parameter
    use_intensity: Parameter
    use_exponent: Parameter
    level_intensity: Parameter
    level_exponent: Parameter
    refill: Parameter
    carbohydrate: Parameter
    fasted_store: Parameter
    body_mass: Parameter
    vo2max: Parameter
    met: Parameter
    cap: Parameter
    unknown: Parameter
    repeat_within: Parameter
    long_minutes: Parameter
    long_intensity: Parameter
    long_unfed: Parameter
    exhausted: Parameter
    widening: Parameter


@dataclass(frozen=True, slots=True)
class Effort:
    """What a movement asks of the body. `laboratory` marks one that is no movement of the atlas.

    `intensity` is in per cent of VO2max; None where the movement's own usual range says it. `levels` is
    false for small muscle groups, whose per cent are of their own peak power.
    """

    id: str
    group: Group
    muscle: float
    share: float
    why: str
    intensity: float | None = None
    levels: bool = True
    laboratory: bool = False
    references: tuple[str, ...] = ()


LEADER = "il6"
"""The signal whose level others follow, and whose fit is shown."""


@dataclass(frozen=True, slots=True)
class Span:
    """The bouts at which a signal was measured: per cent of VO2max, and minutes without a break."""

    easiest: float
    hardest: float
    shortest: int
    longest: int
    why: str
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """The course of one signal in blood: `id` is the signal's; `unit` is "" where assays do not compare."""

    id: str
    drive: Drive
    modelled: tuple[Group, ...]
    extrapolated: tuple[Group, ...]
    measured: Span
    gain: Parameter
    rise: Parameter
    fall: Parameter
    band: Parameter
    wobble: Parameter
    unit: str = ""
    rest: Parameter | None = None
    alpha: Parameter | None = None
    threshold: Parameter | None = None
    onset: Parameter | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """A signal without a curve: what is known in words; if not `measured`, nothing is, after one session."""

    id: str
    measured: bool
    words: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Floor:
    """The resting level of people who sit, as a multiple of that of active people; `id` is the signal's."""

    id: str
    sedentary: Parameter
    low: float
    high: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """What one study found of the resting level of `signal` after weeks of training, or of sitting.

    `fold` is a multiple of the level before, with its ends; None where the study gives words only.
    """

    id: str
    signal: str
    habit: Literal["training", "sitting"]
    weeks: float
    what: str
    people: str
    words: str
    references: tuple[str, ...]
    fold: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bout:
    """A bout as it stands in data: None is the movement's usual.

    How hard is `intensity` or `met`; `store` is how full the muscles' fuel is.

    `climbs_to` marks a graded test: the intensity rises evenly, minute by minute, from `intensity` to it.
    `exhausts` says that people could not go on at its end: then their fuel was gone, however long it took.
    """

    movement: str
    start: int = 0
    minutes: int | None = None
    intensity: float | None = None
    met: float | None = None
    climbs_to: float | None = None
    share: float | None = None
    muscle: float | None = None
    fuel: Fuel = "normal"
    store: float | None = None
    exhausts: bool = False
    repeats: int = 1
    every: int = 60


@dataclass(frozen=True, slots=True)
class Point:
    """A measured value, or `words` where the source gives none; `minute` counts from the start."""

    minute: int
    value: float | None = None
    spread: float | None = None
    spread_is: Spread | None = None
    low: float | None = None
    high: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A published time course of `signal` after `bouts`; empty bouts: it cannot be simulated, only shown.

    `reading` says what was assumed when the paper's words became bouts; `fit` how much it weighs there.
    `muscle_factor` is the people's muscle against the reference man.
    """

    id: str
    signal: str
    what: str
    people: str
    measure: Measure
    fit: Weight
    points: tuple[Point, ...]
    references: tuple[str, ...]
    bouts: tuple[Bout, ...] = ()
    n: int | None = None
    rest: float | None = None
    unit: str = ""
    lifestyle: Lifestyle = "active"
    muscle_factor: float = 1.0
    reading: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A ready day from midnight: who lives it and what is moved when."""

    id: str
    name: str
    words: str
    lifestyle: Lifestyle
    bouts: tuple[Bout, ...] = ()
    references: tuple[str, ...] = ()
