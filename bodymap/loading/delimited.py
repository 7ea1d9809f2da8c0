"""A table in a text file as cells with their places; what parts them is a comma, semicolon or tab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.text_files import text_of

MOST_CELLS = 200_000
_DELIMITERS = ("\t", ";", ",")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell without the space around it, and where it begins; both count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Delimited:
    """The rows of a table that hold anything, and what is wrong with the file as such."""

    rows: tuple[tuple[Cell, ...], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_delimited(source: Source) -> Delimited:
    """The rows of a file; a tab, semicolon or comma parts cells: what is most frequent in the first row.

    Cells may stand in double quotes, with "" for a quote. Never raises because of what the file holds.
    """
    if source.trouble:
        return Delimited(problems=(Problem(source.path, 1, 1, source.trouble, rule="unreadable-file"),))
    text, wrong = text_of(source.path, source.data)
    if wrong:
        return Delimited(problems=(wrong,))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    try:
        for row in _rows(text, _delimiter(text)):
            cells += len(row)
            if cells > MOST_CELLS:
                what = f"this table has more than {MOST_CELLS} cells; give a smaller one"
                return Delimited(problems=(Problem(source.path, row[0].line, 1, what),))
            if any(cell.text for cell in row):
                rows.append(row)
    except _OpenQuoteError as error:
        what = "this quotation mark is never closed"
        return Delimited(problems=(Problem(source.path, error.line, error.column, what),))
    return Delimited(tuple(rows))


class _OpenQuoteError(Exception):
    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column


def _delimiter(text: str) -> str:
    head = next((line for line in text.split("\n") if line.strip()), "")
    return max(_DELIMITERS, key=head.count) if any(d in head for d in _DELIMITERS) else ","


def _rows(text: str, delimiter: str) -> Iterator[tuple[Cell, ...]]:
    row: list[Cell] = []
    at, line, start = 0, 1, 0
    while at <= len(text):
        cell, end = _cell(text, at, delimiter, (line, at - start + 1))
        row.append(cell)
        newlines = text.count("\n", at, end)
        if newlines:
            line, start = line + newlines, text.rfind("\n", at, end) + 1
        if end >= len(text) or text[end] == "\n":
            yield tuple(row)
            row, line, start = [], line + 1, end + 1
        at = end + 1


def _cell(text: str, at: int, delimiter: str, place: tuple[int, int]) -> tuple[Cell, int]:
    """The cell that begins at a position, and where what ends it stands."""
    begin = at
    while text[begin : begin + 1] == " ":
        begin += 1
    line, column = place[0], place[1] + begin - at
    if text[begin : begin + 1] != '"':
        end = min((e for e in (text.find(delimiter, at), text.find("\n", at)) if e >= 0), default=len(text))
        return Cell(text[at:end].strip(), line, column), end
    close = begin + 1
    while True:
        close = text.find('"', close)
        if close < 0:
            raise _OpenQuoteError(line, column)
        if text[close + 1 : close + 2] != '"':
            break
        close += 2
    inside = text[begin + 1 : close].replace('""', '"').strip()
    ends = (e for e in (text.find(delimiter, close), text.find("\n", close)) if e >= 0)
    return Cell(inside, line, column), min(ends, default=len(text))
