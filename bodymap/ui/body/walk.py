"""Walking over a figure with the keyboard: to the next region by position, or by the letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from bodymap.figure.figure import Point

Way = Literal["left", "right", "up", "down"]
_TURNED: Mapping[Way, Callable[[float, float], tuple[float, float]]] = {
    "left": lambda dx, dy: (-dx, dy),
    "right": lambda dx, dy: (dx, dy),
    "up": lambda dx, dy: (-dy, dx),
    "down": lambda dx, dy: (dy, dx),
}


def neighbour(places: Mapping[str, Point], start: str | None, way: Way) -> str | None:
    """The nearest region in a direction: what lies ahead counts once, what lies aside twice.

    Without a start, or where there is nothing further, the start itself; the uppermost where there is none.
    """
    if start is None or start not in places:
        return min(places, key=lambda r: (places[r][1], places[r][0], r), default=None)
    x, y = places[start]
    best: tuple[float, str] | None = None
    for region, (px, py) in places.items():
        ahead, aside = _TURNED[way](px - x, py - y)
        if region == start or ahead <= 0.5 or abs(aside) > 3 * ahead:
            continue
        cost = (ahead + 2 * abs(aside), region)
        best = cost if best is None or cost < best else best
    return best[1] if best else start


def named(names: Sequence[tuple[str, str]], start: str | None, letters: str) -> str | None:
    """The next region after `start` of which a word begins with the letters; names are (id, name)."""
    wanted = letters.casefold()
    order = sorted(names, key=lambda pair: (pair[1].casefold(), pair[0]))
    ids = [region for region, _ in order]
    at = ids.index(start) + (len(letters) == 1) if start in ids else 0
    for region, name in (*order[at:], *order[:at]):
        if any(word.casefold().startswith(wanted) for word in (name, *name.split())):
            return region
    return None
