"""Why every day: a week of bursts against a week of sitting, as a teacher shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bodymap.sights import PLAN, SIT
from bodymap.state import Block, OwnDay
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
    assert pane.strip.isVisible()
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


def drag_block(pane: TimePane, index: int, hours: float) -> None:
    """Drag a block of the week by its middle."""
    scale = pane.chart.scale
    assert scale is not None
    start, none = pane.strip.box_of(index).center().toPoint(), Qt.KeyboardModifier.NoModifier
    by = round(scale.x(hours * 60) - scale.x(0))
    QTest.mousePress(pane.strip, Qt.MouseButton.LeftButton, none, start)
    for part in (1, 2, 3, 4):
        QTest.mouseMove(pane.strip, start + QPoint(by * part // 4, 0))
    QTest.mouseRelease(pane.strip, Qt.MouseButton.LeftButton, none, start + QPoint(by, 0))


def starts(pane: TimePane) -> list[tuple[int, int]]:
    """On which day, and at which minute of it, something begins."""
    timeline = pane.chart.shown
    assert timeline is not None
    return [divmod(block.start, DAY) for block in timeline.blocks]


def test_a_block_is_dragged_in_the_week_on_every_day_that_repeats_it(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+D")
    pilot.choose_in_menu("Desk day with a run")
    pilot.press("Ctrl+E")
    pilot.settle()
    assert pane.strip.isVisible()
    assert pane.strip.geometry().top() >= pane.week.geometry().bottom()
    assert pane.chart.geometry().top() >= pane.strip.geometry().bottom()
    before = starts(pane)
    drag_block(pane, 2, -10)
    pilot.settle()
    moved = {minute for _day, minute in starts(pane)}
    assert len(moved) == 1
    assert abs(moved.pop() - (1080 - 600)) <= 30
    assert [day for day, _minute in starts(pane)] == list(range(7))
    pilot.press("Ctrl+Z")
    pilot.settle()
    assert starts(pane) == before


def test_a_ready_day_put_into_a_week_is_dragged_on_all_its_days(pilot: Pilot, pane: TimePane) -> None:
    marathon, run = ("marathon-day", PLAN)
    pilot.opened.store.set(week=(run, marathon, SIT, run, marathon, SIT, SIT), span="week")
    pilot.settle()
    drag_block(pane, 1, 4)
    pilot.settle()
    at = starts(pane)
    assert [day for day, _minute in at] == [0, 1, 3, 4]
    assert at[0] == (0, 1080)
    assert at[2] == (3, 1080)
    assert at[1][1] == at[3][1]
    assert abs(at[1][1] - (540 + 240)) <= 30
    assert [own.day for own in pilot.state.own_days] == ["marathon-day"]
    assert pilot.state.blocks is None
    pilot.press("Ctrl+Z")
    assert pilot.state.own_days == ()


def test_a_bout_is_dragged_to_another_time_of_day(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+E")
    pilot.settle()
    drag_block(pane, 0, -11)
    pilot.settle()
    at = {minute for _day, minute in starts(pane)}
    assert len(at) == 1
    assert abs(at.pop() - 420) <= 30
    assert pane.now.accessibleName().startswith("Mon 07:")
    pilot.opened.store.set(span="24h")
    pilot.settle()
    assert pane.now.accessibleName().startswith("Mon 07:")
    pane.dose.minutes.turned.emit(60)
    pilot.settle()
    assert days(pane)[6] == "Sunday: Running, 1 h"


def test_blocks_of_a_week_are_moved_by_keys(pilot: Pilot, pane: TimePane) -> None:
    pilot.opened.store.set(week=(PLAN, "marathon-day", SIT, PLAN, SIT, SIT, SIT), span="week")
    pilot.settle()
    pane.strip.setFocus()
    pilot.press("Down")
    pilot.press("Right")
    pilot.press("Right")
    pilot.press("Shift+Left")
    pilot.settle()
    assert pilot.state.own_days[0].blocks == (Block("marathon", 550, 200),)
    assert starts(pane)[1] == (1, 550)
    pilot.press("Down")
    pilot.press("Left")
    pilot.settle()
    assert [minute for _day, minute in starts(pane)] == [1075, 550, 1075]
    pilot.press("Up")
    pilot.press("Del")
    pilot.settle()
    assert starts(pane) == [(0, 1075), (3, 1075)]
    assert days(pane)[1] == "Tuesday: sitting"
    pilot.press("Ctrl+Z")
    pilot.settle()
    assert starts(pane)[1] == (1, 550)


def test_days_as_they_were_come_back_and_changed_ones_survive(qtbot: QtBot, tmp_path: Path) -> None:
    first = Pilot(qtbot, options(tmp_path / "s.json"))
    pane = first.open_time()
    first.opened.store.set(week=(PLAN, "marathon-day", SIT, SIT, SIT, SIT, SIT), span="week")
    first.settle()
    pane.strip.setFocus()
    first.press("Down")
    first.press("Right")
    first.leave()
    again = Pilot(qtbot, options(tmp_path / "s.json"))
    assert again.state.own_days == (OwnDay("marathon-day", (Block("marathon", 545, 206),)),)
    again.open_time()
    again.opened.wiring.actions["day-restore"].trigger()
    assert again.state.own_days == ()
    assert not again.opened.wiring.actions["day-restore"].isEnabled()
    again.leave()
