"""The panel of time, as a reader meets it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bodymap.atlas.records import Ref
from bodymap.state import Block
from bodymap.ui.time_panel.pane import TimePane
from bodymap.ui.time_panel.saving import save
from bodymap.ui.time_panel.takes_sheet import TakesSheet
from bodymap.ui.time_panel.weeks_sheet import WeeksSheet
from tests.pilot import Pilot, follow, options
from tests.ui.time_panel.painted import Paints


def drag(widget: QWidget, at: QPoint, by: int) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, none, at)
    for step in range(1, 5):
        QTest.mouseMove(widget, at + QPoint(by * step // 4, 0))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, none, at + QPoint(by, 0))


def test_it_is_open_where_there_is_height_and_stays_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    low = Pilot(qtbot, options(path))
    assert not low.window.is_time_open
    assert low.window.body.height() > 720 * 0.6
    low.resize(1600, 1000)
    assert low.window.is_time_open
    low.resize(1280, 720)
    assert low.open_time().isVisible()
    low.leave()
    again = Pilot(qtbot, options(path))
    assert again.window.is_time_open
    assert again.open_time().isVisible()
    again.press("F8")
    assert again.window.time is not None
    assert not again.window.time.isVisible()
    again.leave()


def test_its_place_is_kept_from_the_first_picture_on(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Pilot(qtbot, options(tmp_path / "s.json"), (1600, 1000))
    before = reader.window.body.geometry()
    reader.open_time()
    assert reader.window.body.geometry() == before
    reader.leave()


def test_lists_have_courses_once_they_were_read(pilot: Pilot) -> None:
    pilot.settle()
    assert pilot.window.lists is not None
    rows = {row.text: row for row in pilot.window.lists.below.model_rows.rows}
    assert rows["IL-6"].spark is not None
    assert rows["IL-15"].value == "rises"


def test_the_mouse_scrubs_and_keys_step(pilot: Pilot, pane: TimePane) -> None:
    scale = pane.chart.scale
    assert scale is not None
    spot = QPoint(round(scale.x(90)), pane.chart.height() // 2)
    QTest.mouseClick(pane.chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert abs((pilot.state.minute or 0) - 90) <= 1
    pane.chart.setFocus()
    pilot.press("Home")
    pilot.press("Right")
    pilot.press("Right")
    assert pilot.state.minute == 2
    pilot.press("End")
    assert pilot.state.minute == 150
    pilot.press("[")
    assert pilot.state.minute == 140
    assert not pilot.opened.store.can_undo


def test_it_plays_by_the_one_clock_to_the_end_and_then_stands_still(
    pilot: Pilot, pane: TimePane, qtbot: QtBot
) -> None:
    pilot.opened.store.set(minute=0, speed=120, calm=True)
    pilot.press("F9")
    assert pilot.opened.wiring.clock.running
    qtbot.waitUntil(lambda: (pilot.state.minute or 0) > 10)
    pilot.press("F9")
    assert not pilot.opened.wiring.clock.running
    pilot.opened.store.set(minute=148)
    pane.chart.setFocus()
    pilot.press("Space")
    qtbot.waitUntil(lambda: not pilot.opened.wiring.clock.running)
    assert pilot.state.minute == 150


def test_nothing_is_painted_while_nothing_moves(pilot: Pilot, pane: TimePane, qtbot: QtBot) -> None:
    pilot.opened.store.set(calm=True)
    qtbot.wait(600)
    paints = Paints(pilot.window)
    qtbot.wait(500)
    assert paints.count == 0
    assert pane.isVisible()


def test_without_motion_it_plays_in_steps(pilot: Pilot, pane: TimePane, qtbot: QtBot) -> None:
    seen: list[int] = []
    pilot.opened.store.set(calm=True, minute=0, speed=120)
    pilot.opened.store.changed.connect(lambda s: seen.append(s.minute))
    pilot.press("F9")
    qtbot.waitUntil(lambda: len(seen) >= 3)
    pilot.press("F9")
    assert all(minute % 10 == 0 for minute in seen)
    assert pane.now.buttons["play"].isEnabled()


def test_a_dragged_dial_changes_curves_and_lists_and_is_one_step(pilot: Pilot, pane: TimePane) -> None:
    before = pilot.time_read()
    dial = pane.dose.minutes
    drag(dial, QPoint(dial.width() - 70, dial.height() // 2), 40)
    assert (pilot.state.minutes or 0) > 60
    assert pilot.time_read() != before
    pilot.settle()
    assert pilot.window.lists is not None
    rows = {row.text: row.value for row in pilot.window.lists.below.model_rows.rows}
    assert float(rows["IL-6"]) > 3
    pilot.press("Ctrl+Z")
    assert pilot.state.minutes is None
    assert pilot.time_read() == before


def test_keys_turn_a_dial(pilot: Pilot, pane: TimePane) -> None:
    pane.dose.intensity.setFocus()
    pilot.press("Right")
    assert pilot.state.intensity == 71
    pilot.press("Ctrl+U")
    assert pilot.state.intensity is None


def test_a_dial_says_met_stops_where_no_one_measured_and_tells_why(pilot: Pilot, pane: TimePane) -> None:
    dial = pane.dose.minutes
    dial.setFocus()
    pilot.press("End")
    assert pilot.state.minutes == 240
    assert "longer than 4 h was measured" in pilot.said()
    pilot.settle()
    assert "longer than 4 h was measured" in dial.toolTip()
    assert "70 % · 9.6 MET" in pane.dose.intensity.toolTip()
    pilot.opened.store.set(fuel="carbohydrate", intensity=60)
    pilot.settle()
    pilot.press("End")
    assert pilot.state.minutes == 360


def test_what_cannot_be_chosen_is_greyed_with_the_reason(pilot: Pilot, pane: TimePane) -> None:
    pilot.look_at("movement:sitting")
    pilot.settle()
    assert not pane.dose.minutes.isEnabled()
    assert "rest" in pane.dose.minutes.toolTip()
    assert not pane.dose.fuel.isEnabled()


def test_the_bout_is_stretched_in_the_strip(pilot: Pilot, pane: TimePane) -> None:
    box = pane.strip.box_of(0)
    drag(pane.strip, QPoint(round(box.right()) - 2, round(box.center().y())), 60)
    assert (pilot.state.minutes or 0) > 35


def test_a_day_is_chosen_dragged_undone_and_restored(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+D")
    pilot.choose_in_menu("Desk day with a run")
    assert (pilot.state.day, pilot.state.span) == ("desk-day-run", "24h")
    pilot.settle()
    box = pane.strip.box_of(0)
    drag(pane.strip, box.center().toPoint() - QPoint(3, 0), -200)
    assert pilot.state.blocks is not None
    assert pilot.state.blocks[0].start < 1000
    pilot.press("Ctrl+Z")
    assert pilot.state.blocks is None
    pilot.settle()
    pane.strip.setFocus()
    pilot.press("Left")
    assert pilot.state.blocks == (Block("running", 1075, 30),)
    pilot.press("Ins")
    pilot.choose_in_menu("Cycling")
    assert pilot.state.blocks is not None
    assert {b.movement for b in pilot.state.blocks} == {"running", "cycling"}
    pilot.opened.wiring.actions["day-restore"].trigger()
    assert pilot.state.blocks is None
    pilot.look_at("movement:running")
    assert pilot.state.day is None


def test_two_keys_before_the_next_paint_are_two_steps(pilot: Pilot, pane: TimePane) -> None:
    pilot.opened.store.set(day="desk-day-run", span="24h")
    pilot.settle()
    pane.strip.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(pane.strip, key)
    assert pilot.state.blocks == (Block("running", 1070, 30),)
    for _press in range(2):
        QTest.keyClick(pane.strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pilot.state.blocks == (Block("running", 1070, 40),)
    for _press in range(2):
        QTest.keyClick(pane.strip, Qt.Key.Key_Delete)
    assert pilot.state.blocks == ()


def test_the_day_says_its_words_and_sources(pilot: Pilot, pane: TimePane) -> None:
    pilot.opened.store.set(day="il6-paradox", span="24h")
    pilot.settle()
    assert "same molecule" in pane.dose.note.text()
    pilot.press("Ctrl+B")
    assert pilot.open_sheet() == "The IL-6 paradox"
    pilot.press("Esc")


def test_what_would_it_take_opens_from_panel_and_key(pilot: Pilot, pane: TimePane) -> None:
    pane.dose.takes.click()
    assert pilot.open_sheet() == "What would it take?"
    pilot.press("Esc")
    pilot.press("Ctrl+H")
    assert pilot.open_sheet() == "What would it take?"
    pilot.press("Esc")


def test_any_level_is_asked_for_and_nonsense_is_told_beside_the_field(pilot: Pilot) -> None:
    pilot.open_time()
    pilot.look_at("signal:il6")
    pilot.press("Ctrl+H")
    sheet = pilot.window.findChild(TakesSheet)
    assert sheet is not None
    assert "×8" in sheet.text.toPlainText()
    sheet.level.setFocus()
    pilot.type("3")
    assert "×3" in sheet.text.toPlainText()
    assert "×8" not in sheet.text.toPlainText()
    sheet.level.selectAll()
    pilot.type("20 mg")
    assert sheet.error.text() == "IL-6 is measured in pg/ml"
    sheet.level.selectAll()
    pilot.type("many")
    assert "such as ×3" in sheet.error.text()
    pilot.press("Esc")
    assert pilot.open_sheet() == ""


def test_weeks_open_from_key_and_card_and_ask_for_other_signals(pilot: Pilot) -> None:
    pilot.open_time()
    opened: list[str] = []
    control = pilot.opened.wiring.time
    assert control is not None
    control.opened.disconnect()
    control.opened.connect(opened.append)
    pilot.opened.store.set(mode="sedentary")
    pilot.look_at("signal:crp")
    pilot.press("Ctrl+J")
    assert pilot.open_sheet() == "Over weeks"
    sheet = pilot.window.findChild(WeeksSheet)
    assert sheet is not None
    said = sheet.text.toPlainText()
    assert "×0.90" in said
    assert "(n = 115)" in said
    assert "other weeks: not measured" in said
    assert follow(sheet.text, "source:") == "1"
    assert opened[0].startswith("https://doi.org/")
    follow(sheet.text, "signal:gdf15")
    assert "×1.09 (1.02–1.17)" in sheet.text.toPlainText()
    assert "GDF15 at rest" in sheet.text.toPlainText()
    pilot.press("Esc")
    pilot.look_at("signal:metrnl")
    assert pilot.window.card is not None
    follow(pilot.window.card.text, "deed:")
    metrnl = next(s for s in pilot.window.findChildren(WeeksSheet) if s.isVisible())
    assert metrnl.text.toPlainText().count("not measured") == 3
    pilot.press("Esc")


def test_pointing_reads_value_status_and_courses(pilot: Pilot, pane: TimePane) -> None:
    pilot.look_at("signal:il6")
    pilot.settle()
    scale, control = pane.chart.scale, pilot.opened.wiring.time
    assert scale is not None
    assert control is not None
    main = control.reader.timeline(pilot.state).main
    assert main is not None
    QTest.mouseMove(pane.chart, QPoint(round(scale.x(60)), round(scale.y(float(main.values[60])))))
    assert "IL-6 ×" in pane.chart.hint()[0]
    assert "published courses" in pane.chart.hint()[2]


def test_the_data_are_copied_and_saved_whole(pilot: Pilot, pane: TimePane, tmp_path: Path) -> None:
    pilot.press("Ctrl+Shift+D")
    assert pilot.copied().splitlines()[0].startswith("minute,IL-6 (× rest)")
    file = tmp_path / "running.csv"
    assert "saved" in save(pilot.copied(), file)
    assert file.read_text(encoding="utf-8") == pilot.copied()
    assert "cannot be written" in save("x", tmp_path / "none" / "running.csv")
    pilot.press("Ctrl+Shift+S")
    dialog = pilot.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    assert pane.isVisible()


def test_reset_brings_back_dose_day_and_time_and_leaves_the_panel(pilot: Pilot, pane: TimePane) -> None:
    pilot.opened.store.set(minutes=90, fuel="fasted", day="bed-rest", minute=12, measured=True)
    pilot.press("Ctrl+R")
    state = pilot.state
    assert (state.minutes, state.fuel, state.day, state.minute) == (None, "normal", None, None)
    assert pane.isVisible()


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000)])
def test_every_theme_and_text_size_can_be_shown(pilot: Pilot, size: tuple[int, int]) -> None:
    pane = pilot.open_time()
    pilot.resize(*size)
    for theme in ("night", "day", "projector"):
        for text in (100, 200, 300):
            pilot.opened.store.set(theme=theme, text_size=text, time_open=True)
            pane.grab()
            parts = [p for p in pane.findChildren(QWidget) if p.isVisible() and p.parentWidget() is pane]
            assert all(pane.rect().contains(p.geometry()) for p in parts), (theme, text)


def test_what_finds_no_room_is_in_the_menu(pilot: Pilot) -> None:
    pane = pilot.open_time()
    assert not pane.dose.person.isVisible()
    pane.legend.more.click()
    menu = next(m for m in pilot.window.findChildren(QMenu) if m.isVisible())
    dose = next(m for m in menu.findChildren(QMenu) if m.title() == "Dose")
    next(a for a in dose.actions() if a.text() == "Sedentary person").trigger()
    menu.close()
    assert pilot.state.person == "sedentary"


def test_every_control_has_a_name(pane: TimePane) -> None:
    assert [type(p).__name__ for p in pane.tab_order if not p.accessibleName()] == []


def test_a_closed_panel_never_brings_pyqtgraph(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Pilot(qtbot, options(tmp_path / "s.json"))
    qtbot.waitUntil(lambda: reader.opened.wiring.time is not None)
    qtbot.wait(50)
    assert reader.window.time is not None
    assert not reader.window.time.chart.has_plot
    assert "numpy" in sys.modules
    reader.look_at("organ:liver")
    assert reader.state.focus == Ref("organ", "liver")
    reader.leave()


def test_a_day_shows_its_own_movement_and_rest_is_never_a_release(pilot: Pilot, pane: TimePane) -> None:
    def choose(day: str) -> None:
        pilot.press("Ctrl+D")
        pilot.choose_in_menu(day)
        pilot.settle()

    choose("Marathon day")
    assert (str(pilot.state.focus), pilot.state.mode) == ("movement:marathon", "exercise")
    flowing = pilot.window.body.flowing
    assert flowing is not None
    assert flowing.count > 0
    choose("Bed rest")
    assert pilot.state.mode == "sedentary"
    assert flowing.count == 0
    pilot.press("Ctrl+Z")
    pilot.settle()
    assert pilot.state.mode == "exercise"
    assert pane.isVisible()
