"""What questions are made from: who is known to act where, and where it is sure that nothing says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Course
from bodymap.atlas.records import EXERCISE, INACTIVITY, Claim, Confidence, Effect, Finding, Ref, Signal
from bodymap.figure.figure import Anatomy, View
from bodymap.state import State
from bodymap.viewmodels.layers import drawing_layers
from bodymap.viewmodels.places import is_wide, organ_leaves
from bodymap.viewmodels.topic import Topic

NOWHERE = "whole-body"
"""The organ that is no place: never a choice."""
_WORD = re.compile(r"[\w-]{3,}")
_NO_AMOUNT = re.compile(r"\b(removal|leaving|blocking|muscle release|signal)\b")
"""What happens to a signal or through it: nobody compared how much of it there was."""
_SURENESS: tuple[Confidence, ...] = ("high", "moderate", "low")
_LEAST_TARGET, _HEIGHT = 24.0, 648.0
"""Pixels: the least side of what a room can hit, on a figure of this height (60 % of 1080)."""


class Acting(NamedTuple):
    """A signal known to act in an organ, and the surest effect that says so."""

    signal: str
    organ: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything that questions are made from; build it with `Bank.of`.

    `silent` holds, for each signal, the organs of which it is sure that no record names them or an organ of
    the same close-up, as its place of action or its source: only these are wrong answers. `beside` holds, for
    each of `acting`, those that may stand beside it in pairs, and `asked` which of them are asked about.
    `plain` are the effects whose direction no other record of the same thing gainsays; `makers`, `claims`
    and `findings` are asked about as they are.
    """

    atlas: Atlas
    courses: tuple[Course, ...]
    clickable: frozenset[str]
    acting: tuple[Acting, ...]
    silent: Mapping[str, tuple[str, ...]]
    beside: tuple[frozenset[int], ...]
    asked: tuple[int, ...]
    plain: tuple[Effect, ...]
    makers: tuple[Signal, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]

    @staticmethod
    def of(atlas: Atlas, courses: Iterable[Course] = (), clickable: Iterable[str] = ()) -> Bank:
        """The bank of an atlas; `clickable` are the organs that can be asked for by a click."""
        acting = {
            (e.agent, e.organ): e for e in sorted(atlas.effects, key=_unsureness) if _is_action(atlas, e)
        }
        pairs = tuple(Acting(signal, organ, effect) for (signal, organ), effect in acting.items())
        silent = {signal: _silent(atlas, signal) for signal in atlas.signals}
        beside = tuple(_partners(pair, pairs, silent) for pair in pairs)
        plain = tuple(effect for effect in atlas.effects if _is_plain(atlas, effect))
        return Bank(
            atlas=atlas,
            courses=tuple(courses),
            clickable=frozenset(clickable),
            acting=pairs,
            silent=silent,
            beside=beside,
            asked=tuple(range(len(pairs))),
            plain=plain,
            makers=tuple(signal for signal in atlas.signals.values() if _is_made_somewhere(signal)),
            claims=atlas.claims,
            findings=atlas.findings,
        )

    def about(self, refs: Collection[Ref]) -> Bank:
        """The bank whose right answers are about some organs and signals; wrong ones still come from all.

        Of three pairs one is about them. Courses stay: an order needs three signals.
        """
        organs = {ref.id for ref in refs if ref.kind == "organ"}
        signals = {ref.id for ref in refs if ref.kind == "signal"}
        asked = tuple(i for i, p in enumerate(self.acting) if p.organ in organs or p.signal in signals)
        return replace(
            self,
            asked=asked,
            plain=tuple(e for e in self.plain if e.organ in organs or e.agent in signals),
            makers=tuple(s for s in self.makers if s.id in signals or organs & set(s.sources)),
            claims=tuple(c for c in self.claims if organs & set(c.organs) or signals & set(c.signals)),
            findings=tuple(f for f in self.findings if f.organ in organs),
        )

    def shown(self, refs: Collection[Ref]) -> Bank:
        """The bank about what a lesson shows: as `about`, but no other signal is asked about.

        So each of three pairs, and each signal to be put in order, is one that was shown.
        """
        signals = {ref.id for ref in refs if ref.kind == "signal"}
        near = self.about(refs)
        asked = tuple(i for i in near.asked if self.acting[i].signal in signals)
        return replace(
            near,
            asked=asked,
            beside=tuple(others & frozenset(asked) for others in near.beside),
            plain=tuple(e for e in near.plain if e.agent in signals or e.agent in (EXERCISE, INACTIVITY)),
            makers=tuple(s for s in near.makers if s.id in signals),
            claims=tuple(c for c in near.claims if signals.issuperset(c.signals)),
            courses=tuple(c for c in near.courses if c.signal in signals),
        )


def clickable_organs(atlas: Atlas, anatomy: Anatomy, views: Iterable[View]) -> frozenset[str]:
    """The organs that are large enough to be hit in at least one view, and do not lie all over the body.

    What the picture of the organs does not draw (fat) would lie, once lit, where another organ is hit.
    """
    found: set[str] = set()
    layers = frozenset(drawing_layers(State(), Topic(Ref("organ", ""), None, "exercise", None)))
    drawn = tuple(views)
    for organ in atlas.organs.values():
        leaves = organ_leaves(anatomy, organ)
        is_muscle = organ.regions == ("muscle",)
        if is_muscle or (not is_wide(anatomy, organ) and any(_is_large(v, leaves, layers) for v in drawn)):
            found.add(organ.id)
    return frozenset(found)


def kin(atlas: Atlas, organ: str) -> frozenset[str]:
    """The organ, and those that share its close-up: the hippocampus is a part of the brain."""
    closeup = atlas.organs[organ].closeup
    same = (o.id for o in atlas.organs.values() if closeup is not None and o.closeup == closeup)
    return frozenset((organ, *same))


def _is_large(view: View, leaves: tuple[str, ...], layers: frozenset[str]) -> bool:
    shapes = (view.shapes[leaf] for leaf in leaves if leaf in view.shapes)
    sides = (min(shape.box[2:]) for shape in shapes if shape.layer in layers)
    return max(sides, default=0.0) * _HEIGHT / view.height >= _LEAST_TARGET


def _unsureness(effect: Effect) -> int:
    """So that in a mapping the surest effect comes last, and stands."""
    return -_SURENESS.index(effect.confidence)


def names(signal: Signal, words: str) -> bool:
    """Whether words name a signal: they give it away, or are about its own level and not what it does."""
    known = (signal.name, signal.short, *signal.synonyms)
    return any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", words, re.IGNORECASE) for n in known)


def _is_action(atlas: Atlas, effect: Effect) -> bool:
    """Whether an effect says, more than weakly, that a signal does something in an organ.

    Neither an association nor the level of the signal itself (a release, a removal) is something it does.
    """
    signal = atlas.signals.get(effect.agent)
    if signal is None or effect.organ == NOWHERE or effect.direction == "no-change":
        return False
    is_seen = effect.confidence != "low" and effect.evidence != "human-observational"
    return is_seen and not names(signal, effect.of)


def _is_made_somewhere(signal: Signal) -> bool:
    return bool(signal.references) and bool(signal.sources) and NOWHERE not in signal.sources


def _silent(atlas: Atlas, signal: str) -> tuple[str, ...]:
    named = {e.organ for e in atlas.effects_of(signal)} | set(atlas.signals[signal].sources)
    return tuple(o for o in atlas.organs if o != NOWHERE and not kin(atlas, o) & named)


def _partners(
    pair: Acting, pairs: tuple[Acting, ...], silent: Mapping[str, tuple[str, ...]]
) -> frozenset[int]:
    """The pairs that may stand beside one: neither signal is known to act on the other's organ."""
    return frozenset(
        i
        for i, other in enumerate(pairs)
        if other.organ in silent[pair.signal] and pair.organ in silent[other.signal]
    )


def _is_plain(atlas: Atlas, effect: Effect) -> bool:
    """Whether an effect surely goes up, down or nowhere, and no record of the same thing says otherwise."""
    if effect.direction == "modulates" or effect.confidence == "low" or " when " in effect.of:
        return False
    if effect.agent not in (*atlas.signals, EXERCISE, INACTIVITY) or effect.organ not in atlas.organs:
        return False
    if _is_of_itself(atlas, effect) or _NO_AMOUNT.search(effect.of):
        return False
    words = _words(effect)
    same = (e for e in atlas.effects_of(effect.agent) if e.organ == effect.organ)
    return not any(e.direction != effect.direction and words & _words(e) for e in same)


def _is_of_itself(atlas: Atlas, effect: Effect) -> bool:
    """Whether what was seen is the agent itself: its direction says nothing of what the agent does."""
    signal = atlas.signals.get(effect.agent)
    return signal is not None and names(signal, effect.of)


def _words(effect: Effect) -> set[str]:
    return set(_WORD.findall(effect.of.casefold()))
