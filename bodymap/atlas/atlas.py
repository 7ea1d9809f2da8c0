"""The index over all records: what acts where, what a movement releases, what is measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from bodymap.atlas.origins import Origins
from bodymap.atlas.records import (
    INACTIVITY,
    Claim,
    Contrast,
    Effect,
    Finding,
    Movement,
    Organ,
    Ref,
    Reference,
    Signal,
)

T = TypeVar("T")
_agent, _organ = attrgetter("agent"), attrgetter("organ")


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything that is known, in the order authors wrote it. Build it with `Atlas.of`."""

    organs: Mapping[str, Organ]
    signals: Mapping[str, Signal]
    movements: Mapping[str, Movement]
    effects: tuple[Effect, ...]
    findings: tuple[Finding, ...]
    contrasts: tuple[Contrast, ...]
    claims: tuple[Claim, ...]
    references: Mapping[str, Reference]
    _by_organ: Mapping[str, tuple[Effect, ...]] = field(repr=False)
    _by_agent: Mapping[str, tuple[Effect, ...]] = field(repr=False)
    _organ_of_region: Mapping[str, str] = field(repr=False)
    _findings_by_organ: Mapping[str, tuple[Finding, ...]] = field(repr=False)
    origins: Origins = field(repr=False, compare=False)

    @staticmethod
    def of(records: Iterable[object], origins: Origins | None = None) -> Atlas:
        """An atlas of records of any kind, in any order; of two with one id the later stands.

        `origins` say where the records came from, where that is known.
        """
        kept = by_kind(records)
        effects: tuple[Effect, ...] = tuple(kept.get(Effect, ()))
        findings: tuple[Finding, ...] = tuple(kept.get(Finding, ()))
        organs: dict[str, Organ] = {r.id: r for r in kept.get(Organ, ())}
        return Atlas(
            organs=organs,
            signals={r.id: r for r in kept.get(Signal, ())},
            movements={r.id: r for r in kept.get(Movement, ())},
            effects=effects,
            findings=findings,
            contrasts=tuple(kept.get(Contrast, ())),
            claims=tuple(kept.get(Claim, ())),
            references={r.id: r for r in kept.get(Reference, ())},
            _by_organ=_grouped(effects, _organ),
            _by_agent=_grouped(effects, _agent),
            _organ_of_region={region: o.id for o in organs.values() for region in o.regions},
            _findings_by_organ=_grouped(findings, _organ),
            origins=origins or Origins(),
        )

    def effects_on(self, organ: str) -> tuple[Effect, ...]:
        """All effects in an organ, of signals, of exercise as a whole and of inactivity."""
        return self._by_organ.get(organ, ())

    def effects_of(self, agent: str) -> tuple[Effect, ...]:
        """All effects of a signal, of EXERCISE or of INACTIVITY."""
        return self._by_agent.get(agent, ())

    def signals_acting_on(self, organ: str) -> tuple[Signal, ...]:
        """The signals with at least one effect in an organ, in the order of their effects."""
        ids = dict.fromkeys(map(_agent, self.effects_on(organ)))
        return tuple(self.signals[i] for i in ids if i in self.signals)

    def organs_answering(self, signal: str) -> tuple[Organ, ...]:
        """The organs in which a signal has an effect."""
        ids = dict.fromkeys(map(_organ, self.effects_of(signal)))
        return tuple(self.organs[i] for i in ids if i in self.organs)

    def signals_in(self, movement: str) -> tuple[Signal, ...]:
        """The signals that a movement is known to change, in the author's order; none for rest."""
        found = self.movements.get(movement)
        if found is None or found.rest:
            return ()
        ids = dict.fromkeys(r.agent for r in found.responses if r.change in ("rises", "falls"))
        return tuple(self.signals[i] for i in ids if i in self.signals)

    def findings_on(self, organ: str, kind: str | None = None) -> tuple[Finding, ...]:
        """Measured differences in an organ, all or of one kind."""
        found = self._findings_by_organ.get(organ, ())
        return found if kind is None else tuple(f for f in found if f.kind == kind)

    def contrasts_on(self, organ: str) -> tuple[Contrast, ...]:
        """Pairs measured sedentary and active in an organ."""
        return tuple(c for c in self.contrasts if c.organ == organ)

    @property
    def rests(self) -> frozenset[str]:
        """Ids of the movements that are none: sitting."""
        return frozenset(m.id for m in self.movements.values() if m.rest)

    def harmed_organs(self) -> tuple[str, ...]:
        """Ids of organs with a finding or effect of inactivity."""
        found = [f.organ for f in self.findings if f.kind == "inactivity"]
        found += [e.organ for e in self.effects_of(INACTIVITY)]
        return tuple(o for o in self.organs if o in set(found))

    def organ_of(self, region: str) -> str | None:
        """The organ that names this very region; ask for the region's parents too."""
        return self._organ_of_region.get(region)

    def holds(self, ref: Ref) -> bool:
        """Whether a ref names an organ, movement or signal here."""
        shelves = {"organ": self.organs, "movement": self.movements, "signal": self.signals}
        return ref.id in shelves.get(ref.kind, {})

    def name_of(self, ref: Ref) -> str:
        """The name of what a ref points at, or its id where it is not here."""
        shelves = {"organ": self.organs, "movement": self.movements, "signal": self.signals}
        found = shelves.get(ref.kind, {}).get(ref.id)
        return found.name if found else ref.id


def by_kind(records: Iterable[object]) -> dict[type, list[Any]]:
    """Records under their types, each kind in its order."""
    kept: dict[type, list[Any]] = {}
    for kind, alike in groupby(records, type):  # thousands, and nearly all behind one of their kind
        kept.setdefault(kind, []).extend(alike)
    return kept


def _grouped(values: Iterable[T], key_of: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for value in values:
        groups[key_of(value)].append(value)
    return {key: tuple(values) for key, values in groups.items()}
