"""Where organs and muscle groups lie: from records to leaf regions of the figure and back."""

from __future__ import annotations

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Movement, Organ, Ref
from bodymap.figure.figure import Anatomy, Closeup, Region

MUSCLE = "muscle"
"""The region that holds all skeletal muscles."""

WIDE = frozenset({"skin", "subcutaneous-fat", MUSCLE, "bone", "bone-marrow", "lymph-nodes", "tendon"})
"""Regions that lie all over the body: lit beside others, they would hide what they lie on."""

_PAIR = 2
_ROAD_ENDS = ("cerebrum", "stomach", "spine")
"""Where an organ is drawn as many regions, its road ends at the one that a reader looks for."""
_LARGE_MUSCLES = ("rectus-femoris-left", "rectus-femoris-right")
"""These stand for all muscles: the front of both thighs."""


def leaves(anatomy: Anatomy, region: str) -> tuple[str, ...]:
    """The leaf regions of a region or of a group named without its side; empty where unknown."""
    return anatomy.leaves_of_group(region)


def organ_leaves(anatomy: Anatomy, organ: Organ) -> tuple[str, ...]:
    """The leaf regions of an organ; empty for blood cells, tumours and the body as a whole."""
    return tuple(dict.fromkeys(leaf for region in organ.regions for leaf in leaves(anatomy, region)))


def is_wide(anatomy: Anatomy, organ: Organ) -> bool:
    """Whether an organ lies all over the body."""
    return any(top in WIDE for region in organ.regions for top in anatomy.lineage(region))


def group_name(anatomy: Anatomy, group: str) -> str:
    """The name of a group without its side: "Quadriceps (front of thigh)"."""
    sides = anatomy.both_sides(group)
    if not sides:
        return group.replace("-", " ").capitalize()
    region = anatomy.regions[sides[0]]
    if region.id == group:
        return region.name
    bare = region.name.removeprefix("Left ").removeprefix("Right ")
    return bare[:1].upper() + bare[1:]


def pill_name(anatomy: Anatomy, group: str) -> str:
    """The name of a group, short enough for a pill: without what stands in brackets."""
    return group_name(anatomy, group).partition(" (")[0]


def working_leaves(anatomy: Anatomy, movement: Movement) -> dict[str, float]:
    """The leaf muscles that a movement loads, with their load from 0 to 1."""
    return {m: load.load for load in movement.muscles for m in leaves(anatomy, load.group)}


def muscle_nodes(anatomy: Anatomy, movement: Movement, most: int) -> tuple[str, ...]:
    """The circulation nodes of the hardest-working groups, both sides of each."""
    hardest = sorted(movement.muscles, key=lambda m: -m.load)[:most]
    sides = (s for m in hardest for s in anatomy.both_sides(m.group))
    return tuple(f"muscle:{s}" for s in sides)


def organ_node(anatomy: Anatomy, organ: Organ) -> str | None:
    """The circulation node at which a road to an organ ends; None where it has no place of its own."""
    found = organ_leaves(anatomy, organ)
    if not found or MUSCLE in organ.regions or "blood-vessels" in organ.regions:
        return None
    return f"organ:{_main_leaf(found)}"


def organ_marks(anatomy: Anatomy, organ: Organ) -> tuple[str, ...]:
    """The regions that stand for an organ where a mark is drawn: both of a pair, one or few of many."""
    found = organ_leaves(anatomy, organ)
    large = tuple(leaf for leaf in _LARGE_MUSCLES if leaf in found)
    return found if len(found) <= _PAIR else large or (_main_leaf(found),)


def _main_leaf(found: tuple[str, ...]) -> str:
    return next((end for end in _ROAD_ENDS if end in found), found[0])


def organ_of_muscle(atlas: Atlas) -> str | None:
    """The id of the organ that all skeletal muscles are."""
    return atlas.organ_of(MUSCLE)


def ref_of_region(
    atlas: Atlas, anatomy: Anatomy, region: str, closeup: Closeup | None = None
) -> tuple[Ref, str | None]:
    """What a click on a region chooses: the nearest organ around it, and the exact part.

    A region without an organ is itself: `region:gallbladder`. A group may be named without its side.
    In a close-up a region is the organ with its ontology id, else a part of the close-up's organ.
    """
    own = closeup.regions.get(region) if closeup else None
    if closeup and own:
        return _ref_in_closeup(atlas, closeup, own)
    sides = anatomy.both_sides(region)
    for at in anatomy.lineage(sides[0]) if sides else (region,):
        organ = atlas.organ_of(at)
        if organ is not None:
            whole = atlas.organs[organ].regions == (region,)
            return Ref("organ", organ), None if whole else region
    return Ref("region", region), None


def _ref_in_closeup(atlas: Atlas, closeup: Closeup, region: Region) -> tuple[Ref, str | None]:
    named = atlas.organ_of(region.id)
    if named is not None:
        return Ref("organ", named), None
    same = (o.id for o in atlas.organs.values() if region.ontology and o.ontology == region.ontology)
    organ = next(same, None)
    if organ is not None:
        return Ref("organ", organ), None
    around = closeup.organ if closeup.organ in atlas.organs else None
    return (Ref("organ", around), region.id) if around else (Ref("region", region.id), None)
