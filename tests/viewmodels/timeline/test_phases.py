"""Light follows time: who works, who still answers, and what is over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bodymap.state import State
from bodymap.viewmodels.curve_values import BoutSpan
from bodymap.viewmodels.scene_values import LegendEntry, Light, Scene, Stage
from bodymap.viewmodels.timeline.phases import Phase, at_phase, phase_at
from bodymap.viewmodels.timeline.reader import TimeReader

RUN = (BoutSpan(600, 630, "running", "Running, 30 min"),)
STAGE = Stage(
    (
        Scene(
            "male",
            "front",
            None,
            (),
            True,
            lights=(Light("calf", "working", 0.8), Light("liver", "receiving"), Light("brain", "chosen")),
            legend=(LegendEntry("working", "working muscle"),),
        ),
    )
)


@pytest.mark.parametrize(
    ("minute", "folds", "phase"),
    [
        (600, (1.0,), "during"),
        (630, (2.0,), "during"),
        (631, (2.0, 1.0), "after"),
        (631, (1.0, 0.6), "after"),
        (900, (1.05, None), "rest"),
        (0, (1.0,), "rest"),
    ],
)
def test_the_phase_follows_from_bouts_and_levels(
    minute: int, folds: tuple[float | None, ...], phase: Phase
) -> None:
    assert phase_at(minute, RUN, folds) == phase


def test_where_nobody_moves_nothing_is_over() -> None:
    assert phase_at(700, (), (1.0,)) == "during"


@pytest.mark.parametrize(
    ("phase", "strengths"), [("during", [0.8, 1, 1]), ("after", [0, 1, 1]), ("rest", [0, 0, 1])]
)
def test_what_is_over_is_dim_and_the_legend_says_so(phase: Phase, strengths: list[float]) -> None:
    (scene,) = at_phase(STAGE, phase).scenes
    assert [light.strength for light in scene.lights] == strengths
    assert any("not at the time shown" in entry.words for entry in scene.legend) == (phase != "during")


def test_organs_are_at_rest_when_what_the_movement_is_known_to_raise_is(times: TimeReader) -> None:
    """Follistatin stays up for a day in the model; of a run it is not known, and lights nothing."""
    state = replace(State(), minute=30 + 20 * 60, span="24h")
    assert times.levels(state)["follistatin"] != pytest.approx(1, abs=0.1)
    (scene,) = times.lit(STAGE, state, now=True).scenes
    assert [light.strength for light in scene.lights] == [0, 0, 1]
    (scene,) = times.lit(STAGE, replace(state, minute=60), now=True).scenes
    assert [light.strength for light in scene.lights] == [0, 1, 1]
