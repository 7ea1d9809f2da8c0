"""Ready days in numbers, and the dial of a dose."""

from __future__ import annotations

import pytest

from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology
from bodymap.viewmodels.curves import curves
from bodymap.viewmodels.days import asked_day, day_choices, day_numbers
from bodymap.viewmodels.dose import dial, refused


@pytest.fixture(scope="module")
def physiology(library: Library) -> Physiology:
    return read_physiology([shipped("data")], library.atlas, cache=None)


def test_every_ready_day_can_be_chosen_drawn_and_counted(library: Library, physiology: Physiology) -> None:
    for choice in day_choices(library.atlas, physiology):
        asked = asked_day(physiology.days[choice.id], ("il6", "il1ra"), days=2)
        shown = curves(library.atlas, physiology, asked)
        assert shown.trouble == ""
        assert len(shown.minutes) == 2881
        assert [n.signal for n in day_numbers(library.atlas, physiology, asked)] == ["il6", "il1ra"]
        assert choice.words


def test_a_day_of_sitting_has_no_burst_and_a_higher_floor(library: Library, physiology: Physiology) -> None:
    (sat,) = day_numbers(library.atlas, physiology, asked_day(physiology.days["desk-day"], ("il6",)))
    (ran,) = day_numbers(library.atlas, physiology, asked_day(physiology.days["desk-day-run"], ("il6",)))
    assert (sat.area, sat.words) == (0, "no burst, resting at 1.10 times rest")
    assert ran.area
    assert ran.area > 0
    assert sat.low <= sat.resting <= sat.high
    assert ran.resting == sat.resting  # one run makes nobody an active person
    (active,) = day_numbers(library.atlas, physiology, asked_day(physiology.days["il6-paradox"], ("il6",)))
    assert active.resting < sat.resting
    assert ran.words.startswith("burst of")


def test_what_was_not_measured_has_no_area(library: Library, physiology: Physiology) -> None:
    asked = asked_day(physiology.days["desk-day-run"], ("metrnl",))
    (found,) = day_numbers(library.atlas, physiology, asked)
    assert (found.area, found.peak, found.words) == (None, None, "not measured")


@pytest.mark.parametrize(
    ("bout", "said"),
    [
        (Bout("running"), ""),
        (Bout("cycling", minutes=720, intensity=60, fuel="carbohydrate"), ""),
        (Bout("cycling", minutes=720, intensity=60), "longer than 4 h was measured with sugar only"),
        (Bout("easy-walk", minutes=480, intensity=30), ""),
        (Bout("running", minutes=300, intensity=75), "longer than 4 h was measured up to 60 % only"),
        (Bout("running", intensity=120), "more than 100 % can be done in bursts only"),
        (Bout("sprint-intervals", intensity=170), ""),
        (Bout("yoga"), "no signal was measured after one session of it"),
        (Bout("training"), "a programme of weeks, no single bout"),
        (Bout("sitting"), ""),
    ],
)
def test_a_combination_is_greyed_with_the_reason(physiology: Physiology, bout: Bout, said: str) -> None:
    assert refused(physiology, bout) == said


def test_a_dial_starts_at_the_usual_dose(physiology: Physiology) -> None:
    running = dial(physiology, "running")
    assert (running.intensity, running.minutes, running.hardest, running.why) == (70, 30, 100, "")
    assert dial(physiology, "training").why
    assert dial(physiology, "sitting").why
