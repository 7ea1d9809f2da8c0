from __future__ import annotations

from bodymap.atlas.records import Ref
from bodymap.features.matrix.grid import MatrixGrid
from tests.pilot import Pilot


def grid(pilot: Pilot) -> MatrixGrid:
    board = pilot.window.boards.current
    assert board is not None
    found = board.findChild(MatrixGrid)
    assert isinstance(found, MatrixGrid)
    return found


def test_a_cell_chooses_the_signal_and_then_the_organ(pilot: Pilot) -> None:
    pilot.press("F2")
    assert pilot.board() == "Evidence matrix"
    there = grid(pilot).centre_of(Ref("signal", "il6"), Ref("organ", "liver"))
    pilot.click_in(grid(pilot).viewport(), there)
    assert str(pilot.state.focus) == "signal:il6"
    assert "Interleukin-6" in pilot.card_text()
    pilot.click_in(grid(pilot).viewport(), there)
    assert str(pilot.state.focus) == "organ:liver"
    pilot.press("Esc")
    assert pilot.board() == ""


def test_the_keyboard_walks_and_says_what_is_there(pilot: Pilot) -> None:
    pilot.press("F2")
    pilot.look_at("signal:irisin")
    pilot.press("Home")
    said = grid(pilot).accessibleDescription()
    assert said.startswith("Irisin, ")
    pilot.press("Right")
    assert grid(pilot).accessibleDescription() != said
    pilot.press("Return")
    assert pilot.state.focus.kind == "organ", "irisin is in focus already"


def test_a_name_sorts_by_its_line_and_again_as_before(pilot: Pilot) -> None:
    pilot.press("F2")
    before = grid(pilot).names()
    pilot.look_at("organ:tendon")
    pilot.press("Shift+Down")
    sorted_names = grid(pilot).names()
    assert sorted_names[0] != before[0]
    pilot.press("Shift+Down")
    assert grid(pilot).names() == before


def test_what_the_filter_hides_is_not_what_was_never_studied(pilot: Pilot) -> None:
    pilot.press("F2")
    board = pilot.window.boards.current
    assert board is not None
    assert "hidden" not in board.accessibleDescription()
    pilot.press("E")
    assert "hidden by the filter" in board.accessibleDescription()


def test_what_is_in_focus_stays_in_sight_when_the_order_changes(pilot: Pilot) -> None:
    pilot.look_at("signal:irisin")
    pilot.press("F2")
    for _turn in range(2):
        pilot.press("E")
        spot, view = grid(pilot).at, grid(pilot).viewport()
        assert grid(pilot).names()[0][spot.row] == "Irisin"
        assert 0 <= grid(pilot).measures().cell(spot).bottom() <= view.height() + 1
