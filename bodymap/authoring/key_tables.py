"""docs/keys.md: every key of every file of a pack, with type, unit and meaning, worded as in schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from bodymap.atlas.pack_layout import LAYOUTS, Layout
from bodymap.authoring.key_words import FILES, KEYS, LISTS, Key
from bodymap.authoring.schema import layout_of

_HEAD = """# Every key of a pack

Made by `bodymap schema --markdown`; change the words in `bodymap/authoring/key_words.py`.
A dash in the last column marks a key that may be left out. [authoring.md](authoring.md) shows how to begin.
"""


def keys_page() -> str:
    """The whole page."""
    parts = [_HEAD, *(part for kind in FILES for part in _file(kind))]
    return "\n".join(parts)


def _file(kind: str) -> Iterator[str]:
    layout = layout_of(kind)
    name = f"{kind}.yaml" if f"{kind}.yaml" in LAYOUTS else f"{kind}/*.yaml"
    yield f"## {name}\n\n{FILES[kind]}\n"
    yield _table(_head_rows(layout))
    for record, given in _records(layout):
        yield f"### {record.__name__} in {name}\n"
        yield _table(_rows(record, given))


def _head_rows(layout: Layout) -> Iterator[str]:
    yield from _rows(layout.head, "")
    for listing in layout.lists:
        dash = "–" if listing.optional else ""
        yield _row(listing.key, f"list of {listing.record.__name__}", Key(LISTS[listing.key]), dash)


def _records(layout: Layout) -> Iterator[tuple[Any, str]]:
    """The record types inside a file, each once, with the key that the head says for them."""
    seen: set[Any] = set()
    waiting: list[tuple[Any, str]] = [(layout.head, "")]
    waiting += [(listing.record, listing.given) for listing in layout.lists]
    while waiting:
        record, given = waiting.pop(0)
        waiting += [(inner, "") for inner in _inner(record)]
        if record is not layout.head and record not in seen:
            seen.add(record)
            yield record, given


def _inner(record: Any) -> Iterator[Any]:
    for hint in get_type_hints(record).values():
        yield from (part for part in (hint, *get_args(hint)) if is_dataclass(part))


def _rows(record: Any, given: str) -> Iterator[str]:
    words: Mapping[str, Key] = KEYS[record.__name__]
    hints = get_type_hints(record)
    for field in fields(record):
        if field.name != given:
            yield _row(field.name, type_words(hints[field.name]), words[field.name], _dash(field))


def _dash(field: Field[Any]) -> str:
    return "" if field.default is MISSING and field.default_factory is MISSING else "–"


def _row(name: str, kind: str, key: Key, dash: str) -> str:
    return f"| `{name}` | {kind} | {key.unit} | {key.meaning} | {dash} |"


def _table(rows: Iterator[str]) -> str:
    return "\n".join(["| key | type | unit | meaning | |", "|---|---|---|---|---|", *rows, ""])


def type_words(hint: Any) -> str:
    """What kind of value a field holds, in an author's words."""
    parts = [part for part in get_args(hint) if part is not type(None)]
    if get_origin(hint) is Literal:
        return ", ".join(str(part) for part in parts)
    if get_origin(hint) is tuple:
        return f"list of {_plural(parts[0])}"
    if parts:
        return type_words(parts[0])
    plain = {str: "text", int: "whole number", float: "number", bool: "true, false"}
    return plain.get(hint, f"{hint.__name__} (below)")


def _plural(hint: Any) -> str:
    plurals = {"text": "texts", "whole number": "whole numbers"}
    said = type_words(hint)
    return plurals.get(said, said)
