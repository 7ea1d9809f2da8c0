"""What lies under the pointer in the chart: a line with its value, or a measured point with its source."""

from __future__ import annotations

from bodymap.i18n import _, counted
from bodymap.viewmodels.curve_values import Dot, Study
from bodymap.viewmodels.curves import status_words
from bodymap.viewmodels.timeline.moments import time_words
from bodymap.viewmodels.timeline.readings import reading
from bodymap.viewmodels.timeline.values import Drawn, Timeline


def line_words(timeline: Timeline, drawn: Drawn, minute: int) -> tuple[str, ...]:
    """A line at a minute: value, band, how far it may be believed, and on how many courses that rests."""
    said = reading(drawn, minute, timeline.unit)
    time = time_words(minute, timeline.extent)
    part = next((p for p in drawn.line.parts if p.start <= minute <= p.stop), None)
    status = part.words if part else status_words(drawn.line.status)
    known = counted("{n} published course", "{n} published courses", len(drawn.line.studies))
    head = _("{name} {value} at {time}").format(name=said.name, value=said.value, time=time)
    return tuple(
        row for row in (head, said.band, _("{status} · {known}").format(status=status, known=known)) if row
    )


def dot_words(study: Study, dot: Dot) -> tuple[str, ...]:
    """A measured point: as reported, in how many people, with which spread, by whom."""
    people = _("{people}, n = {n}").format(people=study.people, n=study.n) if study.n else study.people
    spread = _("{reported} (bars: {spread})").format(reported=dot.reported, spread=study.spread)
    return (
        spread if study.spread and dot.low is not None else dot.reported,
        study.words,
        people,
        study.source,
    )


def measured_words(timeline: Timeline) -> str:
    """Whose points stand over the lines; or that nobody measured such a bout."""
    sources = dict.fromkeys(study.source for _drawn, study, _dot in dots_of(timeline))
    if not sources:
        return _("Points: no study with a bout like this one")
    return _("Points: {sources}").format(sources=" · ".join(sources))


def dots_of(timeline: Timeline) -> list[tuple[Drawn, Study, Dot]]:
    """The measured points that stand over the lines shown."""
    return [
        (drawn, study, dot)
        for drawn in timeline.drawn
        if drawn.part in ("main", "other")
        for study in drawn.line.studies
        if study.alike
        for dot in study.dots
    ]
