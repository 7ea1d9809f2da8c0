"""Questions about what was measured: up or down, in which order, sitting or moving; and the claims."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from bodymap.atlas.kinetic_records import Course
from bodymap.atlas.measures import is_ratio, scale_of
from bodymap.atlas.records import EXERCISE, Claim, Direction, Finding
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.model import Choice, Question
from bodymap.i18n import _, counted
from bodymap.viewmodels.claims import VERDICTS, verdict_words
from bodymap.viewmodels.words import evidence_word, headed, value_of

_ITEMS = 3
_APART = 20
"""Minutes between two things that are to be put in order."""
_DIRECTIONS: tuple[Direction, ...] = ("increases", "decreases", "no-change")


def direction_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """Up, down or no change of what was measured, where all records that speak of it agree."""
    effects = list(bank.plain)
    rng.shuffle(effects)
    choices = tuple(Choice(d, _direction_words(d)) for d in _DIRECTIONS)
    for effect in effects:
        organ = bank.atlas.organs.get(effect.organ)
        if organ is None:
            continue
        ask = _("{agent} and {organ}: what was seen of “{of}”?").format(
            agent=_agent(bank, effect.agent), organ=organ.name, of=effect.of
        )
        why = _("{what} (Evidence: {evidence}.)").format(
            what=effect.what, evidence=evidence_word(effect.evidence)
        )
        yield Question(
            "direction",
            "choice",
            ask,
            choices,
            (_DIRECTIONS.index(effect.direction),),
            why,
            effect.references,
            (f"effect:{effect.id}",),
            ask,
        )


def claim_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """What the literature says of a sentence of the article; each sentence once."""
    claims = list(bank.claims)
    rng.shuffle(claims)
    choices = tuple(Choice(v, verdict_words(v)) for v in VERDICTS)
    for claim in claims:
        yield Question(
            kind="claim",
            form="choice",
            ask=_("“{claim}.” What does the literature say?").format(claim=claim.claim.rstrip(".")),
            choices=choices,
            right=(VERDICTS.index(claim.verdict),),
            why=_claim_why(claim),
            references=claim.references,
            about=(f"claim:{claim.number}",),
            key=f"claim {claim.number}",
        )


def _claim_why(claim: Claim) -> str:
    """What the literature says, as a sentence also where it only says yes."""
    if len(claim.nuance.split()) > 1:
        return claim.nuance
    words = _("{nuance} {verdict}: “{claim}.”")
    verdict, sentence = verdict_words(claim.verdict), claim.claim.rstrip(".")
    return words.format(nuance=claim.nuance, verdict=verdict, claim=sentence).strip()


def moving_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """Whether something was seen with movement, or with sitting and lying."""
    findings = [f for f in bank.findings if _can_be_told(f)]
    rng.shuffle(findings)
    choices = (
        Choice("exercise", _("with movement")),
        Choice("inactivity", _("with sitting or lying")),
    )
    for finding in findings:
        ask = _("{endpoint}: {seen}. Was this seen with movement, or with sitting or lying?").format(
            endpoint=headed(finding.endpoint), seen=_seen(finding)
        )
        yield Question(
            kind="moving",
            form="choice",
            ask=ask,
            choices=choices,
            right=(0 if finding.kind == "exercise" else 1,),
            why=_("{plain} ({exposure})").format(plain=finding.plain, exposure=finding.exposure),
            references=finding.references,
            about=(f"finding:{finding.id}",),
            key=ask,
        )


def order_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """Three signals by when their highest value was measured, counted from the end of the movement."""
    peaks = [
        peak for course in bank.courses if (peak := _peak(course)) and course.signal in bank.atlas.signals
    ]
    partners = [frozenset(i for i, p in enumerate(peaks) if _can_stand_beside(p, peak)) for peak in peaks]
    triples = [
        (i, j, k)
        for i in range(len(peaks))
        for j in sorted(partners[i])
        if j > i
        for k in sorted(partners[i] & partners[j])
        if k > j
    ]
    rng.shuffle(triples)
    for triple in triples:
        chosen = [peaks[i] for i in triple]
        rng.shuffle(chosen)
        yield _ordered(bank, chosen)


class _Peak(NamedTuple):
    course: Course
    after: int


def _peak(course: Course) -> _Peak | None:
    """When the highest value came, where one bout was followed by at least two measurements."""
    valued = [(p.value, p.minute) for p in course.points if p.value is not None]
    once = len(course.bouts) == 1 and course.bouts[0].repeats == 1  # else the breaks are our reading
    if not once or course.bouts[0].minutes is None or len({m for _v, m in valued}) < 2:
        return None
    highest = max(value for value, _m in valued)
    minutes = [minute for value, minute in valued if value == highest]
    bout = course.bouts[0]
    end = bout.start + (bout.minutes or 0) + (bout.repeats - 1) * bout.every
    after = minutes[0] - end
    return _Peak(course, after) if len(minutes) == 1 and after >= 0 else None


def _can_stand_beside(one: _Peak, other: _Peak) -> bool:
    return one.course.signal != other.course.signal and abs(one.after - other.after) >= _APART


def _ordered(bank: Bank, peaks: list[_Peak]) -> Question:
    names = [_("{signal} ({study})").format(signal=_short(bank, p), study=p.course.what) for p in peaks]
    order = sorted(range(len(peaks)), key=lambda i: peaks[i].after)
    said = (f"{names[i]}: {_when(peaks[i].after)}" for i in order)
    return Question(
        kind="order",
        form="order",
        ask=_(
            "When was the highest value in the blood measured? First to last, from the end of the movement."
        ),
        choices=tuple(Choice(f"course:{p.course.id}", n) for p, n in zip(peaks, names, strict=True)),
        right=tuple(order),
        why="; ".join(said) + ".",
        references=tuple(dict.fromkeys(r for p in peaks for r in p.course.references)),
        about=tuple(f"course:{p.course.id}" for p in peaks),
        key=" ".join(sorted(p.course.id for p in peaks)),
    )


def _short(bank: Bank, peak: _Peak) -> str:
    return bank.atlas.signals[peak.course.signal].short


def _when(minutes: int) -> str:
    return (
        counted("{n} minute after the end", "{n} minutes after the end", minutes)
        if minutes
        else _("at the end")
    )


def _can_be_told(finding: Finding) -> bool:
    """Whether the number, or the word of an association, says enough without its study.

    An effect size has its sign by convention; counts and rankings compare nothing.
    """
    if finding.bearing == "unclear" or finding.measure in ("effect size", "count"):
        return False
    return finding.value is not None or finding.measure == "association"


def _seen(finding: Finding) -> str:
    """What was measured, without who did what: "more often (1.49 times the risk)"."""
    value = value_of(finding)
    if finding.value is None or not is_ratio(finding.measure):
        return value
    words = _("more often ({times})") if finding.value > 1 else _("less often ({times})")
    return words.format(times=_times(finding, value))


def _times(finding: Finding, value: str) -> str:
    if scale_of(finding.measure, "") == "OR":
        return _("{value} times the odds").format(value=value)
    per = finding.measure.partition(" per ")[2]
    if per:
        return _("{value} times the risk per {unit}").format(value=value, unit=per)
    return _("{value} times the risk").format(value=value)


def _agent(bank: Bank, agent: str) -> str:
    found = bank.atlas.signals.get(agent)
    if found is not None:
        return found.short
    return _("Exercise") if agent == EXERCISE else _("Sitting or lying")


def _direction_words(direction: Direction) -> str:
    return {"increases": _("more"), "decreases": _("less"), "no-change": _("no change")}[direction]
