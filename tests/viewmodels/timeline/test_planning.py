"""Blocks of a day never overlap and never leave it, however they are dragged."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bodymap.state import Block
from bodymap.viewmodels.timeline.asking import DAY
from bodymap.viewmodels.timeline.planning import Blocks, added, moved, stretched, without

BLOCKS: Blocks = (Block("running", 540, 30), Block("easy-walk", 720, 10), Block("cycling", 1020, 60))


def fits(blocks: Blocks) -> bool:
    apart = all(a.start + a.minutes <= b.start for a, b in pairwise(blocks))
    return apart and all(b.start >= 0 and b.minutes > 0 and b.start + b.minutes <= DAY for b in blocks)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.integers(-3000, 3000)), max_size=8))
def test_no_drag_breaks_a_day(drags: list[tuple[bool, int, int]]) -> None:
    blocks = BLOCKS
    for stretch, index, minutes in drags:
        blocks = (stretched if stretch else moved)(blocks, index, minutes)
        assert fits(blocks)
        assert [b.movement for b in blocks] == [b.movement for b in BLOCKS]


def test_a_block_stops_at_its_neighbour() -> None:
    assert moved(BLOCKS, 0, 715)[0] == Block("running", 690, 30)
    assert stretched(BLOCKS, 1, 900)[1] == Block("easy-walk", 720, 300)


def test_a_block_is_added_where_there_is_room_and_taken_away() -> None:
    more = added(BLOCKS, "running", 45)
    assert more is not None
    assert fits(more)
    assert without(more, 3) == BLOCKS
    assert added((Block("cycling", 0, DAY),), "running", 45) is None
    assert added((), "running", 45) == (Block("running", 540, 45),)
