"""Where the labels beside a body go: columns of pills whose leaders never cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal, NamedTuple

from bodymap.figure.figure import Box, Point

Column = Literal["left", "right"]


class Wish(NamedTuple):
    """A label that wants a place: `anchors` in px it may point at (none: it has no place), least rank first.

    `away` means that its place is out of sight: then it is only counted.
    """

    anchors: tuple[Point, ...]
    rank: int = 0
    away: bool = False


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
    """A label's pill: its index in the wishes, column, top in px, and the anchor its leader ends at."""

    index: int
    column: Column
    top: float
    anchor: Point | None


class Layout(NamedTuple):
    """The pills that fit, and the indices of the wishes that do not."""

    places: tuple[Place, ...]
    hidden: tuple[int, ...]


def laid_out(wishes: Sequence[Wish], room: Room) -> Layout:
    """Pills in two columns, as near their anchors as the pitch allows; as many as fit, by rank."""
    if room.upper is not None and (room.left is None) != (room.right is None):
        return _one_sided(wishes, room, room.upper)
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


def _one_sided(wishes: Sequence[Wish], room: Room, upper: Box) -> Layout:
    """Pills in the two parts of one column: what lies beside the upper one goes there or nowhere, and
    nothing goes there that lies nearer to the lower one."""
    column: Column = "left" if room.left else "right"
    lower = room.left or room.right or upper
    heights = [_outer(column, wish)[1] if wish.anchors else lower[1] + lower[3] for wish in wishes]
    border, half = upper[1] + upper[3], (upper[1] + upper[3] + lower[1]) / 2
    order = sorted(range(len(wishes)), key=lambda i: (wishes[i].rank, i))
    high, low = list[int](), list[int]()
    for i in (i for i in order if not wishes[i].away):
        if heights[i] < border:
            high += [i] * (len(high) < _capacity(upper, room))
            continue
        low.append(i)
        if len(low) > _capacity(lower, room):  # the highest of them moves up, or the last one is left out
            top = min(low, key=lambda n: (heights[n], n))
            may = heights[top] < half and len(high) < _capacity(upper, room)
            low.remove(top if may else i)
            high += [top] * may
    parts = ((upper, sorted(high)), (lower, sorted(low)))
    places = [p for box, own in parts for p in _column(column, box, [(i, wishes[i]) for i in own], room)]
    return Layout(tuple(places), tuple(i for i in order if i not in high and i not in low))


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
    return (x, place.top + room.pill / 2)


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
    anchored = [(_outer(column, w), i) for i, w in labels if w.anchors]
    placeless = [i for i, w in labels if not w.anchors]
    anchored.sort(key=lambda pair: (pair[0][1], pair[0][0], pair[1]))
    floor = box[1] + box[3] - room.pill
    foot = floor - len(placeless) * room.pitch
    tops = _spread([a[1] - room.pill / 2 for a, _ in anchored], box[1], foot, room.pitch)
    x = box[0] + box[2] + room.level if column == "left" else box[0] - room.level
    ordered = _uncrossed(anchored, [(x, top + room.pill / 2) for top in tops])
    places = [Place(i, column, top, anchor) for (anchor, i), top in zip(ordered, tops, strict=True)]
    return places + [Place(i, column, foot + (n + 1) * room.pitch, None) for n, i in enumerate(placeless)]


def _spread(wanted: Sequence[float], top: float, foot: float, pitch: float) -> list[float]:
    """Positions at least a pitch apart and within bounds, least squares from those wanted (sorted)."""
    blocks: list[tuple[float, int]] = []
    for n, y in enumerate(wanted):
        mean, count = y - n * pitch, 1
        while blocks and blocks[-1][0] >= mean:
            above, size = blocks.pop()
            mean, count = (above * size + mean * count) / (size + count), size + count
        blocks.append((mean, count))
    last = max(top, foot - (len(wanted) - 1) * pitch)
    flat = [min(max(mean, top), last) for mean, count in blocks for _ in range(count)]
    return [y + n * pitch for n, y in enumerate(flat)]


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


def _length(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])
