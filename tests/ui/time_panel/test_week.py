"""Why every day: a week of bursts against a week of sitting, as a teacher shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bodymap.sights import PLAN, SIT
from bodymap.state import Block
from bodymap.ui.time_panel.pane import TimePane
from tests.pilot import Pilot, options

DAY = 1440


def days(pane: TimePane) -> list[str]:
    return [cell.accessibleName() for cell in pane.week.cells]


def test_a_teacher_shows_why_every_day(pilot: Pilot, pane: TimePane) -> None:
    """One run is gone by Tuesday; a run every day is a week of bursts."""
    pane.legend.span.chosen.emit("week")
    pilot.settle()
    assert days(pane)[:2] == ["Monday: Running, 30 min", "Tuesday: sitting"]
    assert pane.now.accessibleName() == "Mon 18:30, end of Running"
    pilot.press("Ctrl+E")
    pilot.settle()
    assert days(pane) == [f"{day}day: Running, 30 min" for day in WEEK]
    assert pane.week.isVisible()
    assert not pane.strip.isVisible()
    assert any("no study measured a week of bouts" in note for note in pane.legend.notes())
    pilot.press_button("Wednesday: Running, 30 min")
    assert pilot.state.week == (PLAN, PLAN, SIT, PLAN, PLAN, PLAN, PLAN)
    pilot.settle()
    assert pane.dose.repeat.accessibleDescription() == "6 days a week"
    pilot.press("Ctrl+Z")
    pilot.press("Ctrl+Z")
    assert (pilot.state.week, pilot.state.span) == (None, "week")
    pilot.settle()
    assert days(pane)[1] == "Tuesday: sitting"


WEEK = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


def test_days_are_chosen_by_keys(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+E")
    pilot.settle()
    monday, tuesday = pane.week.cells[:2]
    monday.setFocus()
    pilot.press("Right")
    assert tuesday.hasFocus()
    assert [c.focusPolicy() for c in (monday, tuesday)] == [
        Qt.FocusPolicy.ClickFocus,
        Qt.FocusPolicy.StrongFocus,
    ]
    pilot.press("Space")
    assert pilot.state.week is not None
    assert pilot.state.week[:3] == (PLAN, SIT, PLAN)
    pilot.press("End")
    assert pane.week.cells[6].hasFocus()
    pilot.press("Down")
    pilot.choose_in_menu("Marathon day")
    assert pilot.state.week[6] == "marathon-day"
    pilot.settle()
    assert days(pane)[6] == "Sunday: Marathon, 3 h 26 min"


def test_a_planned_day_is_repeated_and_dragged_on_all_its_days(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+D")
    pilot.choose_in_menu("Desk day with a run")
    pane.dose.repeat.chosen.emit("weekdays")
    assert pilot.state.week == (*[PLAN] * 5, SIT, SIT)
    pilot.opened.store.set(span="72h")
    pilot.settle()
    assert pane.strip.isVisible()
    pane.strip.setFocus()
    pilot.press("Down")
    pilot.press("Left")
    assert pilot.state.blocks == (Block("running", 1075, 30),)
    pilot.press("Ins")
    pilot.choose_in_menu("Cycling")
    assert len(pilot.state.blocks or ()) == 2
    pilot.opened.store.set(span="week")
    pilot.settle()
    assert days(pane)[4] == "Friday: Cycling, 1 h and more"


def test_it_plays_through_the_week_and_the_body_follows(pilot: Pilot, pane: TimePane, qtbot: QtBot) -> None:
    pilot.press("Ctrl+E")
    pilot.opened.store.set(minute=0, speed=120)
    pilot.settle()
    assert pane.now.speed.accessibleName() == "Speed, 24 hours in a second"
    pilot.press("F9")
    qtbot.waitUntil(lambda: (pilot.state.minute or 0) > DAY)
    pilot.press("F9")
    flowing = pilot.window.body.flowing
    assert flowing is not None
    pilot.opened.store.set(minute=4 * DAY + 1110)
    pilot.settle()
    during = flowing.count
    pilot.opened.store.set(minute=4 * DAY + 900)
    pilot.settle()
    assert during > flowing.count


def test_a_bout_stays_at_its_moment(pilot: Pilot, pane: TimePane) -> None:
    pilot.opened.store.set(minute=45)
    pilot.settle()
    pane.dose.repeat.chosen.emit("daily")
    assert pilot.state.minute == 1080 + 45
    pilot.press("Ctrl+Z")
    assert pilot.state.minute == 45


def test_a_week_survives_the_session(qtbot: QtBot, tmp_path: Path) -> None:
    first = Pilot(qtbot, options(tmp_path / "s.json"))
    first.open_time()
    first.press("Ctrl+E")
    first.leave()
    again = Pilot(qtbot, options(tmp_path / "s.json"))
    assert again.state.week == (PLAN,) * 7
    pane = again.open_time()
    again.settle()
    assert pane.week.isVisible()
    again.leave()


def test_a_click_on_a_day_is_one_step(pilot: Pilot, pane: TimePane) -> None:
    pilot.opened.store.set(span="week")
    pilot.settle()
    QTest.mouseClick(pane.week.cells[3], Qt.MouseButton.LeftButton)
    assert pilot.state.week == (PLAN, SIT, SIT, PLAN, SIT, SIT, SIT)
    pilot.press("Ctrl+Z")
    assert (pilot.state.week, pilot.state.span) == (None, "week")
