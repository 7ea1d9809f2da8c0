"""An author saves a file and sees it in the open window; what is wrong is told at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from bodymap.authoring.new_pack import write_new_pack
from bodymap.options import Options
from bodymap.state import Camera
from tests.pilot import Pilot, ref


class Author:
    """An author before the open window, with a text file in her editor."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder / "mine"
        write_new_pack(self.folder, {"pack": {}})
        self.file = self.folder / "signals" / "examplin.yaml"
        options = Options(settings=folder / "s.json", packs=(self.folder,), select=ref("signal:examplin"))
        self.pilot = Pilot(qtbot, options)

    def replace(self, old: str, new: str) -> None:
        """Save the file with other words, over itself."""
        words = self.file.read_text(encoding="utf-8")
        assert old in words
        self.file.write_text(words.replace(old, new), encoding="utf-8")

    def sees(self, words: str) -> bool:
        return words in self.pilot.card_text()


@pytest.fixture
def author(qtbot: QtBot, tmp_path: Path) -> Iterator[Author]:
    writer = Author(qtbot, tmp_path)
    yield writer
    writer.pilot.leave()


def test_a_pack_without_a_problem_shows_no_pane(author: Author) -> None:
    assert author.sees("Examplin")
    assert "EXA" in author.pilot.listed()  # a signal that was asked for stands in the list of signals
    assert author.pilot.problems() == []
    assert author.pilot.said() == ""


def test_what_is_called_otherwise_stays_chosen(author: Author) -> None:
    author.file.rename(author.file.with_name("wonderin.yaml"))
    author.file = author.file.with_name("wonderin.yaml")
    author.replace("id: examplin\nname: Examplin", "id: wonderin\nname: Wonderin")
    author.pilot.wait(lambda: author.sees("Wonderin"))
    assert str(author.pilot.state.focus) == "signal:wonderin"


def test_edit_see_err_be_told_mend(author: Author) -> None:
    pilot, store = author.pilot, author.pilot.opened.store
    store.set(level="university")
    store.set(camera=Camera(2.0, 450, 500))
    before = pilot.state
    author.replace("name: Examplin", "name: Wonderin")
    pilot.wait(lambda: author.sees("Wonderin"))
    author.replace("organ: liver", "organ: livr")
    pilot.wait(lambda: bool(pilot.problems()))
    assert pilot.problems() == ["examplin.yaml:20:12: there is no organ 'livr'; did you mean 'liver'?"]
    assert author.sees("Wonderin")
    assert author.sees("more sugar")
    assert "1 problem" in pilot.said()
    assert pilot.problem_words() == [
        "signals/examplin.yaml is shown as it was before this mistake.",
        "signals/examplin.yaml:20:12",
        "there is no organ 'livr'; did you mean 'liver'?",
    ]
    author.replace("organ: livr", "organ: heart")
    pilot.wait(lambda: pilot.problems() == [])
    assert "right again" in pilot.said()
    pilot.wait(lambda: author.sees("Heart"))
    assert pilot.state == before
    assert store.can_undo


def test_the_list_of_problems_covers_neither_body_nor_foot(author: Author) -> None:
    pilot, window = author.pilot, author.pilot.window
    before = window.body.geometry()
    author.replace("organ: liver", "organ: livr")
    pilot.wait(lambda: bool(pilot.problems()))
    pane = pilot.opened.wiring.desk.pane
    assert pane is not None
    for size in ((1280, 720), (1920, 1080)):
        pilot.resize(*size)
        assert window.rect().contains(pane.geometry())
        for part in (window.body, window.footer):
            assert not pane.geometry().intersects(part.geometry()), size
    pilot.resize(1280, 720)
    pane.shut()
    assert window.body.geometry() == before
    pilot.opened.store.set(theme="day")
    assert window.body.geometry() == before


def test_a_warning_holds_no_file_back(author: Author) -> None:
    pilot = author.pilot
    author.replace("what: In this example the liver", "what: “Here the liver")
    pilot.wait(lambda: author.sees("Here the liver"))
    note, place, words = pilot.problem_words()
    assert (note, place) == ("", "signals/examplin.yaml:21:11")
    assert words.startswith("Warning: the quotation mark “ is part of this text")
    assert "1 warning in your data" in pilot.said()


def test_a_warning_does_not_interrupt_a_start(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    write_new_pack(folder, {"pack": {}})
    file = folder / "references/review.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: review", "kind: animal"), "utf-8")
    pilot = Pilot(qtbot, Options(settings=tmp_path / "s.json", packs=(folder,)))
    assert [p.rule for p in pilot.opened.library.problems] == ["doubtful-evidence"]
    assert (pilot.said(), pilot.problems()) == ("", [])
    pilot.leave()


def test_an_editor_that_writes_a_new_file_and_renames_it(author: Author) -> None:
    for name in ("Firstin", "Secondin", "Thirdin"):
        words = author.file.read_text(encoding="utf-8").split("\n")
        words[3] = f"name: {name}"
        new = author.file.with_name(".examplin.yaml.swp")
        new.write_text("\n".join(words), encoding="utf-8")
        new.replace(author.file)
        author.pilot.wait(lambda name=name: author.sees(name))


def test_files_that_are_added_and_taken_away(author: Author) -> None:
    pilot = author.pilot
    author.file.unlink()
    pilot.wait(lambda: not author.sees("more sugar"))
    assert str(pilot.state.focus) == "signal:examplin"
    folder = author.folder / "findings"
    folder.mkdir()
    pilot.wait(lambda: "read again" in pilot.said())
    (folder / "liver.yaml").write_text("organ: liver\nfindngs: []\n", encoding="utf-8")
    pilot.wait(lambda: pilot.problems() != [])
    assert pilot.problems()[0].startswith("liver.yaml:2:1:")


def test_search_and_lists_know_what_was_learnt(author: Author) -> None:
    author.replace("name: Examplin\nshort: EXA", "name: Zebrastatin\nshort: ZEB")
    author.pilot.wait(lambda: author.sees("Zebrastatin"))
    author.pilot.press("Ctrl+K")
    author.pilot.type("zebrastatin")
    assert author.pilot.found()[0] == "Zebrastatin"
    author.pilot.press("Esc")
    author.pilot.press("S")
    assert "ZEB" in author.pilot.listed()


class Desktop(QObject):
    """Stands for the desktop: keeps the files that it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_a_double_click_on_a_problem_opens_its_file(author: Author) -> None:
    author.replace("confidence: low", "confidence: lo")
    author.pilot.wait(lambda: len(author.pilot.problems()) == 2)
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    author.pilot.double_click_problem(1)
    QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [str(author.file)]


def test_nothing_is_watched_after_the_window_is_closed(author: Author) -> None:
    author.replace("name: Examplin", "name: Late")
    author.pilot.window.close()
    assert not any(t.isActive() for t in author.pilot.window.findChildren(QTimer))
