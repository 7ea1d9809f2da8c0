"""The rows of a card, made from records: effects, measured numbers, pairs, responses, claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.evidence import confidence_of_contrast
from bodymap.atlas.records import (
    EXERCISE,
    INACTIVITY,
    Claim,
    Confidence,
    Contrast,
    Effect,
    Evidence,
    Finding,
    Level,
    Movement,
    Ref,
    Response,
    Signal,
)
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _, counted
from bodymap.viewmodels import words
from bodymap.viewmodels.card_values import ClaimRow, EffectRow, LinkRow, NumberRow, Section
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.credits import Credits
from bodymap.viewmodels.late_rows import LateRows
from bodymap.viewmodels.scene_values import Role
from bodymap.viewmodels.topic import Topic, from_muscle

_MOST_CAUTIONS = 3
_AT_ONCE = 12
"""The most rows that are all made at once."""
_UNSURE: Mapping[Confidence, int] = MappingProxyType({"high": 0, "moderate": 1, "low": 2})
_WEAK: Mapping[Evidence, int] = MappingProxyType(
    {"human-trial": 0, "human-observational": 1, "review-consensus": 2, "animal": 3, "in-vitro": 4}
)
_LONG = 22
"""The most letters of a name that heads a row."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a card is written from: the knowledge, the question, the level, citations and credits so far."""

    atlas: Atlas
    anatomy: Anatomy
    topic: Topic
    level: Level
    cites: Citations
    credits: Credits

    @property
    def is_school(self) -> bool:
        """Whether a 15-year-old reads."""
        return self.level == "school"

    def name(self, agent: str) -> str:
        """The name of an agent or organ: a signal's, exercise's, inactivity's."""
        if agent == EXERCISE:
            return _("Exercise as a whole")
        if agent == INACTIVITY:
            return _("Inactivity")
        if agent in self.atlas.signals:
            return self.atlas.signals[agent].name
        return self.atlas.organs[agent].name if agent in self.atlas.organs else agent

    def title(self, agent: str) -> str:
        """A name short enough to head a row: a signal with a long one goes by its short one."""
        name = self.name(agent)
        return self.atlas.signals[agent].short if agent in self.atlas.signals and len(name) > _LONG else name

    def ref(self, agent: str) -> Ref | None:
        """The card of an agent; exercise and inactivity as a whole have none."""
        return Ref("signal", agent) if agent in self.atlas.signals else None

    def organ_ref(self, organ: str) -> Ref | None:
        """The card of an organ that the atlas holds."""
        return Ref("organ", organ) if organ in self.atlas.organs else None


def effect_row(desk: Desk, effect: Effect, by_organ: bool = False) -> EffectRow:
    """An effect, titled by its agent, or by its organ in the card of the agent."""
    return _effect_row(desk, effect, by_organ, _noted(desk, effect))


def effect_rows(desk: Desk, effects: Sequence[Effect], by_organ: bool = False) -> Sequence[EffectRow]:
    """A row for each effect; where they are many, each is made when it is asked for."""
    if len(effects) <= _AT_ONCE:
        return tuple(effect_row(desk, effect, by_organ) for effect in effects)
    noted = [_noted(desk, effect) for effect in effects]  # sources and packs are told of all

    def make(at: int) -> EffectRow:
        return _effect_row(desk, effects[at], by_organ, noted[at])

    named = desk.atlas.organs, desk.atlas.signals
    return LateRows(len(effects), make, (*named, desk.level, by_organ, effects, noted))


def _noted(desk: Desk, effect: Effect) -> tuple[tuple[int, ...], str]:
    """The numbers of an effect's sources, and the mark of its pack."""
    return desk.cites.cite(effect.references), desk.credits.credit(effect, _about)


def _about(effect: Effect) -> str:
    return words.headed(words.direction_phrase(effect))


def _effect_row(desk: Desk, effect: Effect, by_organ: bool, noted: tuple[tuple[int, ...], str]) -> EffectRow:
    return EffectRow(
        direction=effect.direction,
        direction_word=words.direction_phrase(effect),
        title=desk.name(effect.organ) if by_organ else desk.title(effect.agent),
        ref=desk.organ_ref(effect.organ) if by_organ else desk.ref(effect.agent),
        what=effect.what,
        how="" if desk.is_school else effect.how,
        evidence=words.evidence_word(effect.evidence),
        confidence=effect.confidence,
        confidence_word=words.confidence_word(effect.confidence),
        n=words.people(effect.n, effect.evidence, desk.level),
        numbers=noted[0],
        role="harm" if effect.agent == INACTIVITY else "receiving",
        origin=noted[1],
        claim=effect.claim,
    )


def surest_first(effects: Iterable[Effect], by_organ: bool = False) -> list[Effect]:
    """Effects with those of one agent (or organ) together, the surest evidence first."""
    groups: dict[str, list[Effect]] = {}
    for effect in effects:
        groups.setdefault(effect.organ if by_organ else effect.agent, []).append(effect)
    for group in groups.values():
        group.sort(key=_doubt)
    ordered = sorted(groups.values(), key=lambda group: _doubt(group[0]))
    return [effect for group in ordered for effect in group]


def _doubt(effect: Effect) -> tuple[int, int]:
    return _UNSURE[effect.confidence], _WEAK[effect.evidence]


def response_row(desk: Desk, response: Response, movement: Movement, by_movement: bool = False) -> EffectRow:
    """What a movement does to a signal, titled by the signal, or by the movement in the signal's card."""
    ref = Ref("movement", movement.id) if by_movement else desk.ref(response.agent)
    kinds = (desk.atlas.references[r].kind for r in response.references if r in desk.atlas.references)
    first = next(kinds, "")
    return EffectRow(
        direction=words.change_direction(response.change),
        direction_word=words.change_word(response.change),
        title=movement.name if by_movement else desk.title(response.agent),
        ref=ref,
        what=_said(response),
        how="",
        evidence=words.source_kind_word(first),
        confidence=response.confidence,
        confidence_word=words.confidence_word(response.confidence),
        n="",
        numbers=desk.cites.cite(response.references),
        role=_response_role(desk, response, movement),
        origin=desk.credits.credit(movement, movement.name),
    )


def _said(response: Response) -> str:
    if not (response.acute and response.size):
        return response.acute or response.size
    return _("{change}; {size}").format(change=response.acute, size=response.size)


def _response_role(desk: Desk, response: Response, movement: Movement) -> Role:
    if movement.rest:
        return "harm"
    signal = desk.atlas.signals.get(response.agent)
    return "working" if signal and from_muscle(signal) else "receiving"


def finding_row(desk: Desk, finding: Finding, in_series: bool = False) -> NumberRow:
    """A measured difference with its interval, number of people, design and caution.

    Titled by its outcome; without a title in a series, where the outcome heads the section.
    """
    plain = finding.plain or (words.headed(finding.exposure) if in_series else "")
    said = (
        finding.exposure if finding.plain or not in_series else "",
        finding.design,
        words.sample(finding, desk.level),
    )
    measure = "" if desk.is_school else finding.measure
    return NumberRow(
        title="" if in_series else words.headed(finding.endpoint),
        note=" · ".join(part for part in (*said, measure) if part),
        number=words.value_of(finding),
        interval=words.interval_of(finding),
        numbers=desk.cites.cite(finding.references),
        role="harm" if finding.kind == "inactivity" else "receiving",
        confidence=finding.confidence,
        confidence_word=words.confidence_word(finding.confidence),
        plain=plain,
        caution="" if desk.is_school else finding.caution,
        ratio=words.is_ratio(finding),
        value=finding.value,
        low=finding.low,
        high=finding.high,
        origin=desk.credits.credit(finding, words.headed(finding.endpoint)),
    )


def contrast_row(desk: Desk, contrast: Contrast) -> NumberRow:
    """The same thing measured sedentary and active, with the difference."""
    known = confidence_of_contrast(desk.atlas, contrast)
    here = desk.topic.ref == Ref("organ", contrast.organ)
    return NumberRow(
        title=words.headed(contrast.what),
        note="" if here else desk.name(contrast.organ),
        number=contrast.difference,
        interval=contrast.interval or words.no_interval(),
        numbers=desk.cites.cite(contrast.references),
        role="receiving",
        confidence=known or "low",
        confidence_word=words.confidence_word(known) if known else _("confidence not recorded"),
        sedentary=contrast.sedentary,
        active=contrast.active,
        sides=words.sides(contrast),
        plain=contrast.note,
        origin=desk.credits.credit(contrast, words.headed(contrast.what)),
    )


def claim_row(desk: Desk, claim: Claim) -> ClaimRow:
    """A sentence of the popular article with its verdict."""
    from bodymap.viewmodels.claims import verdict_words  # few cards name a claim

    return ClaimRow(
        number=claim.number,
        claim=claim.claim,
        verdict=verdict_words(claim.verdict),
        mark=claim.verdict,
        nuance=claim.nuance,
        numbers=desk.cites.cite(claim.references),
        origin=desk.credits.credit(claim, claim.claim),
    )


def claims_section(desk: Desk, claims: Iterable[Claim]) -> tuple[Section, ...]:
    """What the popular article says here; no section where it says nothing."""
    rows = tuple(claim_row(desk, claim) for claim in claims)
    return (
        (Section(_("The popular article says"), _("checked against the literature"), rows),) if rows else ()
    )


def signal_link(signal: Signal, note: str) -> LinkRow:
    """A link to a signal; its mark says whether muscle releases it."""
    return LinkRow(Ref("signal", signal.id), signal.name, note, words.muscle_mark(signal))


def uncertain_effects(effects: Iterable[Effect]) -> tuple[str, ...]:
    """A sentence that counts the effects with weak evidence; none where there are none."""
    weak = sum(e.confidence == "low" for e in effects)
    one = _("{n} effect here rests on weak or conflicting evidence.")
    return (counted(one, _("{n} effects here rest on weak or conflicting evidence."), weak),) if weak else ()


def cautions(desk: Desk, findings: Iterable[Finding]) -> tuple[str, ...]:
    """What limits the findings shown, each once; at university it stands beside the numbers instead."""
    if not desk.is_school:
        return ()
    found = dict.fromkeys(f.caution for f in findings if f.caution)
    return tuple(found)[:_MOST_CAUTIONS]
