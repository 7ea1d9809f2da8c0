"""Records as columns of plain values and back, for the cache: no types, no code, fast to read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from itertools import islice, repeat
from pathlib import Path
from typing import Any, cast

from bodymap.atlas import records
from bodymap.atlas.packing import packed, unpacked
from bodymap.figure.figure import Region
from bodymap.loading.problems import Problem, Related

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
_BATCH = 1024
"""Records whose columns are read together: one column of all takes memory that is new each time."""


def columns_of(values: Iterable[Any]) -> list[Any]:
    """How many batches there are of each of KINDS, and then for each batch a column for each field."""
    groups: dict[type, list[Any]] = {kind: [] for kind in KINDS}
    for value in values:
        groups[value.__class__].append(value)
    batches = [(kind, group[at : at + _BATCH]) for kind, group in groups.items() for at in _starts(group)]
    columns = [
        packed([_plain(getattr(record, f.name)) for record in batch])
        for kind, batch in batches
        for f in fields(kind)
    ]
    return [[len(_starts(groups[kind])) for kind in KINDS], *columns]


def records_of(columns: Iterable[Any]) -> list[Any]:
    """The records of columns; raises TypeError or ValueError where they do not fit the records of today.

    Takes no more than it needs, and holds one column at a time.
    """
    left = iter(columns)
    made: list[Any] = []
    for kind, count in zip(KINDS, next(left, ()), strict=True):
        for _batch in range(count):
            made += _filled(kind, islice(left, len(fields(kind))))
    return made


def problem_rows(problems: Iterable[Problem]) -> list[tuple[Any, ...]]:
    """Problems as rows."""
    return [(str(p.path), p.line, p.column, p.what, p.suggestion, p.rule, _ends(p)) for p in problems]


def problems_of(rows: Iterable[Sequence[Any]]) -> tuple[Problem, ...]:
    """The problems of rows."""
    return tuple(_problem(row) for row in rows)


def shape_of_records() -> bytes:
    """What the columns depend on: names and types of the fields of every kind."""
    inner = (records.Words, records.Intensity, records.MuscleLoad, records.Met, records.Response)
    return repr([(k.__name__, [(f.name, f.type) for f in fields(k)]) for k in (*KINDS, *inner)]).encode()


def _problem(row: Sequence[Any]) -> Problem:
    path, line, column, what, suggestion, rule, ends = row
    related = tuple(Related(Path(at), *place) for at, *place in ends)
    return Problem(Path(path), line, column, what, suggestion, rule, related)


def _ends(problem: Problem) -> list[tuple[Any, ...]]:
    return [(str(r.path), r.line, r.column, r.what) for r in problem.related]


def _starts(group: Sequence[Any]) -> range:
    return range(0, len(group), _BATCH)


def _filled(kind: type, columns: Iterable[str | Sequence[Any]]) -> list[Any]:
    """Records whose fields are set column by column, which is a third of the work of calling the type."""
    made: list[Any] | None = None
    for field, make, column in zip(fields(kind), _makers(kind), columns, strict=True):
        values = unpacked(column, make)
        if made is None:
            made = list(map(object.__new__, repeat(kind, len(values))))
        if len(values) != len(made):
            raise ValueError("the columns are of different lengths")
        put: Callable[[Any, Any], None] = getattr(kind, field.name).__set__
        deque[None](map(put, made, values), maxlen=0)  # a loop that runs in C
    return made or []


def _makers(kind: type) -> list[Callable[[Any], Any] | None]:
    """For each field what makes a value of JSON into its own; None where that is right already."""
    inner: dict[str, type] = {}
    if kind in (records.Organ, records.Signal, records.Movement):
        inner = {"words": records.Words}
    if kind is records.Movement:
        inner |= {"intensity": records.Intensity, "muscles": records.MuscleLoad}
        inner |= {"mets": records.Met, "responses": records.Response}
    return [_maker(inner.get(f.name), str(f.type).startswith("tuple[")) for f in fields(kind)]


def _maker(inner: type | None, many: bool) -> Callable[[Any], Any] | None:
    if inner is None:
        return tuple if many else None
    texts = [i for i, f in enumerate(fields(inner)) if str(f.type).startswith("tuple[")]

    def make(row: list[Any]) -> Any:
        for at in texts:
            row[at] = tuple(row[at])
        return inner(*row)

    return (lambda rows: tuple(make(row) for row in rows)) if many else make


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple([_plain(part) for part in cast("tuple[Any, ...]", value)])
    if not hasattr(value, "__slots__"):
        return value
    return tuple([_plain(getattr(value, name)) for name in value.__slots__])
