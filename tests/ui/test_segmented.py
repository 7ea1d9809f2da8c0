from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bodymap.ui.look import Look
from bodymap.ui.segmented import Choice, Segmented
from bodymap.ui.theme import load_theme

CHOICES = [Choice("front", "Front", "1"), Choice("back", "Back", "2"), Choice("side", "Side", "3")]


@pytest.fixture
def segmented(qtbot: QtBot) -> Segmented:
    made = Segmented(Look(load_theme("day")), "View", CHOICES)
    qtbot.addWidget(made)
    made.chosen.connect(made.show_value)
    made.resize(made.sizeHint())
    made.show_value("front")
    made.show()
    return made


def test_a_click_chooses_the_segment_under_it(segmented: Segmented, qtbot: QtBot) -> None:
    for value in ("back", "side", "front"):
        with qtbot.waitSignal(segmented.chosen) as told:
            at = segmented.box_of(value).center().toPoint()
            QTest.mouseClick(segmented, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert told.args == [value]


def test_arrows_step_round(segmented: Segmented) -> None:
    seen: list[str] = []
    segmented.chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(segmented, key)
    assert seen == ["back", "side", "front", "side"]


def test_its_name_and_choice_can_be_heard(segmented: Segmented) -> None:
    assert segmented.accessibleName() == "View"
    assert segmented.accessibleDescription() == "Front"


def test_folded_it_is_narrower_and_tight_it_leaves_out_the_keys(segmented: Segmented) -> None:
    roomy = segmented.sizeHint().width()
    segmented.show_room(tight=True)
    tight = segmented.sizeHint().width()
    segmented.show_room(tight=True, folded=True)
    assert roomy > tight > segmented.sizeHint().width()


def test_it_grows_with_the_text(segmented: Segmented) -> None:
    before = segmented.sizeHint()
    segmented.show_look(Look(load_theme("day"), 1.0, 3.0))
    assert segmented.sizeHint().width() > 2 * before.width()
    assert segmented.sizeHint().height() > before.height()
