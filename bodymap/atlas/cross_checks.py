"""What no file can say alone: links that lead somewhere, claims that have a source, numbers that agree.

A record is kept without its bad part; only one that could not be used, or would stand without any source,
is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bodymap.atlas.entries import Collection, Entry
from bodymap.atlas.kinetic_checks import KineticCheck
from bodymap.atlas.kinetic_rows import KINETIC
from bodymap.atlas.links import Links
from bodymap.atlas.number_checks import within_bounds
from bodymap.atlas.records import (
    Claim,
    Contrast,
    Effect,
    Finding,
    Met,
    Movement,
    MuscleLoad,
    Organ,
    Reference,
    Response,
    Signal,
)
from bodymap.figure.figure import Region
from bodymap.loading.problems import Problem


def cross_checked(
    found: Collection, regions: Mapping[str, Region], closeups: frozenset[str]
) -> tuple[list[tuple[Any, Entry]], list[Problem]]:
    """The records that can be used, in their order, each with its entry, and all problems between them."""
    check = CrossCheck(Links(found, regions, closeups))
    kept = [(record, entry) for entry in found.entries if (record := check.record(entry)) is not None]
    return kept, check.links.problems


class CrossCheck:
    """Looks at one record after the other in the light of all."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self._kinetic = KineticCheck(links)
        self._organ_of_region: dict[str, str] = {}

    def record(self, entry: Entry) -> Any:
        """The record, mended where it must be; None where it cannot be used."""
        match entry.record:
            case Effect():
                return self._effect(entry, entry.record)
            case Organ():
                return self._organ(entry, entry.record)
            case Signal():
                return self._signal(entry, entry.record)
            case Movement():
                return self._movement(entry, entry.record)
            case Claim():
                return self._claim(entry, entry.record)
            case Finding() | Contrast():
                return self._measured(entry, entry.record)
            case kinetic if isinstance(kinetic, KINETIC):
                return self._kinetic.record(entry)
            case other:
                return within_bounds(self.links, entry, other)

    def _effect(self, entry: Entry, effect: Effect) -> Effect | None:
        links = self.links
        leads = links.leads_to_agent(entry, effect.agent, ("agent",))
        leads &= links.leads(entry, Organ, effect.organ, ("organ",))
        references = self._sources(entry, effect.references)
        if effect.claim is not None and not links.leads(entry, Claim, effect.claim, ("claim",)):
            effect = replace(effect, claim=None)
        if not leads or not references:
            return None
        self._doubt(entry, effect, references)
        if references != effect.references:
            effect = replace(effect, references=references)
        return within_bounds(links, entry, effect)

    def _doubt(self, entry: Entry, effect: Effect, references: tuple[str, ...]) -> None:
        """Tell what is said to be seen in people, and rests on studies of animals or cells alone."""
        kinds = self.links.kinds(references)
        if effect.evidence == "human-trial" and kinds <= {"animal", "in-vitro"}:
            studied = " and ".join(sorted(kinds))
            what = f"'evidence' is 'human-trial', but the references named are of kind {studied}"
            self.links.tell(entry, ("evidence",), what, "doubtful-evidence")

    def _measured(self, entry: Entry, record: Finding | Contrast) -> Any:
        leads = self.links.leads(entry, Organ, record.organ, ("organ",))
        references = self._sources(entry, record.references)
        if not leads or not references:
            return None
        return within_bounds(self.links, entry, replace(record, references=references))

    def _sources(self, entry: Entry, references: tuple[str, ...]) -> tuple[str, ...]:
        if not references:
            kind = type(entry.record).__name__.lower()
            self.links.tell(entry, ("references",), f"this {kind} names no reference", "no-reference")
        return self.links.carrying(entry, references)

    def _organ(self, entry: Entry, organ: Organ) -> Organ:
        regions = tuple(
            region
            for i, region in enumerate(organ.regions)
            if self.links.leads_to_region(entry, region, ("regions", i))
            and self._is_only_owner(entry, region, i)
        )
        closeup = organ.closeup
        if closeup and not self.links.leads_to_closeup(entry, closeup, ("closeup",)):
            closeup = None
        pointed_at = tuple(
            region
            for i, region in enumerate(organ.pointed_at)
            if self.links.leads_to_region(entry, region, ("pointed_at", i))
        )
        known = replace(organ, regions=regions, closeup=closeup, pointed_at=pointed_at)
        return within_bounds(self.links, entry, known)

    def _is_only_owner(self, entry: Entry, region: str, index: int) -> bool:
        owner = self._organ_of_region.setdefault(region, entry.record.id)
        if owner != entry.record.id:
            what = f"the region '{region}' belongs to the organ '{owner}' already"
            self.links.tell(entry, ("regions", index), what, "shared-region")
        return owner == entry.record.id

    def _signal(self, entry: Entry, signal: Signal) -> Signal:
        sources = self.links.existing(entry, Organ, signal.sources, ("sources",))
        references = self.links.carrying(entry, signal.references)
        return within_bounds(self.links, entry, replace(signal, sources=sources, references=references))

    def _claim(self, entry: Entry, claim: Claim) -> Claim:
        return replace(
            claim,
            references=self.links.carrying(entry, claim.references),
            context=self.links.existing(entry, Reference, claim.context, ("context",)),
            organs=self.links.existing(entry, Organ, claim.organs, ("organs",)),
            signals=self.links.existing(entry, Signal, claim.signals, ("signals",)),
        )

    def _movement(self, entry: Entry, movement: Movement) -> Movement:
        responses = (self._response(entry, r, i) for i, r in enumerate(movement.responses))
        muscles = (m for i, m in enumerate(movement.muscles) if self._works(entry, m, i))
        mets = (self._met(entry, m, i) for i, m in enumerate(movement.mets))
        mended = replace(
            movement,
            responses=tuple(r for r in responses if r),
            muscles=tuple(muscles),
            mets=tuple(mets),
        )
        return within_bounds(self.links, entry, mended)

    def _response(self, entry: Entry, response: Response, index: int) -> Response | None:
        at = ("responses", index)
        leads = self.links.leads_to_agent(entry, response.agent, (*at, "agent"))
        references = self.links.carrying(entry, response.references, (*at, "references"))
        if not response.references and response.change != "not-measured":
            self.links.tell(entry, (*at, "references"), "this response names no reference", "no-reference")
        unsourced = not references and response.change != "not-measured"
        return replace(response, references=references) if leads and not unsourced else None

    def _works(self, entry: Entry, muscle: MuscleLoad, index: int) -> bool:
        at = ("muscles", index)
        leads = self.links.leads_to_region(entry, muscle.group, (*at, "group"), or_sides=True)
        if not 0 <= muscle.load <= 1:
            what = f"'load' is {muscle.load:g}; it lies between 0 and 1"
            self.links.tell(entry, (*at, "load"), what, "impossible-number")
        return leads and 0 <= muscle.load <= 1

    def _met(self, entry: Entry, met: Met, index: int) -> Met:
        at = ("mets", index)
        if met.value <= 0:
            self.links.tell(
                entry, (*at, "value"), f"'value' is {met.value:g}; it is above 0", "impossible-number"
            )
        return replace(met, references=self.links.carrying(entry, met.references, (*at, "references")))
