from __future__ import annotations

from collections.abc import Mapping

import pytest

from bodymap.atlas.atlas import Atlas
from tests.pilot import Pilot

KEYS: Mapping[str, str] = {
    "F2": "Evidence matrix",
    "F3": "Forest plot",
    "F4": "The article against the literature",
    "F12": "References",
}


@pytest.mark.parametrize("key", KEYS)
def test_a_board_comes_by_its_key_and_goes_by_esc_or_its_button(pilot: Pilot, key: str) -> None:
    pilot.press(key)
    assert pilot.board() == KEYS[key]
    assert pilot.window.toolbar.isVisible()
    pilot.press("Esc")
    assert pilot.board() == ""
    assert pilot.window.body.isVisible()
    assert pilot.window.card is not None
    assert pilot.window.card.isVisible()
    pilot.press(key)
    pilot.press_button(f"Close {KEYS[key]}")
    assert pilot.board() == ""


def test_one_board_takes_the_place_of_another(pilot: Pilot) -> None:
    for key, name in KEYS.items():
        pilot.press(key)
        assert pilot.board() == name
    pilot.press("F12")
    assert pilot.board() == "", "the same key closes it"


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
def test_a_board_takes_on_any_look_and_is_never_cut_off(pilot: Pilot, size: tuple[int, int]) -> None:
    pilot.resize(*size)
    for key in KEYS:
        pilot.press(key)
        for text, theme in ((100, "day"), (200, "projector"), (300, "night")):
            pilot.opened.store.set(text_size=text, theme=theme)
            board = pilot.window.boards.current
            assert board is not None
            assert board.accessibleName() == KEYS[key]
            assert not board.grab().isNull(), (key, text)
            assert pilot.cut_off() == [], (key, text)


def test_help_and_keys_lie_over_a_board_and_leave_it_open(pilot: Pilot) -> None:
    pilot.press("F2")
    pilot.press("F1")
    assert pilot.open_sheet() == "What is what"
    pilot.press("Esc")
    assert pilot.board() == "Evidence matrix"


def test_lists_go_on_working_beside_a_board(pilot: Pilot) -> None:
    pilot.press("F3")
    pilot.press("O")
    pilot.choose_in_list("organ:liver")
    assert pilot.board() == "Forest plot"
    assert str(pilot.state.focus) == "organ:liver"
    assert "Liver" in pilot.card_text()


def test_side_by_side_comes_back_after_a_board(pilot: Pilot) -> None:
    pilot.resize(1920, 1080)
    pilot.press("3")
    assert pilot.window.places is not None
    assert pilot.window.places.card_middle
    pilot.press("F4")
    assert not pilot.window.places.card_middle
    pilot.press("Esc")
    assert pilot.window.places.card_middle


def test_the_panel_of_time_makes_way_for_a_board_unless_it_was_asked_for(pilot: Pilot) -> None:
    pilot.resize(1920, 1080)
    assert pilot.window.is_time_open
    pilot.press("F2")
    assert not pilot.window.is_time_open
    pilot.press("F8")
    assert pilot.window.is_time_open
    assert pilot.board() == "Evidence matrix"
    pilot.press("Esc")
    assert pilot.window.is_time_open


@pytest.mark.parametrize("key", KEYS)
def test_a_board_shows_what_an_author_has_saved(pilot: Pilot, key: str) -> None:
    """Data that are read again are shown at once, whatever board is open."""
    pilot.press(key)
    library = pilot.opened.library
    kept = [*library.atlas.organs.values(), *library.atlas.signals.values()]
    left = Atlas.of([*kept, *library.atlas.references.values()][:-1])
    pilot.opened.wiring.learn(library._replace(atlas=left))
    said = {
        "F2": "0 effects",
        "F3": "All organs, 0 effect sizes",
        "F4": "",
        "F12": f"{len(left.references)} of {len(left.references)} references",
    }
    board = pilot.window.boards.current
    assert board is not None
    assert board.accessibleDescription() == said[key]
