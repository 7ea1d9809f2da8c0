"""Draws the words of a sheet: a panel beside or above the body."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF

from bodymap.features.export.model import Fitted, Line, Rect, Sheet, fitted, shortened
from bodymap.ui.look import BODY, META, TITLE, Look
from bodymap.viewmodels.card_values import Source

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_BOLD, _HALF, _PLAIN = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: words, type size, weight, colour role; `gap` is the space above it, `indent` at its left.

    `note` is a short remark at the right end of its first line.
    """

    words: str
    size: int = META
    weight: QFont.Weight = _PLAIN
    color: str = "text"
    gap: int = 0
    indent: int = 0
    line: Line | None = None
    note: str = ""


def draw_words(painter: QPainter, sheet: Sheet, area: Rect, look: Look) -> None:
    """Draw the panel with everything that fits; what does not is counted on it."""
    x, y, width, height = area
    painter.fillRect(QRect(x, y, width, height), look.color("panel"))
    margin = look.px(24)
    inner = QRect(x + margin, y + margin, width - 2 * margin, height - 2 * margin)
    colophon = [Text(sheet.colophon, color="muted")]
    room = inner.height() - _height(colophon, inner.width(), look) - look.px(8)
    sentence = shortened(sheet.sentence, lambda s: _height(_head(sheet, s), inner.width(), look) <= room)
    head = _head(sheet, sentence)
    space = inner.height() - _height(head, inner.width(), look) - _height(colophon, inner.width(), look)
    found = fitted(sheet, space - look.px(8), lambda f: _height([*_body(f), *_foot(f)], inner.width(), look))
    top = _flow(painter, head, inner, look)
    if found.lines or _height(_body(found), inner.width(), look) <= space - look.px(8):
        _flow(painter, _body(found), QRect(inner.left(), top, inner.width(), inner.bottom() - top), look)
    foot = [*_foot(found), *colophon]
    start = inner.bottom() + 1 - _height(foot, inner.width(), look)
    _flow(painter, foot, QRect(inner.left(), start, inner.width(), inner.bottom() - start), look)


def _head(sheet: Sheet, sentence: str) -> list[Text]:
    return [
        Text(sheet.kicker, weight=_HALF, color="muted"),
        Text(sheet.title, TITLE, _BOLD, gap=4),
        Text(sentence, BODY, gap=8),
    ]


def _body(found: Fitted) -> list[Text]:
    texts: list[Text] = []
    for line in found.lines:
        if line.heading:
            texts.append(Text(line.name, BODY, _HALF, gap=20))
            continue
        cited = "".join(f" [{number}]" for number in line.numbers)
        if not line.direction and not cited:
            texts.append(Text(line.name, META, _HALF, gap=8, indent=22, line=line, note=line.text))
            continue
        texts.append(Text(line.name, META, _HALF, gap=10, indent=22, line=line))
        if line.text or cited:
            texts.append(Text(f"{line.text}{cited}", color="muted", gap=2, indent=22))
    return [*texts, Text(found.rest_words, color="muted", gap=12)] if found.rest else texts


def _foot(found: Fitted) -> list[Text]:
    return [Text(_source(s), color="muted", gap=12 if i == 0 else 1) for i, s in enumerate(found.sources)] + [
        Text("", gap=6)
    ]


def _source(source: Source) -> str:
    return f"{source.number}  {source.short}"


def _flow(painter: QPainter, texts: list[Text], area: QRect, look: Look) -> int:
    """Paragraphs one under the other from the top of an area; the y below the last."""
    y = area.top()
    for text in texts:
        y += look.px(text.gap)
        box = _box(text, area.width(), look)
        painter.setFont(look.font(text.size, text.weight))
        painter.setPen(look.color(text.color))
        left = area.left() + look.px(text.indent)
        painter.drawText(QRect(left, y, area.right() + 1 - left, box), _WRAP, text.words)
        if text.note:
            _draw_note(painter, text, QRect(left, y, area.right() + 1 - left, box), look)
        if text.line is not None:
            _draw_mark(painter, text.line, QRectF(area.left(), y, look.px(14), box), look)
        y += box
    return y


def _draw_note(painter: QPainter, text: Text, box: QRect, look: Look) -> None:
    used = look.metrics(text.size, text.weight).horizontalAdvance(text.words) + look.px(12)
    rest = box.adjusted(used, 0, 0, 0)
    painter.setFont(look.font(META))
    painter.setPen(look.color("muted"))
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    words = look.metrics(META).elidedText(text.note, Qt.TextElideMode.ElideRight, max(0, rest.width()))
    painter.drawText(rest, int(end), words)


def _height(texts: list[Text], width: int, look: Look) -> int:
    return sum(look.px(text.gap) + _box(text, width, look) for text in texts)


def _box(text: Text, width: int, look: Look) -> int:
    if not text.words:
        return 0
    inside = QRect(0, 0, width - look.px(text.indent), _ENDLESS)
    return look.metrics(text.size, text.weight).boundingRect(inside, _WRAP, text.words).height()


def _draw_mark(painter: QPainter, line: Line, box: QRectF, look: Look) -> None:
    """Up, down, both ways as a diamond, equal bars for no change; a dot where there is no direction."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text") if line.role == "chosen" else look.color(line.role))
    side = box.width() * 0.8
    mark = QRectF(box.left(), box.top() + (look.metrics(META).height() - side) / 2, side, side)
    middle = mark.center()
    up, down = QPointF(middle.x(), mark.top()), QPointF(middle.x(), mark.bottom())
    if line.direction == "increases":
        painter.drawPolygon(QPolygonF([mark.bottomLeft(), mark.bottomRight(), up]))
    elif line.direction == "decreases":
        painter.drawPolygon(QPolygonF([mark.topLeft(), mark.topRight(), down]))
    elif line.direction == "no-change":
        bar = QRectF(mark.left(), 0, side, side * 0.28)
        for share in (0.12, 0.6):
            painter.drawRect(bar.translated(0, mark.top() + side * share))
    elif line.direction == "modulates":
        left, right = QPointF(mark.left(), middle.y()), QPointF(mark.right(), middle.y())
        painter.drawPolygon(QPolygonF([up, right, down, left]))
    else:
        painter.drawEllipse(middle, side * 0.25, side * 0.25)
