"""The sources of a card as they are offered to an author: by the card's numbers, with what each supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.features.lessons.making import Offer
from bodymap.i18n import _
from bodymap.viewmodels.card_values import Card, ClaimRow, EffectRow, LinkRow, NumberRow, Section
from bodymap.viewmodels.citations import citation, short

_TITLE = 60
"""Letters of a publication's title, where only that tells two apart."""
_SUPPORTED = 50
"""Letters of what a publication supports."""


class SourceChoice(NamedTuple):
    """A publication: its id, and its words in a list. `seen` where a visible row of the card cites it."""

    id: str
    words: str
    seen: bool = False


def source_choices(card: Card, atlas: Atlas, rows: int) -> tuple[SourceChoice, ...]:
    """Those sources of a card that may carry a fact, in the order of its rows, those of visible rows first.

    `rows` of a section are visible before a reader asks for all.
    """
    good = {citation(r): r for r in atlas.references.values() if r.verified and not r.retracted}
    sources = {s.number: good[s.citation] for s in card.sources if s.citation in good}
    alike = Counter(short(reference) for reference in sources.values())
    supported = dict[int, tuple[str, bool]]()
    for seen in (True, False):
        for number, words in _cited(card.sections, rows, seen):
            supported.setdefault(number, (words, seen))
    for number in sources:
        supported.setdefault(number, ("", False))
    return tuple(
        SourceChoice(sources[n].id, _words(n, what, short(sources[n]), sources[n].title, alike), seen)
        for n, (what, seen) in supported.items()
        if n in sources
    )


def other_sources(atlas: Atlas, of_card: Collection[str]) -> tuple[Offer, ...]:
    """All other publications that may carry a fact, by name."""
    good = (r for r in atlas.references.values() if r.verified and not r.retracted and r.id not in of_card)
    offers = (Offer(r.id, short(r), r.title, _("All other publications")) for r in good)
    return tuple(sorted(offers, key=lambda offer: offer.words.casefold()))


def _cited(sections: tuple[Section, ...], rows: int, seen: bool) -> Iterator[tuple[int, str]]:
    for section in sections:
        for row in section.rows[:rows] if seen else section.rows[rows:]:
            if not isinstance(row, LinkRow):
                words = _shortened(_what(row), _SUPPORTED)
                yield from ((number, words) for number in row.numbers)


def _what(row: EffectRow | NumberRow | ClaimRow) -> str:
    if isinstance(row, ClaimRow):
        return _("claim {n}, {words}").format(n=row.number, words=row.claim)
    if isinstance(row, NumberRow):
        return row.title or row.plain
    return ", ".join(part for part in (row.title, row.direction_word) if part)


def _words(number: int, what: str, name: str, title: str, alike: Counter[str]) -> str:
    if alike[name] > 1:
        name = _("{reference}, “{title}”").format(reference=name, title=_shortened(title, _TITLE))
    form = _("[{n}] {what}: {reference}") if what else _("[{n}] {reference}")
    return form.format(n=number, what=what, reference=name)


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
