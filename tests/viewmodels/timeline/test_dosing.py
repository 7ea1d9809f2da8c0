"""The dials of the dose: what they say, and where they stop."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from bodymap.atlas.records import Ref
from bodymap.state import Fuel, State
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.values import Dose


def dose(times: TimeReader, state: State) -> Dose:
    return times.timeline(state).dose


def running(intensity: float | None = None, minutes: int | None = None, fuel: Fuel = "normal") -> State:
    return State(
        focus=Ref("movement", "running"), movement="running", intensity=intensity, minutes=minutes, fuel=fuel
    )


def test_how_hard_is_said_in_met_too(times: TimeReader) -> None:
    body = times.physiology.body
    assert body is not None
    hard = dose(times, running(70)).intensity
    assert (hard.words, hard.more) == ("70 %", f"{0.7 * body.vo2max.value / body.met.value:.1f} MET")


def test_no_met_is_said_of_small_muscle_groups_or_beyond_all_oxygen(times: TimeReader) -> None:
    leg = State(focus=Ref("signal", "il6"), movement="knee-one-leg", minutes=60)
    assert dose(times, leg).intensity.more == ""
    sprint = State(focus=Ref("movement", "sprint-intervals"), movement="sprint-intervals", intensity=120)
    assert dose(times, sprint).intensity.words == "120 %"
    assert dose(times, sprint).intensity.more == ""
    assert dose(times, replace(sprint, intensity=90)).intensity.more.endswith(" MET")


@pytest.mark.parametrize(("intensity", "fuel"), [(70, "normal"), (55, "fasted"), (70, "carbohydrate")])
def test_hours_that_no_one_measured_are_greyed_with_the_reason(
    times: TimeReader, intensity: float, fuel: Fuel
) -> None:
    long = dose(times, running(intensity, fuel=fuel)).minutes
    assert long.last == 240
    assert "longer than 4 h was measured" in long.barred
    hard = dose(times, running(50, 300, fuel)).intensity
    assert hard.last == (60 if fuel == "carbohydrate" else 50)
    assert "longer than 4 h" in hard.barred


def test_what_was_measured_is_not_greyed(times: TimeReader) -> None:
    with_sugar = dose(times, running(60, fuel="carbohydrate"))
    assert (with_sugar.minutes.last, with_sugar.minutes.barred) == (inf, "")
    assert dose(times, running(50)).minutes.last == inf
    assert dose(times, running(70, 30)).intensity.last == inf


def test_the_card_says_the_dose_in_both(times: TimeReader) -> None:
    state = running(70, 45)
    card = plain_card(times, state)
    facts = dict(times.card(card, state).facts)
    assert facts["Dose shown"] == "45 min at 70 % of VO₂max · 9.6 MET"


def plain_card(times: TimeReader, state: State) -> Card:
    return Reader(times.atlas, times.anatomy).card(state)
