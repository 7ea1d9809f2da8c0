"""A lesson of a pack while it is written: saved in an editor, seen in the window, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bodymap.authoring.new_pack import write_new_pack
from bodymap.features.lessons.row_list import LessonList
from bodymap.options import Options
from tests.pilot import Pilot

LESSON = (
    "bodymap: 1\ntitle: {en: Examplin, de: Beispielin}\nauthor: Me\nminutes: 2\nsteps:\n"
    "  - title: {en: One, de: Eins}\n    see: {focus: signal:examplin}\n    minutes: 2\n"
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BODYMAP_LANGUAGE", "en")
    write_new_pack(tmp_path / "mine", {"pack": {}})
    head = tmp_path / "mine/pack.yaml"
    head.write_text(head.read_text("utf-8").replace("[en]", "[en, de]", 1), "utf-8")
    (tmp_path / "mine/lessons").mkdir()
    made = tmp_path / "mine/lessons/my.bodymap"
    made.write_text(LESSON, "utf-8")
    return made


@pytest.fixture
def reader(qtbot: QtBot, file: Path, tmp_path: Path) -> Iterator[Pilot]:
    pilot = Pilot(qtbot, Options(settings=tmp_path / "s.json", packs=(file.parents[1],), lesson=file))
    yield pilot
    pilot.leave()


def titles(reader: Pilot) -> list[str]:
    found = reader.window.findChildren(LessonList)
    return [row.title for each in found for row in each.rows]


def test_it_follows_the_editor_and_what_is_wrong_is_told(reader: Pilot, file: Path) -> None:
    reader.wait(lambda: titles(reader) == ["One"])
    file.write_text(LESSON.replace("{en: One, de: Eins}", "Two"), "utf-8")
    reader.wait(lambda: titles(reader) == ["Two"])
    file.write_text(LESSON.replace("signal:examplin", "signal:examplim"), "utf-8")
    reader.wait(lambda: any("examplim" in told for told in reader.problems()))


def test_it_is_shown_in_the_language_that_is_chosen(reader: Pilot) -> None:
    reader.wait(lambda: titles(reader) == ["One"])
    reader.opened.wiring.actions["language-de"].trigger()
    reader.wait(lambda: titles(reader) == ["Eins"])
