"""Words, lines and boxes as rows of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from bodymap.features.handout.pagination import height_of
from bodymap.features.handout.paper import Row, font, hair, ink, pt, stack
from bodymap.i18n import _
from bodymap.viewmodels.card_values import Source

BOLD, HALF, PLAIN = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal
_LEADING = 1.32


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points. `above` is the space over it, `indent` that at its left."""

    size: float = 10.0
    weight: QFont.Weight = PLAIN
    is_muted: bool = False
    above: float = 0.0
    indent: float = 0.0
    keep: bool = False


TITLE = Style(22, BOLD, keep=True, above=2)
HEADING = Style(13, BOLD, above=18, keep=True)
KICKER = Style(9, HALF, is_muted=True, keep=True)
BODY = Style()
SMALL = Style(8, above=3)


def paragraph(words: str, width: float, style: Style = BODY, label: str = "") -> list[Row]:
    """A paragraph as rows, one a line; first and last lines are not left alone on a page.

    `label` hangs at the left of the first line, in the indent.
    """
    face, left = font(style.size, style.weight), pt(style.indent)
    lines = _lines(words, face, width - left)
    height = pt(style.size * _LEADING)
    rows: list[Row] = []
    for number, line in enumerate(lines):
        first, last = number == 0, number == len(lines) - 1
        together = (first and not last) or number == len(lines) - 2
        rows.append(
            Row(
                height,
                _text(line, face, style, label if first else ""),
                above=pt(style.above) if first else 0.0,
                keep=together or (last and style.keep) or (style.keep and len(lines) < 4),
            )
        )
    return rows


def kept(rows: Sequence[Row], with_next: bool = False) -> list[Row]:
    """Rows that are not parted by the end of a page."""
    return [replace(row, keep=with_next or i < len(rows) - 1) for i, row in enumerate(rows)]


def beside(left: Sequence[Row], right: Sequence[Row], shift: float, above: float = 0.0) -> Row:
    """Two stacks side by side as one row; the right one begins `shift` px after the left."""

    def draw(painter: QPainter, at: QPointF) -> None:
        stack(painter, left, at)
        stack(painter, right, at + QPointF(shift, 0))

    return Row(max(height_of(left), height_of(right)), draw, above)


def rule(width: float, above: float = 0.0, indent: float = 0.0, height: float = 0.0) -> Row:
    """A thin line to write on, or one that parts; `height` is the room over it (points)."""

    def draw(painter: QPainter, at: QPointF) -> None:
        y = at.y() + pt(height)
        hair(painter, QPointF(at.x() + pt(indent), y), QPointF(at.x() + width, y))

    return Row(pt(height + 1), draw, pt(above))


def space(points: float) -> Row:
    """Nothing, so tall."""
    return Row(pt(points), lambda _painter, _at: None)


def boxed(rows: Sequence[Row], width: float, above: float = 0.0) -> Row:
    """Rows in a frame, as one."""
    edge = pt(8)
    height = height_of(rows) + 2 * edge

    def draw(painter: QPainter, at: QPointF) -> None:
        painter.setPen(ink(True))
        painter.drawRoundedRect(QRectF(at.x(), at.y(), width, height), pt(4), pt(4))
        stack(painter, rows, at + QPointF(edge, edge))

    return Row(height, draw, pt(above))


def cited(words: str, numbers: Iterable[int]) -> str:
    """Words with the numbers of their sources."""
    found = ", ".join(map(str, numbers))
    return f"{words} [{found}]" if found else words


def sources_rows(sources: Sequence[Source], width: float) -> list[Row]:
    """The list of sources under its heading; nothing where there are none."""
    if not sources:
        return []
    rows = paragraph(_("Sources"), width, HEADING)
    for source in sources:
        style = Style(8, above=3, indent=18, is_muted=True)
        words = f"{source.citation} {source.origin}".strip()
        rows += kept(paragraph(words, width, style, str(source.number)))
    return rows


def _lines(words: str, face: QFont, width: float) -> list[str]:
    found: list[str] = []
    for part in words.splitlines() or [""]:
        layout = QTextLayout(part, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            found.append(_sliced(part, line.textStart(), line.textLength()))
        layout.endLayout()
    return found or [""]


def _sliced(words: str, start: int, length: int) -> str:
    """A part of the words by Qt's positions, which count UTF-16 units."""
    units = words.encode("utf-16-le")[2 * start : 2 * (start + length)]
    return units.decode("utf-16-le", "replace").rstrip()


def _text(words: str, face: QFont, style: Style, label: str) -> Callable[[QPainter, QPointF], None]:
    def draw(painter: QPainter, at: QPointF) -> None:
        painter.setPen(ink(style.is_muted))
        base = at.y() + pt(style.size * 1.02)
        if label:  # first, for so it is read aloud and copied
            painter.setFont(font(style.size, HALF))
            painter.drawText(QPointF(at.x(), base), label)
        painter.setFont(face)
        painter.drawText(QPointF(at.x() + pt(style.indent), base), words)

    return draw
