"""What weeks of training, and of sitting, did to one resting level, in words and rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Habit
from bodymap.i18n import _, counted
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.weeks import LONGEST, over_weeks
from bodymap.viewmodels.citations import citation, short


class WeeksRow(NamedTuple):
    """One study: `week` places its dot at `fold` (low, high); without a fold there are words only."""

    week: float
    when: str
    fold: float | None
    low: float | None
    high: float | None
    words: str
    people: str
    source: str
    citation: str


class WeeksColumn(NamedTuple):
    """One habit: what was measured, the earliest first; `gap` says in words what was not."""

    name: str
    rows: tuple[WeeksRow, ...]
    gap: str


class WeeksPicture(NamedTuple):
    """Two habits side by side; `lasting` compares lives of sitting with active ones, "" where no one did."""

    signal: str
    columns: tuple[WeeksColumn, WeeksColumn]
    lasting: str


def weeks_picture(atlas: Atlas, physiology: Physiology, signal: str) -> WeeksPicture:
    """What is known of a signal at rest over weeks: only measured weeks have rows, the rest is a gap."""
    found = over_weeks(physiology, signal, LONGEST)
    lasting = found.lasting
    words = ""
    if lasting is not None:
        words = _("A life of sitting: ×{value:.2f} of an active one ({low:.2f} to {high:.2f})").format(
            value=lasting.value, low=lasting.low, high=lasting.high
        )
    training = _column(atlas, _("Weeks of training"), found.training.studies)
    return WeeksPicture(
        signal, (training, _column(atlas, _("Weeks of sitting"), found.sitting.studies)), words
    )


def _column(atlas: Atlas, name: str, studies: Sequence[Habit]) -> WeeksColumn:
    rows = tuple(_row(atlas, study) for study in sorted(studies, key=lambda s: s.weeks))
    return WeeksColumn(name, rows, _("other weeks: not measured") if rows else _("not measured"))


def _row(atlas: Atlas, study: Habit) -> WeeksRow:
    known = [atlas.references[r] for r in study.references if r in atlas.references]
    people = study.people if study.n is None else f"{study.people} (n = {study.n})"
    return WeeksRow(
        study.weeks,
        _when(study.weeks),
        study.fold,
        study.low,
        study.high,
        f"{study.what}: {study.words}",
        people,
        "; ".join(short(r) for r in known),
        "\n".join(citation(r) for r in known),
    )


def _when(weeks: float) -> str:
    if weeks < 1:
        return counted("{n} day", "{n} days", round(7 * weeks))
    return counted("{n} week", "{n} weeks", round(weeks))
