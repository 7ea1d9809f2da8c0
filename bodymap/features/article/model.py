"""Where a reader is in the article, and what a page says of a claim: plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import EXERCISE, INACTIVITY, Ref, Verdict
from bodymap.i18n import _, counted
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.claims import Article, ClaimView
from bodymap.viewmodels.words import direction_phrase, evidence_word

Filter = Verdict | Literal[""]


@dataclass(frozen=True, slots=True)
class Reading:
    """The claim that is read, by its number, and the verdict that is asked for; "" for any."""

    number: int = 0
    verdict: Filter = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row beside the body: a verdict with its count, or a claim; `key` is the verdict or the number."""

    key: str
    text: str
    mark: Filter
    chip: str
    chosen: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Bearing:
    """An effect that bears on a claim: where it happens, and what in words."""

    ref: Ref
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is said of one claim; `sources` support the verdict, `context` was read beside them."""

    claim: ClaimView
    kicker: str
    about: tuple[tuple[Ref, str], ...]
    bearing: tuple[Bearing, ...]
    sources: tuple[Source, ...]
    context: tuple[Source, ...]

    def source(self, number: str) -> Source | None:
        """The source of a number."""
        every = (*self.sources, *self.context)
        return next((source for source in every if str(source.number) == number), None)


def shown(article: Article, verdict: Filter) -> tuple[ClaimView, ...]:
    """The claims of a verdict, or all."""
    return tuple(claim for claim in article.claims if verdict in ("", claim.verdict))


def settled(article: Article, reading: Reading) -> Reading:
    """A reading that stands on a claim that is shown: where it was, else on the next one, else the first."""
    claims = shown(article, reading.verdict)
    numbers = [claim.number for claim in claims]
    if not numbers or reading.number in numbers:
        return reading
    return replace(reading, number=next((n for n in numbers if n > reading.number), numbers[0]))


def stepped(article: Article, reading: Reading, by: int) -> Reading:
    """So many claims on, and not beyond the ends."""
    numbers = [claim.number for claim in shown(article, reading.verdict)]
    if reading.number not in numbers:
        return settled(article, reading)
    at = max(0, min(len(numbers) - 1, numbers.index(reading.number) + by))
    return replace(reading, number=numbers[at])


def place_words(article: Article, reading: Reading) -> str:
    """ "12 of 47"; among those of the verdict that is asked for."""
    numbers = [claim.number for claim in shown(article, reading.verdict)]
    at = numbers.index(reading.number) + 1 if reading.number in numbers else 0
    return _("{n} of {all}").format(n=at, all=len(numbers))


def can_step(article: Article, reading: Reading, by: int) -> bool:
    """Whether there is a claim in that direction."""
    return stepped(article, reading, by) != reading


def verdict_entries(article: Article, reading: Reading) -> tuple[Entry, ...]:
    """All claims, and those of each verdict, with their counts."""
    every = ("", _("All claims"), len(article.claims))
    rows: Sequence[tuple[Filter, str, int]] = (every, *article.counts)
    return tuple(
        Entry(
            verdict,
            words,
            verdict,
            str(n),
            verdict == reading.verdict,
            f"{words}, {counted('{n} claim', '{n} claims', n)}",
        )
        for verdict, words, n in rows
    )


def claim_entries(article: Article, reading: Reading) -> tuple[Entry, ...]:
    """The claims of the verdict that is asked for."""
    return tuple(
        Entry(
            str(claim.number),
            claim.claim,
            claim.verdict,
            str(claim.number),
            claim.number == reading.number,
            f"{claim.number}, {claim.claim}, {claim.verdict_words}",
        )
        for claim in shown(article, reading.verdict)
    )


def page_of(atlas: Atlas, article: Article, number: int) -> Page | None:
    """The page of a claim; None for a number that is none."""
    claim = article.step(number)
    if claim is None:
        return None
    first = len(claim.sources)
    return Page(
        claim=claim,
        kicker=_("CLAIM {n} OF {all}").format(n=claim.number, all=len(article.claims)),
        about=tuple((ref, atlas.name_of(ref)) for ref in claim.refs),
        bearing=_bearing(atlas, claim),
        sources=claim.sources,
        context=tuple(replace(s, number=first + s.number) for s in claim.context),
    )


def _bearing(atlas: Atlas, claim: ClaimView) -> tuple[Bearing, ...]:
    effects = [effect for effect in atlas.effects if effect.id in claim.effects]
    form = _("{agent}: {what} ({evidence})")
    return tuple(
        Bearing(
            Ref("organ", effect.organ),
            atlas.name_of(Ref("organ", effect.organ)),
            form.format(
                agent=_agent(atlas, effect.agent),
                what=direction_phrase(effect),
                evidence=evidence_word(effect.evidence),
            ),
        )
        for effect in effects
    )


def _agent(atlas: Atlas, agent: str) -> str:
    own = {EXERCISE: _("Exercise"), INACTIVITY: _("Inactivity")}
    if agent in own:
        return own[agent]
    ref = Ref("signal", agent)
    return atlas.name_of(ref) if atlas.holds(ref) else agent
