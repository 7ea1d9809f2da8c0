"""What a check found, as text, JSON and SARIF."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bodymap.authoring.reports import as_json, as_sarif, as_text
from bodymap.cli import main
from bodymap.loading.problems import Problem, Related
from bodymap.loading.rules import RULES

SOUND = Path(__file__).resolve().parent.parent / "packs/sound"
PROBLEM = Problem(Path("my signals/il 6.yaml"), 17, 12, "there is no organ 'livr'", "liver", "unknown-id")
TWICE = Problem(Path("b.yaml"), 3, 9, "the effect 'e1' exists already", rule="duplicate-id").by(
    "duplicate-id", Related(Path("a.yaml"), 2, 5, "the effect 'e1' is here first")
)
DOUBT = Problem(Path("b.yaml"), 4, 1, "this may be meant", rule="doubtful-evidence")


def run_of(log: str) -> dict[str, Any]:
    made = json.loads(log)
    assert made["version"] == "2.1.0"
    (run,) = made["runs"]
    return run


def test_a_line_for_each_and_a_count() -> None:
    assert as_text([]) == "No problems.\n"
    assert as_text([PROBLEM]).splitlines() == [
        "my signals/il 6.yaml:17:12: there is no organ 'livr'; did you mean 'liver'?",
        "1 problem in 1 file.",
    ]


def test_a_warning_is_told_and_counted_as_one() -> None:
    assert as_text([PROBLEM, DOUBT]).splitlines()[1:] == [
        "b.yaml:4:1: warning: this may be meant",
        "1 problem, 1 warning in 2 files.",
    ]
    assert as_text([DOUBT]).splitlines()[1:] == ["1 warning in 1 file."]
    assert json.loads(as_json([DOUBT]))[0]["severity"] == "warning"
    assert run_of(as_sarif([DOUBT]))["results"][0]["level"] == "warning"


def test_json_says_the_same_in_fields() -> None:
    first, second = json.loads(as_json([PROBLEM, TWICE]))
    place = {"file": "my signals/il 6.yaml", "line": 17, "column": 12}
    said = {"rule": "unknown-id", "what": "there is no organ 'livr'", "suggestion": "liver", "related": []}
    assert first == {**place, "severity": "error", **said}
    assert second["related"] == [
        {"file": "a.yaml", "line": 2, "column": 5, "what": "the effect 'e1' is here first"}
    ]


def test_sarif_places_a_result_under_its_rule() -> None:
    run = run_of(as_sarif([PROBLEM]))
    (result,) = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "unknown-id"
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rule["shortDescription"]["text"] for rule in rules)
    assert result["message"]["text"] == "there is no organ 'livr'; did you mean 'liver'?"
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20signals/il%206.yaml"},
        "region": {"startLine": 17, "startColumn": 12},
    }
    assert "relatedLocations" not in result


def test_sarif_shows_both_ends() -> None:
    (result,) = run_of(as_sarif([TWICE]))["results"]
    (end,) = result["relatedLocations"]
    assert end["physicalLocation"]["artifactLocation"] == {"uri": "a.yaml"}
    assert end["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 5}
    assert end["message"] == {"text": "the effect 'e1' is here first"}


def test_a_path_that_is_elsewhere_is_a_whole_address() -> None:
    path = Path.cwd() / "x y.yaml"
    (result,) = run_of(as_sarif([Problem(path, 1, 1, "what", rule="syntax")]))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("x%20y.yaml")


def test_nothing_wrong_is_an_empty_run() -> None:
    assert run_of(as_sarif([]))["results"] == []


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_the_command_writes_both_ends_of_a_duplicate(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = Path(shutil.copytree(SOUND, tmp_path / "mine"))
    file = pack / "signals/il6.yaml"
    file.write_text(file.read_text("utf-8").replace("id: e002", "id: e001"), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "mine", "--format", form]) == 1
    told = json.loads(capsys.readouterr().out)
    if form == "json":
        (found,) = [entry for entry in told if entry["rule"] == "duplicate-id"]
        assert (found["file"], found["line"]) == ("mine/signals/il6.yaml", 27)
        assert [(end["file"], end["line"]) for end in found["related"]] == [("mine/signals/il6.yaml", 16)]
    else:
        (found,) = [r for r in told["runs"][0]["results"] if r["ruleId"] == "duplicate-id"]
        (end,) = found["relatedLocations"]
        assert end["physicalLocation"]["region"]["startLine"] == 16
