"""The records of the fit: what studies say in words, what may move, and what was found without a study."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.kinetic_records import Bout


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a study says in words, as bounds on the model: its value lies from `low` to `high`.

    `fold` at `minute`; `ratio` of that to the fold after `against` at `against_minute`; `release-ratio` the
    same for release; `peak` the minute of the highest value; `reach` the minutes until `level`. The bounds
    are our reading of words; `aim` is the number, where the study gives one. `met` is false where the model
    is known to fail.
    """

    id: str
    signal: str
    says: str
    measure: Literal["fold", "ratio", "release-ratio", "peak", "reach"]
    bouts: tuple[Bout, ...]
    low: float
    references: tuple[str, ...]
    high: float | None = None
    minute: int = 0
    against: tuple[Bout, ...] = ()
    against_minute: int = 0
    level: float | None = None
    aim: float | None = None
    muscle_factor: float = 1.0
    fitted: bool = True
    met: bool = True


@dataclass(frozen=True, slots=True)
class Freedom:
    """A parameter that the fit may move, by its path (`il6.gain`), with those that follow it in `also`.

    `signal` names the fit it belongs to. It starts at `start`; a `prior` holds it weakly, within `width`;
    where `log` is true both are about its logarithm, so that `width` is a share.
    """

    id: str
    signal: str
    start: float
    log: bool = True
    also: tuple[str, ...] = ()
    prior: float | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class FitRules:
    """How a fit weighs: spread between studies and of bounds, as shares; weight of courses marked half.

    `order` is the order of the signals; `band` names the parameters that take the left-out spread.
    """

    id: str
    study_spread: float
    bound_spread: float
    half: float
    order: tuple[str, ...]
    band: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter of body or curve (`il6.gain`) and its value in one fit."""

    parameter: str
    value: float


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the model says of one point of a course when that study was left out of the fit."""

    course: str
    minute: int
    value: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fit of IL-6 without one study: `id` is the reference left out. Written by the fit command."""

    id: str
    settings: tuple[Setting, ...]
    predictions: tuple[Prediction, ...]
