"""Weeks of training against weeks of sitting: only what was measured, and gaps between."""

from __future__ import annotations

import numpy as np
import pytest

from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.weeks import LONGEST, WeeksError, over_weeks


def test_a_number_stands_only_in_a_week_that_was_measured(physiology: Physiology) -> None:
    found = over_weeks(physiology, "crp", 60)
    for course, level in ((found.training, 0.9), (found.sitting, 1.12)):
        assert np.flatnonzero(~np.isnan(course.fold)).tolist() == [0, 52]
        assert course.fold[[0, 52]].tolist() == pytest.approx([1, level])
        assert np.isnan(course.low[52])  # no interval was read
    assert found.lasting
    assert found.lasting.low <= found.lasting.value <= found.lasting.high


def test_words_are_kept_where_there_is_no_number(physiology: Physiology) -> None:
    found = over_weeks(physiology, "il6", 52)
    assert np.isnan(found.training.fold[1:]).all()
    assert [s.words for s in found.training.studies] == ["no change"]
    assert found.sitting.studies == ()
    assert np.isnan(found.sitting.fold).all()


def test_what_no_one_measured_is_not_known(physiology: Physiology) -> None:
    assert not over_weeks(physiology, "metrnl", 12).known
    assert over_weeks(physiology, "adiponectin", 12).known


def test_every_row_is_shown_somewhere(physiology: Physiology) -> None:
    found = [over_weeks(physiology, signal, 52) for signal in physiology.signals]
    shown = [s.id for weeks in found for course in (weeks.training, weeks.sitting) for s in course.studies]
    assert sorted(shown) == sorted(physiology.habits)
    assert all(h.references for h in physiology.habits.values())


@pytest.mark.parametrize("weeks", [-1, LONGEST + 1])
def test_weeks_that_cannot_be_are_refused(physiology: Physiology, weeks: int) -> None:
    with pytest.raises(WeeksError):
        over_weeks(physiology, "crp", weeks)
