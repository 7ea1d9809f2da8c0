"""What must hold for any bout: levels come back, nothing is negative, more is not less, and time is exact."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.kinetic_records import Bout, Lifestyle
from bodymap.physiology.burst import burst
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import LONGEST, simulate
from bodymap.physiology.work import BoutError

DAY = 1440
MOVED = (
    "easy-walk",
    "brisk-walk",
    "cycling",
    "running",
    "intervals",
    "sprint-intervals",
    "swimming",
    "dancing",
)
bouts = st.builds(
    Bout,
    st.sampled_from(MOVED),
    start=st.integers(0, 300),
    minutes=st.integers(1, 720),
    intensity=st.floats(25, 100),
    fuel=st.sampled_from(("fasted", "normal", "carbohydrate")),
)
walks = st.builds(
    Bout,
    st.sampled_from(("easy-walk", "brisk-walk")),
    minutes=st.integers(1, 45),
    intensity=st.floats(15, 51.5),
    fuel=st.sampled_from(("normal", "carbohydrate")),
)
"""As hard as was measured: 70 % of the highest heart rate (murtagh2005), (70 − 37) / 0.64 of VO2max."""
few = settings(max_examples=40, deadline=None)


def rise(physiology: Physiology, bout: Bout, until: int = 3 * DAY, signal: str = "il6") -> np.ndarray:
    return simulate(physiology, [bout], until=until, signals=[signal]).traces[signal].rise


@few
@given(bout=bouts)
def test_every_level_comes_back_to_rest(physiology: Physiology, bout: Bout) -> None:
    result = simulate(physiology, [bout], until=4 * DAY)
    for trace in result.traces.values():
        assert abs(trace.rise[-1]) < 0.01 * max(1.0, np.abs(trace.rise).max()), trace.signal
        assert trace.rise[0] == 0


@few
@given(bout=bouts)
def test_nothing_is_negative_and_the_band_holds_the_line(physiology: Physiology, bout: Bout) -> None:
    for trace in simulate(physiology, [bout], Person("sedentary")).traces.values():
        shown = ~np.isnan(trace.fold)
        low, line, high = trace.low[shown], trace.fold[shown], trace.high[shown]
        assert (low >= 0).all()
        assert (low <= line + 1e-12).all()
        assert (line <= high + 1e-12).all()


@few
@given(bout=bouts, more=st.integers(1, 240))
def test_more_minutes_never_give_less_il6(physiology: Physiology, bout: Bout, more: int) -> None:
    longer = replace(bout, minutes=min((bout.minutes or 0) + more, 720))
    less, much = rise(physiology, bout), rise(physiology, longer)
    assert much.max() >= less.max() - 1e-9
    assert much.sum() >= less.sum() - 1e-9


@few
@given(bout=bouts, more=st.floats(1, 30))
def test_harder_never_gives_less_il6(physiology: Physiology, bout: Bout, more: float) -> None:
    harder = replace(bout, intensity=(bout.intensity or 0) + more)
    assert rise(physiology, harder).max() >= rise(physiology, bout).max() - 1e-9


@few
@given(bout=bouts)
def test_carbohydrate_never_gives_more_il6(physiology: Physiology, bout: Bout) -> None:
    sweet, plain, fasted = (
        rise(physiology, replace(bout, fuel=f)) for f in ("carbohydrate", "normal", "fasted")
    )
    assert (sweet <= plain + 1e-12).all()
    assert (plain <= fasted + 1e-12).all()


def test_the_first_minute_alone_is_rest(physiology: Physiology) -> None:
    """Asked for no longer than the start, every signal is where it was."""
    for bout in ([], [Bout("running", minutes=30)], [Bout("yoga")]):
        result = simulate(physiology, bout, Person("sedentary"), until=0)
        assert result.minutes.tolist() == [0]
        for trace in result.traces.values():
            assert trace.rise.tolist() == [0.0]
            assert len(trace.fold) == len(trace.low) == len(trace.high) == 1


@pytest.mark.parametrize("until", [-1, -4320, LONGEST + 1, 10**12])
def test_a_last_minute_that_cannot_be_is_refused(physiology: Physiology, until: int) -> None:
    with pytest.raises(BoutError, match=f"the last minute is {until}"):
        simulate(physiology, [Bout("running", minutes=30)], until=until)


@few
@given(bout=walks, lifestyle=st.sampled_from(("active", "sedentary")))
def test_a_walk_of_45_min_stays_within_the_noise_of_rest(
    physiology: Physiology, bout: Bout, lifestyle: Lifestyle
) -> None:
    """Noise is twice what a resting sample of one person wanders by (knudsen2007)."""
    trace = simulate(physiology, [bout], Person(lifestyle), DAY, ["il6"]).traces["il6"]
    assert trace.rise.max() <= 2 * physiology.curves["il6"].wobble.value + 1e-3


@few
@given(bout=bouts)
def test_the_same_bout_gives_the_same_curve(physiology: Physiology, bout: Bout) -> None:
    first, second = (simulate(physiology, [bout]).traces for _ in range(2))
    for signal, trace in first.items():
        np.testing.assert_array_equal(trace.fold, second[signal].fold)


@few
@given(bout=bouts, cut=st.floats(0.1, 0.9))
def test_it_does_not_matter_how_time_is_cut(physiology: Physiology, bout: Bout, cut: float) -> None:
    minutes = bout.minutes or 0
    first = max(1, int(cut * minutes))
    if first == minutes:
        return
    rest = replace(bout, start=bout.start + first, minutes=minutes - first)
    if bout.fuel == "fasted":  # the stores are emptied once, before the first part
        rest = replace(rest, fuel="normal")
    parts = [replace(bout, minutes=first), rest]
    whole = simulate(physiology, [bout], until=DAY).traces
    parted = simulate(physiology, parts, until=DAY + 97).traces
    for signal in physiology.curves:
        np.testing.assert_allclose(parted[signal].rise[: DAY + 1], whole[signal].rise, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(("movement", "percent"), [("running", 75.0), ("cycling", 60.0), ("intervals", 90.0)])
def test_minutes_are_as_good_as_a_hundredth_of_them(
    physiology: Physiology, movement: str, percent: float
) -> None:
    """The equations of docs/model.md, stepped in hundredths of a minute by the plainest method there is."""
    bout = Bout(movement, minutes=200, intensity=percent)
    body, il6, usual = physiology.body, physiology.curves["il6"], physiology.usual[movement]
    assert body and il6.alpha
    effort, step = percent / 100, 0.01
    level = min(1.0, (effort / body.level_intensity.value) ** body.level_exponent.value)
    pace = usual.share * (effort / body.use_intensity.value) ** body.use_exponent.value / body.use.value
    size = il6.gain.value * usual.share * effort**il6.alpha.value
    size *= (usual.muscle / body.muscle_reference.value) ** body.muscle_exponent.value
    early = body.early.value * effort**body.use_exponent.value
    used = passage = blood = 0.0
    stepped = [0.0]
    for tick in range(40000):
        works = tick < 20000
        release = size * (early + used**body.steepness.value) if works else 0.0
        blood += step * (passage - blood) / il6.fall.value
        passage += step * (release - passage) / il6.rise.value
        used = min(level, used + step * pace * (1 - used)) if works else used
        if tick % 100 == 99:
            stepped.append(blood)
    exact = rise(physiology, bout, until=400)
    np.testing.assert_allclose(exact, stepped, rtol=0.003, atol=0.003 * max(stepped))


def test_a_walk_of_45_minutes_stays_within_the_wobble_of_rest(physiology: Physiology) -> None:
    trace = simulate(physiology, [Bout("easy-walk", minutes=45)], signals=["il6"]).traces["il6"]
    assert trace.rise.max() <= trace.wobble
    brisk = simulate(physiology, [Bout("brisk-walk", minutes=45)], signals=["il6"]).traces["il6"]
    assert brisk.low.max() <= 1 + brisk.wobble, "it cannot be told from rest"


@pytest.mark.parametrize("movement", ["cycling", "running"])
@pytest.mark.parametrize(("hours", "measured"), [(6, 7.16 / 0.76), (12, 10.58 / 0.76), (24, 10.89 / 0.76)])
def test_long_work_at_60_per_cent_lies_within_a_factor_of_two(
    physiology: Physiology, movement: str, hours: int, measured: float
) -> None:
    """As it was measured, with food; without, nobody measured it, and no number is shown."""
    bout = Bout(movement, minutes=60 * hours, intensity=60, fuel="carbohydrate")
    found = simulate(physiology, [bout], signals=["il6"]).fold_at("il6", 60 * hours)
    assert measured / 2 <= found <= 2 * measured
    hungry = simulate(physiology, [replace(bout, fuel="normal")], signals=["il6"])
    assert math.isnan(hungry.fold_at("il6", 60 * hours))


def test_long_hard_work_gets_words_and_no_number(physiology: Physiology) -> None:
    trace = simulate(physiology, [Bout("running", minutes=600, intensity=75)], signals=["il6"]).traces["il6"]
    assert trace.status == "words"
    assert not np.isnan(trace.fold[:241]).any()
    assert np.isnan(trace.fold[241:2040]).all()
    assert burst(trace).area is None


def test_what_was_not_measured_is_a_gap_and_never_zero(physiology: Physiology) -> None:
    traces = simulate(physiology, [Bout("yoga", start=60)]).traces
    for signal in physiology.curves:
        assert traces[signal].status == "not measured"
        assert np.isnan(traces[signal].fold[61 : 60 + DAY]).all()
        assert traces[signal].fold[60] == 1
        assert traces[signal].fold[-1] == 1
        assert not traces[signal].rise.any()
    assert traces["metrnl"].status == "not measured"
    assert np.isnan(traces["metrnl"].fold).all()
    assert traces["cortisol"].status == "words"
    assert np.isnan(traces["cortisol"].low).all()


def test_a_sedentary_life_raises_the_floor_and_nothing_else(physiology: Physiology) -> None:
    still = simulate(physiology, [], Person("sedentary")).traces
    floor = physiology.floors["il6"]
    assert set(still["il6"].fold) == {floor.sedentary.value}
    assert still["il6"].low[0] < floor.low
    assert still["il6"].high[0] > floor.high
    assert (still["crp"].fold == physiology.floors["crp"].sedentary.value).all()
    run = Bout("running")
    active, sitting = (
        simulate(physiology, [run], Person(life)).traces["il6"].rise for life in ("active", "sedentary")
    )
    np.testing.assert_array_equal(active, sitting)


def test_sitting_releases_nothing(physiology: Physiology) -> None:
    for trace in simulate(physiology, [Bout("sitting", minutes=480)], Person("sedentary")).traces.values():
        assert not trace.rise.any()


def test_less_muscle_gives_less(physiology: Physiology) -> None:
    run = [Bout("running", minutes=90)]
    light, heavy = (simulate(physiology, run, Person(mass=m)).traces["il6"].rise.max() for m in (60, 100))
    assert light < heavy


def test_a_level_stands_in_its_unit_where_assays_compare(physiology: Physiology) -> None:
    traces = simulate(physiology, [Bout("running", minutes=60)]).traces
    il6 = traces["il6"]
    assert il6.level is not None
    np.testing.assert_allclose(il6.level, il6.fold * physiology.curves["il6"].rest.value)  # type: ignore[union-attr]
    assert traces["tnfa"].level is None
    assert not math.isnan(traces["lactate"].level[10])  # type: ignore[index]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([Bout("running"), Bout("cycling", start=10)], "begins before another has ended"),
        ([Bout("runing")], "'runing' is no single bout"),
        ([Bout("training")], "'training' is no single bout"),
        ([Bout("running", minutes=0)], "at least a minute"),
    ],
)
def test_bouts_that_cannot_be_done_are_refused_in_words(
    physiology: Physiology, wrong: list[Bout], said: str
) -> None:
    with pytest.raises(BoutError, match=said):
        simulate(physiology, wrong)


def test_without_a_body_there_is_no_curve_and_nothing_breaks(physiology: Physiology) -> None:
    records = [*physiology.curves.values(), *physiology.tellings.values()]
    bare = Physiology.of(records, {})
    assert bare.curves == {}
    trace = simulate(bare, [], signals=["il6"]).traces["il6"]
    assert trace.status == "not measured"
    assert np.isnan(trace.fold).all()


def test_without_il6_nothing_follows_it(physiology: Physiology) -> None:
    assert physiology.body
    curves = [c for c in physiology.curves.values() if c.id != "il6"]
    bare = Physiology.of([physiology.body, *curves], {})
    assert bare.curves.keys() == physiology.curves.keys() - {"il6", "il1ra", "il10"}


def test_repeats_are_so_many_bouts(physiology: Physiology) -> None:
    together = simulate(physiology, [Bout("brisk-walk", minutes=5, repeats=3, every=60)])
    apart = simulate(physiology, [Bout("brisk-walk", minutes=5, start=s) for s in (0, 60, 120)])
    np.testing.assert_array_equal(together.traces["il6"].rise, apart.traces["il6"].rise)
