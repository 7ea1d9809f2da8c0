"""Where a presentation is and how it is seen: a frozen value, and what each wish makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, NamedTuple

from bodymap.state import Camera, State

Blank = Literal["", "black", "white"]
Tool = Literal["", "pen", "pointer"]
Do = Literal[
    "next",
    "previous",
    "first",
    "last",
    "black",
    "white",
    "freeze",
    "back",
    "digit",
    "enter",
    "erase",
    "reveal",
    "notes",
    "pen",
    "pointer",
    "keep",
    "light",
    "far",
    "swap",
    "start",
    "leave",
]
_MOST_DIGITS = 3


class Wish(NamedTuple):
    """What the teacher wants: of a digit its `number`, of the light 1 while its key is held and 0 after."""

    do: Do
    number: int = 0


class Seen(NamedTuple):
    """What decides the picture: the step, how much of it is told, and where somebody looked round in it."""

    at: int = 0
    beat: int = 0
    explored: State | None = None
    camera: Camera | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """A presentation: `now` is where the teacher is, `frozen` what the room sees meanwhile, if anything.

    `digits` are those typed before Enter; `light` whether the spotlight is held; `keep` whether strokes of
    the pen stay at their step; `far` whether the teacher sees the slide as from the back row; `swap` whether
    the screens have changed places. Nothing is lost while it is not `on`.
    """

    now: Seen = Seen()  # noqa: RUF009 - frozen
    on: bool = False
    blank: Blank = ""
    frozen: Seen | None = None
    digits: str = ""
    tool: Tool = ""
    light: bool = False
    keep: bool = False
    notes: bool = False
    far: bool = False
    swap: bool = False

    @property
    def shown(self) -> Seen:
        """What the room sees where it has a screen of its own."""
        return self.frozen or self.now


Beats = Sequence[int]
"""How many beats each step has; each has one at least."""


def wished(show: Show, wish: Wish, beats: Beats) -> Show:
    """The presentation after a wish; every wish is good at any moment, and one that cannot be met is none."""
    if not show.on:
        return replace(show, on=True) if wish.do == "start" and beats else show
    return _DONE[wish.do](show, wish.number, beats)


def begun(at: int, beats: Beats) -> Show:
    """A presentation that begins at a step, as near as there is one."""
    return Show(Seen(_within(at, beats)), on=bool(beats))


def explored(show: Show, state: State | None) -> Show:
    """The presentation while somebody looks at something else than the step; None: back at the step."""
    return replace(show, now=show.now._replace(explored=state, camera=None))


def closed_in(show: Show, camera: Camera | None) -> Show:
    """The presentation seen through another camera than the step's; None: through that again."""
    return replace(show, now=show.now._replace(camera=camera))


def settled(show: Show, beats: Beats) -> Show:
    """The presentation after its lesson was edited: at places that there are."""
    if not beats:
        return Show()
    frozen = None if show.frozen is None else _settled(show.frozen, beats)
    return replace(show, now=_settled(show.now, beats), frozen=frozen)


def _settled(seen: Seen, beats: Beats) -> Seen:
    at = _within(seen.at, beats)
    return seen._replace(at=at, beat=min(seen.beat, beats[at] - 1))


def _within(at: int, beats: Beats) -> int:
    return max(0, min(at, len(beats) - 1))


def _next(show: Show, _number: int, beats: Beats) -> Show:
    """What lies over the step goes first; then what is not told yet comes, then the next step."""
    uncovered = _uncovered(show)
    if uncovered is not None:
        return uncovered
    at, beat = show.now.at, show.now.beat
    if beat + 1 < beats[at]:
        return _at(show, at, beat + 1)
    return _at(show, at + 1, 0) if at + 1 < len(beats) else replace(show, digits="")


def _previous(show: Show, _number: int, beats: Beats) -> Show:
    uncovered = _uncovered(show)
    if uncovered is not None:
        return uncovered
    at, beat = show.now.at, show.now.beat
    if beat:
        return _at(show, at, beat - 1)
    return _at(show, at - 1, beats[at - 1] - 1) if at else replace(show, digits="")


def _uncovered(show: Show) -> Show | None:
    if show.blank:
        return replace(show, blank="", digits="")
    if show.now.explored is not None:
        return replace(explored(show, None), digits="")
    return None


def _at(show: Show, at: int, beat: int) -> Show:
    """At a step; within one the camera stays where it was."""
    camera = show.now.camera if at == show.now.at else None
    return replace(show, now=Seen(at, beat, camera=camera), digits="")


def _jumped(show: Show, at: int, beats: Beats) -> Show:
    return replace(_at(show, _within(at, beats), 0), blank="")


def _entered(show: Show, number: int, beats: Beats) -> Show:
    if not show.digits:
        return _next(show, number, beats)
    return _jumped(show, int(show.digits) - 1, beats)


def _blanked(kind: Blank) -> Callable[[Show, int, Beats], Show]:
    return lambda show, _number, _beats: replace(show, blank="" if show.blank == kind else kind, digits="")


def _taken(tool: Tool) -> Callable[[Show, int, Beats], Show]:
    return lambda show, _number, _beats: replace(show, tool="" if show.tool == tool else tool)


def _typed(show: Show, number: int, _beats: Beats) -> Show:
    return replace(show, digits=(show.digits + str(number))[-_MOST_DIGITS:])


def _erased(show: Show, number: int, beats: Beats) -> Show:
    """Backspace takes a digit back where there is one; of a remote it means the step before."""
    return replace(show, digits=show.digits[:-1]) if show.digits else _previous(show, number, beats)


def _frozen(show: Show, _number: int, _beats: Beats) -> Show:
    return replace(show, frozen=None if show.frozen else show.now)


def _all_told(show: Show, _number: int, beats: Beats) -> Show:
    return _at(show, show.now.at, beats[show.now.at] - 1)


def _came_back(show: Show, _number: int, _beats: Beats) -> Show:
    return replace(show, now=show.now._replace(explored=None, camera=None))


def _left(show: Show, _number: int, _beats: Beats) -> Show:
    return replace(show, on=False, digits="", light=False)


_DONE: Mapping[Do, Callable[[Show, int, Beats], Show]] = MappingProxyType(
    {
        "next": _next,
        "previous": _previous,
        "first": lambda show, _number, beats: _jumped(show, 0, beats),
        "last": lambda show, _number, beats: _jumped(show, len(beats) - 1, beats),
        "black": _blanked("black"),
        "white": _blanked("white"),
        "freeze": _frozen,
        "back": _came_back,
        "digit": _typed,
        "enter": _entered,
        "erase": _erased,
        "reveal": _all_told,
        "notes": lambda show, _number, _beats: replace(show, notes=not show.notes),
        "pen": _taken("pen"),
        "pointer": _taken("pointer"),
        "keep": lambda show, _number, _beats: replace(show, keep=not show.keep),
        "light": lambda show, number, _beats: replace(show, light=bool(number)),
        "far": lambda show, _number, _beats: replace(show, far=not show.far),
        "swap": lambda show, _number, _beats: replace(show, swap=not show.swap),
        "start": lambda show, _number, _beats: show,
        "leave": _left,
    }
)
