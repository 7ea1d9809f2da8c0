"""Where the numbers beside an unlabelled body stand: plain numbers, no drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bodymap.features.handout.model import Blank
from bodymap.figure.figure import Point, View


class Leader(NamedTuple):
    """A number beside the body, at the left or right edge, at a height, and the points it leads to.

    All in units of the drawing.
    """

    blank: Blank
    is_left: bool
    y: float
    ends: tuple[Point, ...]


def leaders(blanks: Sequence[Blank], view: View, step: float) -> tuple[Leader, ...]:
    """The numbers of blanks in two columns, at least `step` apart; lines of one side do not cross much.

    Who lies clearly at one side has its number there; those in the middle even the columns out.
    """
    ends = {b.number: tuple(view.shapes[r].anchor for r in b.regions if r in view.shapes) for b in blanks}
    seen = sorted((b for b in blanks if ends[b.number]), key=lambda b: min(y for _x, y in ends[b.number]))
    left, right = _sides(seen, ends, view.width / 2)
    return tuple(
        Leader(blank, is_left, y, ends[blank.number])
        for is_left, side in ((True, left), (False, right))
        for blank, y in zip(
            side, _spread([_height(ends[b.number]) for b in side], step, view.height), strict=True
        )
    )


def _sides(
    seen: Sequence[Blank], ends: Mapping[int, Sequence[Point]], middle: float
) -> tuple[list[Blank], list[Blank]]:
    left: list[Blank] = []
    right: list[Blank] = []
    for blank in seen:
        xs = [x for x, _y in ends[blank.number]]
        away = sum(xs) / len(xs) - middle
        near = left if away < 0 else right
        far = right if away < 0 else left
        is_clear = abs(away) > middle / 12
        (near if is_clear and len(near) <= len(far) + 2 else min(near, far, key=len)).append(blank)
    return left, right


def _height(points: Sequence[Point]) -> float:
    return sum(y for _x, y in points) / len(points)


def _spread(wanted: Sequence[float], step: float, height: float) -> list[float]:
    """Heights near those wanted, in their order, `step` apart, within the drawing where they fit."""
    found: list[float] = []
    for y in wanted:
        found.append(max(y, found[-1] + step) if found else y)
    over = max(0.0, (found[-1] if found else 0.0) - (height - step))
    for i in range(len(found) - 1, -1, -1):
        most = (found[i + 1] - step) if i + 1 < len(found) else found[i] - over
        found[i] = min(found[i], most)
    return found
