"""`bodymap simulate`, in its own words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import pytest

from bodymap.cli import main
from tests.cli.test_main import bodymap


def simulated(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["simulate", *words]) == 0
    return json.loads(capsys.readouterr().out)["signals"]


def test_a_run_is_printed_as_one_object() -> None:
    done = bodymap("simulate", "--bout", "running:75:150", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    il6 = json.loads(done.stdout)["signals"]["il6"]
    assert il6["status"] == "modelled"
    assert il6["unit"] == "pg/ml"
    assert il6["minutes"] == list(range(4321))
    assert len(il6["fold"]) == len(il6["low"]) == len(il6["high"]) == len(il6["level"]) == 4321
    assert il6["low"][150] < il6["fold"][150] < il6["high"][150]


def test_what_was_not_measured_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    found = simulated(capsys, "--bout", "yoga@60", "--signals", "il6,metrnl,cortisol", "--until", "200")
    assert list(found) == ["il6", "metrnl", "cortisol"]
    assert found["il6"]["fold"][60] == 1
    assert found["il6"]["fold"][61:] == [None] * 140
    assert found["il6"]["segments"] == [[0, 60, "modelled"], [60, 200, "not measured"]]
    assert set(found["metrnl"]["fold"]) == {None}
    assert found["cortisol"]["status"] == "words"


def test_fuel_and_person_change_the_curve(capsys: pytest.CaptureFixture[str]) -> None:
    bout = ("--bout", "cycling:60:180", "--signals", "il6", "--until", "240")
    plain = simulated(capsys, *bout)["il6"]["fold"][180]
    assert simulated(capsys, *bout, "--fuel", "carbohydrate")["il6"]["fold"][180] < plain
    fasted = simulated(capsys, *bout, "--fuel", "fasted")["il6"]
    assert fasted["fold"][180] > plain
    assert fasted["status"] == "extrapolated"
    assert simulated(capsys, *bout, "--person", "sedentary")["il6"]["fold"][0] > 1


def test_met_are_per_cent_of_what_the_person_can_take_up(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--signals", "il6", "--until", "60")
    asked = simulated(capsys, "--bout", "easy-walk:3.5MET:45", *words)["il6"]["fold"]
    percent = 100 * 3.5 * 3.5 / 48
    assert asked == simulated(capsys, "--bout", f"easy-walk:{percent}:45", *words)["il6"]["fold"]
    unfit = simulated(capsys, "--bout", "easy-walk:3.5 met:45", "--vo2max", "25", *words)["il6"]["fold"]
    assert unfit == simulated(capsys, "--bout", "easy-walk:49:45", *words)["il6"]["fold"]
    assert unfit[45] > asked[45] > 1


def test_the_options_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["simulate", "--help"])
    assert "% of VO2max or MET" in " ".join(capsys.readouterr().out.split())


def test_how_long_each_movement_takes_to_a_level(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--reach", "il6:20pg/ml"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["fold"] == 20
    ways = {m["movement"]: m for m in found["movements"]}
    assert ways["running"]["why"] == "reached"
    assert 60 < ways["running"]["minutes"] < 240
    assert ways["yoga"] == {
        "movement": "yoga",
        "intensity": 30.0,
        "why": "not measured",
        "status": "not measured",
    }


def test_weeks_show_what_was_measured_and_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--weeks", "12", "--signals", "gdf15,metrnl"]) == 0
    found = json.loads(capsys.readouterr().out)["signals"]
    assert found["gdf15"]["training"]["fold"] == [1.0, *[None] * 11, 1.09]
    assert found["gdf15"]["training"]["studies"][0]["n"] == 24
    assert set(found["metrnl"]["training"]["fold"]) == {None}


def test_two_bouts_and_the_usual_dose(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--signals", "il6", "--until", "300")
    usual = simulated(capsys, "--bout", "running", *words)["il6"]["fold"]
    assert usual == simulated(capsys, "--bout", "running:70:30@0", *words)["il6"]["fold"]
    twice = simulated(capsys, "--bout", "running", "--bout", "running::30@120", *words)["il6"]["fold"]
    assert twice[:121] == usual[:121]
    assert twice[160] > usual[160]


def test_a_table_has_a_row_for_each_signal_and_minute(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--bout", "running", "--signals", "il6,tnfa", "--until", "60", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 2 * 61
    assert rows[30]["signal"] == "il6"
    assert float(rows[30]["fold"]) > 1
    assert rows[-1]["level"] == ""


def test_the_table_of_the_fit_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--validate"]) == 0
    assert "| study left out | 20 |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--bout", "runing:75"], "movement 'runing' is not known; did you mean 'running'?"),
        (["--bout", "training"], "'training' is a programme of weeks"),
        (["--bout", "knee-one-leg"], "movement 'knee-one-leg' is not known"),
        (["--bout", "running:fast"], "'fast' is not an intensity in % of VO2max from 1 to 200"),
        (["--weeks", "0"], "'0' is not a number of weeks from 1"),
        (["--reach", "il6"], "is not a signal and a level like il6:5"),
        (["--reach", "il6:0"], "a level is a number above 0"),
        (["--reach", "il6:5mg"], "il6 is measured in pg/ml"),
        (["--reach", "il66:5"], "signal 'il66' is not known"),
        (["--bout", "running:MET"], "'?' is not an intensity in MET from 1 to 25"),
        (["--bout", "running:99MET"], "'99' is not an intensity in MET from 1 to 25"),
        (["--vo2max", "5"], "'5' is not a maximal oxygen uptake in ml/kg/min from 10 to 100"),
        (["--bout", "running:75:0"], "'0' is not minutes from 1"),
        (["--bout", "running:75:1.5"], "'1.5' is not a whole number"),
        (["--bout", "running:75:30@-5"], "'-5' is not a start in minutes"),
        (["--bout", ":75"], "is not a bout like running:75:150@60"),
        (["--bout", "running", "--bout", "cycling@5"], "begins before another has ended"),
        (["--signals", "il7x"], "signal 'il7x' is not known; did you mean 'il7'?"),
        (["--fuel", "fast"], "did you mean 'fasted'?"),
        (["--person", "activ"], "did you mean 'active'?"),
        (["--until", "soon"], "'soon' is not a minute from 1"),
        (["--json", "--csv"], "not allowed with"),
        (["--mass", "5"], "'5' is not a body mass in kg from 20 to 300"),
    ],
)
def test_bad_words_are_said_with_what_was_meant(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", *words]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("daily", range(7)),
        ("every-other-day", (0, 2, 4, 6)),
        ("weekdays", range(5)),
        ("fri, mon,Mon", (0, 4)),
    ],
)
def test_bouts_are_repeated_on_the_days_of_a_week(
    capsys: pytest.CaptureFixture[str], said: str, days: Iterable[int]
) -> None:
    words = ("--bout", "running@1080", "--signals", "il6")
    week = simulated(capsys, *words, "--repeat", said)["il6"]
    by_hand = [word for day in days for word in ("--bout", f"running@{1080 + day * 1440}")]
    apart = simulated(capsys, *by_hand, "--signals", "il6", "--until", "10080")["il6"]
    assert week == apart
    assert len(week["minutes"]) == 10081
    single = simulated(capsys, *words)["il6"]["burst"]
    assert week["burst"]["area"] == pytest.approx(len(set(days)) * single["area"], rel=0.05)
    assert week["burst"]["hours"] > single["hours"] > 0


def test_a_repeat_that_cannot_be_is_told_with_its_cure() -> None:
    strange = bodymap("simulate", "--bout", "running", "--repeat", "mon,wen")
    assert strange.returncode == 2
    assert "'wen' is no day; write once, daily, every-other-day, weekdays, or days like" in strange.stderr
    nothing = bodymap("simulate", "--repeat", "daily")
    assert nothing.returncode == 2
    assert "name what is done, such as --bout running" in nothing.stderr
    twice = bodymap("simulate", "--bout", "cycling:60:300@1300", "--bout", "running@0", "--repeat", "daily")
    assert "begins before another has ended" in twice.stderr
