"""How large words are for a room: by the height of the window, and larger where the reader wants that."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from bodymap.ui.look import META, Look

QUESTION, ANSWER, SMALL = 20, 33, 40
"""Into so many lines of this size the height of the window is parted."""
_STEPS = 10
_ROOMY = 1.4
"""So many times the least are words where there is room for that."""


class Sizes(NamedTuple):
    """Heights of letters in px: of the question, the answers, and all else."""

    question: int
    answer: int
    small: int


def sizes(height: int, text: float = 1.0) -> Sizes:
    """The sizes in a window of a height in px, so many times the least that the last row can read."""
    return Sizes(*(ceil(height / part * text) for part in (QUESTION, ANSWER, SMALL)))


def scales(text: float) -> tuple[float, ...]:
    """The scales to try, from the text size that the reader wants, or a roomy one, down to the least."""
    most = max(text, _ROOMY)
    return tuple(1 + (most - 1) * step / _STEPS for step in range(_STEPS, -1, -1))


def room_look(look: Look, height: int) -> Look:
    """A look whose smallest words can be read from the last row of a room."""
    least = ceil(height / SMALL) / (META * look.base)
    return look._replace(text=max(look.text, least))
