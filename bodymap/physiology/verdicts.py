"""Where a curve may be believed: measured like this, further out, only in words, or never measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bodymap.atlas.kinetic_records import BodyModel, Curve
from bodymap.physiology.work import Stretch

Status = Literal["modelled", "extrapolated", "words", "not measured"]
STATUSES: tuple[Status, ...] = ("modelled", "extrapolated", "words", "not measured")
"""From the best to the worst."""
DRAWN: tuple[Status, ...] = ("modelled", "extrapolated")
"""Those under which a number is shown."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a curve, from minute `start` to `stop`, and how far it may be believed."""

    start: int
    stop: int
    status: Status

    @property
    def drawn(self) -> bool:
        """Whether a number is shown in it."""
        return self.status in DRAWN


def worst(segments: Iterable[Segment]) -> Status:
    """The status of a whole curve: the worst of its segments."""
    return STATUSES[max((STATUSES.index(s.status) for s in segments), default=0)]


def verdicts(body: BodyModel, curve: Curve, moved: Sequence[Stretch], until: int) -> tuple[Segment, ...]:
    """The segments of a curve from minute 0 to `until`, without gaps; rest is modelled."""
    marks: list[Segment] = []
    for at, stretch in enumerate(moved):
        marks += _marks(body, curve, stretch)
        previous = moved[at - 1] if at else None
        if previous and stretch.start - previous.stop > body.repeat_within.value:
            marks.append(Segment(stretch.start, stretch.stop, "extrapolated"))
    lasting = int(body.unknown.value)
    return levelled([Segment(m.start, m.stop + lasting, m.status) for m in marks], until)


def levelled(marks: Sequence[Segment], until: int) -> tuple[Segment, ...]:
    """Marks that overlap as segments that do not: the worst wins, and where none is, all is modelled."""
    borders = sorted({0, until, *(b for m in marks for b in (m.start, m.stop) if 0 < b < until)})
    found: list[Segment] = []
    for start, stop in pairwise(borders):
        status = worst(m for m in marks if m.start <= start and m.stop >= stop)
        if found and found[-1].status == status:
            found[-1] = Segment(found[-1].start, stop, status)
        else:
            found.append(Segment(start, stop, status))
    return tuple(found)


def _marks(body: BodyModel, curve: Curve, stretch: Stretch) -> list[Segment]:
    """What speaks against a curve in one stretch of work, each from where it begins to the end of it."""
    start, stop = stretch.start, stretch.stop
    groups = {work.group for work in stretch.works}
    if not groups <= {*curve.modelled, *curve.extrapolated}:
        return [Segment(start, stop, "not measured")]
    marks: list[Segment] = []
    measured = curve.measured
    outside = not measured.easiest <= stretch.hardest <= measured.hardest
    if outside or not groups <= {*curve.modelled} or stop - start < measured.shortest:
        marks.append(Segment(start, stop, "extrapolated"))
    if any(work.fasted for work in stretch.works):
        marks.append(Segment(start, stop, "extrapolated"))
    if stop - start > measured.longest:
        marks.append(Segment(start + measured.longest, stop, "extrapolated"))
    long = start + int(body.long_minutes.value)
    if stop > long and "small" not in groups and stretch.hardest > body.long_intensity.value:
        marks.append(Segment(long, stop, "words"))
    return marks
