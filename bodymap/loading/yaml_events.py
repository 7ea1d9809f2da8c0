"""Plain values from a YAML parser's events; what is not plain is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import yaml

from bodymap.loading.problems import Problem
from bodymap.loading.rules import Rule
from bodymap.loading.yaml_scalars import plain_value

DEEPEST = 24
"""Levels of lists and groups; a file that nests deeper is refused."""

_MOST_PROBLEMS = 100
"""What nobody mends one by one, such as a bomb of aliases, is not told one by one."""
_IN_A_LIST = 2
"""The depth of the items of a list under a key of the file."""
_CURLY: Mapping[str, str] = MappingProxyType(
    {"“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’"}
)
"""Quotation marks that are none to YAML, each with those that end it."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Refused(Enum):
    """What stands where a value could not be read."""

    VALUE = "refused"


REFUSED = Refused.VALUE


class UnusableError(Exception):
    """The whole file is refused; the builder has noted where and why."""


def holds_refused(value: object) -> bool:
    """Whether something inside a value could not be read."""
    if isinstance(value, dict):
        return any(holds_refused(v) for v in cast("dict[str, object]", value).values())
    if isinstance(value, list):
        return any(holds_refused(v) for v in cast("list[object]", value))
    return value is REFUSED


class Builder:
    """Makes dicts, lists and words from events and notes what it refuses.

    `lines` are those of the items of each list under a key of the file; under "" the line of its first key.
    """

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        self.lines: dict[str, list[int]] = {"": [1]}
        self._items: list[int] = []
        self._path = path
        self._next: Any = None

    def document(self, parser: Any) -> Any:
        """The value of the first document; raises yaml.YAMLError where the text is not YAML."""
        self._next = parser.get_event
        self._next()
        start = self._next()
        if type(start) is yaml.StreamEndEvent:
            self._note(start, "this file is empty", "syntax")
            return REFUSED
        first = self._next()
        self.lines[""] = [first.start_mark.line + 1]
        value = self._value(first, 0)
        self._next()
        after = self._next()
        if type(after) is not yaml.StreamEndEvent:
            self._note(after, "a second document begins here; keep one per file")
            raise UnusableError
        return value

    def _value(self, event: Any, depth: int) -> Any:
        kind: type[Any] = event.__class__
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            self._note(event, f"'*{event.anchor}' points elsewhere; write the value out here")
            return REFUSED
        if depth >= DEEPEST:
            self._note(event, f"lists and groups are nested deeper than {DEEPEST} levels here")
            raise UnusableError
        value = self._mapping(depth + 1) if kind is yaml.MappingStartEvent else self._sequence(depth + 1)
        return value if event.anchor is None and event.tag is None else self._marked(event, value)

    def _scalar(self, event: Any) -> Any:
        value = plain_value(event.value) if event.implicit[0] else event.value
        if event.value[:1] in _CURLY and event.implicit[0]:
            self._doubt_quote(event)
        if event.style == '"' and not event.value.isascii() and _SURROGATE.search(event.value):
            self._note(event, "this text holds half of a character, written as an escape", "encoding")
            return REFUSED
        return value if event.anchor is None and event.tag is None else self._marked(event, value)

    def _doubt_quote(self, event: Any) -> None:
        """A curly quotation mark around a whole text, or without its end, was meant for a straight one."""
        text = event.value
        ends = _CURLY[text[0]]
        if not any(end in text[1:-1] for end in ends):
            what = f'the quotation mark {text[0]} is part of this text; quote with ", or leave it out'
            self._note(event, what, "doubtful-quote")

    def _sequence(self, depth: int) -> list[Any]:
        values: list[Any] = []
        lines: list[int] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            if depth == _IN_A_LIST:
                lines.append(event.start_mark.line + 1)
            values.append(self._value(event, depth))
        if depth == _IN_A_LIST:
            self._items = lines
        return values

    def _mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                self._note(event, "a key must be a single word")
                self._value(event, depth)
                self._value(self._next(), depth)
                values["?"] = REFUSED
                continue
            key = event.value
            if event.anchor is not None or event.tag is not None:
                self._marked(event, key)
            value = self._value(self._next(), depth)
            if key in values:
                self._note(event, f"the key '{key}' stands here a second time; keep one", "duplicate-key")
                continue
            values[key] = value
            if depth == 1 and type(value) is list:
                self.lines[key] = self._items
        return values

    def _marked(self, event: Any, value: Any) -> Any:
        """An anchor is harmless but useless alone; a tag changes what the value is."""
        if event.tag is None:
            self._note(event, f"the anchor '&{event.anchor}' is not used here; delete it")
            return value
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._note(event, f"the tag '{tag}' is not used here; delete it")
        return REFUSED

    def _note(self, event: Any, what: str, rule: Rule = "plain-yaml") -> None:
        mark = event.start_mark
        if len(self.problems) >= _MOST_PROBLEMS:
            what = f"this file has more than {_MOST_PROBLEMS} such mistakes; the rest is not read"
            self.problems.append(Problem(self._path, mark.line + 1, mark.column + 1, what, rule=rule))
            raise UnusableError
        self.problems.append(Problem(self._path, mark.line + 1, mark.column + 1, what, rule=rule))
