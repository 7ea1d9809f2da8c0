"""A week in the panel of time: days, bursts, numbers, and what is not known of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.sights import PLAN, REPEATS, SIT
from bodymap.state import (
    BOUT_AT,
    Block,
    State,
    at_same_moment,
    days_of,
    focused,
    pace_of,
    repeat_of,
    repeated,
    week_of,
    with_day,
)
from bodymap.viewmodels.lists import lists
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.values import Place

DAY = 1440
DAILY = repeated(State(), "daily")


def test_a_pattern_is_seven_days_and_once_is_none() -> None:
    assert {name: repeat_of(week_of(days)) for name, days in REPEATS.items()} == {n: n for n in REPEATS}
    assert week_of(REPEATS["once"]) is None
    assert days_of(None) == (PLAN, *[SIT] * 6)
    assert [len(days_of(week)) for week in (None, (PLAN,), (PLAN,) * 9)] == [7, 7, 7]
    two = with_day(None, 3, PLAN)
    assert two == (PLAN, SIT, SIT, PLAN, SIT, SIT, SIT)
    assert repeat_of(two) == ""
    assert with_day(two, 3, SIT) is None


def test_a_bout_keeps_its_moment_when_it_gets_a_time_of_day() -> None:
    running = State(minute=45)
    assert repeated(running, "daily").minute == BOUT_AT + 45
    assert at_same_moment(replace(running, span="week"), running).minute == BOUT_AT + 45
    week = repeated(running, "daily")
    assert at_same_moment(replace(week, week=None, span="24h"), week).minute == 45
    assert at_same_moment(replace(week, span="24h"), week).minute == BOUT_AT + 45
    day = State(day="desk-day-run", minute=45)
    assert repeated(day, "daily").minute == 45


def test_a_week_plays_faster_than_an_hour() -> None:
    assert [pace_of(State(speed=n)) for n in (10, 30, 120)] == [10, 30, 120]
    assert [pace_of(State(speed=n, span="week")) for n in (10, 30, 120)] == [120, 360, 1440]


def test_a_run_every_day_is_seven_bursts_over_a_flat_line(times: TimeReader) -> None:
    shown = times.timeline(DAILY)
    assert (shown.extent.start, shown.extent.stop) == (0, 7 * DAY)
    assert [(d.line.signal, d.part) for d in shown.drawn] == [("il6", "main"), ("il6", "still")]
    moving, sitting = (d.values for d in shown.drawn)
    assert [int(moving[n * DAY : (n + 1) * DAY].argmax()) // 60 for n in range(7)] == [18] * 7
    assert float(np.ptp(sitting)) == 0
    assert [cell.words[0] for cell in shown.week.cells] == ["Running, 30 min"] * 7
    assert shown.week.repeat == "daily"


def test_its_numbers_are_of_the_week(times: TimeReader) -> None:
    daily, once = (times.timeline(state).differences for state in (DAILY, repeated(State(), "once")))
    assert [d.name for d in daily] == ["Bursts, × rest·h", "Burst hours", "Resting level"]
    assert float(daily[0].moving) == pytest.approx(7 * float(once[0].moving), rel=0.1)
    assert float(daily[1].moving) == pytest.approx(7 * float(once[1].moving), rel=0.1)
    assert (daily[0].sitting, daily[1].sitting) == ("0", "0")
    assert daily[2] == once[2]


def test_repeats_are_called_extrapolated_and_a_burst_over_only_where_it_is(times: TimeReader) -> None:
    note = times.timeline(DAILY).week.note
    assert note.startswith("From Tue on extrapolated: no study measured a week of bouts.")
    assert note.endswith("each burst is over before the next.")
    assert times.timeline(repeated(State(), "once")).week.note == ""
    other = times.timeline(repeated(State(), "every-other-day")).week
    assert other.caption == "extrapolated from Wed on"
    lasting = focused(State(minutes=180, movement="cycling"), Ref("signal", "follistatin"))
    left = times.timeline(repeated(lasting, "daily")).week.note
    assert "is left of each burst when the next begins" in left


def test_what_was_never_measured_makes_no_promise(times: TimeReader) -> None:
    yoga = focused(State(), Ref("movement", "yoga"))
    shown = times.timeline(repeated(yoga, "daily"))
    assert shown.week.note == ""
    assert {d.moving for d in shown.differences[:2]} == {"not measured"}
    programme = times.timeline(repeated(focused(State(), Ref("movement", "training")), "daily"))
    assert programme.week.cells[0].words[0] == "no single bout"
    assert not programme.week.cells[0].moves


def test_days_can_be_ready_days_and_the_plan_a_day(times: TimeReader) -> None:
    week = (PLAN, SIT, "marathon-day", "desk-day-walks", SIT, SIT, SIT)
    shown = times.timeline(State(day="desk-day-run", week=week, span="week"))
    assert [cell.words[0] for cell in shown.week.cells[:4]] == [
        "Running, 30 min",
        "sitting",
        "Marathon, 3 h 26 min",
        "Easy walk, 8 × 5 min",
    ]
    assert [cell.moves for cell in shown.week.cells] == [True, False, True, True, False, False, False]
    assert [cell.words[-1] for cell in shown.week.cells[:4]] == ["30′", "–", "206′", "8×5′"]
    assert shown.places[:3] == (Place(PLAN, 0), Place("marathon-day", 0), Place("desk-day-walks", 0))
    assert shown.plan == (Block("running", 1080, 30),)
    assert shown.blocks[1].start == 2 * DAY + 540
    strange = times.timeline(State(week=("plan", "no-such-day"), span="week"))
    assert [cell.moves for cell in strange.week.cells] == [True, *[False] * 6]


@pytest.mark.parametrize(
    ("span", "start", "stop"),
    [("2h", 1050, 1230), ("24h", 0, DAY), ("72h", 0, 3 * DAY), ("week", 0, 7 * DAY)],
)
def test_shorter_spans_show_the_first_day_that_moves(
    times: TimeReader, span: str, start: int, stop: int
) -> None:
    state = replace(DAILY, span=span)  # type: ignore[arg-type]
    extent = times.timeline(state).extent
    assert (extent.start, extent.stop, extent.named) == (start, stop, True)
    assert all(block.start < stop for block in times.timeline(state).blocks)
    tuesday = replace(state, week=with_day(days_of(None), 0, SIT))
    tuesday = replace(tuesday, week=with_day(tuesday.week, 1, PLAN))
    later = DAY if span in ("2h", "24h") else 0
    assert times.timeline(tuesday).extent.start == start + later


def test_the_minute_has_the_name_of_its_day(times: TimeReader) -> None:
    assert times.moment(DAILY).words == "Mon 18:30"
    assert times.moment(replace(DAILY, minute=2 * DAY + 1095)).words == "Wed 18:15"
    assert times.moment(replace(DAILY, minute=2 * DAY + 1095)).place == "Running, 15 min to go"
    assert times.moment(replace(DAILY, minute=7 * DAY)).words == "end of the week"
    assert times.moment(State(minute=1440, span="72h")).words == "1 d"


def test_body_and_lists_follow_through_the_week(times: TimeReader, library: Library) -> None:
    friday = 4 * DAY + BOUT_AT + 30
    assert (times.levels(replace(DAILY, minute=friday))["il6"] or 0) > 1.6
    assert times.levels(replace(DAILY, minute=friday - 60))["il6"] == 1
    assert times.levels(replace(DAILY, week=None, minute=friday))["il6"] == 1
    plain = lists(library.atlas, library.anatomy, DAILY)
    spark = {r.text: r for r in times.lists(plain, DAILY).lower.rows}["IL-6"].spark
    assert spark is not None
    tops = [max(spark.points[n * 12 : (n + 1) * 12]) for n in range(7)]
    assert min(tops) > 0.8
    assert spark.guess


def test_sitting_is_flat_for_the_whole_week(times: TimeReader) -> None:
    shown = times.timeline(replace(DAILY, mode="sedentary"))
    assert [d.part for d in shown.drawn] == ["still", "ghost"]
    assert len(shown.drawn[0].values) == 7 * DAY + 1
    assert float(np.ptp(shown.drawn[0].values)) == 0
    assert set(times.levels(replace(DAILY, mode="sedentary", minute=5 * DAY)).values()) - {None} <= {
        round(f.sedentary.value, 2) for f in times.physiology.floors.values()
    } | {1.0}
