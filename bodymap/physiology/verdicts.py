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


_Mark = tuple[int, int, int]
"""Rank of a status, from minute, to minute: many are made, and few become segments."""
_EXTRAPOLATED, _WORDS, _NOT_MEASURED = (STATUSES.index(s) for s in STATUSES[1:])


def verdicts(body: BodyModel, curve: Curve, moved: Sequence[Stretch], until: int) -> tuple[Segment, ...]:
    """The segments of a curve from minute 0 to `until`, without gaps; rest is modelled."""
    marks: list[_Mark] = []
    lasting, again = int(body.unknown.value), body.repeat_within.value
    groups = frozenset(curve.modelled), frozenset((*curve.modelled, *curve.extrapolated))
    before: Stretch | None = None
    for stretch in moved:
        found = _marks(body, curve, stretch, groups)
        if not found and before and stretch.start - before.stop > again:
            found = [(_EXTRAPOLATED, stretch.start, stretch.stop)]
        marks += [(rank, start, stop + lasting) for rank, start, stop in found]
        before = stretch
    return _levelled(marks, until)


def levelled(marks: Iterable[Segment], until: int) -> tuple[Segment, ...]:
    """Marks that overlap as segments that do not: the worst wins, and where none is, all is modelled."""
    return _levelled([(STATUSES.index(m.status), m.start, m.stop) for m in marks], until)


def _levelled(marks: Sequence[_Mark], until: int) -> tuple[Segment, ...]:
    if not marks or until < 1:
        return (Segment(0, until, "modelled"),)
    ranked = _united(marks)
    borders = sorted({0, until, *(b for mark in ranked for b in mark[1:] if 0 < b < until)})
    found: list[tuple[int, int, int]] = []
    for start, stop in pairwise(borders):
        rank = next((r for r, first, last in ranked if first <= start and last >= stop), 0)
        if found and found[-1][2] == rank:
            found[-1] = (found[-1][0], stop, rank)
        else:
            found.append((start, stop, rank))
    return tuple(Segment(start, stop, STATUSES[rank]) for start, stop, rank in found)


def _united(marks: Sequence[_Mark]) -> list[_Mark]:
    """The worst first, and those that touch and say the same as one: a walk each hour is many."""
    found: list[_Mark] = []
    for rank, start, stop in sorted(marks):
        if found and found[-1][0] == rank and start <= found[-1][2]:
            found[-1] = (rank, found[-1][1], max(found[-1][2], stop))
        else:
            found.append((rank, start, stop))
    return sorted(found, reverse=True)


def _marks(
    body: BodyModel, curve: Curve, stretch: Stretch, groups: tuple[frozenset[Group], frozenset[Group]]
) -> list[_Mark]:
    """What speaks against a curve in one stretch of work, each from where it begins to the end of it."""
    start, stop, measured = stretch.start, stretch.stop, curve.measured
    modelled, shown = groups
    if not stretch.groups <= shown:
        return [(_NOT_MEASURED, start, stop)]
    marks: list[_Mark] = []
    outside = not measured.easiest <= stretch.hardest <= measured.hardest
    if outside or stretch.fasted or not stretch.groups <= modelled or stop - start < measured.shortest:
        marks.append((_EXTRAPOLATED, start, stop))
    elif stop - start > measured.longest:
        marks.append((_EXTRAPOLATED, start + measured.longest, stop))
    long = start + int(body.long_minutes.value)
    most = body.long_intensity if stretch.fed else body.long_unfed
    if stop > long and "small" not in stretch.groups and stretch.hardest > most.value:
        marks.append((_WORDS, long, stop))
    return marks
