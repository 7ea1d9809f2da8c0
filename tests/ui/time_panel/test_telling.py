"""What the panel, the lists and the card say together of days and doses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from bodymap.ui.overlay import Sheet
from bodymap.ui.time_panel.pane import TimePane
from tests.pilot import Pilot


def test_a_day_of_sitting_and_a_day_with_a_run_have_one_scale(pilot: Pilot, pane: TimePane) -> None:
    def axis(day: str) -> tuple[float, float, int, int]:
        pilot.opened.store.set(day=day, span="24h")
        pilot.settle()
        scale = pane.chart.scale
        assert scale is not None
        return scale.low, scale.high, scale.start, scale.stop

    same = {axis(day) for day in ("desk-day", "desk-day-walks", "desk-day-run", "bed-rest", "il6-paradox")}
    assert len(same) == 1
    pilot.opened.store.set(axis="level")
    assert len({axis(day)[:2] for day in ("desk-day", "desk-day-run", "bed-rest")}) == 1
    assert axis("marathon-day")[1] > max(high for _low, high, _start, _stop in same)


def test_a_day_without_movement_is_named_by_list_card_and_toolbar(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+D")
    pilot.choose_in_menu("Desk day")
    pilot.settle()
    assert (str(pilot.state.focus), pilot.state.mode) == ("movement:sitting", "sedentary")
    assert pilot.marked() == {"movement:sitting"}
    assert pilot.window.card is not None
    assert pilot.window.card.accessibleName() == "Card: Sitting"
    assert pilot.window.lists is not None
    below = pilot.window.lists.below.model_rows
    assert all("rises" not in (row.chip, row.value) for row in below.rows)
    pilot.press("Ctrl+D")
    pilot.choose_in_menu("One bout, no day")
    assert (str(pilot.state.focus), pilot.state.mode) == ("movement:running", "exercise")
    assert pane.isVisible()


def test_the_menu_of_days_leaves_the_readings_free(pilot: Pilot, pane: TimePane) -> None:
    pilot.press("Ctrl+D")
    menu = next(m for m in pilot.window.findChildren(QMenu) if m.isVisible())
    assert menu.frameGeometry().bottom() < pane.mapToGlobal(pane.legend.pos()).y() + pane.legend.height() // 4
    menu.close()


def test_now_and_peak_are_told_apart(pane: TimePane) -> None:
    assert "now ×1.7 · peak ×2.0" in pane.legend.accessibleDescription()


def test_words_without_a_curve_are_told_whole_with_sources(pilot: Pilot, pane: TimePane) -> None:
    notes = pane.legend.notes()
    assert any(note.startswith("IL-15: ") for note in notes)
    pilot.click_in(pane.legend, QPoint(40, pane.legend.height() // 2))
    assert pilot.open_sheet() == "Notes to the curves"
    sheet = pilot.window.findChild(Sheet)
    assert sheet is not None
    text = sheet.text.toPlainText()
    assert all(note in text for note in notes)
    pilot.press("Esc")


def test_the_card_follows_the_dose_while_it_is_dragged(pilot: Pilot, pane: TimePane) -> None:
    assert "USUAL DOSE 30 MIN" in pilot.card_text()
    peaks = next(line for line in pilot.card_text().splitlines() if "IL-6 ×" in line)
    pilot.opened.store.drag("minutes", minutes=60)
    pilot.settle()
    assert "1 H SHOWN" in pilot.card_text()
    assert "1 h at 70 % of VO₂max" in pilot.card_text().replace("\N{NO-BREAK SPACE}", " ")
    assert peaks not in pilot.card_text().splitlines()
    pilot.press("Ctrl+U")
    pilot.settle()
    assert peaks in pilot.card_text().splitlines()
    assert pane.isVisible()


def test_a_choice_is_on_the_screen_before_its_curves_are_made(pilot: Pilot, pane: TimePane) -> None:
    """What a click waits for is body, lists and card; curves and courses come a turn later."""
    drawn, asked = pane.chart.repainted, pilot.opened.wiring.time
    assert asked is not None
    for organ in ("liver", "brain", "heart"):
        pilot.look_at(f"organ:{organ}")
        assert not asked.reader.is_ready(pilot.state)
    assert pilot.marked() >= {"organ:heart"}
    assert pane.chart.repainted == drawn
    pilot.settle()
    pane.grab()
    assert pane.chart.repainted == drawn + 1
    assert asked.reader.is_ready(pilot.state)


@pytest.mark.parametrize("words", ["paradox", "IL-6 paradox", "il6 paradox"])
def test_the_paradox_is_found_by_its_name_and_shown_with_both_shapes(pilot: Pilot, words: str) -> None:
    pilot.settle()
    pilot.press("Ctrl+K")
    pilot.type(words)
    assert pilot.found()[0] == "The IL-6 paradox"
    pilot.press("Return")
    pilot.settle()
    assert (pilot.state.day, pilot.state.time_open) == ("il6-paradox", True)
    assert [line.split()[0] for line in pilot.time_read()] == ["IL-6", "sitting"]


def test_days_stand_behind_what_is_called_so_itself(pilot: Pilot) -> None:
    pilot.settle()
    pilot.press("Ctrl+K")
    pilot.type("IL-6")
    assert pilot.found()[0] == "Interleukin-6"
    assert pilot.found()[-1] == "The IL-6 paradox"


@pytest.mark.parametrize("width", [1280, 1920])
def test_every_day_can_be_asked_what_it_would_take(pilot: Pilot, width: int) -> None:
    pilot.resize(width, 1080)
    pane = pilot.open_time()
    control = pilot.opened.wiring.time
    assert control is not None
    for day in ("", *control.reader.physiology.days):
        control.days.choose(day)
        pilot.settle()
        assert pane.dose.takes.isVisible(), day
        assert pane.dose.takes.geometry().right() <= pane.dose.width()
        if day and width == 1920:
            assert not pane.dose.note.is_cut(pane.dose.note.width()), day
