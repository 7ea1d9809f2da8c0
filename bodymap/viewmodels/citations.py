"""References numbered in the order in which a card first uses them."""

from __future__ import annotations

from collections.abc import Iterable

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Reference
from bodymap.i18n import _
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.credits import Credits, foreign_line


class Citations:
    """Numbers references while a card is written; `sources` lists them at its end."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._known = atlas.references
        self._numbers: dict[str, int] = {}
        self._cited: dict[tuple[str, ...], tuple[int, ...]] = {}

    def cite(self, references: Iterable[str]) -> tuple[int, ...]:
        """The numbers of references, from 1, each once; one that is not in the atlas has none."""
        asked = tuple(references)
        if asked not in self._cited:  # one study carries many rows
            known = dict.fromkeys(r for r in asked if r in self._known)
            self._cited[asked] = tuple(self._numbers.setdefault(r, len(self._numbers) + 1) for r in known)
        return self._cited[asked]

    def sources(self, desk: Credits | None = None) -> tuple[Source, ...]:
        """The references cited so far, in order; `desk` notes whose they are, else each says it in full."""
        return tuple(
            self._source(number, self._atlas.references[name], desk) for name, number in self._numbers.items()
        )

    def _source(self, number: int, reference: Reference, desk: Credits | None) -> Source:
        line = short(reference)
        whose = desk.credit(reference, line) if desk else foreign_line(self._atlas, reference)
        return Source(number, line, citation(reference), address(reference), whose)


def short(reference: Reference) -> str:
    """A reference in one line: "Wedell-Neergaard 2019, Cell Metabolism"."""
    first = reference.authors.split(",")[0].removesuffix(" et al.").strip()
    words = first.split(" ")
    is_initials = len(words) > 1 and words[-1].isupper() and len(words[-1]) <= 3
    name = " ".join(words[:-1]) if is_initials else first
    name = name.removesuffix(str(reference.year)).strip()
    text = _("{name} {year}, {journal}").format(name=name, year=reference.year, journal=reference.journal)
    return _("{reference} (retracted)").format(reference=text) if reference.retracted else text


def citation(reference: Reference) -> str:
    """A reference in full, for copying, with its DOI or PMID."""
    authors = reference.authors.rstrip(".")
    text = f"{authors}. {reference.title.rstrip('.')}. {reference.journal}, {reference.year}."
    if reference.doi:
        return f"{text} doi:{reference.doi}"
    return f"{text} PMID {reference.pmid}" if reference.pmid else text


def address(reference: Reference) -> str | None:
    """Where a reference opens; None where neither DOI nor PMID is recorded."""
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/" if reference.pmid else None
