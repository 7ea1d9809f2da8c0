"""The phrases of the interface for directions, evidence, verdicts and numbers: whole, never glued."""

from __future__ import annotations

from typing import Literal

from bodymap.atlas.measures import is_ratio as is_ratio_measure
from bodymap.atlas.records import (
    Change,
    Confidence,
    Contrast,
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
    return _direction_form(effect.direction).format(of=effect.of)


def _direction_form(direction: Direction) -> str:
    match direction:
        case "increases":
            return _("raises {of}")
        case "decreases":
            return _("lowers {of}")
        case "modulates":
            return _("changes {of}")
        case "no-change":
            return _("no change of {of}")


def headed(words: str) -> str:
    """Words of the data as a heading: with a capital first letter."""
    return words[:1].upper() + words[1:]


def evidence_word(evidence: Evidence) -> str:
    """The kind of study in two words."""
    return source_kind_word("review" if evidence == "review-consensus" else evidence)


def source_kind_word(kind: str) -> str:
    """The kind of a publication in words; a kind that has no words here stands as it is."""
    match kind:  # a card asks hundreds of times: no table of all words for one of them
        case "human-trial":
            return _("human trial")
        case "human-observational":
            return _("human observation")
        case "animal":
            return _("animal")
        case "in-vitro":
            return _("cell")
        case "review":
            return _("review")
        case "meta-analysis":
            return _("pooled studies")
        case _other:
            return kind


def confidence_word(confidence: Confidence) -> str:
    """How sure we are."""
    match confidence:
        case "high":
            return _("high confidence")
        case "moderate":
            return _("moderate confidence")
        case "low":
            return _("low confidence")


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


def sides(contrast: Contrast) -> tuple[str, str]:
    """Both values of a pair alone: "2.2 %", "6.9 %"; a change with its sign, a ratio without its name."""
    values = (contrast.sedentary_value, contrast.active_value)
    if values[0] is None or values[1] is None:
        return ("", "")
    if is_ratio_measure(contrast.unit):
        return (f"{values[0]:.2f}", f"{values[1]:.2f}")
    plus = "+" if values[0] < 0 < values[1] else ""
    return (amount(values[0], contrast.unit), plus + amount(values[1], contrast.unit))


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
