"""The steps of a lesson as pages, and as a poster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bodymap.features.handout.model import Handout, Page
from bodymap.features.handout.pagination import height_of
from bodymap.features.handout.paper import Paper, Row, Running, bound, hair, pt
from bodymap.features.handout.rows import (
    BOLD,
    HALF,
    KICKER,
    SMALL,
    TITLE,
    Style,
    beside,
    cited,
    kept,
    paragraph,
    sources_rows,
    space,
)
from bodymap.features.handout.studio import Studio
from bodymap.i18n import _
from bodymap.state import State
from bodymap.viewmodels.card_values import Source

_STEP = Style(14, BOLD, indent=28, keep=True, above=20)
_TEXT = Style(10.5, above=4, indent=28, keep=True)
_NOTES = Style(9.5, above=3, indent=28)
_MOST_TILES = 15
_PICTURE_SHARE = 0.38
"""Height of a picture, of its width."""


def handout_pdf(handout: Handout, studio: Studio, paper: Paper) -> bytes:
    """What the class gets: each step with its picture, text and the numbers of its sources."""
    return _steps_pdf(_("Handout"), handout, studio, paper)


def notes_pdf(handout: Handout, studio: Studio, paper: Paper) -> bytes:
    """What the teacher gets: the same, under a name of its own, with the notes of each step."""
    return _steps_pdf(_("Notes for the teacher"), handout, studio, paper)


def _steps_pdf(kind: str, handout: Handout, studio: Studio, paper: Paper) -> bytes:
    width = paper.inner.width()
    rows = _head(kind, handout, width)
    for page in handout.pages:
        rows += _step(page, handout.sources, studio, width)
    rows += sources_rows(handout.sources, width)
    return bound(paper, Running(handout.title, kind), rows)


def poster_pdf(handout: Handout, studio: Studio) -> bytes:
    """All steps as tiles of an A3 sheet, up to five beside one another; more than fifteen go on a second."""
    paper = Paper.named("a3")
    inner = paper.inner
    head = kept(paragraph(handout.title, inner.width(), Style(34, BOLD)), with_next=True)
    foot = _small_sources(handout, inner.width())
    groups = _groups(handout.pages)
    rows = list(head)
    for number, group in enumerate(groups):
        above = height_of(head) if number == 0 else 0.0
        below = height_of(foot, True) if number == len(groups) - 1 else 0.0
        rows += _grid(group, studio, (inner.width(), inner.height() - above - below - pt(2)))
    return bound(paper, Running(handout.title, _("Poster")), [*rows, *foot])


def _groups(pages: Sequence[Page]) -> list[Sequence[Page]]:
    """The steps sheet by sheet, about as many on each."""
    sheets = -(-len(pages) // _MOST_TILES)
    each = -(-len(pages) // sheets) if sheets else 1
    return [pages[i : i + each] for i in range(0, len(pages), each)]


def _grid(pages: Sequence[Page], studio: Studio, room: tuple[float, float]) -> list[Row]:
    """Steps in lines of tiles that fill a room: its width and height."""
    columns, gap = _columns(len(pages)), pt(16)
    lines = -(-len(pages) // columns)
    width, height = (room[0] - gap * (columns - 1)) / columns, room[1] / lines - pt(18)
    starts = range(0, len(pages), columns)
    tiles = (_tiles(pages[start : start + columns], studio, width, height) for start in starts)
    return [_side_by_side(line, width + gap) for line in tiles]


def _head(kicker: str, handout: Handout, width: float) -> list[Row]:
    rows = [*paragraph(kicker, width, KICKER), *paragraph(handout.title, width, TITLE)]
    return [*rows, *paragraph(handout.author, width, SMALL)] if handout.author else rows


def _step(page: Page, sources: Sequence[Source], studio: Studio, width: float) -> list[Row]:
    """Heading, picture and text stay together; long notes may go on."""
    rows = paragraph(page.title, width, _STEP, str(page.number))
    rows.append(space(6))
    rows.append(_picture(page.see, studio, width, width * _PICTURE_SHARE))
    rows += _words(page, width, _TEXT)
    if page.nuance:
        rows += paragraph(page.nuance, width, _NOTES)
    rows += _short_sources(page, sources, width)
    together = kept(rows, with_next=bool(page.notes))
    if not page.notes:
        return together
    label = paragraph(
        _("Notes for the teacher"), width, Style(8, HALF, is_muted=True, above=8, indent=28, keep=True)
    )
    return [*together, *label, *paragraph(page.notes, width, _NOTES)]


def _words(page: Page, width: float, style: Style) -> list[Row]:
    """The text with the numbers of its sources; under a claim, the verdict."""
    if not page.verdict:
        return paragraph(cited(page.text, page.sources), width, style)
    verdict = cited(page.verdict, page.sources)
    return [*paragraph(page.text, width, style), *paragraph(verdict, width, replace(style, weight=HALF))]


def _short_sources(page: Page, sources: Sequence[Source], width: float) -> list[Row]:
    """Who says so, in short: a page may be copied alone."""
    words = " · ".join(f"{s.number} {s.short}" for s in sources if s.number in page.sources)
    return paragraph(words, width, Style(7.5, is_muted=True, above=3, indent=28)) if words else []


def _picture(see: State, studio: Studio, width: float, height: float, letters: float = 7.5) -> Row:
    def draw(painter: QPainter, at: QPointF) -> None:
        area = QRectF(at.x(), at.y(), width, height)
        studio.draw(painter, see, area, letters)
        for start, end in ((area.topLeft(), area.topRight()), (area.bottomLeft(), area.bottomRight())):
            hair(painter, start, end, 0.4)

    return Row(height, draw)


def _tiles(pages: Sequence[Page], studio: Studio, width: float, height: float) -> list[list[Row]]:
    """Steps beside one another, so tall; their pictures begin and end on one line."""
    titles = [paragraph(page.title, width, Style(13, BOLD, indent=26), str(page.number)) for page in pages]
    texts = [_words(page, width, Style(9.5, above=3)) for page in pages]
    head = max(height_of(title) for title in titles)
    left = max(height - head - max(height_of(text, True) for text in texts) - pt(8), pt(80))
    return [
        [
            *title,
            space((head - height_of(title)) / pt(1) + 4),
            _picture(page.see, studio, width, left, 6.5),
            *text,
        ]
        for page, title, text in zip(pages, titles, texts, strict=True)
    ]


def _side_by_side(tiles: list[list[Row]], shift: float) -> Row:
    row = beside(tiles[-1], [], 0)
    for tile in reversed(tiles[:-1]):
        row = beside(tile, [row], shift)
    return replace(row, above=pt(18))


def _columns(count: int) -> int:
    """Two lines of tiles where they fit: a body is tall."""
    steps = ((1, 1), (2, 2), (3, 3), (4, 2), (6, 3), (8, 4), (9, 3), (12, 4))
    return next((columns for most, columns in steps if count <= most), 5)


def _small_sources(handout: Handout, width: float) -> list[Row]:
    """The sources in one paragraph, short."""
    words = " · ".join(f"{s.number} {s.short}" for s in handout.sources)
    return kept(paragraph(words, width, Style(7.5, is_muted=True, above=14))) if words else []
