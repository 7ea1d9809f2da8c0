"""Packs laid over one another: the later record of one id stands; twice in one pack is a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from bodymap.atlas.entries import Collection, Entry, Key
from bodymap.atlas.kinetic_records import Course, Curve, Day, Effort
from bodymap.atlas.packs import Pack, Removal
from bodymap.atlas.records import Claim, Contrast, Effect, Finding, Movement, Organ, Reference, Signal
from bodymap.loading.suggestions import closest
from bodymap.loading.yaml_places import Loc

LATE = (Course, Curve, Effort, Day)
"""The kinds of physiology that can be taken away; no start reads them."""
REMOVABLE: tuple[type, ...] = (
    *(Organ, Signal, Movement, Effect, Finding, Contrast, Claim, Reference),
    *LATE,
)
"""What a pack can take away, in the order of the fields of Removal."""


def removal_field(kind: type) -> str:
    """The key under `remove` for a kind of record; "" for what can only be replaced."""
    named = dict(zip(REMOVABLE, (field.name for field in fields(Removal)), strict=True))
    return named.get(kind, "")


def merged(packs: Iterable[Collection]) -> Collection:
    """One collection of unique records, in the order in which their ids first came."""
    result = Collection()
    standing: dict[Key, Entry] = {}
    heads: dict[str, Entry] = {}
    for pack in packs:
        result.broken |= pack.broken
        result.broken_lists |= pack.broken_lists
        if pack.head is not None:
            _tell_same_name(pack.head, heads, result)
            _take_away(pack.head, standing, result)
        own = _unique(pack, result)
        for key in result.removed.keys() & own.keys():
            del result.removed[key]
        standing.update(own)
        result.problems += pack.problems
    result.entries = list(standing.values())
    return result


def _unique(pack: Collection, result: Collection) -> dict[Key, Entry]:
    seen: dict[Key, Entry] = {}
    for entry in pack.entries:
        first = seen.setdefault(entry.key, entry)
        if first is not entry:
            kind, name = entry.key
            word = "number" if isinstance(name, int) else "id"
            there = first.problem((word,), "")
            where = f"{first.document.source.name}:{there.line}:{there.column}"
            called = kind.__name__.lower()
            what = f"the {called} '{name}' exists already at {where}; ids are unique"
            other = there.as_related(f"the {called} '{name}' is here first")
            result.problems.append(entry.problem((word,), what).by("duplicate-id", other))
    return seen


def _tell_same_name(head: Entry, heads: dict[str, Entry], result: Collection) -> None:
    name = head.record.id
    first = heads.setdefault(name, head)
    if first is not head:
        there = first.problem(("id",), "")
        folder = _folder(first)
        what = f"the pack '{name}' is read already, from {folder.as_posix()}; ids of packs are unique"
        other = there.as_related(f"the pack '{name}' is here first")
        result.problems.append(head.problem(("id",), what).by("duplicate-id", other))


def _folder(head: Entry) -> Path:
    return head.document.source.path.parent


def _take_away(head: Entry, standing: dict[Key, Entry], result: Collection) -> None:
    """Remove what a pack asks for; an id that no lower pack has is told, with the nearest."""
    kinetic = any(kind in LATE for kind, _name in standing)
    for key, loc in _removals(head.record):
        if key[0] in LATE and not kinetic:
            continue  # read without physiology: whoever reads it takes that away
        if standing.pop(key, None) is not None:
            result.removed[key] = head, loc
        elif key not in result.broken and key[0] not in result.broken_lists:
            kind, name = key
            known = (str(n) for k, n in standing if k is kind) if isinstance(name, str) else ()
            what = f"no pack below has the {kind.__name__.lower()} '{name}', so it cannot be removed"
            result.problems.append(head.problem(loc, what, closest(str(name), known)).by("removed-id"))


def _removals(pack: Pack) -> Iterator[tuple[Key, Loc]]:
    for field, kind in zip(fields(pack.remove), REMOVABLE, strict=True):
        for i, name in enumerate(getattr(pack.remove, field.name)):
            yield (kind, name), ("remove", field.name, i)
