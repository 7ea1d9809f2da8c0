"""How hard: MET and per cent of maximal oxygen uptake, one from the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.kinetic_records import Bout
from bodymap.physiology.intensity import met_of_percent, percent_of_met
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import simulate
from bodymap.physiology.work import BoutError

FITNESS = st.one_of(st.none(), st.floats(10, 90))


@given(met=st.floats(1, 25), vo2max=FITNESS)
def test_met_and_per_cent_are_two_ways_to_say_one_thing(
    physiology: Physiology, met: float, vo2max: float | None
) -> None:
    body, person = physiology.body, Person(vo2max=vo2max)
    assert body
    assert met_of_percent(body, percent_of_met(body, met, person), person) == pytest.approx(met)


def test_the_hardest_the_reference_man_can_do_is_his_uptake_in_met(physiology: Physiology) -> None:
    assert physiology.body
    assert met_of_percent(physiology.body, 100, Person()) == pytest.approx(48 / 3.5)


def test_the_same_met_are_harder_for_who_is_less_fit(physiology: Physiology) -> None:
    walk = Bout("brisk-walk", minutes=45, met=4.8)
    fit, unfit = (
        simulate(physiology, [walk], Person(vo2max=v), 120, ["il6"]).traces["il6"].rise for v in (60, 30)
    )
    assert (unfit[1:] > fit[1:]).all()


def test_how_hard_is_said_once_and_not_in_met_for_a_leg(physiology: Physiology) -> None:
    with pytest.raises(BoutError, match="not in both"):
        simulate(physiology, [Bout("running", minutes=30, intensity=70, met=9)])
    with pytest.raises(BoutError, match="small muscle group"):
        simulate(physiology, [Bout("knee-one-leg", minutes=30, met=3)])
