"""Where the labels beside a body go: columns of pills whose leaders never cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from math import hypot, inf
from typing import Literal, NamedTuple

from bodymap.figure.figure import Box, Point

Column = Literal["left", "right"]
_TRIES = 8
"""How often pills of unlike heights are exchanged."""


class Wish(NamedTuple):
    """A label that wants a place: `anchors` in px it may point at (none: it has no place), least rank first.

    `away` means that its place is out of sight: then it is only counted. `tall` is the height of its pill
    where there is but one column, px; 0: as all others.
    """

    anchors: tuple[Point, ...]
    rank: int = 0
    away: bool = False
    tall: float = 0.0


class Room(NamedTuple):
    """The columns (x, y, width, height in px; a side without one is None) and the measures of a pill.

    `middle` is the x of the body's axis, `near` how far from it an anchor belongs to neither side,
    `level` how far a leader runs level before it turns to its anchor. Where there is but one column,
    `upper` is a second part of it, higher up: who points there from below would cross the body.
    """

    left: Box | None
    right: Box | None
    middle: float
    pill: float
    pitch: float
    level: float = 24.0
    near: float = 0.0
    upper: Box | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A label's pill: its index in the wishes, column, top and height in px, and where its leader ends."""

    index: int
    column: Column
    top: float
    height: float
    anchor: Point | None


class Layout(NamedTuple):
    """The pills that fit, and the indices of the wishes that do not."""

    places: tuple[Place, ...]
    hidden: tuple[int, ...]


def laid_out(wishes: Sequence[Wish], room: Room) -> Layout:
    """Pills in two columns, as near their anchors as the pitch allows; as many as fit, by rank."""
    if (room.left is None) != (room.right is None):
        return _one_sided(wishes, room)
    rooms: dict[Column, int] = {"left": _capacity(room.left, room), "right": _capacity(room.right, room)}
    order = sorted(range(len(wishes)), key=lambda i: (wishes[i].rank, i))
    shown = sorted([i for i in order if not wishes[i].away][: sum(rooms.values())])
    sides = _sided(wishes, shown, room, rooms)
    columns: tuple[tuple[Column, Box | None], ...] = (("left", room.left), ("right", room.right))
    places = [
        place
        for column, box in columns
        if box is not None
        for place in _column(column, box, [(i, wishes[i]) for i in shown if sides[i] == column], room)
    ]
    return Layout(tuple(places), tuple(i for i in order if i not in sides))


def _one_sided(wishes: Sequence[Wish], room: Room) -> Layout:
    """Pills in one column, of two parts each in that its anchor is nearer to or nowhere: no leader
    runs along the whole body. Where a tall pill finds no room, a lower one after it still may."""
    column: Column = "left" if room.left else "right"
    lower = room.left or room.right or (0.0, 0.0, 0.0, 0.0)
    upper = room.upper or (0.0, 0.0, 0.0, 0.0)
    half = (upper[1] + upper[3] + lower[1]) / 2 if room.upper else -inf
    order = sorted(range(len(wishes)), key=lambda i: (wishes[i].rank, i))
    high, low = list[int](), list[int]()
    for i in (i for i in order if not wishes[i].away):
        wish = wishes[i]
        near = (high,) if wish.anchors and _outer(column, wish)[1] < half else (low,)
        for part in near if wish.anchors else (low, high):
            own = [_tall(wishes[n], room) for n in (*part, i)]
            if _stacked(own, room) <= (upper if part is high else lower)[3]:
                part.append(i)
                break
    parts = ((upper, sorted(high)), (lower, sorted(low)))
    places = [p for box, own in parts for p in _column(column, box, [(i, wishes[i]) for i in own], room)]
    placed = {place.index for place in places}
    return Layout(tuple(places), tuple(i for i in order if i not in placed))


def _tall(wish: Wish, room: Room) -> float:
    return wish.tall or room.pill


def _stacked(heights: Sequence[float], room: Room) -> float:
    """The height of pills one under another."""
    return sum(heights) + (len(heights) - 1) * (room.pitch - room.pill)


def _outer(column: Column, wish: Wish) -> Point:
    """The anchor of a wish that is nearest to a column."""
    sign = -1 if column == "left" else 1
    return max(wish.anchors, key=lambda a: (sign * a[0], a[1]))


def knee(place: Place, room: Room) -> Point:
    """Where a leader turns: level beside the middle of its pill."""
    box = room.left if place.column == "left" else room.right
    if box is None:
        raise ValueError(place.column)
    x = box[0] + box[2] + room.level if place.column == "left" else box[0] - room.level
    return (x, place.top + place.height / 2)


def _capacity(box: Box | None, room: Room) -> int:
    if box is None or box[3] < room.pill:
        return 0
    return int((box[3] - room.pill) / room.pitch) + 1


def _sided(
    wishes: Sequence[Wish], shown: Sequence[int], room: Room, rooms: dict[Column, int]
) -> dict[int, Column]:
    """Each label's column: its own side, or the emptier; a full one sends the innermost over."""
    sides: dict[int, Column] = {}
    free = dict(rooms)
    own = sorted(shown, key=lambda i: (-_lean(wishes[i], room), i))
    for i in own:
        wanted = _own_side(wishes[i], room)
        if wanted is None or not free[wanted]:
            wanted = "left" if free["left"] >= free["right"] else "right"
        sides[i] = wanted
        free[wanted] -= 1
    return sides


def _lean(wish: Wish, room: Room) -> float:
    """How clearly a label belongs to one side; those with a choice come last, the placeless at the end."""
    if not wish.anchors:
        return -1.0
    return abs(wish.anchors[0][0] - room.middle) if _own_side(wish, room) else 0.0


def _own_side(wish: Wish, room: Room) -> Column | None:
    offsets = [x - room.middle for x, _ in wish.anchors]
    if offsets and max(offsets) < -room.near:
        return "left"
    if offsets and min(offsets) > room.near:
        return "right"
    return None


def _column(column: Column, box: Box, labels: Sequence[tuple[int, Wish]], room: Room) -> list[Place]:
    """The pills of one column. Of two leaders that cross, as unlike pills can make them, the later goes."""
    own = list(labels)
    while True:
        places = _stood(column, box, own, room)
        if len({place.height for place in places}) < 2:
            return places
        led = [((knee(place, room), place.anchor), place.index) for place in places if place.anchor]
        ranks = {i: (wish.rank, i) for i, wish in own}
        pairs = [(a, b) for (one, a), (two, b) in combinations(led, 2) if _cross(one, two)]
        crossed = {max(pair, key=lambda i: ranks[i]) for pair in pairs}
        if not crossed:
            return places
        own = [(i, wish) for i, wish in own if i not in crossed]


def _stood(column: Column, box: Box, labels: Sequence[tuple[int, Wish]], room: Room) -> list[Place]:
    anchored = [(_outer(column, w), i) for i, w in labels if w.anchors]
    placeless = [i for i, w in labels if not w.anchors]
    anchored.sort(key=lambda pair: (pair[0][1], pair[0][0], pair[1]))
    heights = {i: _tall(w, room) for i, w in labels}
    gap = room.pitch - room.pill
    foot = box[1] + box[3] - sum(heights[i] + gap for i in placeless)
    x = box[0] + box[2] + room.level if column == "left" else box[0] - room.level
    levels, order, before = [a[1] for a, _ in anchored], anchored, anchored
    tops = list[float]()
    for _ in range(_TRIES):  # exchanged pills of unlike heights move the others
        own = [heights[i] for _, i in order]
        tops = _spread(levels, own, (box[1], foot), gap)
        before = order
        order = _uncrossed(before, [(x, top + tall / 2) for top, tall in zip(tops, own, strict=True)])
        if [heights[i] for _, i in order] == own:
            break
    else:
        order = before
    places = [Place(i, column, top, heights[i], a) for (a, i), top in zip(order, tops, strict=True)]
    for i in placeless:
        places.append(Place(i, column, foot + gap, heights[i], None))
        foot += heights[i] + gap
    return places


def _spread(
    levels: Sequence[float], heights: Sequence[float], ends: tuple[float, float], gap: float
) -> list[float]:
    """Tops of pills at least a gap apart and within the ends, least squares from those that would lie level
    with their anchors (sorted)."""
    before = [0.0, *accumulate(tall + gap for tall in heights)]
    blocks: list[tuple[float, int]] = []
    for level, tall, y in zip(levels, heights, before, strict=False):
        mean, count = level - tall / 2 - y, 1
        while blocks and blocks[-1][0] >= mean:
            above, size = blocks.pop()
            mean, count = (above * size + mean * count) / (size + count), size + count
        blocks.append((mean, count))
    top, foot = ends
    last = max(top, foot + gap - before[-1])
    flat = [min(max(mean, top), last) for mean, count in blocks for _ in range(count)]
    return [y + first for y, first in zip(before, flat, strict=False)]


def _uncrossed(anchored: Sequence[tuple[Point, int]], knees: Sequence[Point]) -> list[tuple[Point, int]]:
    """The same labels, exchanged until no exchange shortens the leaders: then no two of them cross."""
    order = list(anchored)
    changed = True
    while changed:
        changed = False
        for a in range(len(order)):
            for b in range(a + 1, len(order)):
                now = _length(order[a][0], knees[a]) + _length(order[b][0], knees[b])
                then = _length(order[b][0], knees[a]) + _length(order[a][0], knees[b])
                if then < now - 1e-6:
                    order[a], order[b] = order[b], order[a]
                    changed = True
    return order


def _cross(one: tuple[Point, Point], two: tuple[Point, Point]) -> bool:
    """Whether two lines cut through each other; that they touch is not enough."""
    sides = [_turn(*line, point) for line, other in ((one, two), (two, one)) for point in other]
    return sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0


def _turn(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def _length(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])
