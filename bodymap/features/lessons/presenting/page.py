"""Where body and words lie on a slide: as large as there is room, never smaller than a back row can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from types import MappingProxyType
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from bodymap.features.lessons.presenting.telling import Curve, Slide
from bodymap.i18n import _
from bodymap.ui.look import Look
from bodymap.ui.theme import Theme
from bodymap.ui.verdict_marks import verdict_role

INDENT = 1.5
"""Room for a letter or a sign before words, in parts of their size."""
Way = Literal["beside", "between", "above"]
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
LEAST_TITLE, LEAST_TEXT, LEAST_LABEL = 20, 33, 40
"""No title, text or other word is smaller than this part of the height of the screen."""
_TITLE, _TEXT = 15.0, 23.0
"""What they are where there is room."""
_BODY_SCALE = 528.0
"""px of height for which the body is drawn at scale 1: labels and lines are then large and thick enough."""
_SHARES: Mapping[Way, tuple[float, ...]] = MappingProxyType(
    {
        "beside": (0.30, 0.32, 0.34, 0.38, 0.42, 0.46),
        "between": (0.24, 0.27, 0.30, 0.34, 0.38, 0.42),
        "above": (0.16, 0.20, 0.25, 0.30, 0.35, 0.40),
    }
)
"""Shares of the width, or of the height, that the words take, the first that fits."""
_SHARES_WITH_CURVE: Mapping[Way, tuple[float, ...]] = MappingProxyType(
    {
        "beside": (0.32, 0.34, 0.36, 0.40, 0.43, 0.46),
        "between": (0.28, 0.30, 0.33, 0.36, 0.40, 0.44),
        "above": (0.40, 0.44, 0.48, 0.50, 0.52, 0.54),
    }
)
"""The same where curves stand under the words."""
_CURVE: Mapping[Way, tuple[float, float]] = MappingProxyType(
    {"beside": (0.42, 0.56), "between": (0.42, 0.56), "above": (0.55, 0.62)}
)
"""Of the area of the words, the least and the most that curves take."""
_WEEK = 0.36
"""Of the height of a wide screen, what the curves of a week take below all else: bursts are narrow."""
LEAST_OF_TWO = 0.78
"""Of two bodies each may be so much smaller for labels beside it: beside its legs there is little room."""
_SIDE = 0.02
"""Of the width of the words, at least free beside them."""
_OVER_CLOSEUP: tuple[tuple[Way, float], ...] = (
    ("above", 0.16),
    ("above", 0.20),
    ("above", 0.25),
    ("above", 0.28),
)
"""Shares of the height that words take over a close-up."""
_WIDE = 1.45
"""Width by height from which words stand beside a body or between two, else above."""


class Line(NamedTuple):
    """Words in their place: size in px, weight, role of the colour; `mark` before them: letter or verdict."""

    rect: QRect
    words: str
    px: int
    bold: bool = False
    role: str = "text"
    mark: str = ""


class Page(NamedTuple):
    """The places of body and words, and the words; `middle` is the width kept free between two bodies.

    `curve` is the place of curves, empty where there are none: under the words, in their area; of a week
    under everything.
    """

    body: QRect
    words: QRect
    lines: tuple[Line, ...]
    middle: int = 0
    curve: QRect = QRect()


class _Block(NamedTuple):
    """Words that want a place, with the room above them in parts of their size."""

    words: str
    px: int
    above: float
    bold: bool = False
    role: str = "text"
    mark: str = ""


def body_look(theme: Theme, height: int) -> Look:
    """How a body is drawn on a slide of a height."""
    return Look(theme, height / _BODY_SCALE)


def font(px: int, bold: bool, theme: Theme) -> QFont:
    """The font of a line."""
    return Look(theme).font(px, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def page_of(slide: Slide, size: QSize, theme: Theme) -> Page:
    """The words of a slide beside its one body or between its two; above where the screen is not wide.

    They are above a close-up too, where they are few: it is broad, and its labels stand beside it. The body
    of an open question lies where it will with the answer.
    """
    tries = _tries(slide, size)
    if slide.told is not None:
        place = _placed(slide.told, size, theme, tries)
        lines = place and _laid(_blocks(slide, size.height(), place[0]), place[1].words, theme)
        if place and lines:
            return place[1]._replace(lines=lines)
    place = _placed(slide, size, theme, tries)
    if place is not None:
        return place[1]
    whole = QRect(0, 0, size.width(), size.height())
    return Page(QRect(), whole, _laid(_blocks(slide, size.height(), 0.0), whole, theme, force=True) or ())


_Try = tuple[float, tuple[Way, float]]
"""A size of the words, and the way and share of the screen that they take."""


def _tries(slide: Slide, size: QSize) -> list[_Try]:
    """What to try, the best first."""
    wide, single = size.width() >= size.height() * _WIDE, len(slide.stage.scenes) < 2
    way = _way(wide, single)
    narrow = slide.curve is not None and not _below(slide.curve, way)
    shares = _SHARES_WITH_CURVE[way] if narrow else _SHARES[way]
    wishes = _wishes(slide.state.text_size / 100)
    broad = way == "beside" and slide.stage.scenes[0].closeup is not None and not slide.curve
    usual: tuple[tuple[Way, float], ...] = tuple((way, share) for share in shares[:3])
    # The last ones are for more words than any slide should have.
    last: tuple[tuple[Way, float], ...] = tuple((way, share) for share in (*shares[3:], 0.5, 0.6, 0.7, 0.8))
    tries = [
        (wish, how) for tried in (_OVER_CLOSEUP if broad else (), usual) for wish in wishes for how in tried
    ]
    return tries + [(0.0, how) for how in last]


def _placed(slide: Slide, size: QSize, theme: Theme, tries: Sequence[_Try]) -> tuple[float, Page] | None:
    """The first page that has room for a slide's words, and their size."""
    for wish, how in tries:
        page = _page(_blocks(slide, size.height(), wish), size, how, (theme, slide.curve))
        if page is not None:
            return wish, page
    return None


def _way(wide: bool, single: bool) -> Way:
    if not wide:
        return "above"
    return "beside" if single else "between"


def _wishes(text: float) -> tuple[float, ...]:
    """Sizes to try, from what the reader's taste asks for down to the least."""
    return tuple(dict.fromkeys((max(1.0, min(text, 1.5)), 1.0, 0.9, 0.8, 0.0)))


def _page(
    blocks: Sequence[_Block], size: QSize, how: tuple[Way, float], given: tuple[Theme, Curve | None]
) -> Page | None:
    """The page whose words take a share of the screen; None where that is too little."""
    (way, share), width, (theme, curve) = how, size.width(), given
    strip = round(size.height() * _WEEK) if curve and _below(curve, way) else 0
    height = size.height() - strip
    whole = QRect(0, 0, width, height)
    words, body = round((height if way == "above" else width) * share), whole
    if way == "above":
        area, body = QRect(0, 0, width, words), whole.adjusted(0, words, 0, 0)
    elif way == "beside":
        area, body = QRect(0, 0, words, height), whole.adjusted(words, 0, 0, 0)
    else:
        area = QRect((width - words) // 2, 0, words, height)
    kept = round(area.height() * _CURVE[way][0]) if curve and not strip else 0
    lines = _laid(blocks, area.adjusted(0, 0, 0, -kept), theme)
    if lines is None:
        return None
    page = Page(body, area, lines, words if way == "between" else 0)
    if curve and strip:
        return _over_week(page, curve, size, theme)
    return _with_curve(page, curve, height, theme, _CURVE[way][1]) if curve else page


def _below(curve: Curve, way: Way) -> bool:
    """Whether curves lie below body and words, as wide as the screen."""
    return curve.timeline.extent.is_week and way != "above"


def _over_week(page: Page, curve: Curve, size: QSize, theme: Theme) -> Page | None:
    """A page with the curves of a week under it; None where there is no room for their words."""
    px, place = ceil(size.height() / LEAST_TEXT), page.lines[0].rect
    heads = _heads(curve, QRect(place.left(), 0, place.width(), 0), theme, px)
    top = page.words.bottom() - px // 2 - heads[-1].rect.bottom()
    if top < page.lines[-1].rect.bottom() + px // 2:
        return None
    moved = tuple(line._replace(rect=line.rect.translated(0, top)) for line in heads)
    under = QRect(0, page.words.bottom() + 1, size.width(), size.height() - page.words.bottom() - 1)
    return page._replace(lines=(*page.lines, *moved), curve=under)


def _with_curve(page: Page, curve: Curve, height: int, theme: Theme, most: float) -> Page:
    """A page with curves under its words, at most so large a share of their area, and words over them."""
    px, last = ceil(height / LEAST_TEXT), page.lines[-1]
    left, wide = page.lines[0].rect.left(), page.words.right() - page.lines[0].rect.left() - px // 2
    y = max(last.rect.bottom() + px, page.words.bottom() - round(page.words.height() * most))
    heads = _heads(curve, QRect(left, y, wide, 0), theme, px)
    y = heads[-1].rect.bottom() + 1 + px // 5
    under = QRect(page.words.left(), y, page.words.width() - px // 2, page.words.bottom() - px // 2 - y)
    return page._replace(lines=(*page.lines, *heads), curve=under)


def _heads(curve: Curve, place: QRect, theme: Theme, px: int) -> tuple[Line, ...]:
    """What time is shown, and what the curves count: from the top of a place, as wide as that."""
    heads, y = list[Line](), place.top()
    for words, bold, role in ((_minute_words(curve), True, "text"), (_axis_words(curve), False, "muted")):
        metrics = QFontMetrics(font(px, bold, theme))
        tall = metrics.boundingRect(QRect(0, 0, place.width(), 100000), WRAP, words).height()
        heads.append(Line(QRect(place.left(), y, place.width(), tall), words, px, bold, role))
        y += tall + px // 5
    return tuple(heads)


def _minute_words(curve: Curve) -> str:
    """Where the minute lies in the bouts; of a day, with the time."""
    moment = curve.moment
    if not curve.timeline.extent.clock:
        return moment.place
    return _("{time} · {place}").format(time=moment.words, place=moment.place)


def _axis_words(curve: Curve) -> str:
    unit = curve.timeline.unit
    return _("in the blood, {unit}").format(unit=unit) if unit else _("in the blood, × the level at rest")


def _blocks(slide: Slide, height: int, wish: float) -> list[_Block]:
    """What a slide says, from top to bottom."""
    title = max(ceil(height / LEAST_TITLE), round(height / _TITLE * wish))
    text = max(ceil(height / LEAST_TEXT), round(height / _TEXT * wish))
    told = slide.verdict is not None or any(choice.right is not None for choice in slide.choices)
    blocks = [_Block(slide.title, title, 0, bold=True)]
    if slide.text:
        blocks.append(_Block(slide.text, text, 0.7))
    for choice in slide.choices:
        mark = choice.letter if not choice.right else "✓"
        role = "text" if choice.right is not False else "muted"
        blocks.append(_Block(choice.words, text, 0.5, bool(choice.right), role, mark))
    if slide.verdict is not None:
        role = verdict_role(slide.verdict)
        blocks.append(_Block(slide.verdict_words, text, 0.8, bold=True, role=role, mark=slide.verdict))
    if slide.why:
        blocks.append(_Block(slide.why, ceil(height / LEAST_TEXT) if told else text, 0.6))
    return blocks


def _laid(
    blocks: Sequence[_Block], area: QRect, theme: Theme, force: bool = False
) -> tuple[Line, ...] | None:
    """The blocks under one another in an area; None where they have no room there."""
    edge = max(8, round(min(area.width(), area.height()) * 0.07))
    edge = min(edge, blocks[0].px)
    side = max(edge, round(area.width() * _SIDE))
    inner = area.adjusted(side, edge, -side, -edge)
    lines: list[Line] = []
    y = inner.top()
    for block in blocks:
        metrics = QFontMetrics(font(block.px, block.bold, theme))
        indent = round(block.px * INDENT) if block.mark else 0
        room = QRect(0, 0, inner.width() - indent, 100000)
        box = metrics.boundingRect(room, WRAP, block.words)
        if box.width() > room.width() and not force:
            return None
        y += round(block.above * block.px) if lines else 0
        rect = QRect(inner.left() + indent, y, room.width(), box.height())
        lines.append(Line(rect, block.words, block.px, block.bold, block.role, block.mark))
        y = rect.bottom() + 1
    return tuple(lines) if y <= inner.bottom() + 1 or force else None
