"""Take away from the window: it answers all the while, and what is stopped leaves nothing."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bodymap.features.handout.view import TakeAwaySheet
from tests.pilot import Pilot, options


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from bodymap.features.handout import feature

    monkeypatch.setattr(feature, "_documents", lambda: tmp_path / "papers")
    return tmp_path / "papers" / "Bodymap"


def sheet_of(pilot: Pilot) -> TakeAwaySheet:
    pilot.press("Ctrl+Shift+P")
    (sheet,) = pilot.window.findChildren(TakeAwaySheet)
    return sheet


def choose(sheet: TakeAwaySheet, *names: str) -> None:
    for name, tick in sheet.ticks:
        tick.setChecked(name in names)


def test_the_present_view_is_taken_away_as_a_lesson(
    pilot: Pilot, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, young = folder / ".bodymap-old", folder / ".bodymap-young"
    old.mkdir(parents=True)
    young.mkdir()
    os.utime(old, (0, 0))
    pilot.look_at("organ:eye")  # with little around it to draw
    sheet = sheet_of(pilot)
    choose(sheet, "csv", "anki")
    pilot.press_button("Take away")
    assert not sheet.go_button.isEnabled()
    qtbot.waitUntil(sheet.go_button.isEnabled, timeout=60_000)
    assert sheet.accessibleDescription() == "2 files are there"
    opened: list[str] = []

    def see(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", see)
    pilot.press_button("Open folder")
    assert [Path(each) for each in opened] == [folder]
    found = sorted(p.name for p in folder.iterdir())
    assert found == [".bodymap-young", "eye-cards.apkg", "eye-shown.csv"], "what is old was killed long ago"
    rows = list(csv.DictReader(io.StringIO((folder / "eye-shown.csv").read_text("utf-8-sig"))))
    assert {row["subject"] for row in rows} == {"organ:eye"}
    with zipfile.ZipFile(io.BytesIO((folder / "eye-cards.apkg").read_bytes())) as deck:
        assert "collection.anki2" in deck.namelist()


@pytest.mark.parametrize("way", ["Stop", "Esc"])
def test_what_is_stopped_leaves_nothing(way: str, pilot: Pilot, qtbot: QtBot, folder: Path) -> None:
    sheet = sheet_of(pilot)
    QTest.keyClick(sheet.go_button, Qt.Key.Key_Return)
    # What the child tells may come in one go: the second file, or one after it.
    qtbot.waitUntil(lambda: bool(re.match(r"([2-9]|\d\d) of", sheet.accessibleDescription())), timeout=60_000)
    if way == "Esc":
        pilot.press("Esc")
    else:
        pilot.press_button("Stop")
        assert sheet.accessibleDescription() == "Stopped; nothing was written"
        assert sheet.go_button.isEnabled()
    assert not folder.exists()


def test_number_of_questions_and_of_the_sheet_are_chosen(pilot: Pilot, qtbot: QtBot, folder: Path) -> None:
    pilot.look_at("organ:liver")
    sheet = sheet_of(pilot)
    assert not sheet.open_button.isVisible()
    choose(sheet, "csv")
    assert not sheet.questions.isEnabled(), "they are for the worksheet"
    choose(sheet, "worksheet")
    said: list[str] = []
    for number, questions in enumerate((0, 2)):
        for field, value in ((sheet.questions, questions), (sheet.seed, 7)):
            field.edit.setFocus()
            field.edit.selectAll()
            pilot.type(str(value))
        pilot.press_button("Take away")
        qtbot.waitUntil(sheet.go_button.isEnabled, timeout=60_000)
        assert sheet.accessibleDescription() == "2 files are there"
        pages = PdfReader(folder / "liver-worksheet.pdf").pages
        said.append(" ".join(page.extract_text() for page in pages))
        assert ("Questions" in said[number]) == bool(questions)
    assert sheet.seed.value == 7


def test_nothing_is_made_where_nothing_is_ticked(pilot: Pilot) -> None:
    sheet = sheet_of(pilot)
    choose(sheet)
    assert not sheet.go_button.isEnabled()


def test_a_folder_that_cannot_be_written_is_told(pilot: Pilot, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file stands here", "utf-8")
    sheet = sheet_of(pilot)
    pilot.press_button("Take away")
    assert str(folder) in sheet.accessibleDescription()
    assert sheet.go_button.isEnabled()


def test_the_lesson_that_is_open_is_taken_away(
    qtbot: QtBot, tmp_path: Path, folder: Path, lesson_file: Path
) -> None:
    pilot = Pilot(qtbot, options(tmp_path / "settings.json")._replace(lesson=lesson_file))
    sheet = sheet_of(pilot)
    assert sheet.title == "Take away: Fat, sugar and diabetes"
    choose(sheet, "csv")
    pilot.press_button("Take away")
    qtbot.waitUntil(sheet.go_button.isEnabled, timeout=60_000)
    rows = csv.DictReader(
        io.StringIO((folder / "fat-sugar-and-diabetes-shown.csv").read_text("utf-8-sig"), newline="")
    )
    assert {row["step"] for row in rows} == {str(number) for number in range(1, 9)}
    pilot.leave()
