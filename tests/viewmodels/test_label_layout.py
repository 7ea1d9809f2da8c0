"""Labels beside a body: nothing overlaps, leaders do not cross, the most important ones are shown."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from bodymap.figure.figure import Box, Point
from bodymap.viewmodels.label_layout import Layout, Place, Room, Wish, knee, laid_out

LEFT: Box = (10.0, 70.0, 180.0, 600.0)
RIGHT: Box = (810.0, 70.0, 180.0, 600.0)
ROOM = Room(LEFT, RIGHT, middle=500.0, pill=32.0, pitch=48.0, level=24.0, near=6.0)

inside = st.tuples(st.floats(220, 780), st.floats(0, 800))
wishes = st.lists(
    st.builds(Wish, st.lists(inside, max_size=2).map(tuple), st.integers(0, 9), st.booleans(), st.just(0.0)),
    max_size=40,
)


def side(layout: Layout, column: str) -> list[Place]:
    return sorted((p for p in layout.places if p.column == column), key=lambda p: p.top)


def turns(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    slack = 1e-3
    one = turns(a, b, c), turns(a, b, d)
    two = turns(c, d, a), turns(c, d, b)
    return min(one) < -slack and max(one) > slack and min(two) < -slack and max(two) > slack


@given(wishes)
def test_pills_keep_their_distance_and_stay_in_their_column(asked: list[Wish]) -> None:
    layout = laid_out(asked, ROOM)
    for column, box in (("left", LEFT), ("right", RIGHT)):
        tops = [place.top for place in side(layout, column)]
        assert all(b - a >= ROOM.pitch - 1e-6 for a, b in pairwise(tops))
        assert all(box[1] - 1e-6 <= top <= box[1] + box[3] - ROOM.pill + 1e-6 for top in tops)


@given(wishes)
def test_leaders_of_one_side_never_cross(asked: list[Wish]) -> None:
    layout = laid_out(asked, ROOM)
    for column in ("left", "right"):
        leaders = [(knee(p, ROOM), p.anchor) for p in side(layout, column) if p.anchor]
        assert not any(cross(*one, *two) for one, two in combinations(leaders, 2))


@given(wishes)
def test_every_label_is_shown_or_counted_once_and_always_the_same_way(asked: list[Wish]) -> None:
    layout = laid_out(asked, ROOM)
    assert sorted([p.index for p in layout.places] + list(layout.hidden)) == list(range(len(asked)))
    assert layout == laid_out(asked, ROOM)
    near = [i for i, wish in enumerate(asked) if not wish.away]
    assert len(layout.places) == min(len(near), 24)


@given(wishes)
def test_what_is_hidden_ranks_after_what_is_shown(asked: list[Wish]) -> None:
    layout = laid_out(asked, ROOM)
    shown = [asked[p.index].rank for p in layout.places]
    hidden = [asked[i].rank for i in layout.hidden if not asked[i].away]
    assert not shown or not hidden or max(shown) <= min(hidden)


def test_a_label_goes_to_its_own_side() -> None:
    layout = laid_out([Wish(((300.0, 300.0),)), Wish(((700.0, 300.0),))], ROOM)
    assert [(p.index, p.column) for p in layout.places] == [(0, "left"), (1, "right")]


def test_a_pair_points_at_the_organ_on_its_side() -> None:
    layout = laid_out([Wish(((420.0, 300.0), (580.0, 300.0)))], ROOM)
    (place,) = layout.places
    assert place.anchor == ((420.0, 300.0) if place.column == "left" else (580.0, 300.0))


def test_a_label_without_a_place_stands_at_the_foot_without_a_leader() -> None:
    layout = laid_out([Wish(((300.0, 640.0),)), Wish(())], Room(LEFT, None, 500.0, 32.0, 48.0))
    placeless = next(p for p in layout.places if p.index == 1)
    assert placeless.anchor is None
    assert placeless.top == LEFT[1] + LEFT[3] - ROOM.pill
    assert all(p.top <= placeless.top - ROOM.pitch for p in layout.places if p.index == 0)


def test_a_pill_lies_level_with_its_anchor_where_there_is_room() -> None:
    layout = laid_out([Wish(((300.0, 333.0),))], ROOM)
    assert knee(layout.places[0], ROOM)[1] == 333.0


def test_without_columns_everything_is_counted() -> None:
    assert laid_out([Wish(()), Wish(((1.0, 1.0),))], Room(None, None, 0.0, 32.0, 48.0)).hidden == (0, 1)


UPPER: Box = (10.0, 70.0, 180.0, 120.0)
LOWER: Box = (10.0, 400.0, 180.0, 200.0)
ONE_SIDED = Room(LOWER, None, middle=300.0, pill=32.0, pitch=48.0, level=8.0, upper=UPPER)


def by_part(layout: Layout) -> tuple[set[int], set[int]]:
    high = {p.index for p in layout.places if p.top < LOWER[1]}
    return high, {p.index for p in layout.places} - high


@given(wishes)
def test_in_two_parts_of_a_column_pills_keep_their_distance_and_their_leaders_apart(
    asked: list[Wish],
) -> None:
    layout = laid_out(asked, ONE_SIDED)
    assert sorted([p.index for p in layout.places] + list(layout.hidden)) == list(range(len(asked)))
    for box, part in zip((UPPER, LOWER), by_part(layout), strict=True):
        places = sorted((p for p in layout.places if p.index in part), key=lambda p: p.top)
        assert all(b.top - a.top >= ONE_SIDED.pitch - 1e-6 for a, b in pairwise(places))
        assert all(box[1] - 1e-6 <= p.top <= box[1] + box[3] - ONE_SIDED.pill + 1e-6 for p in places)
        leaders = [(knee(p, ONE_SIDED), p.anchor) for p in places if p.anchor]
        assert not any(cross(*one, *two) for one, two in combinations(leaders, 2))


def test_in_two_parts_of_a_column_no_leader_runs_along_the_whole_body() -> None:
    head, belly, thigh = ((300.0, y) for y in (100.0, 250.0, 420.0))
    heads = [Wish((head,))] * 4
    assert by_part(laid_out([*heads, Wish((thigh,))], ONE_SIDED)) == ({0, 1}, {4})
    assert by_part(laid_out([Wish((thigh,))] * 6, ONE_SIDED)) == (set(), {0, 1, 2, 3})
    crowd = [Wish((belly,)), *[Wish((thigh,))] * 4]
    assert by_part(laid_out(crowd, ONE_SIDED)) == ({0}, {1, 2, 3, 4})


unlike = st.lists(
    st.builds(
        Wish,
        st.lists(inside, max_size=2).map(tuple),
        st.integers(0, 9),
        st.booleans(),
        st.sampled_from((32.0, 42.0, 58.0)),
    ),
    max_size=12,
)


@given(unlike)
def test_pills_of_unlike_heights_keep_apart_and_so_do_their_leaders(asked: list[Wish]) -> None:
    layout = laid_out(asked, ONE_SIDED)
    assert sorted([p.index for p in layout.places] + list(layout.hidden)) == list(range(len(asked)))
    gap = ONE_SIDED.pitch - ONE_SIDED.pill
    for box, part in zip((UPPER, LOWER), by_part(layout), strict=True):
        places = sorted((p for p in layout.places if p.index in part), key=lambda p: p.top)
        assert all(p.height == asked[p.index].tall for p in places)
        assert all(b.top - a.top - a.height >= gap - 1e-6 for a, b in pairwise(places))
        assert all(box[1] - 1e-6 <= p.top <= box[1] + box[3] - p.height + 1e-6 for p in places)
    leaders = [(knee(p, ONE_SIDED), p.anchor) for p in layout.places if p.anchor]
    assert not any(cross(*one, *two) for one, two in combinations(leaders, 2))


def test_a_label_stands_in_the_part_nearer_to_its_organ_or_nowhere() -> None:
    belly, hip = Wish(((300.0, 250.0),)), Wish(((300.0, 320.0),))
    assert by_part(laid_out([belly, hip], ONE_SIDED)) == ({0}, {1})
    crowd = laid_out([belly] * 4, ONE_SIDED)
    assert by_part(crowd) == ({0, 1}, set())
    assert crowd.hidden == (2, 3)


def test_what_has_no_place_stands_where_there_is_room() -> None:
    assert by_part(laid_out([Wish(())] * 6, ONE_SIDED)) == ({4, 5}, {0, 1, 2, 3})


def test_a_low_pill_finds_room_where_a_tall_one_does_not() -> None:
    head = ((300.0, 100.0),)
    layout = laid_out(
        [Wish(head, 0, tall=58.0), Wish(head, 1, tall=58.0), Wish(head, 2, tall=32.0)], ONE_SIDED
    )
    assert by_part(layout) == ({0, 2}, set())
