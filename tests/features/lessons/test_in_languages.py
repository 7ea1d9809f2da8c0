"""Lessons in several languages: the reader's is shown, what is missing is told, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bodymap.cli import main
from bodymap.features.lessons.editing import with_step_changed, with_step_twice
from bodymap.features.lessons.in_languages import in_one
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.reading import Opened, open_lesson, read_lesson
from bodymap.features.lessons.writing import text_of
from bodymap.loading.sources import Source

LESSON = """\
bodymap: 1
title: {en: The liver, de: Die Leber}
author: A teacher
about:
  en: What it stores
  de: Was sie speichert
minutes: 5
steps:
  - title: {en: One, de: Eins}
    see:
      focus: organ:liver
    text: {en: It stores sugar., de: Sie speichert Zucker.}
    notes: {en: Ask first., de: Erst fragen.}
    minutes: 5
    plain: true
    questions:
      - ask: {en: What?, de: Was?}
        right: {en: Sugar, de: Zucker}
        wrong: {en: [Salt, Sand], de: [Salz, Sand]}
        why: {en: It does., de: Das tut sie.}
        plain: true
"""
HEAD = "id: mine\ntitle: Mine\nversion: 1.0.0\nlicence: CC-BY-4.0\nauthors: [Me]\nlanguages: [{}]\n"


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BODYMAP_LANGUAGE", "de")
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A lesson of a pack in two languages."""
    (tmp_path / "mine/lessons").mkdir(parents=True)
    (tmp_path / "mine/pack.yaml").write_text(HEAD.format("en, de"), "utf-8")
    path = tmp_path / "mine/lessons/liver.bodymap"
    path.write_text(LESSON, "utf-8")
    return path


def read(text: str, path: Path = Path("my.bodymap")) -> Opened:
    return read_lesson(Source(path, path.name, text.encode()))


def lesson_of(found: Opened) -> Lesson:
    assert found.lesson is not None
    return found.lesson


def test_every_word_of_a_lesson_is_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = read(LESSON)
    assert opened.problems == ()
    lesson = lesson_of(opened)
    step, question = lesson.steps[0], lesson.steps[0].questions[0]
    assert (lesson.title, lesson.about) == ("Die Leber", "Was sie speichert")
    assert (step.title, step.text, step.notes) == ("Eins", "Sie speichert Zucker.", "Erst fragen.")
    assert (question.ask, question.right, question.wrong) == ("Was?", "Zucker", ("Salz", "Sand"))
    assert question.why == "Das tut sie."
    monkeypatch.setenv("BODYMAP_LANGUAGE", "fr")
    assert lesson_of(read(LESSON)).title == "The liver"


def test_what_is_written_again_is_in_all_languages() -> None:
    lesson = lesson_of(read(LESSON))
    assert lesson_of(read(text_of(lesson))) == lesson
    edited = with_step_changed(with_step_twice(lesson, 0), 1, title="Zwei", notes="")
    again = lesson_of(read(text_of(edited)))
    assert [s.title for s in again.steps] == ["Eins", "Zwei"]
    assert json.loads(again.steps[1].translated[0][2]) == {"en": "One", "de": "Zwei"}
    assert again.steps[1].notes == "Ask first."  # gone in German alone: the other language stands there


def test_a_text_that_is_gone_in_its_only_language_is_gone() -> None:
    lesson = lesson_of(read(LESSON.replace("{en: Ask first., de: Erst fragen.}", "{de: Erst fragen.}")))
    without = with_step_changed(lesson, 0, notes="")
    assert "notes" not in text_of(without)


def test_a_pack_says_which_languages_there_are_and_what_is_missing_is_told(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(LESSON.replace("{en: One, de: Eins}", "{en: One, fr: Un}"), "utf-8")
    monkeypatch.chdir(file.parent.parent)
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "lessons/liver.bodymap:9:12: warning: the translation into 'de' is missing",
        "lessons/liver.bodymap:9:22: 'fr' is none of the languages of this pack: en, de",
    ]
    file.write_text(LESSON.replace("{en: One, de: Eins}", "{de: Eins}"), "utf-8")
    assert main(["check", "."]) == 0
    assert "lessons/liver.bodymap:9:12: warning: the translation into 'en'" in capsys.readouterr().out
    file.write_text(LESSON, "utf-8")
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_away_from_its_pack_a_lesson_keeps_its_languages(file: Path, tmp_path: Path) -> None:
    (file.parent.parent / "pack.yaml").write_text(HEAD.format("de, en"), "utf-8")
    moved = tmp_path / "moved.bodymap"
    moved.write_bytes(file.read_bytes())
    assert open_lesson(moved).lesson == open_lesson(file).lesson
    assert open_lesson(moved).is_whole


def test_a_list_of_lessons_is_in_one_language(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "lessons", "--json", "--data", str(file.parent.parent)]) == 0
    listed = next(row for row in json.loads(capsys.readouterr().out) if row["id"] == "liver")
    assert (listed["title"], listed["steps"][0]["title"]) == ("Die Leber", "Eins")
    assert "de" not in text_of(in_one(lesson_of(open_lesson(file)))).split()


def test_a_comma_in_a_text_between_braces_is_told_and_nothing_is_written_over() -> None:
    found = read(LESSON.replace("Sie speichert Zucker.", "Sie speichert Zucker, auch nachts."))
    assert [p.message for p in found.problems] == [
        "a comma ends a text between { and }: put a text that has one in quotes"
    ]
    assert lesson_of(found).steps[0].text == "Sie speichert Zucker"
    assert not found.is_whole


def test_a_group_of_other_keys_is_no_translation() -> None:
    wrong = read(LESSON.replace("{en: One, de: Eins}", "{english: One}"))
    assert [p.rule for p in wrong.problems] == ["wrong-type"]
    assert not wrong.is_whole
