from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.app import Options
from bodymap.atlas.records import Ref
from bodymap.settings import remember
from bodymap.state import THEMES
from tests.pilot import Pilot, options


def test_it_opens_alive_on_running(pilot: Pilot) -> None:
    assert str(pilot.state.focus) == "movement:running"
    assert pilot.marked() == {"movement:running"}
    assert len(pilot.lit()) > 10
    assert pilot.card_text().split("\n")[1] == "Running"
    assert "Running" in pilot.window.windowTitle()


def test_list_body_and_card_follow_one_choice(pilot: Pilot) -> None:
    pilot.press("O")
    pilot.choose_in_list("organ:liver")
    assert pilot.state.focus == Ref("organ", "liver")
    assert "organ:liver" in pilot.marked()
    assert "liver" in pilot.lit()
    assert "Liver" in pilot.card_text().split("\n")


def test_a_click_on_the_body_answers(pilot: Pilot) -> None:
    pilot.look_at("organ:liver")
    pilot.click_region("liver")
    pilot.click_region("stomach")
    assert pilot.state.focus == Ref("organ", "stomach-gut")
    assert "organ:stomach-gut" in pilot.marked()
    assert "Stomach" in pilot.card_text()


def test_a_click_on_a_label_answers(pilot: Pilot) -> None:
    pilot.click_label("organ:liver")
    assert pilot.state.focus == Ref("organ", "liver")


def test_sedentary_changes_card_and_body_together(pilot: Pilot) -> None:
    pilot.look_at("organ:liver")
    moving, lit = pilot.card_text(), pilot.lit()
    pilot.press("2")
    assert pilot.card_text() != moving
    assert pilot.lit() != lit or len(lit) == 1
    pilot.press("3")
    assert len(pilot.window.body.canvas.bodies) == 2
    assert pilot.window.places is not None
    assert pilot.window.places.card_middle


def test_undo_redo_back_and_forward(pilot: Pilot) -> None:
    pilot.look_at("organ:liver")
    pilot.press("2")
    pilot.look_at("signal:il6")
    pilot.press("Alt+Left")
    assert (str(pilot.state.focus), pilot.state.mode) == ("organ:liver", "sedentary")
    pilot.press("Alt+Right")
    assert str(pilot.state.focus) == "signal:il6"
    pilot.press("Ctrl+Z")
    pilot.press("Ctrl+Z")
    assert (str(pilot.state.focus), pilot.state.mode) == ("organ:liver", "exercise")
    pilot.press("Ctrl+Shift+Z")
    assert pilot.state.mode == "sedentary"


def test_pointing_at_a_row_names_it_everywhere(pilot: Pilot) -> None:
    pilot.settle()
    pilot.press("O")
    pilot.point_at_in_list("organ:liver")
    assert pilot.state.hover == Ref("organ", "liver")
    assert "liver" in pilot.window.body.canvas.touch.regions


def test_search_finds_and_goes_there(pilot: Pilot) -> None:
    pilot.press("Ctrl+K")
    pilot.type("irisi")
    assert pilot.found()[0] == "Irisin"
    pilot.press("Return")
    assert str(pilot.state.focus) == "signal:irisin"
    assert pilot.found() == []


def test_the_first_search_waits_for_nothing(pilot: Pilot) -> None:
    reader = pilot.opened.wiring.reader
    pilot.wait(lambda: "index" in reader.__dict__ and "_shortened" in reader.index.__dict__, 30)


def test_letters_typed_into_the_search_are_words_and_not_keys(pilot: Pilot) -> None:
    before = pilot.state
    pilot.press("Ctrl+K")
    pilot.type("2tfg1?")
    assert pilot.state == before
    pilot.press("Esc")
    assert pilot.found() == []
    assert pilot.state == before
    pilot.press("2")
    assert pilot.state.mode == "sedentary"


def test_arrows_choose_among_results(pilot: Pilot) -> None:
    pilot.press("Ctrl+K")
    pilot.type("fat")
    second = pilot.found()[1]
    pilot.press("Down")
    pilot.press("Return")
    assert second in pilot.card_text()


def test_esc_closes_what_lies_over_the_window_and_never_the_window(pilot: Pilot) -> None:
    for keys, name in (("F1", "What is what"), ("?", "Keys")):
        pilot.press(keys)
        assert pilot.open_sheet() == name
        pilot.press("Esc")
        assert pilot.open_sheet() == ""
    pilot.press("C")
    pilot.press("Esc")
    assert pilot.state.closeup is None
    pilot.press("Esc")
    assert pilot.window.isVisible()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_nothing_is_cut_off(pilot: Pilot, size: tuple[int, int]) -> None:
    pilot.resize(*size)
    for mode in ("exercise", "both"):
        for text_size in (100, 150, 200, 300):
            pilot.opened.store.set(text_size=text_size, mode=mode)
            assert pilot.cut_off() == [], (mode, text_size)
            card = pilot.window.card
            assert card is not None
            assert not card.isVisible() or card.text.horizontalScrollBar().maximum() == 0, (mode, text_size)


def test_a_theme_reaches_every_part(pilot: Pilot) -> None:
    for theme in THEMES:
        pilot.opened.store.set(theme=theme)
        shown = pilot.window.look.theme
        assert shown.id == theme
        assert QApplication.palette().window().color().name().upper() == shown.panel
        assert pilot.window.toolbar.buttons["theme"].text() == shown.name
        corner = pilot.window.grab().toImage().pixelColor(4, pilot.window.height() - 4)
        assert corner.name().upper() == shown.panel


def test_a_drawer_opens_with_a_choice_and_closes_with_esc(pilot: Pilot) -> None:
    pilot.opened.store.set(text_size=300)
    card, lists = pilot.window.card, pilot.window.lists
    assert card is not None
    assert lists is not None
    assert not card.isVisible()
    pilot.press("F6")
    assert lists.isVisible()
    pilot.choose_in_list("movement:cycling")
    assert card.isVisible()
    assert not lists.isVisible()
    pilot.press("Esc")
    assert not card.isVisible()
    pilot.press("F7")
    assert card.isVisible()


def test_sources_and_selected_words_can_be_copied(pilot: Pilot) -> None:
    pilot.look_at("signal:il6")
    pilot.press("Ctrl+Shift+A")
    lines = pilot.copied().splitlines()
    assert len(lines) > 5
    pilot.press("Ctrl+Shift+C")
    assert pilot.copied() == lines[0]
    card = pilot.window.card
    assert card is not None
    card.text.selectAll()
    card.text.copy()
    assert "Interleukin-6" in pilot.copied()
    assert "￼" not in pilot.copied()


def test_links_in_the_card_lead_on(pilot: Pilot) -> None:
    pilot.look_at("signal:il6")
    card = pilot.window.card
    assert card is not None
    card.text.setFocus()
    pilot.press("Tab")
    pilot.press("Return")
    assert str(pilot.state.focus) != "signal:il6"


def test_the_last_session_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    reader = Pilot(qtbot, options(path))
    reader.look_at("organ:liver")
    reader.press("2")
    reader.press("T")
    reader.leave()
    again = Pilot(qtbot, options(path))
    assert str(again.state.focus) == "organ:liver"
    assert (again.state.mode, again.state.theme) == ("sedentary", "day")
    again.leave()
    asked = Pilot(qtbot, Options(settings=path, theme="projector", select=Ref("movement", "cycling")))
    assert (str(asked.state.focus), asked.state.movement) == ("movement:cycling", "cycling")
    assert (asked.state.mode, asked.state.theme) == ("sedentary", "projector")
    asked.leave()


def test_damaged_settings_are_said_quietly_and_the_program_starts(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{ torn", encoding="utf-8")
    reader = Pilot(qtbot, options(path))
    assert "damaged" in reader.window.footer.accessibleName()
    assert str(reader.state.focus) == "movement:running"
    assert (tmp_path / "settings.json.bad").read_text(encoding="utf-8") == "{ torn"
    reader.leave()
    assert remember(path).values["focus"] == "movement:running"


def test_problems_in_a_pack_are_said_quietly_and_listed(qtbot: QtBot, tmp_path: Path) -> None:
    pack = tmp_path / "pack" / "signals"
    pack.mkdir(parents=True)
    (pack / "mine.yaml").write_text("id: mine\nnmae: Mine\n", encoding="utf-8")
    reader = Pilot(qtbot, Options(settings=tmp_path / "s.json", packs=(tmp_path / "pack",)))
    assert "in your data" in reader.window.footer.accessibleName()
    listed = reader.problems()
    assert "mine.yaml:2:1: unknown key 'nmae'; did you mean 'name'?" in listed
    reader.press("Esc")
    assert reader.problems() == []
    reader.window.footer.button.click()
    assert reader.problems() == listed
    reader.leave()


def test_no_timer_runs_after_the_window_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Pilot(qtbot, options(tmp_path / "settings.json"))
    reader.press("2")
    reader.window.close()
    assert not any(timer.isActive() for timer in reader.opened.findChildren(QTimer))
    assert not any(timer.isActive() for timer in reader.window.findChildren(QTimer))
    reader.leave()


def test_motion_goes_off_and_on_with_a_key_and_stays_off(qtbot: QtBot, tmp_path: Path) -> None:
    pilot = Pilot(qtbot, options(tmp_path / "settings.json"))
    pilot.settle()
    flowing = pilot.window.body.flowing
    assert flowing is not None
    assert flowing.count > 0
    pilot.press("A")
    assert pilot.state.calm
    assert flowing.count == 0
    assert "IL-6 travels in the blood" in pilot.window.body.accessibleDescription()
    pilot.press("A")
    assert flowing.count > 0
    pilot.press("A")
    pilot.leave()
    again = Pilot(qtbot, options(tmp_path / "settings.json"))
    again.settle()
    assert again.window.body.flowing is not None
    assert again.window.body.flowing.region.isEmpty()
    again.leave()


def test_more_molecules_travel_where_the_level_is_higher(pilot: Pilot) -> None:
    counts: list[int] = []
    for movement in ("easy-walk", "running", "marathon"):
        pilot.look_at(f"movement:{movement}")
        pilot.look_at("signal:il6")
        pilot.settle()
        assert pilot.window.body.flowing is not None
        counts.append(pilot.window.body.flowing.count)
    assert counts == sorted(set(counts))
    pilot.press("2")
    pilot.settle()
    assert pilot.window.body.flowing is not None
    assert pilot.window.body.flowing.count == 0


def test_a_filter_of_the_evidence_is_said_with_how_much_it_hides(pilot: Pilot) -> None:
    button, atlas = pilot.window.toolbar.buttons["evidence"], pilot.opened.library.atlas
    assert button.text() == "All evidence"
    pilot.press("E")
    words, _middle, hidden = button.text().partition(" · ")
    assert words == "In people"
    unseen = sum(e.evidence not in ("human-trial", "human-observational") for e in atlas.effects)
    assert int(hidden.split()[0]) >= unseen > 0
    pilot.press("E")
    assert button.text() == "All evidence"
