"""What is shown, as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.state import State
from bodymap.viewmodels.card_values import EffectRow
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.shown_table import ShownRow, as_csv, shown_rows

LIVER = State(focus=Ref("organ", "liver"), lens="organ")


def test_every_row_of_a_card_is_a_row_with_its_sources(library: Library) -> None:
    card = Reader(library.atlas, library.anatomy).card(LIVER)
    rows = shown_rows(card, "3", "The liver")
    assert len(rows) == 1 + len(card.notes) + sum(len(section.rows) for section in card.sections)
    assert {(row.step, row.step_title, row.subject) for row in rows} == {("3", "The liver", "organ:liver")}
    effects = [row for section in card.sections for row in section.rows if isinstance(row, EffectRow)]
    told = [row for row in rows if row.kind == "effect"]
    assert [row.what for row in told] == [effect.what for effect in effects]
    citations = {source.number: source.citation for source in card.sources}
    for row, effect in zip(told, effects, strict=True):
        assert row.sources == "; ".join(citations[number] for number in effect.numbers)


def test_words_with_commas_quotes_and_lines_come_back_the_same() -> None:
    odd = ShownRow(name='a, "b"\nc', what="μ ≥ 3")
    (row,) = csv.DictReader(io.StringIO(as_csv([odd]).decode("utf-8-sig"), newline=""))
    assert ShownRow(**row) == odd


def test_a_filter_of_evidence_leaves_rows_out(library: Library) -> None:
    reader = Reader(library.atlas, library.anatomy)
    whole = shown_rows(reader.card(LIVER))
    people = shown_rows(reader.card(replace(LIVER, evidence="human")))
    assert 0 < len(people) < len(whole)
