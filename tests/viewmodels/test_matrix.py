"""The heat matrix against the YAML, counted here by itself."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml

from bodymap.atlas.evidence import shown_by
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.loading.shipped import shipped
from bodymap.viewmodels.matrix import EVIDENCE, Matrix, Order, matrix, strength

RANK = ["in-vitro", "animal", "review-consensus", "human-observational", "human-trial"]


@pytest.fixture(scope="module")
def raw() -> list[dict[str, Any]]:
    """Every effect of a signal."""
    found: list[dict[str, Any]] = []
    for path in sorted((shipped("data") / "signals").glob("*.yaml")):
        file = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - every word as text
        found += [{**effect, "agent": file["id"]} for effect in file.get("effects", ())]
    return found


def made(library: Library, order: Order | None = None) -> Matrix:
    return matrix(library.atlas, library.atlas, order or Order())


def test_each_cell_counts_what_the_yaml_says(library: Library, raw: list[dict[str, Any]]) -> None:
    found = made(library)
    counts = Counter((e["agent"], e["organ"]) for e in raw)
    cells = {(r.ref.id, c.ref.id): cell for r, row in zip(found.rows, found.cells, strict=True)
             for c, cell in zip(found.columns, row, strict=True)}  # fmt: skip
    assert {place: cell.count for place, cell in cells.items() if cell} == dict(counts)
    assert len(cells) == len(library.atlas.signals) * len(library.atlas.organs)


def test_each_cell_has_its_best_evidence_and_its_directions(
    library: Library, raw: list[dict[str, Any]]
) -> None:
    for row in made(library).cells:
        for cell in filter(None, row):
            here = [e for e in raw if (e["agent"], e["organ"]) == (cell.signal, cell.organ)]
            assert cell.evidence == max((e["evidence"] for e in here), key=RANK.index)
            ways = {e["direction"] for e in here}
            assert cell.direction == (ways.pop() if len(ways) == 1 else "several")
            assert 0 < cell.strength <= 1
            assert set(cell.effects) == {e["id"] for e in here}
            assert str(cell.count) in cell.words


def test_what_was_not_studied_is_no_number(library: Library, raw: list[dict[str, Any]]) -> None:
    found = made(library)
    studied = {(e["agent"], e["organ"]) for e in raw}
    row, column = found.place(Ref("signal", "crp"))[0], found.place(Ref("organ", "eye"))[1]
    assert row is not None
    assert column is not None
    assert ("crp", "eye") not in studied
    assert found.cells[row][column] is None
    assert found.empty == "not studied here"


def test_rows_and_columns_come_by_evidence_count_or_name(library: Library, raw: list[dict[str, Any]]) -> None:
    per_signal = Counter(e["agent"] for e in raw)
    by_count = made(library, Order(rows="count", columns="name"))
    assert [h.count for h in by_count.rows] == sorted(per_signal.values(), reverse=True) + [0] * (
        len(library.atlas.signals) - len(per_signal)
    )
    assert [h.name for h in by_count.columns] == sorted(
        (o.name for o in library.atlas.organs.values()), key=str.casefold
    )
    strengths = [h.strength for h in made(library).rows]
    assert strengths == sorted(strengths, reverse=True)
    given = made(library, Order("given", "given"))
    assert [h.ref.id for h in given.rows] == list(library.atlas.signals)
    assert [h.ref.id for h in given.columns] == list(library.atlas.organs)


def test_rows_can_be_sorted_by_one_column(library: Library, raw: list[dict[str, Any]]) -> None:
    found = made(library, Order(column="brain"))
    column = found.place(Ref("organ", "brain"))[1]
    assert column is not None
    cells = [row[column] for row in found.cells]
    n = len({e["agent"] for e in raw if e["organ"] == "brain"})
    assert all(cells[:n])
    assert not any(cells[n:])
    shades = [cell.strength for cell in cells if cell]
    assert shades == sorted(shades, reverse=True)


def test_columns_can_be_sorted_by_one_row(library: Library) -> None:
    found = made(library, Order(row="il6"))
    row = found.place(Ref("signal", "il6"))[0]
    assert row is not None
    shades = [cell.strength for cell in found.cells[row] if cell]
    assert [c is not None for c in found.cells[row]] == [True] * len(shades) + [False] * (
        len(found.columns) - len(shades)
    )
    assert shades == sorted(shades, reverse=True)


def test_what_a_filter_hides_is_hidden_and_not_unstudied(library: Library, raw: list[dict[str, Any]]) -> None:
    shown = shown_by(library.atlas, "human", "low")
    found = matrix(library.atlas, shown, Order())
    cells = [cell for row in found.cells for cell in row if cell]
    in_people = {e["id"] for e in raw if e["evidence"].startswith("human")}
    assert {e for cell in cells for e in cell.effects} == in_people
    assert sum(cell.hidden for cell in cells) == len(raw) - len(in_people)
    empty = [cell for cell in cells if not cell.count]
    assert empty
    assert all(cell.strength == 0 and cell.evidence is None and "hidden" in cell.words for cell in empty)


def test_a_better_kind_of_evidence_is_always_the_stronger_shade() -> None:
    shades = [strength(e, c) for e in EVIDENCE for c in ("low", "moderate", "high")]
    assert shades == sorted(shades)
    assert len(set(shades)) == 15
    assert shades[-1] == 1
    assert list(EVIDENCE) == RANK
