"""Words about a resting level agree with its band."""

from __future__ import annotations

import pytest

from bodymap.physiology.result import Band
from bodymap.state import State
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.resting import floor_words, is_clear, verdict


@pytest.mark.parametrize(
    ("band", "words", "clear"),
    [
        (Band(1.1, 0.82, 1.4), "not clearly higher than in active people", False),
        (Band(1.6, 1.2, 2.0), "higher than in active people", True),
        (Band(0.7, 0.5, 0.9), "lower than in active people", True),
        (Band(0.9, 0.7, 1.2), "not clearly lower than in active people", False),
        (Band(1.0, 0.8, 1.2), "as in active people", False),
    ],
)
def test_words_follow_from_the_band(band: Band, words: str, clear: bool) -> None:
    assert verdict(band) == words
    assert is_clear(band) is clear
    assert f"({band.low:.2f}–{band.high:.2f}), {words}." in floor_words("IL-6", band, band)


def test_single_values_that_overlap_are_told_where_the_mean_is_clear() -> None:
    mean, wide = Band(1.1, 1.02, 1.19), Band(1.1, 0.82, 1.4)
    assert floor_words("IL-6", mean, wide).endswith("Single values overlap (0.82–1.4).")
    assert "overlap" not in floor_words("IL-6", mean, mean)
    assert "overlap" not in floor_words("IL-6", wide, wide)


@pytest.mark.parametrize("day", ["desk-day", "desk-day-run", "il6-paradox"])
def test_a_day_says_no_more_of_rest_than_the_data(times: TimeReader, day: str) -> None:
    shown = times.timeline(State(day=day, span="24h", mode="sedentary" if day == "desk-day" else "exercise"))
    floor = times.physiology.floors["il6"]
    mean = Band(floor.sedentary.value, floor.low, floor.high)
    assert shown.day is not None
    assert verdict(mean) in shown.day.words
    assert f"{floor.low:.2f}–{floor.high:.2f}" in shown.day.words
    still = next(d for d in shown.drawn if d.part == "still")
    assert ("overlap" in shown.day.words) is (float(still.low[0]) <= 1 <= float(still.high[0]))
    between = [d.between for d in shown.differences if d.name == "Resting level"]
    assert ("unclear" in between) is (bool(between) and not is_clear(mean))


def test_sitting_alone_says_it_too(times: TimeReader) -> None:
    assert "Sedentary IL-6 at rest: on average ×1.10" in times.timeline(State(mode="sedentary")).floor
    assert times.timeline(State()).floor == ""
