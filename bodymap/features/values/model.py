"""A table of one's own numbers, read as values of regions; what is missing is not zero."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.features.values.targets import Target, key_of, targets_of
from bodymap.figure.figure import Anatomy
from bodymap.loading.delimited import Cell, read_delimited
from bodymap.loading.problems import Problem
from bodymap.loading.rules import Rule
from bodymap.loading.sources import Source, read_source
from bodymap.loading.suggestions import closest

IDS = ("region", "organ", "muscle", "uberon", "ontology", "tissue", "structure", "id", "name")
"""What the column of ids may be called, the first that is there."""
_LARGEST = 1e12
"""A larger number is a slip, and no legend has room for it."""
_MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "–", "."})
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class Valued:
    """A row that was understood: what it is about, its number (None: missing) and how it is called."""

    target: Target
    value: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one group, in the order of the file; "" is the name of the only one."""

    name: str
    rows: tuple[Valued, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """All groups, on one scale: `low` and `high` are the least and the greatest value of any."""

    title: str
    groups: tuple[Group, ...]
    low: float
    high: float

    @property
    def diverging(self) -> bool:
        """Whether values straddle zero: then zero is the middle of the scale."""
        return self.low < 0 < self.high

    @property
    def ends(self) -> tuple[float, float]:
        """What stands at both ends of the scale."""
        most = max(-self.low, self.high)
        return (-most, most) if self.diverging else (self.low, self.high)

    def tone(self, value: float) -> float:
        """Where a value lies on the scale, 0 to 1; in the middle where all are equal."""
        low, high = self.ends
        return 0.5 if high == low else (value - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Table:
    """What a file says, None where nothing of it can be shown, and everything that is wrong with it."""

    values: Values | None
    problems: tuple[Problem, ...]


def read_values(path: Path, atlas: Atlas, anatomy: Anatomy) -> Table:
    """The values in a table; never raises because of what the file holds."""
    return table_of(read_source(path, path.name), atlas, anatomy)


def table_of(source: Source, atlas: Atlas, anatomy: Anatomy) -> Table:
    """The values in the bytes of a table."""
    found = read_delimited(source)
    if found.problems:
        return Table(None, found.problems)
    if not found.rows:
        return Table(None, (Problem(source.path, 1, 1, "this table is empty"),))
    reader = _Reader(source, found.rows[0], targets_of(atlas, anatomy))
    if reader.problems:
        return Table(None, tuple(reader.problems))
    for row in found.rows[1:]:
        reader.read(row)
    return Table(reader.values(), tuple(sorted(reader.problems)))


def number_of(text: str) -> float | None:
    """The number that a text is; ValueError where it is none, None where it says that there is none.

    A point or a comma is the decimal sign, so thousands are not parted: 1.234,5 and 1,234.5 are no numbers.
    """
    plain = text.replace("\N{MINUS SIGN}", "-").replace("\N{NO-BREAK SPACE}", "")
    if plain.casefold() in _MISSING:
        return None
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    found = float(plain.replace(",", "."))
    if abs(found) > _LARGEST:
        raise ValueError(text)
    return found


class _Reader:
    """Reads row after row; its columns are found by the names in the first."""

    def __init__(self, source: Source, head: tuple[Cell, ...], targets: Mapping[str, Target]) -> None:
        self._source, self._targets = source, targets
        self.problems: list[Problem] = []
        self._groups: dict[str, dict[Target, tuple[Valued, Cell]]] = {}
        names = {cell.text.casefold(): at for at, cell in reversed(list(enumerate(head)))}
        self._id = next((names[name] for name in IDS if name in names), None)
        self._label, self._group = names.get("label"), names.get("group")
        taken = {self._id, self._label, self._group}
        others = [at for at in range(len(head)) if at not in taken and head[at].text]
        self._value = names.get("value", others[0] if len(others) == 1 else None)
        self._title = source.path.stem
        if self._value is not None and head[self._value].text.casefold() != "value":
            self._title = head[self._value].text
        if self._id is None:
            self._miss(head, f"no column is called {', '.join(IDS[:-1])} or {IDS[-1]}", IDS)
        elif self._value is None:
            self._miss(head, "no column is called 'value'", ("value",))

    def read(self, row: tuple[Cell, ...]) -> None:
        """Keep what a row says, or note what is wrong with it."""
        name, number = _at(row, self._id), _at(row, self._value)
        target = self._targets.get(key_of(name.text))
        if target is None:
            near = closest(name.text, (t.id for t in self._targets.values()))
            self._note(name, f"there is no region or organ '{name.text}'", near, "unknown-id")
        elif not target.leaves:
            self._note(name, f"'{name.text}' has no place of its own in the figure", "", "unknown-id")
        else:
            self._keep(row, target, (name, number))

    def values(self) -> Values | None:
        """What was read; None where there is no number in it."""
        groups = tuple(
            Group(name, tuple(valued for valued, _cell in rows.values()))
            for name, rows in self._groups.items()
        )
        numbers = [row.value for group in groups for row in group.rows if row.value is not None]
        return Values(self._title, groups, min(numbers), max(numbers)) if numbers else None

    def _keep(self, row: tuple[Cell, ...], target: Target, cells: tuple[Cell, Cell]) -> None:
        name, number = cells
        try:
            value = number_of(number.text)
        except ValueError:
            what = f"'{number.text}' is not a number; write 1234.5 or 1234,5"
            self._note(number, what, "", "wrong-type")
            return
        group = _at(row, self._group).text if self._group is not None else ""
        label = _at(row, self._label).text if self._label is not None else ""
        rows = self._groups.setdefault(group, {})
        if target in rows:
            first = rows[target][1]
            inside = f" in the group '{group}'" if group else ""
            what = f"'{name.text}' has a value already{inside}, at {first.line}:{first.column}"
            self._note(name, what, "", "duplicate-id")
        else:
            rows[target] = (Valued(target, value, label or target.name), name)

    def _miss(self, head: tuple[Cell, ...], what: str, wanted: Iterable[str]) -> None:
        """Say that a column is missing, at the one whose name is most like it."""
        like = next(((cell, near) for cell in head if (near := closest(cell.text, wanted))), None)
        if like is None:
            self._note(head[0], what, "", "missing-key")
        else:
            self._note(like[0], f"a column is called '{like[0].text}'", like[1], "missing-key")

    def _note(self, cell: Cell, what: str, near: str, rule: Rule) -> None:
        self.problems.append(Problem(self._source.path, cell.line, cell.column, what, near, rule))


def _at(row: tuple[Cell, ...], column: int | None) -> Cell:
    if column is not None and column < len(row):
        return row[column]
    return Cell("", row[-1].line, row[-1].column + len(row[-1].text))
