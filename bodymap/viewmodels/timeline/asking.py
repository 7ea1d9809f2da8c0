"""From what is looked at to what is asked of the model: bouts, a person, signals in view, a span of time."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Bout, Day
from bodymap.figure.figure import Anatomy
from bodymap.physiology.knowledge import LEADER, Physiology
from bodymap.physiology.person import Person
from bodymap.sights import DAYS_OF_WEEK, PLAN
from bodymap.state import LAST_MINUTE, Block, State, bout_at, days_of, in_week
from bodymap.viewmodels.topic import topic_of

DAY = 24 * 60
WEEK = DAYS_OF_WEEK * DAY
AROUND, BEFORE = 120, 30
"""Minutes shown after the last bout at the closest zoom, and before the first one of a day."""


class Extent(NamedTuple):
    """The minutes shown, from `start` to `stop`; with a `clock` from midnight, else from the bout's start.

    In a week its days are `named`.
    """

    start: int
    stop: int
    clock: bool
    named: bool = False

    @property
    def is_week(self) -> bool:
        """Whether all seven days are shown."""
        return self.stop - self.start == WEEK


class Planned(NamedTuple):
    """A block of a week; whose it is: the plan's or a ready day's, and its place among the blocks of that."""

    block: Block
    what: str
    place: int


def day_of(physiology: Physiology, state: State) -> Day | None:
    """The ready day that is looked at; None where a single bout is."""
    return physiology.days.get(state.day or "")


def desk_day(physiology: Physiology) -> Day | None:
    """The day without movement that others are compared with."""
    return next((day for day in physiology.days.values() if not day.bouts), None)


def person_of(physiology: Physiology, state: State) -> Person:
    """Who moves: a ready day says it itself."""
    day = day_of(physiology, state)
    return Person(day.lifestyle if day else state.person)


def bouts_of(physiology: Physiology, state: State) -> tuple[Bout, ...]:
    """What is moved on the days of a week, or once: from the first day's begin."""
    days = enumerate(days_of(state.week))
    moved = ((n, bout) for n, what in days for bout in bouts_on(physiology, state, what))
    return tuple(replace(bout, start=bout.start + n * DAY) for n, bout in moved)


def bouts_on(physiology: Physiology, state: State, what: str) -> tuple[Bout, ...]:
    """What is moved on a day of a week: the plan, a ready day, or nothing."""
    if what == PLAN:
        return _plan(physiology, state)
    own = next((own.blocks for own in state.own_days if own.day == what), None)
    if own is not None:
        return _bouts(physiology, own)
    day = physiology.days.get(what)
    return day.bouts if day else ()


def _plan(physiology: Physiology, state: State) -> tuple[Bout, ...]:
    """A day with its changes, or the movement at its dose; nothing where that is none."""
    day = day_of(physiology, state)
    if day is not None:
        return day.bouts if state.blocks is None else _bouts(physiology, state.blocks)
    usual = physiology.usual.get(state.movement)
    if usual is None or (usual.minutes is None and state.minutes is None) or usual.group == "rest":
        return ()
    start = bout_at(state) if in_week(state) else 0
    return (Bout(state.movement, start, state.minutes, state.intensity, fuel=state.fuel),)


def is_programme(physiology: Physiology, state: State) -> bool:
    """Whether the movement is weeks of training, or unknown to the model: no course can be drawn after it."""
    usual = physiology.usual.get(state.movement)
    single = usual is not None and (usual.minutes is not None or state.minutes is not None)
    return day_of(physiology, state) is None and not single


def blocks_of(physiology: Physiology, bouts: tuple[Bout, ...]) -> tuple[Block, ...]:
    """Bouts as single blocks in the order of time: a walk each hour is as many blocks as hours."""
    found: list[Block] = []
    for bout in bouts:
        usual = physiology.usual.get(bout.movement)
        minutes = bout.minutes or (usual.minutes if usual else None) or 0
        starts = (bout.start + turn * bout.every for turn in range(bout.repeats))
        found += [Block(bout.movement, start, minutes) for start in starts if minutes]
    return tuple(sorted(found, key=lambda block: block.start))


def planned_blocks(physiology: Physiology, state: State) -> tuple[Planned, ...]:
    """What is moved in a week, or once, as blocks in the order of time."""
    found: list[Planned] = []
    for n, what in enumerate(days_of(state.week)):
        own = blocks_of(physiology, bouts_on(physiology, state, what))
        moved = (block._replace(start=block.start + n * DAY) for block in own)
        found += [Planned(block, what, k) for k, block in enumerate(moved)]
    return tuple(found)


def extent_of(blocks: tuple[Block, ...], state: State, *, clock: bool) -> Extent:
    """The span of time that is shown: where it is short, of the first day on which something moves.

    A day has a `clock`, and so has a bout in a week.
    """
    named = in_week(state)
    clock = clock or named
    if state.span == "week":
        return Extent(0, WEEK, clock, named)
    if state.span == "72h":
        return Extent(0, 3 * DAY, clock, named)
    begin = blocks[0].start // DAY * DAY if blocks else 0
    if state.span == "24h" or (clock and not blocks):
        return Extent(begin, begin + DAY, clock, named)
    start = max(begin, blocks[0].start - BEFORE) if clock else begin
    return Extent(start, min(LAST_MINUTE, first_end(blocks) + AROUND), clock, named)


def first_end(blocks: tuple[Block, ...]) -> int:
    """The end of the last bout of the first day with one; minute 0 where nothing moves."""
    first = [b for b in blocks if b.start // DAY == blocks[0].start // DAY]
    return max((b.start + b.minutes for b in first), default=0)


def signals_in_view(atlas: Atlas, anatomy: Anatomy, physiology: Physiology, state: State) -> tuple[str, ...]:
    """The chosen signal with those that follow it; else what acts on the organ, or the movement changes."""
    ref = topic_of(atlas, anatomy, state).ref
    if ref.kind == "signal":
        follows = [c.id for c in physiology.curves.values() if c.drive == "follows-il6" and ref.id == LEADER]
        return (ref.id, *follows)
    changed = atlas.movements.get(ref.id if ref.kind == "movement" else state.movement)
    agents = [r.agent for r in changed.responses if r.agent in atlas.signals] if changed else []
    known = [LEADER, *physiology.curves, *agents] if state.day else agents
    if ref.kind == "organ":
        known = [s.id for s in atlas.signals_acting_on(ref.id)]
    return tuple(dict.fromkeys(known))


def _bouts(physiology: Physiology, blocks: tuple[Block, ...]) -> tuple[Bout, ...]:
    return tuple(
        Bout(b.movement, start=b.start, minutes=b.minutes) for b in blocks if b.movement in physiology.usual
    )
