"""What a room sees of a question can be read from its last row, and heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from bodymap.ui.look import META
from tests.features.quiz.room import Class

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


@pytest.mark.parametrize("size", SIZES)
def test_a_room_can_read_it_and_nothing_is_cut(room: Class, size: tuple[int, int]) -> None:
    room.pilot.resize(*size)
    for text in (100, 150, 200):
        room.pilot.opened.store.set(theme="projector", text_size=text)
        room.board.new_asked.emit()
        room.begin(mode="teams", teams=6, count=8, seed=8)
        for question in room.questions:
            for _state in ("asked", "shown"):
                assert room.round.sheet.ask.text() == question.ask
                check_sizes(room, size[1])
                check_places(room)
                room.pilot.press("PgDown")


def check_sizes(room: Class, height: int) -> None:
    """Letters of the least size or larger, each in a box that holds all of its words."""
    sheet = room.round.sheet
    assert sheet.ask.font().pixelSize() >= height / 20
    for row in sheet.reachable:
        assert row.font().pixelSize() >= height / 33
    for row in (row for row in sheet.rows if row.isVisible()):
        words, room_for = row.row.words, row.words_rect()
        wrapped = QFontMetrics(row.font()).boundingRect(
            QRect(0, 0, room_for.width(), 9999), Qt.TextFlag.TextWordWrap, words
        )
        assert wrapped.width() <= room_for.width()
        assert wrapped.height() <= room_for.height()
    for label in (sheet.ask, sheet.hint, sheet.told):
        assert label.font().pixelSize() >= height / 40
        assert not label.isVisible() or label.height() >= label.heightForWidth(label.width())
    for chip in room.round.chips:
        assert not chip.isVisible() or chip.font().pixelSize() >= height / 40


def check_places(room: Class) -> None:
    """Nothing lies over anything else, and what does not fit can be scrolled to."""
    sheet = room.round.sheet
    shown = [w for w in (sheet.ask, sheet.hint, *sheet.rows, *sheet.lefts, sheet.told) if w.isVisible()]
    for number, one in enumerate(shown):
        assert sheet.widget().rect().contains(one.geometry())
        assert not any(one.geometry().intersects(other.geometry()) for other in shown[number + 1 :])


def test_labels_on_the_body_are_as_legible_and_only_during_a_round(room: Class) -> None:
    window = room.pilot.window

    def label_size() -> int:
        return window.body.canvas.picture.frame.look.grown(META)

    assert label_size() < 720 / 40
    room.begin(mode="teacher", kinds=("claim",), count=5)
    assert label_size() >= 720 / 40
    room.board.new_asked.emit()
    assert window.body.canvas.picture.frame.look == window.look
    room.click(room.board.begin.resume)
    assert label_size() >= 720 / 40
    room.pilot.opened.store.set(theme="day")
    assert label_size() >= 720 / 40
    room.pilot.press("Esc")
    assert window.body.canvas.picture.frame.look == window.look


def test_everything_has_a_name_and_the_pages_are_spoken(room: Class) -> None:
    begin = room.board.begin
    assert_named(begin)
    room.begin(mode="teams", teams=2, count=5, kinds=("claim",))
    assert_named(room.round)
    assert room.question.ask in room.round.accessibleName()
    assert room.round.sheet.rows[0].accessibleName().startswith("A, Well supported")
    room.pilot.press("Space")
    assert room.question.right_words in room.round.accessibleName()
    assert any(r.accessibleName().endswith(", right") for r in room.round.sheet.rows)


def assert_named(view: QWidget) -> None:
    for part in view.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part, QLabel):
            assert part.accessibleName(), part
