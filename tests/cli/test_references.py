"""`bodymap references` and the choosing words of `bodymap list references`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bodymap.cli import main


def test_the_chosen_ones_are_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine.json"
    words = ["references", "--format", "csl-json", "--signal", "il6", "--year", "2000-2010"]
    assert main([*words, "--out", str(out)]) == 0
    found = json.loads(out.read_text("utf-8"))
    assert found
    assert all(2000 <= item["issued"]["date-parts"][0][0] <= 2010 for item in found)
    assert capsys.readouterr().out == f"{out}: {len(found)} references\n"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("year", "first", "last"), [("2015", 2015, 2015), ("2015-", 2015, 2100), ("-2001", 1900, 2001)]
)
def test_years_may_be_open(year: str, first: int, last: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "references", "--json", "--year", year]) == 0
    years = [entry["year"] for entry in json.loads(capsys.readouterr().out)]
    assert years
    assert all(first <= y <= last for y in years)


def test_list_and_export_choose_alike(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    words = ["--organ", "bone", "--species", "human", "--verified"]
    assert main(["list", "references", "--json", *words]) == 0
    listed = {entry["id"] for entry in json.loads(capsysbinary.readouterr().out)}
    assert main(["references", "--format", "csl-json", *words]) == 0
    assert {item["id"] for item in json.loads(capsysbinary.readouterr().out)} == listed
    assert listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["references", "--signal", "il-6"], "did you mean 'il6'?"),
        (["references", "--organ", "livr"], "did you mean 'liver'?"),
        (["references", "--kind", "reviews"], "did you mean 'review'?"),
        (["references", "--year", "soon"], "not a year or a span of years"),
        (["references", "--year", "-"], "not a year or a span of years"),
        (["references", "--format", "bibtx"], "did you mean 'bibtex'?"),
        (["list", "organs", "--kind", "review"], "choose references only"),
    ],
)
def test_what_cannot_be_meant_is_said(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err
