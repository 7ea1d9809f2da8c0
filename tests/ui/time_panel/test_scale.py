"""Where minutes and values lie, and where marks stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bodymap.ui.time_panel.scale import (
    Scale,
    clock_marks,
    day_marks,
    is_taller,
    midnights,
    span_of_values,
    time_marks,
    value_marks,
)

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def scale(start: int = 0, stop: int = 180, low: float = -0.5, high: float = 3.2, log: bool = True) -> Scale:
    return Scale(50, 10, 850, 160, start, stop, low, high, log)


@given(st.integers(0, 4000), st.integers(60, 320))
def test_a_place_and_its_minute_agree(start: int, length: int) -> None:
    one = scale(start, start + length)
    assert all(one.minute_at(one.x(minute)) == minute for minute in range(start, start + length, 7))
    assert one.minute_at(-100) == start
    assert one.minute_at(5000) == start + length


def test_folds_are_marked_in_doublings() -> None:
    marks = value_marks(scale(), 15)
    assert [m.words for m in marks] == ["×1", "×2", "×4", "×8"]
    assert [m.words for m in marks if m.strong] == ["×1"]
    steps = [a.at - b.at for a, b in pairwise(marks)]
    assert max(steps) - min(steps) < 1e-6


@given(st.floats(0.02, 1.5), st.floats(1.0, 400.0), st.sampled_from([None, 1.4, 250.0]))
def test_marks_are_apart_and_the_values_inside(lowest: float, highest: float, rest: float | None) -> None:
    low, high = span_of_values(lowest, highest, rest)
    one = scale(low=low, high=high, log=rest is None)
    assert one.top <= one.y(highest) + 1e-6
    assert one.y(min(lowest, 1.0)) <= one.bottom + 1e-6
    places = [m.at for m in value_marks(one, 15)]
    assert places
    assert all(a - b >= 14.9 for a, b in pairwise(places))


@given(st.floats(0.77, 1.0), st.floats(1.0, 5.6))
def test_what_is_compared_has_one_scale(lowest: float, highest: float) -> None:
    assert span_of_values(lowest, highest) == span_of_values(1.0, 1.0)
    assert span_of_values(0.9, highest * 10, 20.0) == span_of_values(20.0, 20.0, 20.0)


def test_a_taller_scale_is_told() -> None:
    low, high = span_of_values(1.0, 70.0)
    assert is_taller(scale(low=low, high=high))
    low, high = span_of_values(0.9, 5.0)
    assert not is_taller(scale(low=low, high=high))
    assert not is_taller(scale(low=0.0, high=128.0, log=False))


def test_times_are_told_from_start_and_from_the_end() -> None:
    words = [m.words for m in time_marks(scale(), 60, 120)]
    assert words == ["start", "30 min", "end", "+30 min", "+1 h", "+1 h 30 min", "+2 h"]
    assert [m.words for m in time_marks(scale(stop=4320), 60, 120)][:3] == ["start", "12 h", "1 d"]


def test_a_day_is_told_by_the_clock() -> None:
    words = [m.words for m in clock_marks(scale(stop=1440), 90)]
    assert words[:2] == ["00:00", "03:00"]
    assert words[-1] == "day 2"
    named = clock_marks(scale(stop=4320), 200, named=True)
    assert [m.words for m in named if m.strong] == list(DAYS[:4])


def test_a_week_is_told_by_its_days_each_in_its_middle() -> None:
    week = scale(stop=10080)
    assert [m.words for m in day_marks(week, 40)] == list(DAYS)
    assert [m.words for m in day_marks(week, 200)] == ["M", "T", "W", "T", "F", "S", "S"]
    ends = [50.0, *midnights(week), 850.0]
    assert [m.at for m in day_marks(week, 40)] == approx([(a + b) / 2 for a, b in pairwise(ends)])
