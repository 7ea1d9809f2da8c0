"""What a record type expects at a place: its keys, its choices, and a name for its kind of value."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Expected:
    """`words` names the kind of value; `keys` of a group and `choices` of a word, where there are any."""

    words: str
    keys: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


def expected_at(record: Any, loc: tuple[str | int, ...]) -> Expected:
    """What stands at a way of keys and positions inside a record type."""
    at = record
    for part in loc:
        at = _inside(_without_none(at), part)
    return _described(_without_none(at))


def _inside(hint: Any, part: str | int) -> Any:
    if isinstance(part, int):
        inner = get_args(hint)
        return inner[0] if inner else object
    return get_type_hints(hint).get(part, object) if is_dataclass(hint) else object


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return next(part for part in get_args(hint) if part is not NoneType)


def _described(hint: Any) -> Expected:
    if is_dataclass(hint):
        return Expected("a group of keys", keys=tuple(f.name for f in fields(hint)))
    if get_origin(hint) is Literal:
        choices = tuple(str(choice) for choice in get_args(hint))
        return Expected("one of " + ", ".join(choices), choices=choices)
    if get_origin(hint) is tuple:
        return Expected("a list")
    names = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return Expected(names.get(hint, "something else"))
