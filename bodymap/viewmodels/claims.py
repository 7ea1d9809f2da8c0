"""The article against the literature: claim, verdict, nuance, sources, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Claim, Effect, Ref, Verdict
from bodymap.i18n import _
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.credits import foreign_line

VERDICTS: tuple[Verdict, ...] = ("supported", "nuanced", "overstated", "unverified")


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as a step of the article. `effects` are ids of the effects that bear on it.

    `refs` are its organs and then its signals: what the body lights for it. `origin` says whose claim it is,
    empty for the shipped pack. `before` and `after` are the numbers of its neighbours, None at the ends.
    """

    number: int
    claim: str
    verdict: Verdict
    verdict_words: str
    nuance: str
    sources: tuple[Source, ...]
    context: tuple[Source, ...]
    refs: tuple[Ref, ...]
    effects: tuple[str, ...]
    origin: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """All claims in the order of the article, and how many there are of each verdict."""

    claims: tuple[ClaimView, ...]
    counts: tuple[tuple[Verdict, str, int], ...]

    def step(self, number: int) -> ClaimView | None:
        """The claim of a number."""
        return next((claim for claim in self.claims if claim.number == number), None)


def article(atlas: Atlas) -> Article:
    """The checked claims of the article."""
    ordered = sorted(atlas.claims, key=lambda claim: claim.number)
    numbers = [None, *(claim.number for claim in ordered), None]
    bearing: dict[int, list[str]] = {}
    for effect in atlas.effects:
        if effect.claim is not None:
            bearing.setdefault(effect.claim, []).append(effect.id)
    views = tuple(
        _view(atlas, claim, tuple(bearing.get(claim.number, ())), (numbers[at], numbers[at + 2]))
        for at, claim in enumerate(ordered)
    )
    return Article(views, tuple(_count(verdict, ordered) for verdict in VERDICTS))


def judged(atlas: Atlas, number: int | None) -> tuple[str, str]:
    """The verdict on a claim in words, and its nuance; both empty where there is no such claim."""
    claim = next((claim for claim in atlas.claims if claim.number == number), None)
    if claim is None:
        return "", ""
    return _("Verdict: {verdict}.").format(verdict=verdict_words(claim.verdict)), claim.nuance


def _count(verdict: Verdict, claims: Iterable[Claim]) -> tuple[Verdict, str, int]:
    return verdict, verdict_words(verdict), sum(claim.verdict == verdict for claim in claims)


def claims_touching(atlas: Atlas, ref: Ref) -> tuple[Claim, ...]:
    """The claims about an organ or a signal, and those on which its effects bear, in the article's order."""
    effects: Iterable[Effect] = ()
    if ref.kind in ("organ", "signal"):
        effects = atlas.effects_on(ref.id) if ref.kind == "organ" else atlas.effects_of(ref.id)
    borne = {effect.claim for effect in effects}
    found = (claim for claim in atlas.claims if ref in refs_of(claim) or claim.number in borne)
    return tuple(sorted(found, key=lambda claim: claim.number))


def refs_of(claim: Claim) -> tuple[Ref, ...]:
    """What a claim is about: its organs, then its signals."""
    organs = (Ref("organ", organ) for organ in claim.organs)
    return (*organs, *(Ref("signal", signal) for signal in claim.signals))


def verdict_words(verdict: Verdict) -> str:
    """A verdict as a heading."""
    said: dict[Verdict, str] = {
        "supported": _("Well supported"),
        "nuanced": _("Supported with nuance"),
        "overstated": _("Overstated"),
        "unverified": _("Not verified"),
    }
    return said[verdict]


def _view(
    atlas: Atlas, claim: Claim, effects: tuple[str, ...], beside: tuple[int | None, int | None]
) -> ClaimView:
    return ClaimView(
        number=claim.number,
        claim=claim.claim,
        verdict=claim.verdict,
        verdict_words=verdict_words(claim.verdict),
        nuance=claim.nuance,
        sources=_sources(atlas, claim.references),
        context=_sources(atlas, claim.context),
        refs=tuple(ref for ref in refs_of(claim) if atlas.holds(ref)),
        effects=effects,
        origin=foreign_line(atlas, claim),
        before=beside[0],
        after=beside[1],
    )


def _sources(atlas: Atlas, references: tuple[str, ...]) -> tuple[Source, ...]:
    cites = Citations(atlas)
    cites.cite(references)
    return cites.sources()
