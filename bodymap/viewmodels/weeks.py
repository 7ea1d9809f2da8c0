"""What weeks of training, and of sitting, did to one resting level, in words and rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Habit
from bodymap.i18n import _, counted
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.weeks import LONGEST, over_weeks
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.citations import Citations


class WeeksRow(NamedTuple):
    """One study: a dot at `fold`, with its ends where they were read; without a fold there are words only.

    `sources` stand in the picture's, by number.
    """

    week: float
    when: str
    fold: float | None
    low: float | None
    high: float | None
    words: str
    note: str
    people: str
    numbers: tuple[int, ...]


class WeeksColumn(NamedTuple):
    """One habit: what was measured, the earliest first; `gap` says in words what was not."""

    name: str
    rows: tuple[WeeksRow, ...]
    gap: str


class WeeksPicture(NamedTuple):
    """Two habits side by side; `lasting` compares lives of sitting with active ones, "" where no one did.

    `span` is the least and the most of all dots and ends, 1 among them; `signals` are those of which
    anything was measured: (id, short name).
    """

    signal: str
    name: str
    columns: tuple[WeeksColumn, WeeksColumn]
    lasting: str
    span: tuple[float, float]
    sources: tuple[Source, ...]
    signals: tuple[tuple[str, str], ...]


def weeks_picture(atlas: Atlas, physiology: Physiology, signal: str) -> WeeksPicture:
    """What is known of a signal at rest over weeks: only measured weeks have rows, the rest is a gap."""
    found = over_weeks(physiology, signal, LONGEST)
    lasting = found.lasting
    words = ""
    if lasting is not None:
        words = _("A life of sitting: ×{value:.2f} of an active one ({low:.2f} to {high:.2f})").format(
            value=lasting.value, low=lasting.low, high=lasting.high
        )
    cites = Citations(atlas)
    columns = (
        _column(cites, _("Weeks of training"), found.training.studies),
        _column(cites, _("Weeks of sitting"), found.sitting.studies),
    )
    dots = [n for c in columns for r in c.rows for n in (r.fold, r.low, r.high) if n is not None]
    known = {*(h.signal for h in physiology.habits.values()), *physiology.floors}
    return WeeksPicture(
        signal,
        _name(atlas, signal),
        columns,
        words,
        (min([1.0, *dots]), max([1.0, *dots])),
        cites.sources(),
        tuple((s.id, s.short) for s in atlas.signals.values() if s.id in known),
    )


def _name(atlas: Atlas, signal: str) -> str:
    return atlas.signals[signal].short if signal in atlas.signals else signal


def _column(cites: Citations, name: str, studies: Sequence[Habit]) -> WeeksColumn:
    rows = tuple(_row(cites, study) for study in sorted(studies, key=lambda s: s.weeks))
    return WeeksColumn(name, rows, _("other weeks: not measured") if rows else _("not measured"))


def _row(cites: Citations, study: Habit) -> WeeksRow:
    return WeeksRow(
        study.weeks,
        _when(study.weeks),
        study.fold,
        study.low,
        study.high,
        f"{study.what}: {study.words}",
        study.note,
        study.people if study.n is None else f"{study.people} (n = {study.n})",
        cites.cite(study.references),
    )


def _when(weeks: float) -> str:
    if weeks < 1:
        return counted("{n} day", "{n} days", round(7 * weeks))
    return counted("{n} week", "{n} weeks", round(weeks))
