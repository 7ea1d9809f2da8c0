"""Records of physiology as rows of plain values and back, for their cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from bodymap.atlas.fit_records import Expectation, FitRules, Freedom, LeftOut
from bodymap.atlas.kinetic_records import BodyModel, Course, Curve, Day, Effort, Floor, Habit, Telling

KINETIC = (
    BodyModel,
    Effort,
    Curve,
    Telling,
    Floor,
    Habit,
    Course,
    Expectation,
    Freedom,
    FitRules,
    LeftOut,
    Day,
)
"""The kinds that are read by themselves, in the order in which they are kept."""
Kinetic = (
    BodyModel
    | Effort
    | Curve
    | Telling
    | Floor
    | Habit
    | Course
    | Expectation
    | Freedom
    | FitRules
    | LeftOut
    | Day
)

Maker = Callable[[Any], Any]


def rows_of(records: Iterable[Kinetic]) -> list[list[Any]]:
    """For each kind, in the order of KINETIC, a row of plain values for each record."""
    rows: dict[type, list[Any]] = {kind: [] for kind in KINETIC}
    for record in records:
        rows[type(record)].append(_plain(record))
    return list(rows.values())


def records_of_rows(kinds: Sequence[Sequence[Any]]) -> list[Kinetic]:
    """The records of rows; raises TypeError, ValueError or LookupError where they do not fit."""
    made: list[Kinetic] = []
    for kind, rows in zip(KINETIC, kinds, strict=True):
        make = _maker(kind)
        made += [make(row) for row in rows]
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in cast("tuple[Any, ...]", value)]
    return [_plain(getattr(value, f.name)) for f in fields(value)] if is_dataclass(value) else value


def _maker(hint: Any) -> Maker:
    """What makes a value of JSON into one of this type."""
    if get_origin(hint) in (Union, UnionType):
        inner = _maker(next(part for part in get_args(hint) if part is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        part = _maker(get_args(hint)[0])
        return lambda values: tuple(map(part, values))
    if is_dataclass(hint):
        return _record_maker(cast("type", hint))
    return lambda value: value


def _record_maker(kind: type) -> Maker:
    hints = get_type_hints(kind)
    makers = [_maker(hints[f.name]) for f in fields(kind)]
    return lambda row: kind(*[make(value) for make, value in zip(makers, row, strict=True)])
