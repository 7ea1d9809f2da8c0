"""The worksheet and its answer key as pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bodymap.features.handout.line_figure import LineFigure
from bodymap.features.handout.model import Exercise, Solution, Worksheet
from bodymap.features.handout.pagination import height_of
from bodymap.features.handout.paper import Paper, Row, Running, bound, pt
from bodymap.features.handout.rows import (
    BODY,
    HALF,
    HEADING,
    KICKER,
    SMALL,
    TITLE,
    Style,
    beside,
    boxed,
    cited,
    kept,
    paragraph,
    rule,
    sources_rows,
)
from bodymap.figure.figure import View
from bodymap.i18n import _

_ASK = Style(10.5, HALF, above=16, indent=20, keep=True)
_CHOICE = Style(10, above=4, indent=38)
_LINES_SHARE = 0.36
_LEAST_LINES = 4


def worksheet_pdf(sheet: Worksheet, view: View, paper: Paper) -> bytes:
    """What the class gets; the titles of sources give answers away, so they stand in the key."""
    width = paper.inner.width()
    rows = [*_head(_("Worksheet"), sheet, width), _who(width)]
    rows += _body(sheet, view, paper, height_of(rows))
    if sheet.exercises:
        rows += paragraph(_("Questions"), width, HEADING)
    for exercise in sheet.exercises:
        rows += _exercise(exercise, width)
    if sheet.sources:
        rows += paragraph(_("Sources: see the answer key"), width, Style(8, is_muted=True, above=16))
    return bound(paper, Running(sheet.title, _("Worksheet")), rows)


def answer_key_pdf(sheet: Worksheet, view: View, paper: Paper) -> bytes:
    """What the teacher gets: the same body with its names, and each answer with why."""
    width = paper.inner.width()
    rows = _head(_("Answer key"), sheet, width)
    if sheet.blanks:
        left = paper.inner.height() - height_of(rows) - pt(10)
        rows.append(_figure(LineFigure(view, sheet.blanks, with_names=True), width, left))
    if sheet.solutions:
        rows += paragraph(_("Answers"), width, HEADING)
    for exercise, solution in zip(sheet.exercises, sheet.solutions, strict=True):
        rows += _solution(exercise, solution, width)
    rows += sources_rows(sheet.sources, width)
    return bound(paper, Running(sheet.title, _("Answer key")), rows)


def _head(kicker: str, sheet: Worksheet, width: float) -> list[Row]:
    rows = [*paragraph(kicker, width, KICKER), *paragraph(sheet.title, width, TITLE)]
    return [*rows, *paragraph(sheet.author, width, SMALL)] if sheet.author else rows


def _who(width: float) -> Row:
    """Lines for name, class and date."""
    third = width / 3
    cells = [
        [*paragraph(words, third, SMALL), rule(third - pt(12), indent=_indent(words), height=0)]
        for words in (_("Name"), _("Class"), _("Date"))
    ]
    two = beside(cells[1], cells[2], third)
    return beside(cells[0], [two], third, above=pt(14))


def _indent(words: str) -> float:
    return 6.0 * len(words) + 4


def _body(sheet: Worksheet, view: View, paper: Paper, above: float) -> Iterator[Row]:
    """The numbered body beside the lines to write on, as tall as the rest of the page."""
    if not sheet.blanks:
        return
    width, room = paper.inner.width(), paper.inner.height() - above - pt(8)
    task = paragraph(_("Write the right name beside each number."), width, HEADING)
    yield from task
    room -= height_of(task, True)
    column = width * _LINES_SHARE
    names = [row for name in sheet.names for row in paragraph(name, column - pt(16), Style(9.5, above=2))]
    bank = boxed([*paragraph(_("Names"), column - pt(16), Style(8, HALF, is_muted=True)), *names], column)
    gap = min(40.0, (room - bank.height - pt(30)) / pt(1) / max(1, len(sheet.blanks)) - 5)
    lines = [bank]
    for blank in sheet.blanks:
        label = paragraph("", column, Style(10), str(blank.number))
        lines.append(_line(label, column, gap))
    lines += paragraph(_("Grey: what a number points at."), column, Style(8, is_muted=True, above=14))
    lines += _notes(column, room - height_of(lines))
    figure = _figure(LineFigure(view, sheet.blanks), width - column - pt(12), room)
    yield beside([figure], lines, width - column, above=pt(8))


def _notes(width: float, room: float) -> list[Row]:
    """Lines to write on, where there is room for four or more."""
    head = paragraph(_("Notes"), width, Style(10, HALF, above=24))
    count = int((room - height_of(head, True)) / pt(25))
    return [*head, *(rule(width, height=24) for _line in range(count))] if count >= _LEAST_LINES else []


def _line(label: list[Row], width: float, gap: float) -> Row:
    line = rule(width, indent=18, height=max(16.0, gap))

    def draw(painter: QPainter, at: QPointF) -> None:
        line.draw(painter, at)
        label[0].draw(painter, at + QPointF(0, line.height - label[0].height))

    return Row(line.height, draw)


def _figure(figure: LineFigure, width: float, height: float) -> Row:
    return Row(height, lambda painter, at: figure.draw(painter, QRectF(at.x(), at.y(), width, height)))


def _exercise(exercise: Exercise, width: float) -> list[Row]:
    rows = paragraph(exercise.ask, width, _ASK, str(exercise.number))
    if exercise.left:
        half = width / 2
        left = [r for n, words in exercise.left for r in _pair(f"{words} ____", half - pt(16), n)]
        right = [r for n, words in exercise.choices for r in _pair(words, half - pt(16), n)]
        return kept([*rows, beside(left, right, half, above=pt(4))])
    for letter, words in exercise.choices:
        choice = paragraph(words, width, _CHOICE)
        rows += [_lettered(choice[0], letter), *choice[1:]]
    if exercise.is_order:
        rows += paragraph(_("Order: {gaps}").format(gaps="____  " * len(exercise.choices)), width, _CHOICE)
    return kept(rows)


def _pair(words: str, width: float, label: str) -> list[Row]:
    rows = paragraph(words, width, _CHOICE)
    return [_lettered(rows[0], label), *rows[1:]]


def _lettered(row: Row, letter: str) -> Row:
    """A choice with its letter hanging before it."""
    mark = paragraph(letter, pt(20), BODY)[0]

    def draw(painter: QPainter, at: QPointF) -> None:
        mark.draw(painter, at + QPointF(pt(22), 0))
        row.draw(painter, at)

    return Row(row.height, draw, row.above, row.keep)


def _solution(exercise: Exercise, solution: Solution, width: float) -> list[Row]:
    ask = paragraph(
        exercise.ask, width, Style(9, is_muted=True, above=12, indent=20, keep=True), str(solution.number)
    )
    words = _("{letters}: {words}").format(letters=solution.letters, words=solution.words)
    answer = paragraph(words, width, Style(10.5, HALF, above=2, indent=20, keep=True))
    why = paragraph(cited(solution.why, solution.sources), width, Style(9.5, above=2, indent=20))
    return kept([*ask, *answer, *why])
