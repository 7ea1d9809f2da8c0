"""Measured differences on a card: rows of one outcome stand together, told apart by what was compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log

from bodymap.atlas.records import Effect, Finding
from bodymap.i18n import _
from bodymap.viewmodels import words
from bodymap.viewmodels.card_rows import Desk, effect_row, finding_row
from bodymap.viewmodels.card_values import Section


def finding_sections(
    desk: Desk, heading: Section, findings: Sequence[Finding], effects: Sequence[Effect] = ()
) -> tuple[Section, ...]:
    """The heading with the findings whose outcome stands alone, and a section for each other outcome.

    `heading` gives title, note and the words for nothing at all; `effects` follow the single findings.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.endpoint, []).append(finding)
    # In the order of reading: sources are numbered as they are met.
    rows = (
        *(finding_row(desk, group[0]) for group in groups.values() if len(group) == 1),
        *(effect_row(desk, effect) for effect in effects),
    )
    series = [_series(desk, group) for group in groups.values() if len(group) > 1]
    if series and not rows:
        first = _("{heading}: {outcome}")
        title = first.format(heading=heading.title, outcome=groups[next(iter(groups))][0].endpoint)
        return (replace(series[0], title=title), *series[1:])
    return (replace(heading, rows=rows), *series)


def _distance(finding: Finding) -> float:
    """How far a ratio lies from no difference; other findings keep their order."""
    if not words.is_ratio(finding) or not finding.value or finding.value <= 0:
        return 0.0
    return abs(log(finding.value))


def _series(desk: Desk, findings: Sequence[Finding]) -> Section:
    """Findings of one outcome, told apart by what was compared."""
    ordered = sorted(findings, key=lambda finding: -_distance(finding))
    rows = tuple(finding_row(desk, finding, in_series=True) for finding in ordered)
    note = _("1 = no difference") if all(row.ratio for row in rows) else _("measured")
    return Section(words.headed(findings[0].endpoint), note, rows)
