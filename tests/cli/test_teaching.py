"""`check`, `list lessons`, `quiz` and the keys of a lesson, as docs/teaching.md says them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bodymap.atlas.reading import read_library
from bodymap.cli import main
from bodymap.features.lessons.key_words import lesson_keys_page
from bodymap.loading.shipped import shipped

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = (DOCS / "teaching.md").read_text("utf-8")


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lesson of the guide, as it stands there."""
    monkeypatch.chdir(tmp_path)
    block = next(
        b for b in re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", GUIDE, re.MULTILINE) if "bodymap: 1" in b
    )
    path = tmp_path / "my-lesson.bodymap"
    path.write_text(re.sub("^ {4}", "", block, flags=re.MULTILINE).strip("\n") + "\n", "utf-8")
    return path


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(list(words)) == code
    return capsys.readouterr().out


def test_the_lesson_of_the_guide_has_no_mistake(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "check", lesson.name) == "No problems.\n"


def test_a_mistake_in_a_single_lesson_is_told(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson.write_text(lesson.read_text("utf-8").replace("febbraio2004]", "febraio2004]", 1), "utf-8")
    told = said(capsys, "check", lesson.name, code=1)
    line = "my-lesson.bodymap:12:18: there is no reference 'febraio2004'; did you mean 'febbraio2004'?"
    assert told == f"{line}\n1 problem in 1 file.\n"


def test_a_lesson_that_is_not_there_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nothing.bodymap:1:1: this file is missing" in said(capsys, "check", "nothing.bodymap", code=1)


def test_lessons_of_a_pack_are_checked_and_known_sources_are_its_own(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "new-pack", "mine")
    (tmp_path / "mine/lessons").mkdir()
    text = lesson.read_text("utf-8").replace("organ:liver", "signal:examplin", 1)
    (tmp_path / "mine/lessons/own.bodymap").write_text(text, "utf-8")
    assert said(capsys, "check", "mine") == "No problems.\n"
    (tmp_path / "mine/lessons/own.bodymap").write_text(text.replace("signal:", "sinal:"), "utf-8")
    told = said(capsys, "check", "mine", code=1)
    assert "mine/lessons/own.bodymap:8:" in told.replace("\\", "/")
    assert "did you mean 'signal'?" in told


def test_a_lesson_is_checked_against_the_pack_that_it_lies_in(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "new-pack", "mine")
    (tmp_path / "mine/lessons").mkdir()
    own = tmp_path / "mine/lessons/own.bodymap"
    text = lesson.read_text("utf-8").replace("organ:liver", "signal:examplin", 1)
    own.write_text(text, "utf-8")
    assert said(capsys, "check", "mine/lessons/own.bodymap") == "No problems.\n"
    own.write_text(text.replace("signal:examplin", "signal:exampln"), "utf-8")
    told = said(capsys, "check", "mine/lessons/own.bodymap", code=1).replace("\\", "/")
    line = "mine/lessons/own.bodymap:8:18: there is no 'signal:exampln'; did you mean 'signal:examplin'?"
    assert told == f"{line}\n1 problem in 1 file.\n"


def test_check_takes_a_folder_as_the_other_commands_do(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "new-pack", "mine")
    text = lesson.read_text("utf-8").replace("organ:liver", "signal:examplin", 1)
    lesson.write_text(text, "utf-8")
    assert "there is no 'signal:examplin'" in said(capsys, "check", lesson.name, code=1)
    assert said(capsys, "check", "--data", "mine", lesson.name) == "No problems.\n"


def test_a_warning_alone_lets_a_check_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said(capsys, "new-pack", "mine")
    file = tmp_path / "mine/references/review.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: review", "kind: animal"), "utf-8")
    told = said(capsys, "check", "mine").splitlines()
    assert ": warning: 'evidence' is 'human-trial', but the references named" in told[0]
    assert told[1] == "1 warning in 1 file."


def test_a_stray_file_among_lessons_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said(capsys, "new-pack", "mine")
    (tmp_path / "mine/lessons").mkdir()
    (tmp_path / "mine/lessons/own.yaml").write_text("bodymap: 1\n", "utf-8")
    assert "lessons/own.yaml is not read; its name must end in .bodymap" in said(
        capsys, "check", "mine", code=1
    )


def test_no_start_reads_a_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    opens = os.open

    def noting(path: str, *how: Any, **named: Any) -> int:
        opened.append(Path(path).name)
        return opens(path, *how, **named)

    monkeypatch.setattr(os, "open", noting)
    read_library([shipped("data")], cache=None)
    assert "claims.yaml" in opened
    assert not [name for name in opened if name.endswith(".bodymap")]


def test_ready_lessons_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    found: list[dict[str, Any]] = json.loads(said(capsys, "list", "lessons", "--json"))
    assert [list(row)[:3] for row in found] == [["id", "name", "file"]] * 10
    rows = re.findall(r"^\| `(\d+-[a-z-]+)` \| (\d+) \|", GUIDE, re.MULTILINE)
    assert [(row["id"], str(row["minutes"])) for row in found] == rows
    assert all(row["steps"][0]["see"]["focus"] for row in found)
    assert said(capsys, "list", "lessons").splitlines()[-1] == "10 lessons"


def test_questions_are_printed_the_same_for_the_same_seed(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("quiz", "--kind", "claim", "--kind", "organ", "--n", "6", "--seed", "4", "--json")
    first = said(capsys, *words)
    assert first == said(capsys, *words)
    found: list[dict[str, Any]] = json.loads(first)
    assert [row["kind"] for row in found] == ["claim", "organ"] * 3
    assert found[0]["choices"][found[0]["right"][0]]["words"] == found[0]["right_words"]


def test_questions_about_one_thing(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(
        said(capsys, "quiz", "--kind", "direction", "--about", "organ:bone", "--n", "3", "--json")
    )
    assert len(found) == 3
    assert all("Bone" in row["ask"] for row in found)
    assert main(["quiz", "--about", "bone"]) == 2
    assert "such as organ:liver" in capsys.readouterr().err


def test_a_sheet_has_the_answers_after_all_questions(capsys: pytest.CaptureFixture[str]) -> None:
    asked, answers = said(capsys, "quiz", "--n", "8").split("\nAnswers\n")
    assert re.findall(r"^(\d)\. ", asked, re.MULTILINE) == list("12345678")
    assert re.findall(r"^(\d)\. .*\]$", answers, re.MULTILINE)[:1] == ["1"]
    assert "[" not in asked


def test_own_questions_of_a_lesson_are_asked(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = said(capsys, "quiz", "--lesson", lesson.name, "--n", "1")
    assert "What made the liver send out more sugar?" in sheet
    assert "1. IL-6. It was infused to the level of hard exercise. [febbraio2004]" in sheet
    both = said(capsys, "quiz", "--lesson", lesson.name, "--kind", "claim", "--n", "3", "--json")
    assert [row["kind"] for row in json.loads(both)] == ["written", "claim", "claim"]


def test_more_questions_than_there_are_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "--kind", "claim", "--n", "500"]) == 1
    assert "there are 47 different questions" in capsys.readouterr().err


def test_the_kinds_of_the_guide_are_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    table = GUIDE.split("| kind | asks |")[1]
    named = re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)
    assert main(["quiz", "--kind", "sport"]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in named)
    assert len(named) == 8


def test_the_page_of_keys_is_made_from_the_records() -> None:
    assert (DOCS / "lesson-keys.md").read_text("utf-8") == lesson_keys_page()


def test_a_list_waits_neither_for_lessons_nor_for_yaml() -> None:
    code = "import sys; from bodymap.cli import listing; print({'yaml', 'pydantic'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


def test_a_week_with_changed_days_is_checked(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = "own_days: [[marathon-day, [[marathon, 600, 206]]]]"
    days = f"week: [plan, marathon-day, sit, sit, sit, sit, sit], {own}"
    text = lesson.read_text("utf-8").replace("focus: organ:liver}", f"focus: organ:liver, {days}}}", 1)
    lesson.write_text(text, "utf-8")
    assert said(capsys, "check", lesson.name) == "No problems.\n"
    lesson.write_text(text.replace("[[marathon-day,", "[[marathn-day,"), "utf-8")
    told = said(capsys, "check", lesson.name, code=1)
    assert "there is no day 'marathn-day'; did you mean 'marathon-day'?" in told
    assert told.startswith("my-lesson.bodymap:8:")
