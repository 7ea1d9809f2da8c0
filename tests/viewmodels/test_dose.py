"""How far the dial of a dose turns, and why not further."""

from __future__ import annotations

import pytest

from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology
from bodymap.viewmodels.dose import dial, refused


@pytest.fixture(scope="module")
def physiology(library: Library) -> Physiology:
    return read_physiology([shipped("data")], library.atlas, cache=None)


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
