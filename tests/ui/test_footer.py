"""The foot of the window: notices, and what it reminds of."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from bodymap.ui.notice import Notice
from tests.pilot import Pilot


def test_a_notice_goes_away_by_itself_and_one_with_a_button_stays(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.ui.footer._LEAST", 0)
    monkeypatch.setattr("bodymap.ui.footer._LETTER", 1)
    foot = pilot.window.footer
    foot.show_notice(Notice("Saved in it"))
    assert pilot.said() == "Saved in it"
    pilot.wait(lambda: pilot.said() == "")
    foot.show_notice(Notice("Something", "Show"))
    QTest.qWait(60)
    assert pilot.said() == "Something"


def test_a_notice_with_a_button_leaves_the_button_of_what_it_reminds_of(pilot: Pilot) -> None:
    went = list[str]()
    foot = pilot.window.footer
    foot.show_reminder(Notice("Open: “The liver”", "Back to the lesson", lambda: went.append("back")))
    foot.show_notice(Notice("Something", "Show", lambda: went.append("shown")))
    assert pilot.said() == "Something"
    pilot.press_button("Back to the lesson")
    foot.button.click()
    assert went == ["back", "shown"]
    foot.show_notice(None)
    assert not foot.way_back.isVisible()
    foot.button.click()
    assert went == ["back", "shown", "back"]


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_what_reminds_is_said_whole_or_not_at_all(pilot: Pilot, width: int) -> None:
    words = "Open: “Heart and vessels: what moves them”"
    foot = pilot.window.footer
    foot.show_reminder(Notice(words, "Back to the lesson"))
    pilot.resize(width, 720)
    assert foot.button.isVisible()
    assert foot.shown_words() in ("", words)
    assert foot.button.toolTip() == words
    assert (width < 1920) or foot.shown_words() == words
