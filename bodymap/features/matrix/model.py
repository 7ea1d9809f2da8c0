"""What the matrix is sorted by, how it is drawn, and what its legend says: plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bodymap.atlas.records import Evidence
from bodymap.i18n import _, counted
from bodymap.viewmodels.matrix import EVIDENCE, Cell, Matrix, Order, Sorting
from bodymap.viewmodels.words import evidence_word

SORTINGS: tuple[Sorting, ...] = ("evidence", "count", "name")
_BANDS: Sequence[tuple[float, float]] = ((0.05, 0.09), (0.13, 0.18), (0.24, 0.30), (0.92, 0.94), (1.0, 1.0))
"""The opacity of each kind of evidence, by confidence; none at which words on it could not be read."""
_SURENESS = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell by its row and column."""

    row: int
    column: int


def opacity(evidence: Evidence, strength: float) -> float:
    """How strongly a cell is filled; steps between kinds, a little more inside a step by confidence."""
    step = EVIDENCE.index(evidence)
    low, high = _BANDS[step]
    within = (strength * len(EVIDENCE) - step) * _SURENESS
    return low + (high - low) * max(0.0, min(1.0, (within - 1) / (_SURENESS - 1)))


def legend_steps() -> tuple[tuple[Evidence, str], ...]:
    """The kinds of evidence, the strongest first, with their words."""
    return tuple((evidence, evidence_word(evidence)) for evidence in reversed(EVIDENCE))


def sorting_words(sorting: Sorting) -> str:
    """A sorting as one says it."""
    words: dict[Sorting, str] = {
        "evidence": _("by evidence"),
        "count": _("by number"),
        "name": _("by name"),
        "given": _("as written"),
    }
    return words[sorting]


def by_column(order: Order, organ: str) -> Order:
    """Sort the rows by one column; asked again, by all columns as before."""
    return replace(order, column="" if order.column == organ else organ)


def by_row(order: Order, signal: str) -> Order:
    """Sort the columns by one row; asked again, by all rows as before."""
    return replace(order, row="" if order.row == signal else signal)


def cell_at(matrix: Matrix, spot: Spot) -> Cell | None:
    """The cell; None where nothing was studied."""
    return matrix.cells[spot.row][spot.column]


def cell_words(matrix: Matrix, spot: Spot) -> str:
    """What is known there, in a sentence."""
    cell = cell_at(matrix, spot)
    if cell is not None:
        return cell.words
    names = matrix.rows[spot.row].short, matrix.columns[spot.column].name
    return _("{signal}, {organ}: {words}").format(signal=names[0], organ=names[1], words=matrix.empty)


def moved(matrix: Matrix, spot: Spot, down: int, right: int) -> Spot:
    """So many cells on, and not beyond the edges."""
    row = max(0, min(len(matrix.rows) - 1, spot.row + down))
    return Spot(row, max(0, min(len(matrix.columns) - 1, spot.column + right)))


def summary(matrix: Matrix) -> str:
    """How much is known, and what the filter hides."""
    cells = [cell for row in matrix.cells for cell in row if cell is not None]
    shown = sum(cell.count for cell in cells)
    words = counted("{n} effect", "{n} effects", shown)
    hidden = sum(cell.hidden for cell in cells)
    if not hidden:
        return words
    form = _("{words}, {n} hidden by the filter")
    return form.format(words=words, n=hidden)
