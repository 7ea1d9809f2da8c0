"""Words about a resting level agree with its band."""

from __future__ import annotations

import pytest

from bodymap.physiology.result import Band
from bodymap.state import State
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.resting import floor_words, is_clear, leak_words, verdict


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
    assert verdict(mean) in shown.day.floor
    assert f"{floor.low:.2f}–{floor.high:.2f}" in shown.day.floor
    still = next(d for d in shown.drawn if d.part == "still")
    assert ("overlap" in shown.day.floor) is (float(still.low[0]) <= 1 <= float(still.high[0]))
    between = [d.between for d in shown.differences if d.name == "Resting level"]
    assert ("unclear" in between) is (bool(between) and not is_clear(mean))


def test_sitting_alone_says_it_too(times: TimeReader) -> None:
    assert "Sedentary IL-6 at rest: on average ×1.10" in times.timeline(State(mode="sedentary")).floor
    assert times.timeline(State()).floor == ""


def test_beside_the_line_it_is_said_in_per_cent_where_the_interval_is_clear() -> None:
    long, *_shorter = leak_words(Band(1.1, 1.02, 1.19))
    assert "10 % above active people (2–19 %)" in long
    assert "20 % below active people (10–30 %)" in leak_words(Band(0.8, 0.7, 0.9))[0]
    assert leak_words(Band(1.1, 0.9, 1.3)) == ()
    lengths = [len(words) for words in leak_words(Band(1.1, 1.02, 1.19))]
    assert lengths == sorted(lengths, reverse=True)


def test_the_two_sides_are_named_by_who_they_are(times: TimeReader) -> None:
    """One run makes nobody an active person; an active person's rest is not a sedentary one's."""
    run, paradox = (times.timeline(State(day=day, span="24h")) for day in ("desk-day-run", "il6-paradox"))
    assert run.people == ("moving", "sitting")
    assert paradox.people == ("active", "sedentary")
    rest = {day: d for day in (run, paradox) for d in day.differences if d.name == "Resting level"}
    assert rest[run].moving == rest[run].sitting
    assert rest[paradox].moving != rest[paradox].sitting


def test_card_and_panel_say_one_resting_level(times: TimeReader) -> None:
    floor = times.physiology.floors["il6"]
    pair = next(c for c in times.atlas.contrasts if c.id == "resting-il6")
    low, high = (round(100 * (n - 1)) for n in (floor.low, floor.high))
    assert f"{100 * (floor.sedentary.value - 1):.0f} %" in pair.difference
    assert f"{low} to {high} %" in pair.interval
