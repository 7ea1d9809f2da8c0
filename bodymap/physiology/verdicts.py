"""Where a curve may be believed: measured like this, further out, only in words, or never measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bodymap.atlas.kinetic_records import BodyModel, Curve, Group
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
    lasting, again = int(body.unknown.value), body.repeat_within.value
    groups = frozenset(curve.modelled), frozenset((*curve.modelled, *curve.extrapolated))
    before: Stretch | None = None
    for stretch in moved:
        found = _marks(body, curve, stretch, groups)
        if not found and before and stretch.start - before.stop > again:
            found = [Segment(stretch.start, stretch.stop, "extrapolated")]
        marks += [Segment(m.start, m.stop + lasting, m.status) for m in found]
        before = stretch
    return levelled(marks, until)


def levelled(marks: Sequence[Segment], until: int) -> tuple[Segment, ...]:
    """Marks that overlap as segments that do not: the worst wins, and where none is, all is modelled."""
    if not marks or until < 1:
        return (Segment(0, until, "modelled"),)
    ranked = _united(marks)
    borders = sorted({0, until, *(b for m in ranked for b in m[:2] if 0 < b < until)})
    found: list[tuple[int, int, int]] = []
    for start, stop in pairwise(borders):
        rank = max([r for first, last, r in ranked if first <= start and last >= stop], default=0)
        if found and found[-1][2] == rank:
            found[-1] = (found[-1][0], stop, rank)
        else:
            found.append((start, stop, rank))
    return tuple(Segment(start, stop, STATUSES[rank]) for start, stop, rank in found)


def _united(marks: Sequence[Segment]) -> list[tuple[int, int, int]]:
    """Marks as (start, stop, rank), those that touch and say the same as one: a walk each hour is many."""
    found: list[tuple[int, int, int]] = []
    for rank, start, stop in sorted((STATUSES.index(m.status), m.start, m.stop) for m in marks):
        if found and found[-1][2] == rank and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop), rank)
        else:
            found.append((start, stop, rank))
    return found


def _marks(
    body: BodyModel, curve: Curve, stretch: Stretch, groups: tuple[frozenset[Group], frozenset[Group]]
) -> list[Segment]:
    """What speaks against a curve in one stretch of work, each from where it begins to the end of it."""
    start, stop, measured = stretch.start, stretch.stop, curve.measured
    modelled, shown = groups
    if not stretch.groups <= shown:
        return [Segment(start, stop, "not measured")]
    marks: list[Segment] = []
    outside = not measured.easiest <= stretch.hardest <= measured.hardest
    if outside or stretch.fasted or not stretch.groups <= modelled or stop - start < measured.shortest:
        marks.append(Segment(start, stop, "extrapolated"))
    elif stop - start > measured.longest:
        marks.append(Segment(start + measured.longest, stop, "extrapolated"))
    long = start + int(body.long_minutes.value)
    most = body.long_intensity if stretch.fed else body.long_unfed
    if stop > long and "small" not in stretch.groups and stretch.hardest > most.value:
        marks.append(Segment(long, stop, "words"))
    return marks
