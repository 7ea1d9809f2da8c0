"""The forest plot: effect sizes with their intervals, on axes that do not mix what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.evidence import evidence_of_finding
from bodymap.atlas.measures import RATIOS, Scale, scale_of
from bodymap.atlas.records import Confidence, Evidence, Finding, Ref
from bodymap.i18n import _
from bodymap.viewmodels import words
from bodymap.viewmodels.axis import Axis, linear_axis, log_axis
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.citations import Citations

CANCERS = "moore2016"
"""The reference whose findings are the pooled study of 26 cancers."""
_LEVELS = ("mean", "count")
"""Measures that are a level, not a difference: they have no place on an axis of differences."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which findings are plotted: of one organ, of one kind, of one publication; "" for any."""

    organ: str = ""
    kind: Literal["", "inactivity", "exercise"] = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the plot. `low` and `high` are None where no interval was read.

    `number`, `interval` and `people` are the same in words; `numbers` are positions in the plot's sources.
    """

    finding: str
    organ: Ref
    title: str
    exposure: str
    value: float
    low: float | None
    high: float | None
    n: int | None
    number: str
    interval: str
    people: str
    design: str
    evidence: Evidence
    confidence: Confidence
    bearing: Literal["harm", "benefit", "unclear"]
    kind: Literal["inactivity", "exercise"]
    caution: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Points that share a scale and a unit, from the smallest value on, and their axis."""

    scale: Scale
    unit: str
    title: str
    axis: Axis
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """Groups, those with the most points first; `left_out` counts findings without an effect size."""

    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    left_out: int
    empty: str


def forest(atlas: Atlas, question: Question) -> Forest:
    """The effect sizes that are asked for; give the filtered atlas to leave out what a filter hides."""
    asked = [f for f in atlas.findings if _is_asked(f, question)]
    sized = [f for f in asked if f.value is not None and f.measure.lower() not in _LEVELS]
    cites = Citations(atlas)
    groups: dict[tuple[Scale, str], list[Finding]] = {}
    for finding in sized:
        groups.setdefault(_group(finding), []).append(finding)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    made = tuple(_made(key, findings, cites) for key, findings in ordered)
    return Forest(
        made, cites.sources(), len(asked) - len(sized), _("No effect size is recorded here in our data.")
    )


def cancers(atlas: Atlas) -> Forest:
    """The cancers of the pooled study, those with less risk and those with more."""
    return forest(atlas, Question(reference=CANCERS))


def _is_asked(finding: Finding, question: Question) -> bool:
    return (
        question.organ in ("", finding.organ)
        and question.kind in ("", finding.kind)
        and (not question.reference or question.reference in finding.references)
    )


def _group(finding: Finding) -> tuple[Scale, str]:
    """What may share an axis: one scale, and what its numbers are a number of."""
    scale = scale_of(finding.measure, finding.unit)
    if scale in RATIOS:
        per = finding.measure.partition(" per ")[2]
        return scale, _("per {unit}").format(unit=per) if per else ""
    if scale == "percent":
        return scale, finding.measure
    return scale, "SD" if scale == "SMD" else finding.unit or finding.measure


def _made(key: tuple[Scale, str], findings: Iterable[Finding], cites: Citations) -> Group:
    scale, unit = key
    points = tuple(_point(f, cites) for f in sorted(findings, key=lambda f: (f.value or 0.0, f.id)))
    ends = [e for p in points for e in (p.value, p.low, p.high) if e is not None]
    axis = log_axis(ends) if scale in RATIOS else linear_axis(ends)
    return Group(scale, unit, _title(scale, unit), axis, points)


def _title(scale: Scale, unit: str) -> str:
    titles: dict[Scale, str] = {
        "HR": _("Hazard ratio"),
        "RR": _("Relative risk"),
        "OR": _("Odds ratio"),
        "SMD": _("Standardised difference (SD)"),
        "percent": _("Per cent"),
        "unit": _("Difference"),
    }
    said = {
        "change %": _("Change, per cent"),
        "risk +%": _("More risk, per cent"),
        "risk -%": _("Less risk, per cent"),
    }
    if unit in said:
        return said[unit]
    if not unit or scale == "SMD":
        return titles[scale]
    return _("{scale}, {unit}").format(scale=titles[scale], unit=unit)


def _point(finding: Finding, cites: Citations) -> Point:
    assert finding.value is not None
    return Point(
        finding=finding.id,
        organ=Ref("organ", finding.organ),
        title=words.headed(finding.endpoint),
        exposure=finding.exposure,
        value=finding.value,
        low=finding.low,
        high=finding.high,
        n=finding.n,
        number=words.value_of(finding),
        interval=words.interval_of(finding),
        people=words.sample(finding, "university"),
        design=finding.design,
        evidence=evidence_of_finding(finding),
        confidence=finding.confidence,
        bearing=finding.bearing,
        kind=finding.kind,
        caution=finding.caution,
        numbers=cites.cite(finding.references),
    )
