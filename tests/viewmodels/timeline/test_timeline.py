"""What the panel of time shows, for the shipped data."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.state import Block, State, focused
from bodymap.viewmodels.card import card
from bodymap.viewmodels.lists import lists
from bodymap.viewmodels.timeline.building import MOST
from bodymap.viewmodels.timeline.hovering import dot_words, dots_of, line_words, measured_words
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.table import table
from bodymap.viewmodels.words import duration


def looking_at(kind: str, name: str, **more: object) -> State:
    return replace(focused(State(), Ref(kind, name)), **more)  # type: ignore[arg-type]


def test_it_opens_on_the_end_of_the_usual_dose(times: TimeReader) -> None:
    shown = times.timeline(State())
    assert (shown.end, times.minute(State())) == (30, 30)
    assert times.moment(State()).place == "end of Running"
    assert shown.main is not None
    assert shown.main.line.signal == "il6"


def test_the_minute_derives_nothing_anew(times: TimeReader) -> None:
    assert times.timeline(State(minute=77)) is times.timeline(State())
    assert times.timeline(State(minutes=77)) is not times.timeline(State())


def test_a_chosen_signal_is_the_main_line_with_what_follows_it(times: TimeReader) -> None:
    drawn = times.timeline(looking_at("signal", "il6")).drawn
    assert [d.part for d in drawn] == ["main", "other", "other"]
    assert {d.line.signal for d in drawn} == {"il6", "il1ra", "il10"}
    assert drawn[0].line.signal == "il6"


def test_lines_beside_the_first_have_tones_of_their_own(times: TimeReader) -> None:
    """They stay while a dial is dragged, though the order of the lines, by strength, does not."""

    def tones(state: State) -> dict[str, int]:
        return {d.line.signal: d.tone for d in times.timeline(state).drawn}

    found = [tones(looking_at("movement", "marathon", minutes=m)) for m in (206, 150, 120)]
    main, *others = found[0]
    assert found[0][main] == 0
    assert sorted(found[0][signal] for signal in others) == list(range(1, len(others) + 1))
    assert found[0] == found[1] == found[2]
    assert len({tuple(each) for each in found}) > 1


def test_what_no_one_measured_so_long_is_called_extrapolated(times: TimeReader) -> None:
    """BDNF was followed for half an hour of work: hours of it are a guess, and the reading says so."""
    said = {r.name: r.band for r in times.moment(looking_at("movement", "marathon")).readings}
    assert said["BDNF"].startswith("extrapolated")
    assert said["IL-6"].startswith("80 % band")


def test_more_lines_than_fit_are_counted(times: TimeReader, library: Library) -> None:
    """Of an organ that every signal with a course acts on, as many as there is room for are shown."""
    for organ in library.atlas.organs:
        shown = times.timeline(looking_at("organ", organ))
        acting = {s.id for s in library.atlas.signals_acting_on(organ)} & set(times.physiology.curves)
        assert len(shown.drawn) == min(MOST, len(acting)), organ
        assert shown.more == max(0, len(acting) - MOST), organ
    everything = replace(State(), day="desk-day")
    assert times.timeline(everything).more > 0


def test_folds_and_concentrations_never_share_an_axis(times: TimeReader) -> None:
    levels = times.timeline(looking_at("movement", "marathon", axis="level"))
    assert levels.unit == "pg/ml"
    assert {d.line.unit for d in levels.drawn} == {"pg/ml"}
    folds = times.timeline(looking_at("movement", "marathon"))
    assert (folds.unit, folds.axis) == ("", "fold")
    assert levels.more > folds.more


def test_sitting_is_flat_and_never_a_release(times: TimeReader) -> None:
    shown = times.timeline(State(mode="sedentary"))
    still = shown.drawn[0]
    assert still.part == "still"
    assert float(np.ptp(still.values)) == 0
    assert float(still.values[0]) > 1
    area = shown.differences[0]
    assert (area.sitting, area.moving[0] != "0") == ("0", True)


def test_side_by_side_both_lives_are_one_signal(times: TimeReader) -> None:
    drawn = times.timeline(State(mode="both")).drawn
    assert [d.part for d in drawn] == ["main", "still"]
    assert len({d.line.signal for d in drawn}) == 1


def test_what_was_not_measured_is_said_and_is_no_number(times: TimeReader) -> None:
    said = times.moment(looking_at("movement", "strength")).readings
    assert {r.value for r in said} == {"not measured"}
    rows = list(csv.reader(io.StringIO(table(times.timeline(looking_at("movement", "strength"))))))
    assert rows[10][1:] == [""] * (len(rows[0]) - 1)


def test_a_programme_of_weeks_has_no_course(times: TimeReader, library: Library) -> None:
    state = looking_at("movement", "training")
    assert times.timeline(state).drawn == ()
    assert "no single bout" in times.timeline(state).trouble
    assert times.timeline(state).dose.minutes.reason
    plain = lists(library.atlas, library.anatomy, state)
    assert all(row.spark is None for row in times.lists(plain, state).lower.rows)


def test_the_lists_say_the_peak_or_words(times: TimeReader, library: Library) -> None:
    plain = lists(library.atlas, library.anatomy, State())
    usual = {r.text: r for r in times.lists(plain, State()).lower.rows}
    longer = {r.text: r for r in times.lists(plain, State(minutes=120)).lower.rows}
    assert usual["IL-6"].spark is not None
    assert float(longer["IL-6"].value) > float(usual["IL-6"].value) > 1
    assert (usual["IL-15"].value, usual["IL-15"].quiet, usual["IL-15"].spark) == ("rises", True, None)


def test_rest_has_no_dose_and_says_why(times: TimeReader) -> None:
    dose = times.timeline(looking_at("movement", "sitting")).dose
    assert "rest" in dose.intensity.reason
    assert dose.fuel_reason == dose.minutes.reason == dose.intensity.reason
    assert times.timeline(State()).dose.intensity.reason == ""


def test_only_work_with_breaks_can_be_harder_than_all_of_it(times: TimeReader) -> None:
    assert times.timeline(State()).dose.intensity.steps[-1] == 100
    assert times.timeline(looking_at("movement", "sprint-intervals")).dose.intensity.steps[-1] > 100


def test_a_sugar_drink_makes_the_burst_smaller(times: TimeReader) -> None:
    def peak(state: State) -> float:
        main = times.timeline(state).main
        assert main is not None
        return float(main.values.max())

    assert peak(State(minutes=90, fuel="carbohydrate")) < peak(State(minutes=90)) < peak(State(minutes=120))


def test_the_paradox_is_one_molecule_in_two_shapes_with_sources(times: TimeReader) -> None:
    shown = times.timeline(State(day="il6-paradox", span="24h"))
    assert shown.day is not None
    assert len(shown.day.sources) == 3
    assert [(d.line.signal, d.part) for d in shown.drawn] == [("il6", "main"), ("il6", "still")]
    assert times.moment(State(day="il6-paradox", span="24h", minute=1080)).words == "18:00"


def test_every_ready_day_can_be_shown(times: TimeReader) -> None:
    for day in times.physiology.days:
        shown = times.timeline(State(day=day, span="24h"))
        assert shown.trouble == ""
        assert shown.drawn
        assert (shown.extent.start, shown.extent.stop) == (0, 1440)


def test_a_changed_day_is_what_its_blocks_say(times: TimeReader) -> None:
    state = State(day="desk-day-run", blocks=(Block("running", 600, 60),), span="24h")
    assert times.timeline(state).end == 660
    assert times.timeline(state).day is not None
    assert times.timeline(replace(state, blocks=(Block("flying", 600, 60),))).blocks == ()


def test_overlapping_blocks_say_why_nothing_is_shown(times: TimeReader) -> None:
    blocks = (Block("running", 600, 60), Block("cycling", 630, 60))
    assert "begins before another" in times.timeline(State(day="desk-day", blocks=blocks)).trouble


def test_a_line_tells_value_unit_and_how_many_courses(times: TimeReader) -> None:
    shown = times.timeline(looking_at("signal", "il6", axis="level"))
    words = line_words(shown, shown.drawn[0], 30)
    assert "pg/ml" in words[0]
    assert "published courses" in words[2]


def test_a_measured_point_tells_people_and_source(times: TimeReader) -> None:
    shown = times.timeline(looking_at("signal", "il6", minutes=150, intensity=75.0))
    found = [dot_words(study, dot) for _drawn, study, dot in dots_of(shown)]
    assert found
    assert all(words[-1] for words in found)
    assert any("n = " in words[2] for words in found)
    assert "Ostrowski 1998" in measured_words(shown)
    nobody = times.timeline(looking_at("signal", "il6", minutes=7, intensity=33.0))
    assert "no study" in measured_words(nobody)


def test_what_it_would_take(times: TimeReader) -> None:
    found = times.takes("il6", State())
    by_name = {way.movement: way for way in found.ways}
    minutes = [answer.minutes for answer in by_name["running"].answers]
    assert minutes == sorted(m for m in minutes if m is not None)
    assert by_name["easy-walk"].answers[1].minutes is None
    assert "×1." in by_name["easy-walk"].answers[1].words
    assert by_name["strength"].note
    assert found.ways[-1].note
    assert not found.ways[0].note


@pytest.mark.parametrize(
    "state", [State(), State(mode="both"), State(axis="level"), State(day="marathon-day")]
)
def test_the_table_has_a_row_for_each_minute(times: TimeReader, state: State) -> None:
    shown = times.timeline(state)
    rows = list(csv.reader(io.StringIO(table(shown))))
    assert len(rows) == shown.extent.stop - shown.extent.start + 2
    assert len(rows[0]) == 1 + 3 * len(shown.drawn)
    assert shown.main is not None
    assert float(rows[31][1]) == pytest.approx(float(shown.main.values[int(rows[31][0])]), rel=1e-3)


def test_a_card_says_the_dose_that_is_shown_with_its_peaks(times: TimeReader, library: Library) -> None:
    plain = card(library.atlas, library.anatomy, State())
    usual, longer = (times.card(plain, State(minutes=m)) for m in (None, 60))
    assert "USUAL DOSE" in usual.kicker
    assert "Dose shown" not in dict(usual.facts)
    assert dict(longer.facts)["Dose shown"] == "1 h at 70 % of VO₂max · 9.6 MET"
    assert dict(usual.facts)["Usual dose"] == dict(longer.facts)["Usual dose"] == duration(30)
    assert dict(usual.facts)["Peaks, by the model"] != dict(longer.facts)["Peaks, by the model"]
    for state in (State(mode="sedentary"), State(day="desk-day"), looking_at("organ", "liver", minutes=60)):
        other = card(library.atlas, library.anatomy, state)
        assert times.card(other, state) == other
