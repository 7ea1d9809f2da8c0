"""What can be found: names, synonyms, genes and effect sentences, each with where it leads."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Effect, Movement, Organ, Ref, Signal
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _
from bodymap.viewmodels.places import ref_of_region
from bodymap.viewmodels.words import dose

NAME, SYNONYM, PART = range(3)
"""How well a match counts: the name itself, another name or gene, a part of the body."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found: where Enter goes, what it is called, what it is, and the words that matched.

    `day` is the ready day that Enter shows instead; `effect` the id of the effect that a sentence is of.
    `hidden` says that a filter of the evidence hides what is found, "" where it does not. `group` heads what
    is no part of what is known, and `run` is what Enter does then.
    """

    ref: Ref
    title: str
    subtitle: str
    matched: str
    day: str = ""
    effect: str = ""
    hidden: str = ""
    group: str = ""
    run: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to find a thing: `words` lead to `hit`; a lower `tier` counts more."""

    words: str
    tier: int
    hit: Hit


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation: "IL-6" gives il, 6."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    folded = text.casefold()
    return tuple("".join(c if c.isalnum() else " " for c in folded).split())


def name_entries(atlas: Atlas, anatomy: Anatomy) -> Iterator[Entry]:
    """Every name by which something can be found, in the atlas' order, parts of the body last."""
    for organ in atlas.organs.values():
        yield from _organ_entries(organ)
    for movement in atlas.movements.values():
        yield from _movement_entries(movement)
    for signal in atlas.signals.values():
        yield from _signal_entries(signal)
    yield from _part_entries(atlas, anatomy)


def effect_hit(atlas: Atlas, effect: Effect) -> Hit:
    """Where an effect leads: to the organ in which it was seen."""
    is_here = effect.organ in atlas.organs
    ref = Ref("organ", effect.organ) if is_here else Ref("signal", effect.agent)
    agent = atlas.signals[effect.agent].short if effect.agent in atlas.signals else _("Exercise")
    subtitle = _("{agent} in {organ}").format(agent=agent, organ=atlas.name_of(Ref("organ", effect.organ)))
    return Hit(ref, effect.what, subtitle, effect.what, effect=effect.id)


def _organ_entries(organ: Organ) -> Iterator[Entry]:
    ref, kind = Ref("organ", organ.id), _("Organ")
    yield Entry(organ.name, NAME, Hit(ref, organ.name, kind, organ.name))
    for other in (*organ.synonyms, organ.latin, organ.ontology):
        if other:
            yield Entry(other, SYNONYM, Hit(ref, organ.name, kind, other))


def _movement_entries(movement: Movement) -> Iterator[Entry]:
    ref = Ref("movement", movement.id)
    kind = _("Movement · {dose}").format(dose=dose(movement))
    yield Entry(movement.name, NAME, Hit(ref, movement.name, kind, movement.name))
    for other in movement.synonyms:
        yield Entry(other, SYNONYM, Hit(ref, movement.name, kind, other))


def _signal_entries(signal: Signal) -> Iterator[Entry]:
    ref = Ref("signal", signal.id)
    kind = _("Signal · {family}").format(family=signal.family)
    for name in dict.fromkeys((signal.name, signal.short)):
        yield Entry(name, NAME, Hit(ref, signal.name, kind, name))
    for other in (*signal.synonyms, signal.gene, signal.uniprot, signal.chebi):
        if other:
            yield Entry(other, SYNONYM, Hit(ref, signal.name, kind, other))


def _part_entries(atlas: Atlas, anatomy: Anatomy) -> Iterator[Entry]:
    kind = _("Part of the body")
    for region in anatomy.regions.values():
        whole, part = ref_of_region(atlas, anatomy, region.id)
        if whole.kind == "organ" and part is None:
            continue
        subtitle = atlas.organs[whole.id].name if whole.kind == "organ" else kind
        ref = Ref("region", region.id)
        for name in (region.name, region.latin):
            if name:
                yield Entry(name, PART, Hit(ref, region.name, subtitle, name))
