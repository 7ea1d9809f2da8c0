"""A whole lesson, driven as a teacher does: with a remote, on screens that come and go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.app import Options
from bodymap.features.lessons.presenting.room_window import RoomWindow
from bodymap.features.lessons.presenting.show import Seen
from bodymap.ui.sheets import keys_html
from tests.features.lessons.presenting.stage_hand import BEAMER, LAPTOP, StageHand
from tests.pilot import Pilot

LESSON = """\
bodymap: 1
title: From muscle to brain
minutes: 10
steps:
  - title: Muscle works
    see: {focus: movement:running}
    text: A run.
    plain: true
    notes: Ask who ran today.
    minutes: 2
  - title: A sentence
    see: {focus: signal:il6}
    text: IL-6 can rise 100-fold.
    claim: 10
    plain: true
  - title: Which organ?
    see: {focus: organ:liver, camera: [3.0, 450.0, 700.0]}
    text: A question.
    plain: true
    questions:
      - {ask: Where is sugar stored?, right: liver, wrong: [skin, hair], why: As glycogen., plain: true}
  - title: Names
    see: {focus: organ:heart}
    text: Name them.
    plain: true
    labels: hidden
    reveal: [organ:heart]
  - title: Sitting
    see: {focus: organ:liver, mode: both}
    text: The end.
    plain: true
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "mine" / "lesson.bodymap"
    path.parent.mkdir()
    path.write_text(LESSON, encoding="utf-8")
    return path


@pytest.fixture
def hand(pilot: Pilot, lesson: Path) -> Iterator[StageHand]:
    hand = StageHand(pilot, lesson)
    yield hand
    hand.leave()


@pytest.fixture
def two(pilot: Pilot, lesson: Path) -> Iterator[StageHand]:
    hand = StageHand(pilot, lesson, (LAPTOP, BEAMER))
    yield hand
    hand.leave()


def test_a_whole_lesson_with_a_remote_through_everything_that_can_happen(two: StageHand) -> None:
    pilot = two.pilot
    pilot.look_at("signal:bdnf")
    before = pilot.state
    two.begin()
    assert two.room.geometry() == BEAMER.rect
    assert two.keyboard.geometry() == LAPTOP.rect
    assert two.seen.title == "Muscle works"
    judged_and_blacked_out(two)
    asked_and_frozen(two)
    explored_and_unplugged(two)
    named_one_by_one(two)
    assert not two.room.isVisible()
    assert pilot.state == before
    assert pilot.window.isVisible()
    two.press("Shift+F5")
    assert two.seen.title == "Sitting"


def judged_and_blacked_out(two: StageHand) -> None:
    two.press("PgDown")
    assert (two.seen.title, two.seen.verdict) == ("A sentence", None)
    two.press("B")  # black, and the verdict still waits afterwards
    assert two.room.slide.cover.cover.blank == "black"
    two.press("PgDown")
    assert (two.room.slide.cover.cover.blank, two.seen.verdict) == ("", None)
    two.press("PgDown")
    assert two.seen.verdict == "overstated"
    two.press("F5", "Esc", "F5", "Esc", "F5")  # one button, pressed too often
    assert (two.seen.title, two.seen.verdict) == ("A sentence", "overstated")


def asked_and_frozen(two: StageHand) -> None:
    two.press("PgDown", "PgDown")
    assert two.seen.text == "Where is sugar stored?"
    assert {choice.words for choice in two.seen.choices} == {"liver", "skin", "hair"}
    assert not any(choice.right for choice in two.seen.choices)
    two.press("F", "PgDown")  # frozen: the teacher looks at the answer alone
    assert [choice.words for choice in two.seen.choices if choice.right] == []
    two.press("Esc", "F5")  # also frozen it comes back
    assert not any(choice.right for choice in two.seen.choices)
    two.press("F")
    assert [choice.words for choice in two.seen.choices if choice.right] == ["liver"]


def explored_and_unplugged(two: StageHand) -> None:
    two.press("E")  # live: the teacher clicks another organ
    assert two.stages.teacher is not None
    two.stages.teacher.slide.body.chosen.emit("heart")
    assert two.seen.state.focus.id == "heart"
    two.press("2")
    assert two.seen.state.mode == "sedentary"
    two.press(".", "Esc", "F5")
    assert two.room.slide.cover.cover.blank == "black"
    two.plugs.plug(LAPTOP)  # somebody pulls the cable while it is black
    assert two.room.geometry() == LAPTOP.rect
    assert not two.stages.teacher.isVisible()
    two.press(".")
    assert two.seen.state.focus.id == "heart"
    two.press("PgDown")  # back to the step, not on
    assert [choice.words for choice in two.seen.choices if choice.right] == ["liver"]
    two.plugs.plug(LAPTOP, BEAMER)
    assert two.room.geometry() == BEAMER.rect
    assert two.stages.teacher.isVisible()


def named_one_by_one(two: StageHand) -> None:
    two.press("PgDown")
    assert two.seen.title == "Names"
    assert all(label.masked for label in two.seen.stage.scenes[0].labels)
    two.press("PgDown")
    assert [str(la.ref) for la in two.seen.stage.scenes[0].labels if not la.masked] == ["organ:heart"]
    two.press("R")
    assert not any(label.masked for label in two.seen.stage.scenes[0].labels)
    two.press("PgDown")
    assert two.seen.title == "Sitting"
    two.press("PgDown", "PgDown")  # there is no more: nothing happens
    assert two.show.now == Seen(4)
    two.press("2", "Return")
    assert (two.seen.title, two.seen.verdict) == ("A sentence", None)
    two.press("End", "Esc")


def test_after_something_else_was_done_f5_begins_at_the_first_step(hand: StageHand) -> None:
    hand.begin()
    hand.press("PgDown", "PgDown", "Esc")
    hand.pilot.look_at("organ:brain")
    hand.begin()
    assert hand.show.now == Seen(0)
    hand.press("Esc")
    hand.desk.go(3)
    hand.begin(from_here=True)
    assert hand.show.now == Seen(3)


def test_every_key_of_a_remote_goes_on(hand: StageHand) -> None:
    hand.begin()
    for key in ("PgDown", "Right", "Down", "Space", "N", "Return", "Enter"):
        hand.press("Home", key)
        assert hand.show.now == Seen(1), key


def test_every_key_of_a_remote_goes_back(hand: StageHand) -> None:
    hand.begin()
    for key in ("PgUp", "Left", "Up", "Backspace", "P"):
        hand.press("2", "Return", key)
        assert hand.show.now == Seen(0), key


def test_alone_on_one_screen_notes_and_time_come_on_a_key(hand: StageHand) -> None:
    hand.begin()
    assert hand.room.geometry() == LAPTOP.rect
    assert hand.stages.teacher is None
    assert hand.room.slide.cover.cover.notes == ""
    hand.press("S")
    assert hand.room.slide.cover.cover.notes == "Ask who ran today."
    assert "10:00" in hand.room.slide.cover.cover.time or "2:00" in hand.room.slide.cover.cover.time
    hand.press("1")
    assert hand.room.slide.cover.cover.digits == "1"


def test_freezing_is_undone_by_the_plug_and_remembered(two: StageHand) -> None:
    two.begin()
    two.press("F", "PgDown")
    assert two.seen.title == "Muscle works"
    two.plugs.plug(LAPTOP)
    assert two.seen.title == "A sentence"
    two.plugs.plug(LAPTOP, BEAMER)
    assert two.seen.title == "Muscle works"


def test_the_screens_can_change_places(two: StageHand) -> None:
    two.begin()
    two.press("X")
    assert two.room.geometry() == LAPTOP.rect
    assert two.keyboard.geometry() == BEAMER.rect


def test_the_light_shines_while_its_key_is_held(hand: StageHand) -> None:
    hand.begin()
    hand.hold(Qt.Key.Key_L)
    assert hand.room.slide.cover.cover.light
    hand.let_go(Qt.Key.Key_L)
    assert not hand.room.slide.cover.cover.light


def test_a_stroke_stays_at_its_step_where_it_is_told_to(hand: StageHand) -> None:
    hand.begin()
    hand.press("D", "K")
    slide, left = hand.room.slide, Qt.MouseButton.LeftButton
    QTest.mousePress(slide, left, pos=slide.rect().center())
    QTest.mouseMove(slide, slide.rect().center() / 2)
    QTest.mouseRelease(slide, left, pos=slide.rect().center() / 2)
    assert len(slide.cover.cover.strokes) == 1
    hand.press("PgDown")
    assert slide.cover.cover.strokes == ()
    hand.press("PgUp", "Esc", "F5")
    assert len(slide.cover.cover.strokes) == 1
    hand.press("C")
    assert slide.cover.cover.strokes == ()


def test_a_click_goes_on_where_nobody_draws(hand: StageHand) -> None:
    hand.begin()
    QTest.mouseClick(hand.room.slide, Qt.MouseButton.LeftButton)
    assert hand.show.now == Seen(1)


def test_z_closes_in_on_what_is_pointed_at_and_back(hand: StageHand) -> None:
    hand.begin()
    hand.press("3", "Return")
    slide = hand.room.slide
    camera = slide.body.camera
    spot = slide.body.spot_of("liver")
    assert spot is not None
    at = slide.body.mapTo(slide, spot)
    hand.presentation.point(at.x() / slide.width(), at.y() / slide.height())
    hand.press("Z")
    assert slide.body.camera != camera
    hand.press("Z")
    assert slide.body.camera == camera


def test_a_picture_melts_into_the_next_and_fast_clicks_do_not_queue(hand: StageHand) -> None:
    hand.pilot.opened.store.set(calm=False)
    hand.begin()
    hand.press("PgDown", "PgDown", "PgDown")
    assert hand.room.slide.cover.morph is not None
    assert hand.seen.text == "A question."
    hand.pilot.wait(lambda: hand.room.slide.cover.morph is None, seconds=2)
    hand.pilot.opened.store.set(calm=True)
    hand.press("Esc")
    hand.begin()
    hand.press("PgDown")
    assert hand.room.slide.cover.morph is None


def test_the_teacher_sees_what_comes_and_jumps_by_a_click(two: StageHand) -> None:
    two.begin()
    teacher = two.stages.teacher
    assert teacher is not None
    steps = teacher._steps
    assert [steps.item(n).text() for n in range(5)][1] == "2  A sentence"
    assert not teacher._next.pixmap().isNull()
    assert "Ask who ran today." in teacher._notes.toPlainText()
    at = steps.visualItemRect(steps.item(3)).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert two.seen.title == "Names"
    two.press("PgUp")
    assert two.seen.title == "Which organ?"


def test_an_edit_while_presenting_is_shown_at_once(hand: StageHand) -> None:
    from bodymap.features.lessons.editing import with_step_changed, without_step

    hand.begin()
    hand.press("End")
    lesson = hand.desk.lesson
    assert lesson is not None
    hand.desk.apply(without_step(lesson, 4))
    assert hand.seen.title == "Names"
    assert hand.desk.lesson is not None
    hand.desk.apply(with_step_changed(hand.desk.lesson, 3, title="All names"))
    assert hand.seen.title == "All names"


def test_closing_the_window_of_the_room_leaves_and_nothing_more(hand: StageHand) -> None:
    hand.begin()
    hand.press("PgDown")
    hand.room.close()
    assert not hand.show.on
    assert not hand.room.isVisible()
    hand.begin()
    assert hand.show.now == Seen(1)


def test_the_theme_of_a_presentation_is_no_theme_of_the_window(hand: StageHand) -> None:
    hand.begin()
    theme = hand.pilot.state.theme
    hand.press("T")
    assert hand.seen.state.theme != theme
    assert hand.pilot.state.theme == theme


def test_the_program_presents_a_lesson_that_it_is_started_with(
    qtbot: QtBot, lesson: Path, tmp_path: Path
) -> None:
    pilot = Pilot(qtbot, Options(settings=tmp_path / "settings.json", lesson=lesson, present=True))
    try:
        pilot.wait(
            lambda: any(isinstance(w, RoomWindow) and w.isVisible() for w in QApplication.topLevelWidgets())
        )
        actions = {action.id: action for action in pilot.opened.wiring.actions.table}
        assert actions["presenting-black"].enabled()
        actions["presenting-leave"].run()
        assert not actions["presenting-black"].enabled()
        assert actions["present"].enabled()
        sheet = keys_html(pilot.opened.wiring.actions.table, pilot.window.look, 900)
        assert "Black screen" in sheet
    finally:
        pilot.leave()


def test_on_the_screens_of_this_computer_it_comes_and_goes_too(hand: StageHand) -> None:
    hand.guest.screens = None  # those that Qt finds
    hand.begin()
    assert hand.room.isVisible()
    assert hand.room.isFullScreen()
    for _time in range(2):
        hand.press("PgDown", "Esc")
        assert not hand.room.isVisible()
        hand.press("F5")
        assert hand.room.isVisible()
    assert hand.show.now == Seen(1, 1)


def test_the_keys_are_shown_and_go_again(hand: StageHand) -> None:
    hand.begin()
    hand.press("?")
    assert hand.stages._sheet is not None
    assert "Black screen" in hand.stages._sheet.text.toPlainText()
    hand.press("?")
    assert hand.stages._sheet is None
    hand.press("?", "Esc", "F5")
    assert hand.stages._sheet is None
    assert hand.show.now == Seen(0)
