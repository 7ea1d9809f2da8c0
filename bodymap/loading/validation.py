"""Plain values against a frozen dataclass: all mistakes at once, the good records kept.

Imports pydantic; import this module only when something must be validated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import GenericAlias
from typing import Any, Generic, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bodymap.loading.cures import cure, meant, missing_words
from bodymap.loading.expectations import Expected, expected_at
from bodymap.loading.rules import Rule
from bodymap.loading.suggestions import closest

T = TypeVar("T")
_RULES: Mapping[str, Rule] = {"missing": "missing-key", "unexpected_keyword_argument": "unknown-key"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with item `index`, at `loc` inside it; `at_key` when the key itself is wrong."""

    index: int
    loc: tuple[str | int, ...]
    what: str
    suggestion: str = ""
    at_key: bool = False
    rule: Rule = "wrong-type"


class Shape(Generic[T]):
    """Validates values of one record type, strictly: the text "5" is not the number 5."""

    def __init__(self, record: type[T], also: Iterable[str] = ()) -> None:
        """`also` are further keys of the same file, known to did-you-mean."""
        self._record = record
        self._also = tuple(also)
        self._adapter: TypeAdapter[tuple[T, ...]] = _adapter(record)

    def read(self, values: Sequence[object]) -> tuple[list[T | None], list[Mistake]]:
        """A record for each value, None for a bad one, and all mistakes."""
        try:
            return list(self._records(values)), []
        except ValidationError as error:
            told = _without_echoes([self._mistake(d) for d in error.errors(include_url=False)])
            mistakes = self._joined(told, values)
        bad = {mistake.index for mistake in mistakes}
        good = iter(self._records([v for i, v in enumerate(values) if i not in bad]))
        return [None if i in bad else next(good) for i in range(len(values))], mistakes

    def _records(self, values: Sequence[object]) -> tuple[T, ...]:
        # By way of JSON, because pydantic's strict mode takes dicts and lists for records only from there.
        return self._adapter.validate_json(json.dumps(values))

    def _mistake(self, details: ErrorDetails) -> Mistake:
        index, *rest = details["loc"]
        loc = tuple(rest)
        expected = expected_at(self._record, loc)
        what, suggestion = self._words(details, loc, expected)
        kind = details["type"]
        rule = _RULES.get(kind, "unknown-choice" if _is_choice(expected, details) else "wrong-type")
        return Mistake(int(index), loc, what, suggestion, rule == "unknown-key", rule)

    def _joined(self, mistakes: list[Mistake], values: Sequence[object]) -> list[Mistake]:
        """The missing keys of one group in one mistake, which says of what record they are."""
        lacking: dict[tuple[Any, ...], list[Mistake]] = {}
        for mistake in mistakes:
            if mistake.rule == "missing-key":
                lacking.setdefault((mistake.index, *mistake.loc[:-1]), []).append(mistake)
        first = {id(group[0]): group for group in lacking.values()}
        return [
            replace(m, what=missing_words(self._called(m, values), [str(k.loc[-1]) for k in first[id(m)]]))
            if id(m) in first
            else m
            for m in mistakes
            if m.rule != "missing-key" or id(m) in first
        ]

    def _called(self, mistake: Mistake, values: Sequence[object]) -> str:
        """What lacks a key, in words: the effect 'e033', or a group inside it."""
        if len(mistake.loc) > 1:
            group = _name(mistake.loc[:-1])
            return f"this item of {group}" if isinstance(mistake.loc[-2], int) else group
        value: Any = values[mistake.index]
        name: Any = value.get("id", value.get("number"))  # only a group of keys can lack some
        kind = self._record.__name__
        if kind.endswith("Head"):
            return "this file"
        kind = re.sub("(?<!^)(?=[A-Z])", " ", kind).lower()
        return f"the {kind} '{_short(str(name))}'" if isinstance(name, str | int) else f"this {kind}"

    def _words(
        self, details: ErrorDetails, loc: tuple[str | int, ...], expected: Expected
    ) -> tuple[str, str]:
        name, given = _name(loc), details["input"]
        if details["type"] == "missing":
            return "", ""  # said for all keys of a group together
        if details["type"] == "unexpected_keyword_argument":
            inside = expected_at(self._record, loc[:-1]).keys
            keys = (*inside, *self._also) if len(loc) == 1 else inside
            return f"unknown key {name}", closest(str(loc[-1]), keys)
        if _is_choice(expected, details):
            one_of = ", ".join(expected.choices)
            return f"{name} is '{_short(given)}', not one of {one_of}", meant(given, expected.choices)
        return f"{name} should be {expected.words}, not {_shown(given)}{cure(expected, given, loc)}", ""


@cache
def _adapter(record: type[Any]) -> TypeAdapter[tuple[Any, ...]]:
    """What validates many of a type at once: dear to make, and the same for every pack and file."""
    many: Any = GenericAlias(tuple, (record, ...))
    return TypeAdapter(many, config=ConfigDict(extra="forbid", strict=True))


def _is_choice(expected: Expected, details: ErrorDetails) -> bool:
    return bool(expected.choices) and isinstance(details["input"], str)


def _name(loc: tuple[str | int, ...]) -> str:
    """The nearest key: `references` for the second of its references."""
    return next((f"'{part}'" for part in reversed(loc) if isinstance(part, str)), "this")


def _without_echoes(mistakes: list[Mistake]) -> list[Mistake]:
    """A key that was misspelled is told once, not also as missing."""
    meant = {(m.index, *m.loc[:-1], m.suggestion) for m in mistakes if m.at_key}
    return [m for m in mistakes if not (m.rule == "missing-key" and (m.index, *m.loc) in meant)]


def _shown(given: Any) -> str:
    if given is None:
        return "empty"
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return f"'{_short(given)}'"
    if isinstance(given, dict):
        return "a group of keys"
    return "a list" if isinstance(given, list) else str(given)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
