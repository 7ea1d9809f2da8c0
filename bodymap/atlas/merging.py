"""Packs laid over one another: the later record of one id stands; twice in one pack is a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from bodymap.atlas.entries import Collection, Entry, Key, kind_word
from bodymap.atlas.fit_records import Expectation, Freedom, LeftOut
from bodymap.atlas.kinetic_records import Course, Curve, Day, Effort, Floor, Habit, Telling
from bodymap.atlas.packs import Pack, Removal
from bodymap.atlas.records import Claim, Contrast, Effect, Finding, Movement, Organ, Reference, Signal
from bodymap.loading.problems import Problem
from bodymap.loading.suggestions import closest
from bodymap.loading.yaml_places import Loc

LATE = (Course, Curve, Effort, Day, Telling, Floor, Habit, Expectation, Freedom, LeftOut)
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
            _take_away(pack, standing, result)
        own = _unique(pack, result)
        result.problems += _other_things(own.values(), standing)
        for key in result.removed.keys() & own.keys():
            del result.removed[key]
        standing.update(own)
        result.problems += [_with_copy(problem, pack, standing) for problem in pack.problems]
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
            called = kind_word(kind)
            what = f"the {called} '{name}' exists already at {where}; ids are unique"
            other = there.as_related(f"the {called} '{name}' is here first")
            result.problems.append(entry.problem((word,), what).by("duplicate-id", other))
    return seen


def _other_things(own: Iterable[Entry], standing: dict[Key, Entry]) -> Iterator[Problem]:
    """Records that take the id of a lower one about another thing, which an author hardly means."""
    for entry in own:
        below = standing.get(entry.key)
        if below is None or not _differ(_about(entry.record), _about(below.record)):
            continue
        kind, name = entry.key
        there = below.problem(("id",), "")
        what = (
            f"this replaces the {kind_word(kind)} '{name}' of the pack below, which is about "
            f"{_named(below.record)}; take an id of your own, or name '{name}' under 'remove' in pack.yaml "
            "if you mean it"
        )
        other = there.as_related(f"the {kind_word(kind)} '{name}' that is replaced")
        yield entry.problem(("id",), what).by("replaced-other", other)


def _about(record: Any) -> tuple[str | None, ...]:
    """What a record is about, in words that no translation changes."""
    match record:
        case Effect():
            return record.agent, record.organ
        case Finding() | Contrast():
            return (record.organ,)
        case Reference():
            return record.doi, record.pmid
        case _:
            return ()


def _differ(mine: tuple[str | None, ...], below: tuple[str | None, ...]) -> bool:
    return any(a != b for a, b in zip(mine, below, strict=True) if a is not None and b is not None)


def _named(record: Any) -> str:
    if isinstance(record, Reference):
        return f"'{record.title[:60]}'"
    return " and ".join(f"'{word}'" for word in _about(record))


def _with_copy(problem: Problem, pack: Collection, standing: dict[Key, Entry]) -> Problem:
    """The same problem; where a record lacks keys that the one it replaces has, with where to copy them."""
    below = standing.get(pack.lacking.get(problem, (Collection, "")))
    if below is None:
        return problem
    path = below.document.source.path.as_posix()
    cure = f"; a record replaces the one below whole: copy it from {path} and change that"
    return replace(problem, what=problem.what.partition("; write")[0] + cure)


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


def _take_away(pack: Collection, standing: dict[Key, Entry], result: Collection) -> None:
    """Remove what a pack asks for; an id that no lower pack has is told, with the nearest."""
    head = pack.head
    assert head is not None, "only a pack.yaml asks"
    kinetic = any(kind in LATE for kind, _name in (*standing, *(entry.key for entry in pack.entries)))
    for key, loc in _removals(head.record):
        if key[0] in LATE and not kinetic:
            continue  # read without physiology: whoever reads it takes that away
        if standing.pop(key, None) is not None:
            result.removed[key] = head, loc
        elif key not in result.broken and key[0] not in result.broken_lists:
            kind, name = key
            known = (str(n) for k, n in standing if k is kind) if isinstance(name, str) else ()
            what = f"no pack below has the {kind_word(kind)} '{name}', so it cannot be removed"
            result.problems.append(head.problem(loc, what, closest(str(name), known)).by("removed-id"))


def _removals(pack: Pack) -> Iterator[tuple[Key, Loc]]:
    for field, kind in zip(fields(pack.remove), REMOVABLE, strict=True):
        for i, name in enumerate(getattr(pack.remove, field.name)):
            yield (kind, name), ("remove", field.name, i)
