"""Lights, labels and roads from records: the pieces that every scene is put together from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Level, Movement, Organ, Ref
from bodymap.figure.figure import Anatomy
from bodymap.viewmodels.places import (
    group_name,
    is_wide,
    leaves,
    muscle_nodes,
    organ_leaves,
    organ_node,
    pill_name,
    working_leaves,
)
from bodymap.viewmodels.scene_values import Label, LegendEntry, Light, Role, Route, Scene
from bodymap.viewmodels.topic import Topic
from bodymap.viewmodels.words import load_words

_SMALL = frozenset(
    (
        "adrenal-left",
        "adrenal-right",
        "eye-left",
        "eye-right",
        "hippocampus",
        "hypothalamus",
        "pituitary",
        "thymus",
        "thyroid",
    )
)
"""Leaf regions too small to be seen or hit without a ring, where they are organs of their own."""
_WIDE_STRENGTH = 0.45
_LEAST_SEEN = 0.1


class Setting(NamedTuple):
    """What a scene is made from; `blank` is the body with its layers and nothing lit."""

    atlas: Atlas
    anatomy: Anatomy
    topic: Topic
    level: Level
    blank: Scene


class Lights:
    """Collects lights: of two on one region the later stands; what lies everywhere goes to the bottom."""

    def __init__(self, anatomy: Anatomy) -> None:
        self._anatomy = anatomy
        self._found: dict[str, Light] = {}
        self._rings: dict[str, None] = {}
        self._wide: set[str] = set()

    def organ(self, organ: Organ, role: Role, strength: float = 1.0) -> None:
        """Light an organ; one that lies all over the body stays weaker, so that it hides nothing."""
        regions = organ_leaves(self._anatomy, organ)
        if is_wide(self._anatomy, organ):
            strength = min(strength, _WIDE_STRENGTH)
            self._wide.update(regions)
        self.regions(regions, role, strength)
        if _SMALL.issuperset(regions):
            self._rings.update(dict.fromkeys(regions))

    def regions(self, regions: Iterable[str], role: Role, strength: float = 1.0) -> None:
        """Light leaf regions alike."""
        for region in regions:
            self._found.pop(region, None)
            self._found[region] = Light(region, role, round(strength, 3))

    def muscles(self, movement: Movement | None, share: float = 1.0) -> None:
        """Light the working muscles by their load, or a share of it."""
        if movement is not None:
            for region, load in working_leaves(self._anatomy, movement).items():
                if load * share >= _LEAST_SEEN:
                    self.regions((region,), "working", load * share)

    def all(self) -> tuple[Light, ...]:
        """The lights, the first to be painted first."""
        return tuple(sorted(self._found.values(), key=lambda light: light.region not in self._wide))

    def rings(self) -> tuple[str, ...]:
        """The regions of lit organs that are too small to be seen without a ring."""
        return tuple(self._rings)


def lightable(setting: Setting, organs: Iterable[Organ]) -> list[Organ]:
    """The organs to light together: those with a place of their own; where there are none, all of them."""
    asked = list(organs)
    return [o for o in asked if not is_wide(setting.anatomy, o)] or asked


def organ_label(setting: Setting, organ: Organ, role: Role, words: tuple[str, str], rank: int) -> Label:
    """A pill that names an organ; `words` are its badge and its hint."""
    regions, ref = organ_leaves(setting.anatomy, organ), Ref("organ", organ.id)
    return Label(ref, organ.name, role, regions, words[0], words[1], rank, first=organ.pointed_at)


def muscle_labels(setting: Setting, movement: Movement | None, most: int, rank: int) -> tuple[Label, ...]:
    """Pills for the hardest-working groups, left and right in one, from a rank on."""
    if movement is None:
        return ()
    anatomy = setting.anatomy
    hardest = sorted(movement.muscles, key=lambda m: -m.load)[:most]
    return tuple(
        Label(
            Ref("region", m.group),
            pill_name(anatomy, m.group),
            "working",
            leaves(anatomy, m.group),
            "→",
            f"{group_name(anatomy, m.group)}: {load_words(m.load)}",
            rank + index,
        )
        for index, m in enumerate(hardest)
    )


def muscle_starts(setting: Setting, movement: Movement | None, most: int = 2) -> tuple[str, ...]:
    """Where roads begin in working muscle; none while nothing works."""
    return () if movement is None else muscle_nodes(setting.anatomy, movement, most)


def organ_ends(setting: Setting, organs: Iterable[Organ], most: int = 6) -> tuple[str, ...]:
    """Where roads begin or end in organs, for the first few that have a place of their own.

    One that lies all over the body has none, unless all is about it.
    """
    focus, anatomy = setting.topic.ref, setting.anatomy
    placed = (o for o in organs if Ref("organ", o.id) == focus or not is_wide(anatomy, o))
    found = (organ_node(anatomy, organ) for organ in placed)
    return tuple(dict.fromkeys(node for node in found if node))[:most]


def roads(starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[Route, ...]:
    """Every start reaches the first end, and the first start every end: the whole tree, each road once."""
    if not starts or not ends:
        return ()
    pairs = [(start, ends[0]) for start in starts] + [(starts[0], end) for end in ends[1:]]
    return tuple(Route(start, end) for start, end in pairs if start != end)


def legend(*entries: LegendEntry | None) -> tuple[LegendEntry, ...]:
    """The lines of a legend that apply."""
    return tuple(entry for entry in entries if entry is not None)
