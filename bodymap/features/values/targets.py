"""What a row of a table may name: an organ, a region or a muscle, by id, ontology id or name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.figure.figure import Anatomy
from bodymap.viewmodels.places import leaves, organ_leaves, pill_name, ref_of_region

_SIDE = re.compile(r"-(left|right)$")


@dataclass(frozen=True, slots=True)
class Target:
    """Something with a value: its id, its name, its leaf regions, and what a click on it chooses."""

    id: str
    name: str
    leaves: tuple[str, ...]
    ref: Ref


def targets_of(atlas: Atlas, anatomy: Anatomy) -> Mapping[str, Target]:
    """Everything that can be named, by every way to write it, lower case with hyphens.

    An organ stands before a region of the same id; both sides of a pair share the name without its side.
    """
    found: dict[str, Target] = {}
    organs = {
        organ: Target(organ.id, organ.name, organ_leaves(anatomy, organ), Ref("organ", organ.id))
        for organ in atlas.organs.values()
    }
    for organ, target in organs.items():
        for word in (organ.id, organ.ontology, organ.name):
            _put(found, word, target)
    for region in anatomy.regions.values():
        _put(found, region.id, _of_region(atlas, anatomy, region.id))
    for region in anatomy.regions.values():
        whole = _SIDE.sub("", region.id)
        target = _of_region(atlas, anatomy, whole)
        for word in (whole, region.ontology, target.name):
            _put(found, word, target)
        _put(found, region.name, _of_region(atlas, anatomy, region.id))
    for organ, target in organs.items():
        for word in organ.synonyms:  # last: "colon" is a region before it is another word for the gut
            _put(found, word, target)
    return found


def key_of(word: str) -> str:
    """A word as it is looked up: UBERON_0002107 and uberon:0002107 are one, as are Left arm and left-arm."""
    plain = re.sub(r"[\s_]+", "-", word.strip().casefold())
    return re.sub(r"^([a-z]+)-(\d{7})$", r"\1:\2", plain)


def _put(found: dict[str, Target], word: str | None, target: Target) -> None:
    if word:
        found.setdefault(key_of(word), target)


def _of_region(atlas: Atlas, anatomy: Anatomy, region: str) -> Target:
    ref, _part = ref_of_region(atlas, anatomy, region)
    parts = leaves(anatomy, region)
    return Target(region, pill_name(anatomy, region), parts, ref)
