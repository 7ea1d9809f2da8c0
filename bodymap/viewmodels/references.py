"""All publications: what each is used for; and those of a kind, year, species, molecule or organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Evidence, Reference
from bodymap.viewmodels.citations import address, citation, short
from bodymap.viewmodels.words import source_kind_word

Species = Literal["human", "animal", "cell"]
SPECIES: tuple[Species, ...] = ("human", "animal", "cell")
KINDS = ("human-trial", "human-observational", "animal", "in-vitro", "review", "meta-analysis")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which publications are asked for, from year `first` to `last`; what is "" or None does not matter."""

    kind: str = ""
    first: int | None = None
    last: int | None = None
    species: Species | Literal[""] = ""
    signal: str = ""
    organ: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A publication with what is known from it: species in which it was seen, signals, organs (ids).

    `uses` counts the records that cite it. A review has no species of its own but that of what cites it.
    """

    reference: Reference
    short: str
    citation: str
    kind_word: str
    url: str | None
    species: tuple[Species, ...]
    signals: tuple[str, ...]
    organs: tuple[str, ...]
    uses: int


def reference_rows(atlas: Atlas) -> tuple[ReferenceRow, ...]:
    """All publications, by first author and year, with their uses."""
    uses: dict[str, list[_Use]] = {}
    for use in _uses(atlas):
        for reference in dict.fromkeys(use.references):
            uses.setdefault(reference, []).append(use)
    ordered = sorted(atlas.references.values(), key=lambda r: (short(r).casefold(), r.id))
    return tuple(_row(reference, uses.get(reference.id, ())) for reference in ordered)


def chosen_rows(rows: Iterable[ReferenceRow], wanted: Wanted) -> tuple[ReferenceRow, ...]:
    """The rows that are asked for, in their order."""
    return tuple(row for row in rows if _fits(row, wanted))


@dataclass(frozen=True, slots=True)
class _Use:
    """A record that cites: `species` in which it was seen, "" where that is not said."""

    references: tuple[str, ...]
    signals: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    species: Species | Literal[""] = ""


def _uses(atlas: Atlas) -> Iterator[_Use]:
    for effect in atlas.effects:
        agent = (effect.agent,) if effect.agent in atlas.signals else ()
        yield _Use(effect.references, agent, (effect.organ,), _species(effect.evidence))
    for measured in (*atlas.findings, *atlas.contrasts):
        yield _Use(measured.references, (), (measured.organ,), "human")
    for signal in atlas.signals.values():
        yield _Use(signal.references, (signal.id,))
    for movement in atlas.movements.values():
        for response in movement.responses:
            yield _Use(response.references, (response.agent,) if response.agent in atlas.signals else ())
        yield from (_Use(met.references, (), (), "human") for met in movement.mets)
    for claim in atlas.claims:
        yield _Use(claim.references, claim.signals, claim.organs)


def _species(evidence: Evidence | str) -> Species | Literal[""]:
    species: dict[str, Species] = {
        "human-trial": "human",
        "human-observational": "human",
        "animal": "animal",
        "in-vitro": "cell",
    }
    return species.get(evidence, "")


def _row(reference: Reference, uses: Iterable[_Use]) -> ReferenceRow:
    cited = tuple(uses)
    own = _species(reference.kind)
    seen = {own} if own else {use.species for use in cited}
    return ReferenceRow(
        reference=reference,
        short=short(reference),
        citation=citation(reference),
        kind_word=source_kind_word(reference.kind),
        url=address(reference),
        species=tuple(s for s in SPECIES if s in seen),
        signals=tuple(dict.fromkeys(s for use in cited for s in use.signals)),
        organs=tuple(dict.fromkeys(o for use in cited for o in use.organs)),
        uses=len(cited),
    )


def _fits(row: ReferenceRow, wanted: Wanted) -> bool:
    reference = row.reference
    first, last = wanted.first, wanted.last
    return (
        wanted.kind in ("", reference.kind)
        and (first is None or first <= reference.year)
        and (last is None or reference.year <= last)
        and _holds(row.species, wanted.species)
        and _holds(row.signals, wanted.signal)
        and _holds(row.organs, wanted.organ)
        and (reference.verified or not wanted.verified)
    )


def _holds(found: tuple[str, ...], asked: str) -> bool:
    return not asked or asked in found
