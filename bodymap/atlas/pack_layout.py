"""Which file of a pack holds what: its head, and the lists of records in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bodymap.atlas.fit_records import Expectation, FitRules, Freedom, LeftOut
from bodymap.atlas.kinetic_records import BodyModel, Course, Curve, Day, Effort, Floor, Habit, Telling
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
class CoursesHead:
    """The head of kinetics/*.yaml: the signal of every course below."""

    signal: str


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

    @property
    def is_record(self) -> bool:
        """Whether the file's own keys are a record, and not only said for the lists below."""
        return self.head in (Organ, Movement, Signal, Curve, BodyModel, FitRules)


HEAD = "pack.yaml"
"""The file that says what a pack is."""
LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        HEAD: Layout(Pack),
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
        "kinetics": Layout(CoursesHead, (Listing("courses", Course, "signal", "signal"),)),
        "physiology": Layout(Curve),
        "physiology/body.yaml": Layout(BodyModel),
        "physiology/efforts.yaml": Layout(NoHead, (Listing("efforts", Effort),)),
        "physiology/words.yaml": Layout(NoHead, (Listing("signals", Telling),)),
        "physiology/rest.yaml": Layout(NoHead, (Listing("floors", Floor),)),
        "physiology/weeks.yaml": Layout(NoHead, (Listing("habits", Habit),)),
        "physiology/expectations.yaml": Layout(NoHead, (Listing("expectations", Expectation),)),
        "physiology/fit.yaml": Layout(FitRules, (Listing("free", Freedom),)),
        "physiology/left-out.yaml": Layout(NoHead, (Listing("studies", LeftOut),)),
        "physiology/days.yaml": Layout(NoHead, (Listing("days", Day),)),
    }
)
"""The layout of the files of a pack, by name where a file has its own, else by folder."""


def layout_of(name: str) -> Layout | None:
    """The layout of a file, by its name inside its pack; None where nothing reads it."""
    return LAYOUTS.get(name) or LAYOUTS.get(name.rpartition("/")[0] or name)


REGIONS = Layout(NoHead, (Listing("regions", Region),))
"""The layout of regions.yaml beside the figures."""
