"""The regions that all figures share, from `regions.yaml` beside the figures."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.entries import Collection, Entry
from bodymap.atlas.number_checks import ONTOLOGY_ID
from bodymap.figure.figure import Anatomy, Region
from bodymap.loading.problems import Problem
from bodymap.loading.suggestions import closest


def anatomy_of(found: Collection) -> tuple[Anatomy, list[Problem]]:
    """The regions with their members; a parent that is unknown or in a circle is told and taken off."""
    regions: dict[str, Region] = {e.record.id: e.record for e in found.entries}
    problems: list[Problem] = []
    for entry in found.entries:
        wrong = _wrong_parent(entry, regions, found)
        if wrong is not None:
            problems += wrong
            regions[entry.record.id] = replace(entry.record, parent=None)
        problems += _wrong_term(entry)
    members = _members(regions)
    return Anatomy({i: replace(r, members=tuple(members.get(i, ()))) for i, r in regions.items()}), problems


def _wrong_parent(entry: Entry, regions: dict[str, Region], found: Collection) -> list[Problem] | None:
    """None where the parent is good; no problem where the parent's own record was broken."""
    region: Region = entry.record
    parent = regions[region.id].parent
    if parent is None:
        return None
    if parent not in regions:
        if (Region, parent) in found.broken:
            return []
        hint = closest(parent, regions)
        return [entry.problem(("parent",), f"there is no region '{parent}'", hint).by("unknown-id")]
    if region.id in _ancestors(parent, regions):
        what = f"the region '{region.id}' lies inside itself by its parents"
        return [entry.problem(("parent",), what).by("unknown-id")]
    return None


def _wrong_term(entry: Entry) -> list[Problem]:
    term = entry.record.ontology
    if term is None or ONTOLOGY_ID.match(term):
        return []
    what = f"'{term}' is not an ontology id, such as UBERON:0002107"
    return [entry.problem(("ontology",), what).by("bad-identifier")]


def _ancestors(region: str, regions: dict[str, Region]) -> set[str]:
    seen: set[str] = set()
    at: str | None = region
    while at is not None and at in regions and at not in seen:
        seen.add(at)
        at = regions[at].parent
    return seen


def _members(regions: dict[str, Region]) -> dict[str, list[str]]:
    """The leaves below each group, in the order of the file."""
    groups = {r.parent for r in regions.values() if r.parent is not None}
    members: dict[str, list[str]] = {}
    for leaf in regions:
        if leaf not in groups:
            for group in _ancestors(leaf, regions) - {leaf}:
                members.setdefault(group, []).append(leaf)
    return members
