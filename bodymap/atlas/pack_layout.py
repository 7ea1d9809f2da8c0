"""Which file of a pack holds what: its head, and the lists of records in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bodymap.atlas.packs import Pack
from bodymap.atlas.records import Claim, Contrast, Effect, Finding, Movement, Organ, Reference, Signal
from bodymap.figure.figure import Region


@dataclass(frozen=True, slots=True)
class EffectsHead:
    """The head of effects/*.yaml: the agent of every effect below."""

    agent: str


@dataclass(frozen=True, slots=True)
class FindingsHead:
    """The head of findings/*.yaml: the organ of everything below."""

    organ: str


@dataclass(frozen=True, slots=True)
class ReferencesHead:
    """The head of references/*.yaml: the kind of every reference below."""

    kind: str


@dataclass(frozen=True, slots=True)
class NoHead:
    """A file that is one list and nothing else."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list under a key: each item is a `record`, whose field `given` is the head's field `by`."""

    key: str
    record: Any
    given: str = ""
    by: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file holds: `head` is the record type of its own keys, `lists` stand beside them."""

    head: Any
    lists: tuple[Listing, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the lists."""
        return tuple(listing.key for listing in self.lists)


LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "pack.yaml": Layout(Pack),
        "claims.yaml": Layout(NoHead, (Listing("claims", Claim),)),
        "organs": Layout(Organ),
        "movements": Layout(Movement),
        "signals": Layout(Signal, (Listing("effects", Effect, "agent", "id", optional=True),)),
        "effects": Layout(EffectsHead, (Listing("effects", Effect, "agent", "agent"),)),
        "findings": Layout(
            FindingsHead,
            (
                Listing("findings", Finding, "organ", "organ", optional=True),
                Listing("contrasts", Contrast, "organ", "organ", optional=True),
            ),
        ),
        "references": Layout(ReferencesHead, (Listing("references", Reference, "kind", "kind"),)),
    }
)
"""The layout of the two files and of the files in each folder of a pack."""

REGIONS = Layout(NoHead, (Listing("regions", Region),))
"""The layout of regions.yaml beside the figures."""
