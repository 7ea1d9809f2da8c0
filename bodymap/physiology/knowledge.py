"""The records of physiology, indexed for a simulation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.fit_records import Expectation, FitRules, Freedom, LeftOut
from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.kinetic_records import (
    LEADER,
    BodyModel,
    Course,
    Curve,
    Day,
    Effort,
    Floor,
    Group,
    Habit,
    Telling,
)
from bodymap.atlas.kinetic_rows import Kinetic
from bodymap.atlas.records import Movement


@dataclass(frozen=True, slots=True)
class Usual:
    """What a movement asks of the body, with its usual dose: % of VO2max, minutes (None for a programme)."""

    id: str
    group: Group
    muscle: float
    share: float
    levels: bool
    intensity: float
    minutes: int | None
    laboratory: bool


@dataclass(frozen=True, slots=True, repr=False)
class Physiology:
    """Everything that curves are made of, in the order authors wrote it. Build it with `Physiology.of`."""

    body: BodyModel | None
    usual: Mapping[str, Usual]
    curves: Mapping[str, Curve]
    tellings: Mapping[str, Telling]
    floors: Mapping[str, Floor]
    habits: Mapping[str, Habit]
    courses: Mapping[str, Course]
    expectations: Mapping[str, Expectation]
    free: Mapping[str, Freedom]
    rules: FitRules | None
    left_out: Mapping[str, LeftOut]
    days: Mapping[str, Day]

    @staticmethod
    def of(records: Iterable[Kinetic], movements: Mapping[str, Movement]) -> Physiology:
        """An index of records; without a body no curve can be drawn, so then there are none."""
        kept: dict[type, dict[str, Any]] = {}
        for record in records:
            kept.setdefault(type(record), {})[record.id] = record
        body: BodyModel | None = next(iter(kept.get(BodyModel, {}).values()), None)
        curves: dict[str, Curve] = kept.get(Curve, {}) if body else {}
        efforts: dict[str, Effort] = kept.get(Effort, {})
        return Physiology(
            body=body,
            usual={e.id: _usual(e, movements.get(e.id)) for e in efforts.values()},
            curves={i: c for i, c in curves.items() if c.drive != "follows-il6" or LEADER in curves},
            tellings=kept.get(Telling, {}),
            floors=kept.get(Floor, {}),
            habits=kept.get(Habit, {}),
            courses=kept.get(Course, {}),
            expectations=kept.get(Expectation, {}),
            free=kept.get(Freedom, {}),
            rules=next(iter(kept.get(FitRules, {}).values()), None),
            left_out=kept.get(LeftOut, {}),
            days=kept.get(Day, {}),
        )

    @property
    def signals(self) -> tuple[str, ...]:
        """The ids of all signals of which something is said: curves first."""
        return (*self.curves, *(i for i in self.tellings if i not in self.curves))

    def courses_of(self, signal: str) -> tuple[Course, ...]:
        """What was published of a signal over time."""
        return tuple(c for c in self.courses.values() if c.signal == signal)


def read_physiology(
    packs: Sequence[Path], atlas: Atlas, cache: Path | Literal["user"] | None = "user"
) -> Physiology:
    """The physiology of packs, for the movements of their atlas; `bodymap check` says what is wrong in it."""
    return Physiology.of(read_kinetics(packs, cache=cache).records, atlas.movements)


def _usual(effort: Effort, movement: Movement | None) -> Usual:
    intensity = effort.intensity
    if intensity is None:
        intensity = _middle(movement)
    minutes = None if movement is None else movement.minutes
    return Usual(
        id=effort.id,
        group=effort.group,
        muscle=effort.muscle,
        share=effort.share,
        levels=effort.levels,
        intensity=intensity,
        minutes=minutes,
        laboratory=effort.laboratory,
    )


def _middle(movement: Movement | None) -> float:
    """The middle of a movement's usual range; its one end where it has but one; 0 where it has none."""
    ends = () if movement is None else (movement.intensity.low, movement.intensity.high)
    known = [end for end in ends if end is not None]
    return sum(known) / len(known) if known else 0.0
