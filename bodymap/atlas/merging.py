"""Packs laid over one another: the later record of one id stands; twice in one pack is a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from bodymap.atlas.entries import Collection, Entry, Key


def merged(packs: Iterable[Collection]) -> Collection:
    """One collection of unique records, in the order in which their ids first came."""
    result = Collection()
    standing: dict[Key, Entry] = {}
    for pack in packs:
        standing.update(_unique(pack, result))
        result.problems += pack.problems
        result.broken |= pack.broken
        result.broken_lists |= pack.broken_lists
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
            what = f"the {kind.__name__.lower()} '{name}' exists already at {where}; ids are unique"
            result.problems.append(entry.problem((word,), what))
    return seen
