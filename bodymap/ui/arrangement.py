"""Where the parts of the window lie, as plain rectangles: a pure function of size, scale and wishes."""

from __future__ import annotations

from typing import NamedTuple

Rect = tuple[int, int, int, int]
"""x, y, width, height in px."""

_NARROW, _WIDE = 1280.0, 1920.0
_LISTS = (276.0, 320.0)
_CARD = (340.0, 416.0)
_BODY_LEAST = 560.0
_MIDDLE_SHARE, _FLANK_LEAST = 0.47, 250.0


_TIME_TALL, _TIME_LOW = 248.0, 184.0
_WEEK_TALL, _WEEK_LOW, _WEEK_SHARE = 150.0, 104.0, 0.4
"""A week is shown to a room: so much higher is the panel then, as far as the body has room."""
_TIME_LINES, _TIME_SHARE = 96.0, 0.45
_TALL_WINDOW = 1000.0


class Wishes(NamedTuple):
    """What the arrangement must serve: px per unit, text size, side by side or not, bars' heights."""

    base: float = 1.0
    text: float = 1.0
    side_by_side: bool = False
    toolbar: int = 64
    bar: int = 0


class Arrangement(NamedTuple):
    """Rectangles of the parts; a drawer lies over the body and is opened by a button."""

    toolbar: Rect
    lists: Rect
    body: Rect
    card: Rect
    bar: Rect
    lists_drawer: bool
    card_drawer: bool
    card_middle: bool


def time_height(height: int, base: float, text: float, wished: bool | None, *, week: bool = False) -> int:
    """The height of the panel of time, more for a `week`; 0 where it is closed, as in a low window where
    nobody opened it.
    """
    tall = height / base >= _TALL_WINDOW
    if not (tall if wished is None else wished):
        return 0
    wanted = (_TIME_TALL if tall else _TIME_LOW) + _TIME_LINES * (text - 1)
    usual = min(wanted * base, height * _TIME_SHARE)
    more = min((wanted + (_WEEK_TALL if tall else _WEEK_LOW)) * base, height * _WEEK_SHARE)
    return round(max(usual, more) if week else usual)


def arranged(width: int, height: int, wishes: Wishes) -> Arrangement:
    """Lists left, card right or between two bodies; what does not fit becomes a drawer."""
    top, bottom = wishes.toolbar, height - wishes.bar
    tall = max(0, bottom - top)
    lists, card = (_pane(width, wishes, *span) for span in (_LISTS, _CARD))
    least = round(_BODY_LEAST * wishes.base * (1 + 0.5 * (wishes.text - 1)))
    middle = _middle(width - lists, wishes)
    card_drawer = middle == 0 if wishes.side_by_side else width - lists - card < least
    lists_drawer = width - lists < least
    left = 0 if lists_drawer else lists
    right = 0 if card_drawer or middle else card
    lists, card = min(lists, round(width * 0.9)), min(card, round(width * 0.9))
    beside = (width - card, top, card, tall)
    return Arrangement(
        toolbar=(0, 0, width, top),
        lists=(0, top, lists, tall),
        body=(left, top, max(0, width - left - right), tall),
        card=_between((left, width), middle, (top, tall), wishes) if middle else beside,
        bar=(0, bottom, width, wishes.bar),
        lists_drawer=lists_drawer,
        card_drawer=card_drawer,
        card_middle=bool(middle),
    )


def _pane(width: int, wishes: Wishes, narrow: float, wide: float) -> int:
    """A pane's width: it follows the window and grows with the text, more slowly than the text."""
    share = (width / wishes.base - _NARROW) / (_WIDE - _NARROW)
    share = max(0.0, min(1.0, share))
    return round((narrow + share * (wide - narrow)) * wishes.base * (1 + 0.8 * (wishes.text - 1)))


def _middle(rest: int, wishes: Wishes) -> int:
    """The width of a card between two bodies, 0 where the flanks would be too narrow."""
    if not wishes.side_by_side:
        return 0
    wanted = max(rest * _MIDDLE_SHARE, 420 * wishes.base * wishes.text)
    return round(wanted) if (rest - wanted) / 2 >= _FLANK_LEAST * wishes.base else 0


def _between(across: tuple[int, int], middle: int, down: tuple[int, int], wishes: Wishes) -> Rect:
    margin, (left, right), (top, tall) = round(16 * wishes.base), across, down
    return (left + (right - left - middle) // 2, top + margin, middle, max(0, tall - 2 * margin))
