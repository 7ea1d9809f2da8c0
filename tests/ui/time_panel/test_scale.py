"""Where minutes and values lie, and where marks stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bodymap.ui.time_panel.scale import Scale, clock_marks, span_of_values, time_marks, value_marks


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


@given(st.floats(0.02, 1.5), st.floats(1.0, 400.0), st.booleans())
def test_marks_are_apart_and_the_values_inside(lowest: float, highest: float, log: bool) -> None:
    low, high = span_of_values(lowest, highest, log)
    one = scale(low=low, high=high, log=log)
    assert one.top <= one.y(highest) + 1e-6
    assert one.y(min(lowest, 1.0)) <= one.bottom + 1e-6
    places = [m.at for m in value_marks(one, 15)]
    assert places
    assert all(a - b >= 14.9 for a, b in pairwise(places))


def test_times_are_told_from_start_and_from_the_end() -> None:
    words = [m.words for m in time_marks(scale(), 60, 120)]
    assert words == ["start", "30 min", "end", "+30 min", "+1 h", "+1 h 30 min", "+2 h"]
    assert [m.words for m in time_marks(scale(stop=4320), 60, 120)][:3] == ["start", "12 h", "1 d"]


def test_a_day_is_told_by_the_clock() -> None:
    words = [m.words for m in clock_marks(scale(stop=1440), 90)]
    assert words[:2] == ["00:00", "03:00"]
    assert words[-1] == "day 2"
