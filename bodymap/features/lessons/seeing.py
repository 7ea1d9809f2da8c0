"""What a step shows as plain values of a file, and back: for whatever fields State has.

Only what differs from choosing the focus afresh is written, so a file stays short, and a field that State
gains later has its default in every older file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from bodymap.atlas.records import Kind, Ref
from bodymap.loading.rules import Rule
from bodymap.loading.suggestions import closest
from bodymap.state import CLOSEUPS, LAYERS, State, focused

TASTE = ("theme", "text_size", "calm", "hover")
"""Fields that belong to whoever looks, not to the lesson."""
FIELDS: tuple[str, ...] = tuple(f.name for f in fields(State) if f.name not in TASTE)
"""The keys of what a step shows."""
_NAMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"view": ("front", "back"), "closeup": CLOSEUPS, "layers": LAYERS}
)
"""The words of those fields that are plain text in State."""


class Misread(NamedTuple):
    """A value of a step's picture that fits no more, under which key, and what was probably meant."""

    key: str
    what: str
    suggestion: str = ""
    rule: Rule = "wrong-type"


class MisfitError(Exception):
    """A plain value that does not fit where it stands; `suggestion` is what was probably meant."""

    def __init__(self, what: str, suggestion: str = "", rule: Rule = "wrong-type") -> None:
        super().__init__(what)
        self.what, self.suggestion = what, suggestion
        self.rule: Rule = rule


def seen(state: State) -> dict[str, Any]:
    """A state as plain values: its focus, and what differs from choosing that focus afresh."""
    afresh = focused(State(), state.focus)
    values: dict[str, Any] = {"focus": str(state.focus)}
    for name in FIELDS:
        value = getattr(state, name)
        if value != getattr(afresh, name):
            values[name] = plain_of(value)
    return values


def state_of(values: Mapping[str, Any]) -> tuple[State, tuple[Misread, ...]]:
    """The state that plain values say, and those that fit no more: these stay at their default.

    Keys that State has not are left out of both.
    """
    made, misread = dict[str, Any](), list[Misread]()
    for name in FIELDS:
        if name not in values:
            continue
        try:
            made[name] = _field(name, values[name])
        except MisfitError as wrong:
            misread.append(Misread(name, f"'{name}' {wrong.what}", wrong.suggestion, wrong.rule))
    afresh = focused(State(), made.get("focus", State().focus))
    return replace(afresh, **made), tuple(misread)


def shown_to(state: State, onlooker: State) -> State:
    """A step's state with the taste of whoever looks now: theme, size of text, motion."""
    return replace(state, **{name: getattr(onlooker, name) for name in TASTE})


@lru_cache(maxsize=1)
def _hints() -> Mapping[str, Any]:
    return get_type_hints(State)


def _field(name: str, value: Any) -> Any:
    found: Any = value_of(_hints()[name], value)
    if name in _NAMED and found is not None:
        for word in [found] if isinstance(found, str) else found:
            _choice(word, _NAMED[name])
    return found


def value_of(hint: Any, value: Any) -> Any:
    """A plain value as what a field of this type holds; raises MisfitError where it does not fit."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        if value is None and NoneType in inside:
            return None
        return value_of(next(part for part in inside if part is not NoneType), value)
    if origin is Literal:
        return _choice(value, inside)
    if origin is tuple:
        return tuple(value_of(inside[0], item) for item in _list(value))
    if hint is Ref:
        return ref_of(value)
    if _is_group(hint):
        return _group(hint, value)
    return _single(hint, value)


def _single(hint: Any, value: Any) -> Any:
    """Text, a number, or true and false; a whole number is a number too."""
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not hint:
        words = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
        raise MisfitError(f"should be {words.get(hint, 'something else')}")
    return value


def _group(hint: Any, value: Any) -> Any:
    hints = get_type_hints(hint)
    items = _list(value)
    if len(items) != len(hints):
        raise MisfitError(f"should be a list of {', '.join(hints)}")
    return hint(*(value_of(part, item) for part, item in zip(hints.values(), items, strict=True)))


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise MisfitError("should be a list")
    return cast("list[Any]", value)


def _choice(value: Any, known: Sequence[Any]) -> Any:
    if value in known and any(type(value) is type(k) for k in known):
        return value
    said = ", ".join(str(k) for k in known)
    raise MisfitError(
        f"is '{str(value)[:40]}', not one of {said}", closest(str(value), map(str, known)), "unknown-choice"
    )


def ref_of(value: Any) -> Ref:
    """The thing that a word like `organ:liver` names."""
    kind, colon, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    if not colon or not name:
        raise MisfitError("should name a thing, such as organ:liver")
    kinds = get_args(Kind)
    if kind not in kinds:
        what = f"begins with '{kind[:40]}', not with one of {', '.join(kinds)}"
        raise MisfitError(what, closest(kind, kinds), "unknown-choice")
    return Ref(cast("Kind", kind), name)


def is_ref(value: str) -> bool:
    """Whether a word names a thing of a kind that there is."""
    try:
        ref_of(value)
    except MisfitError:
        return False
    return True


def _is_group(hint: Any) -> bool:
    return is_dataclass(hint) or hasattr(hint, "_fields")


def plain_of(value: Any) -> Any:
    """The value of a field as YAML holds it: things as words, groups as lists."""
    if isinstance(value, Ref):
        return str(value)
    if is_dataclass(value):
        return [plain_of(getattr(value, f.name)) for f in fields(value)]
    return [plain_of(item) for item in cast("tuple[Any, ...]", value)] if isinstance(value, tuple) else value
