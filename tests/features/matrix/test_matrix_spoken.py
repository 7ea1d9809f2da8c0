"""A screen reader finds the matrix as rows with headers, and each cell says what is known there."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from tests.features.matrix.test_matrix_board import grid
from tests.pilot import Pilot

NAME, MORE = QAccessible.Text.Name, QAccessible.Text.Description


def table(pilot: Pilot) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(grid(pilot))
    assert found is not None
    return found


def names(of: QAccessibleInterface) -> list[str]:
    return [of.child(at).text(NAME) for at in range(of.childCount())]


def row_of(pilot: Pilot, signal: str) -> QAccessibleInterface:
    spoken = table(pilot)
    return spoken.child(names(spoken).index(signal))


def test_rows_and_columns_have_headers_and_every_cell_its_words(pilot: Pilot, library: Library) -> None:
    pilot.press("F2")
    spoken, (signals, organs) = table(pilot), grid(pilot).names()
    assert spoken.role() == QAccessible.Role.Table
    assert spoken.childCount() == len(signals) + 1
    head = spoken.child(0)
    assert names(head) == list(organs)
    assert head.child(0).role() == QAccessible.Role.ColumnHeader
    row = row_of(pilot, "Irisin")
    assert row.child(0).role() == QAccessible.Role.RowHeader
    assert row.childCount() == len(organs) + 1
    said = names(row)[1:]
    assert all(words.startswith(f"Irisin, {organ}: ") for words, organ in zip(said, organs, strict=True))
    studied = {effect.organ for effect in library.atlas.effects if effect.agent == "irisin"}
    assert sum(words.endswith("not studied here") for words in said) == len(organs) - len(studied)
    assert row.indexOfChild(row.child(3)) == 3
    assert row.child(3).parent() is row
    assert row.parent() is spoken


def test_a_point_of_the_screen_finds_its_cell_and_its_names(pilot: Pilot) -> None:
    pilot.press("F2")
    view = grid(pilot).viewport()
    at = view.mapToGlobal(grid(pilot).centre_of(Ref("signal", "il6"), Ref("organ", "liver")))
    cell = table(pilot).childAt(at.x(), at.y())
    assert cell.role() == QAccessible.Role.Cell
    assert "Liver: " in cell.text(NAME)
    assert cell.rect().contains(at)
    m = grid(pilot).measures()
    beside = view.mapToGlobal(m.cell(grid(pilot).at).center().toPoint())
    beside.setX(view.mapToGlobal(view.rect().topLeft()).x() + 20)
    assert table(pilot).childAt(beside.x(), beside.y()).role() == QAccessible.Role.RowHeader


def test_the_cell_where_the_keyboard_is_has_the_focus(pilot: Pilot) -> None:
    pilot.look_at("signal:irisin")
    pilot.press("F2")
    pilot.press("Home")
    first = table(pilot).focusChild()
    assert first.state().focused
    assert first.text(NAME) == grid(pilot).accessibleDescription()
    assert first.state().selected, "irisin is in focus"
    pilot.press("PgUp")
    second = table(pilot).focusChild()
    assert second is not first
    assert not first.state().focused
    assert second.parent().indexOfChild(second) == 1


def test_a_header_says_how_to_sort_by_it_and_survives_the_new_order(pilot: Pilot) -> None:
    pilot.press("F2")
    pilot.look_at("organ:tendon")
    head = table(pilot).child(0)
    tendon = head.child(names(head).index("Tendon"))
    assert "Shift+Down sorts" in tendon.text(MORE)
    assert tendon.state().selected
    before = names(table(pilot))
    pilot.press("Shift+Down")
    assert names(table(pilot)) != before
    assert tendon.text(NAME) == "Tendon"


def test_what_was_asked_is_answered_no_more_when_the_board_is_closed(pilot: Pilot) -> None:
    pilot.press("F2")
    spoken = table(pilot)
    spoken.child(2).child(2).text(NAME)
    QAccessible.uniqueId(spoken.child(2))
    pilot.press("Esc")
    pilot.wait(lambda: pilot.board() == "")
    pilot.press("F2")
    assert table(pilot) is not spoken
    assert table(pilot).child(2).isValid()
