"""What stands on an exported sheet, and where: plain values, no drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bodymap.i18n import _, counted
from bodymap.viewmodels.card_values import Card, ClaimRow, EffectRow, LinkRow, NumberRow, Source
from bodymap.viewmodels.scene_values import Role

Format = Literal["png", "svg", "pdf"]
Rect = tuple[int, int, int, int]
"""x, y, width, height in px."""

_COLUMN_SHARE, _COLUMN_LEAST, _COLUMN_MOST = 0.27, 300.0, 620.0
_BAND_SHARE = 0.3
_LEAST_LONG, _LEAST_SHORT = 1280, 720


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the words: its name, what is said of it, and the numbers of its sources.

    `direction` is "" where there is none; a line that is a `heading` has only a name.
    """

    name: str
    text: str = ""
    numbers: tuple[int, ...] = ()
    direction: str = ""
    role: Role = "chosen"
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words beside the body: what it is, a sentence, what is known, the sources, whose picture it is."""

    kicker: str
    title: str
    role: Role
    sentence: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    colophon: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where words and body lie; `upright` says that the words stand above the body, not beside it."""

    words: Rect
    body: Rect
    upright: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines that fit, the sources they cite, and how many lines were left out."""

    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    rest: int

    @property
    def rest_words(self) -> str:
        """How many lines are not on the sheet; empty where all are."""
        return counted("and {n} more in Bodymap", "and {n} more in Bodymap", self.rest) if self.rest else ""


def sheet_of(card: Card) -> Sheet:
    """The words for the thing in focus."""
    lines = [Line(label, words) for label, words in card.notes]
    for section in card.sections:
        rows = [_line(row) for row in section.rows]
        if rows:
            lines += [Line(section.title, heading=True), *rows]
    return Sheet(
        kicker=card.kicker,
        title=card.title,
        role=card.role,
        sentence=card.sentence,
        lines=tuple(lines),
        sources=card.sources,
        colophon=_("Bodymap · for teaching, not medical advice · CC BY 4.0"),
    )


def drawing_size(width: int, height: int) -> tuple[float, tuple[int, int]]:
    """A scale, and the size to draw at before it: a small sheet is a large one made smaller."""
    scale = min(1.0, max(width, height) / _LEAST_LONG, min(width, height) / _LEAST_SHORT)
    return scale, (round(width / scale), round(height / scale))


def places(width: int, height: int, base: float, text: float = 1.0) -> Places:
    """A column of words at the left of the body; above it where the sheet is taller than wide.

    Large text has more room, up to half of the sheet.
    """
    if height > width:
        band = round(height * min(_BAND_SHARE * text, 0.5))
        return Places((0, 0, width, band), (0, band, width, height - band), True)
    column = round(
        min(max(width * _COLUMN_SHARE, _COLUMN_LEAST * base * text), _COLUMN_MOST * base * text, width * 0.4)
    )
    return Places((0, 0, column, height), (column, 0, width - column, height), False)


def fitted(sheet: Sheet, space: float, height: Callable[[Fitted], float]) -> Fitted:
    """As many lines as fit into a space, with the sources they cite; a heading never stands last."""
    total = sum(not line.heading for line in sheet.lines)
    for count in range(len(sheet.lines), 0, -1):
        lines = sheet.lines[:count]
        if lines[-1].heading:
            continue
        found = Fitted(lines, _cited(sheet, lines), total - sum(not line.heading for line in lines))
        if height(found) <= space:
            return found
    return Fitted((), (), total)


def shortened(words: str, fits: Callable[[str], bool]) -> str:
    """The words, or as many of them as fit with an ellipsis after them; nothing where not even one does."""
    if fits(words):
        return words
    parts = words.split()
    tries = (" ".join(parts[:count]) + " …" for count in range(len(parts) - 1, 0, -1))
    return next((each for each in tries if fits(each)), "")


def _cited(sheet: Sheet, lines: tuple[Line, ...]) -> tuple[Source, ...]:
    numbers = {number for line in lines for number in line.numbers}
    return tuple(source for source in sheet.sources if source.number in numbers)


def _line(row: EffectRow | NumberRow | LinkRow | ClaimRow) -> Line:
    if isinstance(row, EffectRow):
        return Line(row.title, row.what, row.numbers, row.direction, row.role)
    if isinstance(row, NumberRow):
        return Line(row.title, _number(row), row.numbers, "", row.role)
    if isinstance(row, LinkRow):
        return Line(row.text, row.note)
    return Line(row.verdict, row.claim, row.numbers)


def _number(row: NumberRow) -> str:
    if row.sedentary or row.active:
        pair = _("sedentary {sedentary}, active {active}: {difference}")
        return pair.format(sedentary=row.sedentary, active=row.active, difference=row.number)
    return f"{row.number} ({row.interval})" if row.interval else row.number
