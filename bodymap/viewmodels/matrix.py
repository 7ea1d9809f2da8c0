"""The heat matrix: signals down, organs across, and in each cell how well an effect is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Confidence, Direction, Effect, Evidence, Ref
from bodymap.i18n import _, counted
from bodymap.viewmodels.words import confidence_word, direction_phrase, evidence_word

Sorting = Literal["evidence", "count", "name", "given"]
"""By the best evidence and then how much of it; by how many effects; by name; as the authors wrote them."""
Way = Direction | Literal["several"]
"""What effects do to what they are about; `several` where they do not agree, or speak of different things."""
EVIDENCE: tuple[Evidence, ...] = (
    "in-vitro",
    "animal",
    "review-consensus",
    "human-observational",
    "human-trial",
)
"""The kinds of evidence, the weakest first."""
_SURE: tuple[Confidence, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class Order:
    """How the matrix is sorted; `column` (an organ) sorts the rows by that column alone, `row` likewise."""

    rows: Sorting = "evidence"
    columns: Sorting = "evidence"
    column: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one signal in one organ: `count` effects are shown and `hidden` by the filter.

    `evidence` and `confidence` are those of the best shown effect, `strength` 0 to 1 says both as one shade.
    Where the filter hides all, `evidence` is None and `strength` 0. `words` is the sentence for a tooltip.
    """

    signal: str
    organ: str
    count: int
    hidden: int
    evidence: Evidence | None
    confidence: Confidence | None
    direction: Way | None
    strength: float
    effects: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Header:
    """The thing of a row or column: where it leads, its name, how many effects are shown, the best shade."""

    ref: Ref
    name: str
    short: str
    count: int
    strength: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells[row][column]`; None means that nothing was studied there: `empty` says so, it is never zero."""

    rows: tuple[Header, ...]
    columns: tuple[Header, ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    empty: str

    def place(self, ref: Ref) -> tuple[int | None, int | None]:
        """The row of a signal or the column of an organ; None for what it has not."""
        row = next((i for i, header in enumerate(self.rows) if header.ref == ref), None)
        return row, next((i for i, header in enumerate(self.columns) if header.ref == ref), None)


def matrix(whole: Atlas, shown: Atlas, order: Order) -> Matrix:
    """The matrix of everything that is known; `shown` is what a filter of evidence leaves of it."""
    known = _by_place(whole.effects)
    left = _by_place(shown.effects)
    names = {s.id: s.short for s in whole.signals.values()} | {o.id: o.name for o in whole.organs.values()}
    cells = {
        place: _cell(place, left.get(place, ()), len(effects), names)
        for place, effects in known.items()
        if place[0] in whole.signals and place[1] in whole.organs
    }
    rows = [_header(Ref("signal", s.id), (s.name, s.short), cells.values()) for s in whole.signals.values()]
    columns = [_header(Ref("organ", o.id), (o.name, o.name), cells.values()) for o in whole.organs.values()]
    rows = _sorted(rows, order.rows, {p[0]: c for p, c in cells.items() if p[1] == order.column})
    columns = _sorted(columns, order.columns, {p[1]: c for p, c in cells.items() if p[0] == order.row})
    grid = tuple(tuple(cells.get((row.ref.id, column.ref.id)) for column in columns) for row in rows)
    return Matrix(tuple(rows), tuple(columns), grid, _("not studied here"))


def strength(evidence: Evidence, confidence: Confidence) -> float:
    """The shade of an effect, 0 to 1: kinds of evidence are steps, confidence moves inside a step."""
    step = EVIDENCE.index(evidence) + (_SURE.index(confidence) + 1) / len(_SURE)
    return round(step / len(EVIDENCE), 3)


def _by_place(effects: Iterable[Effect]) -> dict[tuple[str, str], list[Effect]]:
    found: dict[tuple[str, str], list[Effect]] = {}
    for effect in effects:
        found.setdefault((effect.agent, effect.organ), []).append(effect)
    return found


def _cell(place: tuple[str, str], left: Sequence[Effect], known: int, names: dict[str, str]) -> Cell:
    best = max(left, key=_shade, default=None)
    ways = {effect.direction for effect in left}
    way: Way | None = None if best is None else best.direction if len(ways) == 1 else "several"
    return Cell(
        signal=place[0],
        organ=place[1],
        count=len(left),
        hidden=known - len(left),
        evidence=best.evidence if best else None,
        confidence=best.confidence if best else None,
        direction=way,
        strength=_shade(best) if best else 0.0,
        effects=tuple(effect.id for effect in left),
        words=_words((names[place[0]], names[place[1]]), left, best, known - len(left)),
    )


def _shade(effect: Effect) -> float:
    return strength(effect.evidence, effect.confidence)


def _words(names: tuple[str, str], left: Sequence[Effect], best: Effect | None, hidden: int) -> str:
    signal, organ = names
    if best is None:
        words = counted("{n} effect is hidden by the filter", "{n} effects are hidden by the filter", hidden)
        return _("{signal}, {organ}: {words}").format(signal=signal, organ=organ, words=words)
    form = _("{signal}, {organ}: {count}; the best: {evidence}, {confidence}, {what}")
    return form.format(
        signal=signal,
        organ=organ,
        count=counted("{n} effect", "{n} effects", len(left)),
        evidence=evidence_word(best.evidence),
        confidence=confidence_word(best.confidence),
        what=direction_phrase(best),
    )


def _header(ref: Ref, names: tuple[str, str], cells: Iterable[Cell]) -> Header:
    own = [cell for cell in cells if ref.id == (cell.signal if ref.kind == "signal" else cell.organ)]
    best = max((cell.strength for cell in own), default=0.0)
    return Header(ref, names[0], names[1], sum(cell.count for cell in own), best)


def _sorted(headers: list[Header], by: Sorting, line: dict[str, Cell]) -> list[Header]:
    """By a chosen line first, where there is one, and then by the sorting; equals stay as written."""
    ordered = headers
    if by == "name":
        ordered = sorted(headers, key=lambda header: header.short.casefold())
    elif by != "given":
        ordered = sorted(headers, key=_by_evidence if by == "evidence" else _by_count)
    if not line:
        return ordered
    return sorted(ordered, key=lambda header: _in_line(line.get(header.ref.id)))


def _by_evidence(header: Header) -> tuple[float, int]:
    return -header.strength, -header.count


def _by_count(header: Header) -> tuple[int, float]:
    return -header.count, -header.strength


def _in_line(cell: Cell | None) -> tuple[int, float, int]:
    """What was studied before what was not, the best evidence first."""
    return (1, 0.0, 0) if cell is None else (0, -cell.strength, -cell.count)
