"""Weeks of training against weeks of sitting, as a panel shows them."""

from __future__ import annotations

import pytest

from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology
from bodymap.viewmodels.weeks import weeks_picture


@pytest.fixture(scope="module")
def physiology(library: Library) -> Physiology:
    return read_physiology([shipped("data")], library.atlas, cache=None)


def test_two_habits_stand_side_by_side_with_people_and_sources(
    library: Library, physiology: Physiology
) -> None:
    found = weeks_picture(library.atlas, physiology, "crp")
    training, sitting = found.columns
    assert [(r.when, r.fold) for r in training.rows] == [("26 weeks", None), ("52 weeks", 0.9)]
    assert [(r.when, r.fold) for r in sitting.rows] == [("5 days", None), ("52 weeks", 1.12)]
    assert training.rows[1].people.endswith("(n = 115)")
    (source,) = (s for s in found.sources if s.number == training.rows[1].numbers[0])
    assert source.short.startswith("Campbell 2009")
    assert source.url is not None
    assert found.span == (0.9, 1.12)
    assert training.gap == "other weeks: not measured"
    assert found.lasting == "A life of sitting: ×1.18 of an active one (1.06 to 1.31)"


def test_where_no_one_measured_there_are_words_and_no_number(
    library: Library, physiology: Physiology
) -> None:
    found = weeks_picture(library.atlas, physiology, "metrnl")
    assert [(c.rows, c.gap) for c in found.columns] == [((), "not measured")] * 2
    assert found.lasting == ""


def test_ends_and_what_they_are_come_with_a_number(library: Library, physiology: Physiology) -> None:
    found = weeks_picture(library.atlas, physiology, "gdf15")
    (row,) = found.columns[0].rows
    assert (row.low, row.fold, row.high) == (1.02, 1.09, 1.17)
    assert "one SE" in row.note
    assert ("gdf15", "GDF15") in found.signals
    assert "metrnl" not in dict(found.signals)
