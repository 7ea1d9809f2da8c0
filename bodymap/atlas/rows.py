"""Records as plain rows and back, for the cache: no types, no code, fast both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

from bodymap.atlas import records
from bodymap.figure.figure import Region
from bodymap.loading.problems import Problem

Rows = tuple[tuple[Any, ...], ...]

KINDS: tuple[type, ...] = (
    records.Organ,
    records.Signal,
    records.Movement,
    records.Effect,
    records.Finding,
    records.Contrast,
    records.Claim,
    records.Reference,
    Region,
)


def rows_of(values: Iterable[Any]) -> tuple[Rows, ...]:
    """The rows of records of all KINDS, one group per kind, each in its order."""
    groups: dict[type, list[tuple[Any, ...]]] = {kind: [] for kind in KINDS}
    for value in values:
        groups[type(value)].append(_row(value))
    return tuple(tuple(groups[kind]) for kind in KINDS)


def records_of(groups: Sequence[Sequence[list[Any]]]) -> list[Any]:
    """The records of rows; raises TypeError or ValueError where rows do not fit the records of today."""
    made: list[Any] = []
    for kind, rows in zip(KINDS, groups, strict=True):
        makers = _makers(kind)
        for row in rows:
            for at, make in makers:
                row[at] = make(row[at])
            made.append(kind(*row))
    return made


def problem_rows(problems: Iterable[Problem]) -> Rows:
    """Problems as rows."""
    return tuple((str(p.path), p.line, p.column, p.what, p.suggestion) for p in problems)


def problems_of(rows: Iterable[Sequence[Any]]) -> tuple[Problem, ...]:
    """The problems of rows."""
    return tuple(Problem(Path(path), *rest) for path, *rest in rows)


def shape_of_records() -> bytes:
    """What the rows depend on: names and types of the fields of every kind."""
    inner = (records.Words, records.Intensity, records.MuscleLoad, records.Met, records.Response)
    return repr([(k.__name__, [(f.name, f.type) for f in fields(k)]) for k in (*KINDS, *inner)]).encode()


def _makers(kind: type) -> list[tuple[int, Callable[[Any], Any]]]:
    """What makes the values of JSON into those of a record, by position; the others are right already."""
    inner: dict[str, type] = {}
    if kind in (records.Organ, records.Signal, records.Movement):
        inner = {"words": records.Words}
    if kind is records.Movement:
        inner |= {"intensity": records.Intensity, "muscles": records.MuscleLoad}
        inner |= {"mets": records.Met, "responses": records.Response}
    many = [f.name for f in fields(kind) if str(f.type).startswith("tuple[")]
    named = [(i, f.name) for i, f in enumerate(fields(kind)) if f.name in inner or f.name in many]
    return [(i, _maker(inner.get(name), name in many)) for i, name in named]


def _maker(inner: type | None, many: bool) -> Callable[[Any], Any]:
    if inner is None:
        return tuple
    texts = [i for i, f in enumerate(fields(inner)) if str(f.type).startswith("tuple[")]

    def make(row: list[Any]) -> Any:
        for at in texts:
            row[at] = tuple(row[at])
        return inner(*row)

    return (lambda rows: tuple(make(row) for row in rows)) if many else make


def _row(record: Any) -> tuple[Any, ...]:
    return tuple([_plain(getattr(record, name)) for name in record.__slots__])


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple([_plain(part) for part in cast("tuple[Any, ...]", value)])
    return _row(value) if hasattr(value, "__slots__") else value
