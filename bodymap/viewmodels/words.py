"""The phrases of the interface for directions, evidence, verdicts and numbers: whole, never glued."""

from __future__ import annotations

from typing import Literal

from bodymap.atlas.measures import is_ratio as is_ratio_measure
from bodymap.atlas.records import (
    Change,
    Confidence,
    Direction,
    Effect,
    Evidence,
    Finding,
    Level,
    Movement,
    Signal,
)
from bodymap.i18n import _, counted

_MINUS = "\N{MINUS SIGN}"
_EN_DASH = "\N{EN DASH}"
_DIFFERENCES = ("change", "difference", "effect", "hedges", "risk +")
_RATIO_MEASURES = ("hr", "rr", "or", "odds", "hazard", "relative")
_INTERVAL_MEASURES = (*_RATIO_MEASURES, "mean", "standardised", "effect", "hedges")
_HUMAN: tuple[Evidence, ...] = ("human-trial", "human-observational")


def direction_phrase(effect: Effect) -> str:
    """What happens to the thing that an effect is about: "raises blood BDNF"."""
    phrases: dict[Direction, str] = {
        "increases": _("raises {of}"),
        "decreases": _("lowers {of}"),
        "modulates": _("changes {of}"),
        "no-change": _("no change of {of}"),
    }
    return phrases[effect.direction].format(of=effect.of)


def headed(words: str) -> str:
    """Words of the data as a heading: with a capital first letter."""
    return words[:1].upper() + words[1:]


def evidence_word(evidence: Evidence) -> str:
    """The kind of study in two words."""
    return source_kind_word("review" if evidence == "review-consensus" else evidence)


def source_kind_word(kind: str) -> str:
    """The kind of a publication in words; a kind that has no words here stands as it is."""
    words = {
        "human-trial": _("human trial"),
        "human-observational": _("human observation"),
        "animal": _("animal"),
        "in-vitro": _("cell"),
        "review": _("review"),
        "meta-analysis": _("pooled studies"),
    }
    return words.get(kind, kind)


def confidence_word(confidence: Confidence) -> str:
    """How sure we are."""
    words: dict[Confidence, str] = {
        "high": _("high confidence"),
        "moderate": _("moderate confidence"),
        "low": _("low confidence"),
    }
    return words[confidence]


def change_word(change: Change) -> str:
    """What a movement does to a signal."""
    words: dict[Change, str] = {
        "rises": _("rises"),
        "falls": _("falls"),
        "unchanged": _("unchanged"),
        "unclear": _("unclear"),
        "not-measured": _("not measured"),
    }
    return words[change]


def change_direction(change: Change) -> Direction:
    """The shape that stands for a change; what is unclear takes the neutral one."""
    shapes: dict[Change, Direction] = {"rises": "increases", "falls": "decreases", "unchanged": "no-change"}
    return shapes.get(change, "modulates")


def muscle_words(signal: Signal) -> str:
    """Whether working muscle sends a signal into the blood."""
    words = {"yes": _("yes"), "contested": _("disputed"), "no": _("no")}
    return words[signal.muscle]


def muscle_mark(signal: Signal) -> Literal["full", "half", "ring"]:
    """The dot that says the same: released by muscle, disputed, made elsewhere."""
    marks: dict[str, Literal["full", "half", "ring"]] = {"yes": "full", "contested": "half", "no": "ring"}
    return marks[signal.muscle]


def people(n: int | None, evidence: Evidence, level: Level) -> str:
    """How many were studied: "22 people" at school where people were, "n = 22" at university."""
    if n is None:
        return ""
    if level == "school":
        return counted("{n} person", "{n} people", n).replace(str(n), f"{n:,}") if evidence in _HUMAN else ""
    return _("n = {n}").format(n=f"{n:,}")


def sample(finding: Finding, level: Level) -> str:
    """How many took part in what a finding measured; empty where it is not recorded."""
    return people(finding.n, "human-trial", level)


def number(value: float) -> str:
    """A number as a reader writes it: "2.63", "−17", "1,344"."""
    text = f"{abs(value):,.6g}" if abs(value) < 1e6 else f"{abs(value):,.0f}"
    return f"{_MINUS}{text}" if value < 0 else text


def amount(value: float, unit: str) -> str:
    """A number with its unit: "−3.2 cm/s", "17 %"; the number alone where there is no unit."""
    return f"{number(value)}\N{NO-BREAK SPACE}{unit}" if unit else number(value)


def value_of(finding: Finding) -> str:
    """The measured value of a finding, in numbers where it has one, else in its words.

    A ratio has two decimals; a rise carries its plus.
    """
    if finding.value is None:
        return finding.words
    if is_ratio(finding):
        return f"{finding.value:.2f}"
    is_rise = finding.value > 0 and any(word in finding.measure.lower() for word in _DIFFERENCES)
    return f"+{amount(finding.value, finding.unit)}" if is_rise else amount(finding.value, finding.unit)


def no_interval() -> str:
    """That nothing is known of how exact a value is: most sources were read as abstracts."""
    return _("no 95 % interval in what we read")


def interval_of(finding: Finding) -> str:
    """The interval of a finding, or that none was read; empty where the value is words only."""
    if finding.value is None:
        return ""
    if finding.low is None or finding.high is None:
        return no_interval()
    ratio = is_ratio(finding)
    low, high = (f"{end:.2f}" if ratio else number(end) for end in (finding.low, finding.high))
    joined = f"{low}{_EN_DASH}{high}" if finding.low >= 0 else _("{low} to {high}").format(low=low, high=high)
    is_interval = finding.measure.lower().startswith(_INTERVAL_MEASURES)
    form = _("95 % interval {interval}") if is_interval else _("range {interval}")
    return form.format(interval=joined)


def is_ratio(finding: Finding) -> bool:
    """Whether 1 means no difference in what a finding measured."""
    return finding.value is not None and is_ratio_measure(finding.measure)


def duration(minutes: int) -> str:
    """A time as people say it: "12 min", "3 h", "3 h 26 min", "2 d"."""
    space = "\N{NO-BREAK SPACE}"
    if minutes < 60:
        return f"{minutes}{space}min"
    if minutes < 1440 or minutes % 1440:
        hours, rest = divmod(minutes, 60)
        return f"{hours}{space}h {rest}{space}min" if rest else f"{hours}{space}h"
    return f"{minutes // 1440}{space}d"


def dose(movement: Movement) -> str:
    """The usual dose of a movement; a programme of weeks has none."""
    return _("programme") if movement.minutes is None else duration(movement.minutes)


def load_words(load: float) -> str:
    """How hard a muscle group works."""
    if load >= 0.75:
        return _("works hard")
    return _("works") if load >= 0.4 else _("works lightly")
