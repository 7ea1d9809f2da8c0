"""A teacher makes a lesson by doing, before the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bodymap.app import Options
from bodymap.features.lessons.board import LessonBoard
from bodymap.features.lessons.chooser import Chooser
from bodymap.features.lessons.fields import Field
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.reading import open_lesson
from bodymap.features.lessons.shelf_board import ShelfBoard
from bodymap.loading.shipped import shipped
from tests.pilot import Pilot

Start = Callable[..., Pilot]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts of the program by a teacher with a home of her own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "data"))
    begun: list[Pilot] = []

    def started(lesson: Path | None = None) -> Pilot:
        while begun:
            begun.pop().leave()
        begun.append(Pilot(qtbot, Options(settings=tmp_path / "settings.json", lesson=lesson)))
        return begun[-1]

    yield started
    while begun:
        begun.pop().leave()


def board(pilot: Pilot) -> LessonBoard:
    found = pilot.window.boards.current
    assert isinstance(found, LessonBoard)
    return found


def steps(pilot: Pilot) -> list[str]:
    """The titles of the steps, the current one with a star."""
    listed = board(pilot).steps
    return [row.title + ("*" if n == listed.model_rows.at else "") for n, row in enumerate(listed.rows)]


def write(pilot: Pilot, field: str, words: str) -> None:
    """Write in a field of the board in place of what stands there."""
    fields = (w for w in board(pilot).findChildren(QWidget) if w.accessibleName() == field and w.isVisible())
    edit = next(w for w in fields if isinstance(w, QLineEdit | QPlainTextEdit))
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


def press(pilot: Pilot, words: str) -> None:
    """Press a button of the board by its name."""
    pilot.press_button(words)


def page(pilot: Pilot, name: str) -> None:
    """Click one of the three pages."""
    pages = board(pilot).pages
    pilot.click_in(pages, pages.box_of(name).center().toPoint())


def save_as(pilot: Pilot, path: Path) -> None:
    pilot.press("Shift+F12")
    dialog = pilot.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def drop(pilot: Pilot, path: Path) -> bool:
    """Drop a file on the window; whether the window took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(pilot.window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(pilot.window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    return True


def make_five_steps(pilot: Pilot) -> None:
    """A new lesson: four things by button, the last one side by side by key."""
    pilot.press("Ctrl+N")
    assert pilot.board() == "Lesson"
    write(pilot, "Title of the lesson", "The liver and the others")
    write(pilot, "Author", "A teacher")
    write(pilot, "Minutes planned", "10")
    for thing in ("organ:liver", "organ:heart", "signal:il6", "movement:walking"):
        pilot.look_at(thing)
        press(pilot, "Add this view as a step")
    pilot.window.body.setFocus()
    pilot.press("3")
    pilot.press("Ctrl+Return")
    assert len(steps(pilot)) == 5


def write_last_step(pilot: Pilot) -> None:
    """Words and a question for the current step."""
    page(pilot, "step")
    write(pilot, "Title", "Side by side")
    write(pilot, "Text for the room", "Walking, against sitting.")
    write(pilot, "Notes for you", "Ask first.")
    write(pilot, "Minutes", "2,5")
    press(pilot, "The text states no fact")
    page(pilot, "questions")
    press(pilot, "Add a question")
    write(pilot, "Question", "Who sits?")
    write(pilot, "Right answer", "The right one")
    write(pilot, "Wrong answers, one a line", "The left one")
    press(pilot, "It asks for no fact")


def test_a_teacher_makes_a_lesson_of_five_steps_and_opens_it_again(start: Start, tmp_path: Path) -> None:
    pilot = start()
    make_five_steps(pilot)
    assert steps(pilot)[0] == "Liver"
    assert steps(pilot)[4].endswith("*")
    write_last_step(pilot)
    path = tmp_path / "mine.bodymap"
    save_as(pilot, path)
    assert "mine.bodymap" in pilot.said()

    pilot = start(path)
    assert pilot.board() == "Lesson"
    assert [t.rstrip("*") for t in steps(pilot)][::4] == ["Liver", "Side by side"]
    assert str(pilot.state.focus) == "organ:liver"
    lesson = open_lesson(path).lesson
    assert lesson is not None
    assert (lesson.title, lesson.author, lesson.minutes) == ("The liver and the others", "A teacher", 10)
    last = lesson.steps[4]
    assert (last.text, last.notes, last.minutes) == ("Walking, against sitting.", "Ask first.", 2.5)
    assert (last.plain, last.see.mode, str(last.see.focus)) == (True, "both", "movement:walking")
    assert (last.questions[0].ask, last.questions[0].wrong) == ("Who sits?", ("The left one",))
    assert lesson.steps[1].see.mode == "exercise"


@pytest.fixture
def muscle(start: Start) -> Pilot:
    return start(shipped("data", "lessons", "1-muscle.bodymap"))


def lesson_of(pilot: Pilot, tmp_path: Path) -> Lesson:
    path = tmp_path / "now.bodymap"
    save_as(pilot, path)
    found = open_lesson(path).lesson
    assert found is not None
    return found


def test_steps_are_moved_doubled_deleted_and_brought_back(muscle: Pilot) -> None:
    first, second, *others = (title.rstrip("*") for title in steps(muscle))
    muscle.window.body.setFocus()
    muscle.press("Ctrl+Shift+Down")
    assert steps(muscle) == [second, f"{first}*", *others]
    muscle.press("Ctrl+Shift+Up")
    assert steps(muscle) == [f"{first}*", second, *others]
    muscle.press("Ctrl+Shift+T")
    assert steps(muscle) == [first, f"{first}*", second, *others]
    muscle.press("Ctrl+Shift+Del")
    assert steps(muscle) == [first, f"{second}*", *others]
    muscle.press("Ctrl+Shift+B")
    assert steps(muscle) == [first, f"{first}*", second, *others]
    muscle.press("Ctrl+Shift+Y")
    assert steps(muscle) == [first, f"{second}*", *others]


def test_a_step_is_dragged_to_another_place(muscle: Pilot) -> None:
    first, second, third, *others = (title.rstrip("*") for title in steps(muscle))
    rows = board(muscle).steps
    data = rows.model_rows.mimeData([rows.model_rows.index(0)])
    box = rows.visualRect(rows.model_rows.index(1))
    at = QPointF(box.center().x(), box.bottom() - 1)
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    rows.setCurrentIndex(rows.model_rows.index(0))
    rows.dropEvent(QDropEvent(at, move, data, left, none))
    assert [t.rstrip("*") for t in steps(muscle)] in (
        [second, first, third, *others],
        [first, second, third, *others],
    )
    assert len(steps(muscle)) == 3 + len(others), "none is lost"


def test_going_through_the_steps_shows_them(muscle: Pilot) -> None:
    lesson = open_lesson(shipped("data", "lessons", "1-muscle.bodymap")).lesson
    assert lesson is not None
    for step in lesson.steps[1:]:
        muscle.press("Ctrl+PgDown")
        assert muscle.state.focus == step.see.focus
    assert steps(muscle)[-1].endswith("*")
    muscle.press("Ctrl+PgUp")
    assert steps(muscle)[-2].endswith("*")
    rows = board(muscle).steps
    rows.scrollTo(rows.model_rows.index(0))
    muscle.click_in(rows.viewport(), rows.visualRect(rows.model_rows.index(0)).center())
    assert muscle.state.focus == lesson.steps[0].see.focus
    assert steps(muscle)[0].endswith("*")


def test_the_view_of_a_step_is_put_in_place_of_its_old_one(muscle: Pilot, tmp_path: Path) -> None:
    assert not board(muscle).replace.isEnabled(), "it is shown"
    muscle.look_at("organ:brain")
    assert board(muscle).replace.isEnabled()
    press(muscle, "Show this view here instead")
    assert not board(muscle).replace.isEnabled()
    assert str(lesson_of(muscle, tmp_path).steps[0].see.focus) == "organ:brain"


def test_a_source_of_the_card_is_added_to_a_step(muscle: Pilot, tmp_path: Path) -> None:
    before = lesson_of(muscle, tmp_path).steps[0].references
    muscle.look_at("organ:liver")
    press(muscle, "Find a source …")
    chooser = muscle.window.findChild(Chooser)
    assert chooser is not None
    assert {offer.group for offer in chooser.offered} == {"Sources of the card", "All other publications"}
    assert chooser.offered[0].words.startswith("[")
    muscle.press("Return")
    after = lesson_of(muscle, tmp_path).steps[0].references
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def test_what_is_being_typed_when_the_window_closes_is_kept(start: Start) -> None:
    pilot = start()
    pilot.press("Ctrl+N")
    write(pilot, "Title of the lesson", "Half a ti")
    pilot = start()
    assert pilot.said() == "In no file yet: “Half a ti”"
    pilot.window.footer.button.click()
    assert board(pilot).lesson_page.findChild(QLineEdit).text() == "Half a ti"  # type: ignore[union-attr]


def test_edits_that_are_not_in_a_file_are_offered_when_it_is_opened_again(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "by-hand.bodymap"
    path.write_bytes(b"# mine\n" + shipped("data", "lessons", "6-bones.bodymap").read_bytes())
    before = len(steps(start(path)))
    pilot = start(path)
    pilot.press("Ctrl+Shift+T")
    pilot = start(path)
    assert len(steps(pilot)) == before, "the file is as it was"
    assert "edits of by-hand.bodymap" in pilot.said()
    pilot.window.footer.button.click()
    assert len(steps(pilot)) == before + 1


def test_a_draft_that_was_thrown_away_can_be_brought_back_at_once(muscle: Pilot) -> None:
    muscle.press("Ctrl+Shift+T")
    before = steps(muscle)
    muscle.opened.wiring.actions["lesson-discard"].trigger()
    assert muscle.board() == ""
    muscle.window.footer.button.click()
    assert steps(muscle) == before


def test_keys_of_the_lesson_work_while_somebody_writes(muscle: Pilot) -> None:
    before = len(steps(muscle))
    write(muscle, "Notes for you", "one")
    muscle.press("Ctrl+Return")
    assert len(steps(muscle)) == before + 1
    muscle.press("Ctrl+PgUp")
    muscle.press("Ctrl+Shift+B")
    assert len(steps(muscle)) == before


def test_no_two_actions_that_can_be_run_have_one_key(muscle: Pilot) -> None:
    table = [action for action in muscle.opened.wiring.actions.table if action.enabled()]
    keys = [key for action in table for key in action.keys]
    assert sorted(keys) == sorted(set(keys))


def test_reset_leaves_lessons_alone(muscle: Pilot) -> None:
    before = steps(muscle)
    muscle.press("Ctrl+Shift+T")
    muscle.window.body.setFocus()
    muscle.press("Ctrl+R")
    assert len(steps(muscle)) == len(before) + 1


def test_a_lesson_that_is_dropped_on_the_window_is_opened(start: Start, tmp_path: Path) -> None:
    pilot = start()
    other = tmp_path / "words.txt"
    other.write_text("words", encoding="utf-8")
    assert not drop(pilot, other)
    assert drop(pilot, shipped("data", "lessons", "6-bones.bodymap"))
    assert len(steps(pilot)) > 2


def test_ready_and_recent_lessons_are_chosen_from_a_list(start: Start, tmp_path: Path) -> None:
    pilot = start(shipped("data", "lessons", "1-muscle.bodymap"))
    save_as(pilot, tmp_path / "copy.bodymap")
    pilot.press("Ctrl+Shift+R")
    shelf = pilot.window.boards.current
    assert isinstance(shelf, ShelfBoard)
    titles = [row.title for row in shelf.list.rows]
    assert titles[:3] == ["Opened last", "Muscle sends signals", "Ready lessons"]
    assert "copy.bodymap" in shelf.list.rows[1].detail
    assert len(titles) == 3 + 10
    index = shelf.list.model_rows.index(len(titles) - 1)
    shelf.list.scrollTo(index)
    pilot.click_in(shelf.list.viewport(), shelf.list.visualRect(index).center())
    assert pilot.board() == "Lesson"
    assert len(steps(pilot)) > 2


def test_what_is_wrong_in_a_lesson_is_counted_and_listed_with_its_line(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "wrong.bodymap"
    words = (
        "bodymap: 1\ntitle: T\nauthor: A\nminutes: 2\nsteps:\n  - title: One\n    see: {focus: organ:livr}\n"
    )
    path.write_text(words + "    minutes: 2\n", encoding="utf-8")
    pilot = start(path)
    assert pilot.problems() == [
        "wrong.bodymap:7:18: Step 1: there is no 'organ:livr'; did you mean 'organ:liver'?"
    ]
    pilot.press("Ctrl+N")
    pilot.look_at("organ:heart")
    press(pilot, "Add this view as a step")
    page(pilot, "step")
    write(pilot, "Text for the room", "It beats.")
    pilot.wait(lambda: board(pilot).wrong.isVisible())
    assert "look at" in board(pilot).wrong.accessibleName()
    press(pilot, board(pilot).wrong.accessibleName())
    assert any("Step 1: what is said needs a source" in line for line in pilot.problems())
    assert not any("without a file" in words for words in pilot.problem_words())


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080), (3840, 2160)])
def test_the_board_takes_on_any_look(muscle: Pilot, size: tuple[int, int]) -> None:
    muscle.resize(*size)
    for text, theme in ((100, "day"), (200, "projector"), (300, "night")):
        muscle.opened.store.set(text_size=text, theme=theme)
        for name in ("step", "questions", "lesson"):
            board(muscle).page_chosen.emit(name)
            assert not board(muscle).grab().isNull()
        assert muscle.cut_off() == []
        inside = board(muscle)
        for button in (inside.save, inside.button, inside.more):
            assert inside.rect().contains(button.geometry())


def test_the_card_is_shown_while_a_lesson_is_open_and_a_button_leads_back(muscle: Pilot) -> None:
    press(muscle, "Show the card; the lesson stays open")
    assert muscle.window.boards.current is None
    muscle.window.footer.show_notice(None)
    assert muscle.said().startswith("Open: “")
    muscle.window.footer.button.click()
    assert board(muscle).isVisible()
    assert "Open: “" not in muscle.said()


def test_a_source_is_found_by_its_words(muscle: Pilot, tmp_path: Path) -> None:
    before = lesson_of(muscle, tmp_path).steps[0].references
    press(muscle, "Find a source …")
    muscle.type("ekelund 2020")
    chooser = muscle.window.findChild(Chooser)
    assert chooser is not None
    assert [offer.id for offer in chooser.offered] == ["ekelund2020"]
    muscle.press("Return")
    assert lesson_of(muscle, tmp_path).steps[0].references == (*before, "ekelund2020")
    press(muscle, "Find a source …")
    muscle.type("nobody wrote this")
    muscle.press("Return")
    muscle.press("Esc")
    assert lesson_of(muscle, tmp_path).steps[0].references == (*before, "ekelund2020")


def test_what_is_revealed_first_is_chosen_by_name(muscle: Pilot, tmp_path: Path) -> None:
    muscle.look_at("organ:liver")
    press(muscle, "Show this view here instead")
    press(muscle, "Hide the labels, reveal one by one")
    for name in ("quadri", "liver"):
        press(muscle, "Reveal next …")
        muscle.type(name)
        muscle.press("Return")
    step = lesson_of(muscle, tmp_path).steps[0]
    assert len(step.reveal) == 2
    assert step.reveal[1] == "organ:liver"
    names = [field.edit.accessibleDescription() for field in board(muscle).step_page.findChildren(Field)]
    assert "1 Quadriceps · 2 Liver" in names
