"""Answers drawn from the curves: what it would take, ready days, the resting level over weeks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.reading import Library
from bodymap.physiology.burst import burst, day_result, resting
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.needed import LevelError, fold_of, needed
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import simulate


def test_what_it_takes_is_enough_and_a_minute_less_is_not(physiology: Physiology) -> None:
    found = {n.movement: n for n in needed(physiology, "il6", 5.0)}
    running = found["running"]
    assert running.why == "reached"
    assert running.minutes
    peaks = [
        simulate(physiology, [Bout("running", minutes=running.minutes + more)], signals=["il6"])
        .traces["il6"]
        .fold.max()
        for more in (-1, 0)
    ]
    assert peaks[0] < 5.0 <= peaks[1]


@given(fold=st.floats(1.01, 120), sits=st.booleans())
@settings(max_examples=25, deadline=None)
def test_any_level_can_be_asked_for(physiology: Physiology, fold: float, sits: bool) -> None:
    """What is said to be enough is; where nothing is, the highest that is shown lies below."""
    person = Person("sedentary" if sits else "active")
    for found in needed(physiology, "il6", fold, person):
        if found.minutes:
            bout = Bout(found.movement, minutes=found.minutes)
            trace = simulate(physiology, [bout], person, found.minutes + 720, ["il6"]).traces["il6"]
            assert np.nanmax(trace.fold) >= fold - 1e-9
        elif found.most is not None:
            assert found.most < fold


def test_a_level_in_a_unit_is_a_multiple_of_rest(physiology: Physiology) -> None:
    assert fold_of(physiology, "il1ra", 246, "pg/ml") == pytest.approx(2)
    with pytest.raises(LevelError, match="is measured in pg/ml"):
        fold_of(physiology, "il1ra", 2, "ng/ml")
    with pytest.raises(LevelError, match="only multiples of rest"):
        fold_of(physiology, "tnfa", 2, "pg/ml")


@pytest.mark.parametrize("fold", [0.0, -3.0, float("nan"), float("inf")])
def test_a_level_that_cannot_be_is_refused(physiology: Physiology, fold: float) -> None:
    with pytest.raises(LevelError, match="above 0"):
        needed(physiology, "il6", fold)


def test_who_sits_is_already_at_the_level_of_rest(physiology: Physiology) -> None:
    found = needed(physiology, "il6", 1.05, Person("sedentary"))
    assert {n.why for n in found if n.movement in ("running", "easy-walk")} == {"already"}


def test_why_not_is_said_for_every_movement(physiology: Physiology, library: Library) -> None:
    found = {n.movement: n for n in needed(physiology, "il6", 5.0)}
    assert found.keys() == library.atlas.movements.keys() - {"training"}
    assert found["sitting"].why == "rest"
    assert found["yoga"].why == found["strength"].why == "not measured"
    walk = found["easy-walk"]
    assert (walk.why, walk.minutes) == ("too high", None)
    assert walk.most is not None
    assert 1 < walk.most < 5
    assert {n.why for n in needed(physiology, "cortisol", 2.0)} == {"rest", "no curve"}
    assert {n.minutes for n in needed(physiology, "il6", 0.9) if n.why == "already"} == {0}


def test_harder_movements_take_less_time(physiology: Physiology) -> None:
    found = {n.movement: n.minutes for n in needed(physiology, "il6", 3.0)}
    assert found["running"] is not None
    assert found["cycling"] is not None
    assert found["running"] < found["cycling"]


def test_the_ready_days_are_there_and_can_be_lived(physiology: Physiology) -> None:
    days = physiology.days
    wanted = {"desk-day", "desk-day-walks", "desk-day-run", "bed-rest", "marathon-day", "il6-paradox"}
    assert wanted <= days.keys()
    bursts = {i: burst(day_result(physiology, day, days=3).traces["il6"]) for i, day in days.items()}
    areas = {i: b.area for i, b in bursts.items()}
    assert areas["desk-day"] == areas["bed-rest"] == 0
    assert 0 < (areas["desk-day-walks"] or 0) < (areas["desk-day-run"] or 0) < (areas["marathon-day"] or 0)
    assert bursts["desk-day"].resting == bursts["desk-day-run"].resting
    assert bursts["desk-day"].resting.value > bursts["marathon-day"].resting.value


def test_the_paradox_is_one_molecule_with_two_shapes(physiology: Physiology) -> None:
    moved = burst(day_result(physiology, physiology.days["il6-paradox"]).traces["il6"])
    sat = burst(day_result(physiology, physiology.days["desk-day"]).traces["il6"])
    assert moved.peak is not None
    assert sat.peak is not None
    assert moved.peak > 2 > sat.peak > 1
    assert moved.resting.value < sat.resting.value


def test_weeks_change_the_resting_level_only_where_it_was_measured(physiology: Physiology) -> None:
    trained, sitting = resting(physiology, "il6") or pytest.fail("IL-6 was compared")
    assert trained.value == 1
    assert sitting.low <= sitting.value <= sitting.high
    assert resting(physiology, "gdf15") is None
