"""`bodymap export lesson.bodymap folder`: all of it or nothing, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bodymap.cli import main
from bodymap.loading.shipped import shipped
from tests.commands import apart, here

LESSON = shipped("data", "lessons", "6-bones.bodymap")
SMALL = """\
bodymap: 1
title: The liver
author: A teacher
minutes: 5
steps:
  - title: Sugar
    see: {focus: organ:liver}
    text: The liver gives out sugar.
    minutes: 5
    references: [febbraio2004]
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "liver.bodymap"
    path.write_text(SMALL, "utf-8")
    return path


def test_everything_is_written_once_and_the_same_each_time(lesson: Path, tmp_path: Path) -> None:
    see_eye = lesson.read_text("utf-8").replace("organ:liver", "organ:eye")  # with little around it to draw
    lesson.write_text(see_eye, "utf-8")
    for name in ("one", "two"):
        run = apart("export", lesson, tmp_path / name)
        assert (run.returncode, run.stdout) == (0, "")
        lines = run.stderr.splitlines()
        assert lines[0] == "[1/9] liver-worksheet.pdf"
        assert lines[8].startswith("[9/9]")
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in ("one", "two"))
    assert set(one) == {
        "liver-worksheet.pdf",
        "liver-answer-key.pdf",
        "liver-handout.pdf",
        "liver-teacher-notes.pdf",
        "liver-poster.pdf",
        "liver-01-sugar.png",
        "liver-01-sugar.svg",
        "liver-shown.csv",
        "liver-cards.apkg",
    }
    assert [name for name in one if one[name] != two[name]] == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["liver.bodymap", "one", "two"]


def test_fewer_questions_than_wished_are_told(lesson: Path, tmp_path: Path) -> None:
    run = here("export", lesson, tmp_path / "out", "--worksheet", "--questions", "500")
    assert run.returncode == 0
    assert "questions about what the lesson shows; 500 were asked for" in run.stderr
    run = here("export", lesson, tmp_path / "none", "--worksheet", "--questions", "0")
    assert (run.returncode, "asked for" in run.stderr) == (0, False)


def test_only_what_is_asked_for_is_written_beside_what_is_there(lesson: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", "utf-8")
    assert here("export", lesson, out, "--csv", "--worksheet", "--paper", "letter").returncode == 0
    assert sorted(p.name for p in out.iterdir()) == [
        "liver-answer-key.pdf",
        "liver-shown.csv",
        "liver-worksheet.pdf",
        "mine.txt",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="a process is not asked to end there")
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_whoever_stops_it_finds_nothing_half_done(wish: signal.Signals, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "bodymap", "export", str(LESSON), str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if line.startswith("[3/"):
                run.send_signal(wish)
                break
        rest = run.stderr.read()
    assert run.returncode == 130
    assert rest.endswith("bodymap: stopped; nothing was written.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_table_says_what_is_shown_and_who_says_so(lesson: Path, tmp_path: Path) -> None:
    out = tmp_path / "liver.csv"
    assert main(["export", str(out), "--select", "organ:liver"]) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"))))
    effects = [row for row in rows if row["kind"] == "effect"]
    assert len(effects) > 5
    assert all(row["subject"] == "organ:liver" for row in rows)
    assert all(row["evidence"] and row["confidence"] and row["sources"] for row in effects)
    assert {"signal:il6"} <= {row["thing"] for row in effects}
    assert here("export", lesson, tmp_path, "--csv").returncode == 0
    steps = list(csv.DictReader(io.StringIO((tmp_path / "liver-shown.csv").read_bytes().decode("utf-8-sig"))))
    assert [{**row, "step": "", "step_title": ""} for row in steps] == rows
    assert {(row["step"], row["step_title"]) for row in steps} == {("1", "Sugar")}


def test_a_lesson_is_told_at_its_level(lesson: Path, tmp_path: Path) -> None:
    mechanisms: list[bool] = []
    text = lesson.read_text("utf-8")
    for head in ("", "level: university\n"):
        lesson.write_text(text.replace("title: The liver\n", f"title: The liver\n{head}"), "utf-8")
        assert here("export", lesson, tmp_path, "--csv").returncode == 0
        table = (tmp_path / "liver-shown.csv").read_bytes().decode("utf-8-sig")
        mechanisms.append(
            any(row["how"] for row in csv.DictReader(io.StringIO(table)) if row["kind"] == "effect")
        )
    assert mechanisms == [False, True]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a.png", "--anki"], "--anki is for lessons"),
        (["a.csv", "--values", "b.csv"], "no place for --values"),
        (["{lesson}"], "name a folder to write into"),
        (["{lesson}", "out", "more"], "'more' is one word too many"),
        (["{lesson}", "out", "--select", "organ:liver"], "--select is for a single view"),
        (["{lesson}", "out", "--text-size", "200"], "--text-size is for a single view"),
        (["{lesson}", "{lesson}"], "is a file; name a folder"),
    ],
)
def test_words_that_do_not_go_together_are_told(words: list[str], said: str, lesson: Path) -> None:
    run = here("export", *(word.replace("{lesson}", str(lesson)) for word in words))
    assert run.returncode == 2
    assert said in run.stderr


def test_a_lesson_that_cannot_be_used_is_told_with_its_place(tmp_path: Path) -> None:
    bad, empty = tmp_path / "bad.bodymap", tmp_path / "empty.bodymap"
    bad.write_text("title: no\n", "utf-8")
    empty.write_text("bodymap: 1\ntitle: Nothing\n", "utf-8")
    run = here("export", bad, tmp_path / "out")
    assert run.returncode == 1
    assert "bad.bodymap:1:1: this is no lesson" in run.stderr
    run = here("export", empty, tmp_path / "out")
    assert run.returncode == 1
    assert "has no steps" in run.stderr
    assert not (tmp_path / "out").exists()


def test_pictures_of_steps_are_lit_as_at_their_minutes(tmp_path: Path) -> None:
    """What the slide of a day after a run shows is what is taken home."""
    steps = """\
  - {title: Then, see: {focus: movement:running, minute: 20}, text: Then., plain: true, minutes: 2}
  - {title: Later, see: {focus: movement:running, minute: 1440}, text: Later., plain: true, minutes: 3}
"""
    path = tmp_path / "run.bodymap"
    path.write_text(SMALL.split("  - title")[0] + steps, "utf-8")
    assert here("export", path, tmp_path / "out", "--svg").returncode == 0
    then, later = (p.read_text("utf-8") for p in sorted((tmp_path / "out").glob("*.svg")))
    assert "not at the time shown" not in then
    assert "not at the time shown" in later
