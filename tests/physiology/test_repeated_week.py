"""A week of repeated bouts: each day is the single day with what it carries over, and never less."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.kinetic_records import Bout
from bodymap.physiology.burst import burst
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import simulate

PAGE = " ".join((Path(__file__).resolve().parents[2] / "docs/model.md").read_text("utf-8").split())
DAY = 1440
WEEK = 7 * DAY
bouts = st.builds(
    Bout,
    st.sampled_from(("brisk-walk", "cycling", "running", "intervals", "sprint-intervals", "swimming")),
    start=st.integers(0, 900),
    minutes=st.integers(1, 240),
    intensity=st.floats(25, 100),
    fuel=st.sampled_from(("normal", "carbohydrate")),
)
days = st.sets(st.integers(0, 6), min_size=1)
few = settings(max_examples=25, deadline=None)


def on(bout: Bout, chosen: set[int]) -> list[Bout]:
    return [replace(bout, start=bout.start + day * DAY) for day in chosen]


def later(rise: np.ndarray, minutes: int) -> np.ndarray:
    return np.concatenate((np.zeros(minutes), rise))[: len(rise)]


@few
@given(bout=bouts, chosen=days)
def test_what_work_releases_adds_up_day_by_day(physiology: Physiology, bout: Bout, chosen: set[int]) -> None:
    """Where no fuel is waited for, a week is the sum of its days, exactly."""
    single, week = (simulate(physiology, b, until=WEEK).traces for b in ([bout], on(bout, chosen)))
    for curve in physiology.curves.values():
        if curve.drive == "work":
            whole = sum((later(single[curve.id].rise, day * DAY) for day in chosen), np.zeros(WEEK + 1))
            np.testing.assert_allclose(week[curve.id].rise, whole, rtol=1e-6, atol=1e-9)


@few
@given(bout=bouts)
def test_each_day_is_the_single_day_and_what_it_carries_over(physiology: Physiology, bout: Bout) -> None:
    """Stores not quite full by the next day make IL-6 rise more, never less, and soon no more than that."""
    single = simulate(physiology, [bout], until=WEEK).traces["il6"].rise
    week = simulate(physiology, on(bout, set(range(7))), until=WEEK).traces["il6"].rise
    np.testing.assert_allclose(week[:DAY], single[:DAY], rtol=1e-9, atol=1e-12)
    heights = [float(week[day * DAY : (day + 1) * DAY].max()) for day in range(6)]
    assert min(heights) >= single.max() * (1 - 1e-6) - float(single[DAY])
    assert heights == pytest.approx(sorted(heights), rel=1e-6, abs=1e-9)
    assert heights[-1] <= heights[2] * 1.02 + 1e-9


def test_half_an_hour_of_running_is_as_high_each_day_within_a_twentieth(physiology: Physiology) -> None:
    run = Bout("running", start=1080, minutes=30)
    week = simulate(physiology, on(run, set(range(7))), until=WEEK).traces["il6"]
    heights = [float(week.rise[day * DAY : (day + 1) * DAY].max()) for day in range(7)]
    assert max(heights) <= 1.05 * min(heights)
    assert float(week.rise[1080 + DAY]) < 1e-3, "the burst is over before the next"
    single = burst(simulate(physiology, [run], until=WEEK, signals=["il6"]).traces["il6"])
    seven = burst(week)
    assert single.area is not None
    assert single.hours is not None
    assert seven.area == pytest.approx(7 * single.area, rel=0.05)
    assert seven.hours == pytest.approx(7 * single.hours, rel=0.1)


def test_the_page_for_teachers_says_what_the_model_says(physiology: Physiology) -> None:
    def week(movement: str) -> tuple[float, float]:
        bout = Bout(movement, start=1080, minutes=None if movement == "marathon" else 30)
        trace = simulate(physiology, on(bout, set(range(7))), until=WEEK, signals=["il6"]).traces["il6"]
        heights = [float(trace.rise[day * DAY : (day + 1) * DAY].max()) for day in range(7)]
        return max(heights) / heights[0] - 1, burst(trace).hours or 0.0

    assert "up to 4 % higher after half an hour of running and up to a quarter higher after a" in PAGE
    assert 0.03 < week("running")[0] <= 0.04
    assert 0.15 < week("marathon")[0] <= 0.25
    assert "about 8 of 168 for IL-6" in PAGE
    assert week("running")[1] == pytest.approx(8, abs=0.5)
    assert week("brisk-walk")[1] == 0


@few
@given(bout=bouts, chosen=days)
def test_nothing_is_negative_and_the_band_holds_the_line(
    physiology: Physiology, bout: Bout, chosen: set[int]
) -> None:
    for trace in simulate(physiology, on(bout, chosen), Person("sedentary"), WEEK).traces.values():
        shown = ~np.isnan(trace.fold)
        assert (trace.low[shown] >= 0).all()
        assert (trace.low[shown] <= trace.fold[shown] + 1e-12).all()
        assert (trace.fold[shown] <= trace.high[shown] + 1e-12).all()


def test_a_week_of_sitting_stays_at_its_resting_level(physiology: Physiology) -> None:
    for still in ([], [Bout("sitting", start=540 + day * DAY, minutes=480) for day in range(7)]):
        for trace in simulate(physiology, still, Person("sedentary"), WEEK).traces.values():
            assert not trace.rise.any()
            known = trace.fold[~np.isnan(trace.fold)]
            assert (known == trace.floor.value).all()
        counted = burst(simulate(physiology, still, Person("sedentary"), WEEK).traces["il6"])
        assert (counted.area, counted.hours) == (0, 0)


@few
@given(bout=bouts, chosen=days)
def test_what_comes_again_the_next_day_is_never_called_modelled(
    physiology: Physiology, bout: Bout, chosen: set[int]
) -> None:
    trace = simulate(physiology, on(bout, chosen), until=WEEK, signals=["il6"]).traces["il6"]
    again = sorted(chosen)[1:]
    for day in again:
        minute = bout.start + day * DAY + 1
        part = next(s for s in trace.segments if s.start <= minute <= s.stop)
        assert part.status != "modelled"
    if len(chosen) > 1:
        assert trace.status != "modelled"


def test_a_day_without_a_curve_is_a_gap_in_the_week(physiology: Physiology) -> None:
    trace = simulate(physiology, [Bout("yoga", start=1080 + 2 * DAY)], until=WEEK).traces["il6"]
    assert not np.isnan(trace.fold[: 1080 + 2 * DAY]).any()
    assert np.isnan(trace.fold[1200 + 2 * DAY : 1080 + 3 * DAY]).all()
    assert burst(trace).hours is None
