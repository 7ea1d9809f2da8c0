"""A screen reader finds the plot as groups of rows, and the keyboard reaches the sources."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QMenu

from tests.features.forest.test_forest_board import plot
from tests.pilot import Pilot

NAME, MORE = QAccessible.Text.Name, QAccessible.Text.Description


def spoken(pilot: Pilot) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(plot(pilot))
    assert found is not None
    return found


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(at) for at in range(of.childCount())]


def test_every_line_is_a_row_with_its_values(pilot: Pilot) -> None:
    pilot.press("F3")
    *groups, sources = children(spoken(pilot))
    rows = [row for group in groups for row in children(group)]
    assert len(rows) == len(plot(pilot).lines)
    assert {group.text(NAME) for group in groups} == {line.group.title for line in plot(pilot).lines}
    for row, line in zip(rows, plot(pilot).lines, strict=True):
        title, number, interval, details = children(row)
        assert (row.role(), title.role()) == (QAccessible.Role.Row, QAccessible.Role.RowHeader)
        assert (title.text(NAME), number.text(NAME)) == (line.point.title, line.point.number)
        assert number.text(MORE) == "Value"
        assert interval.text(NAME)
        assert details.parent() is row
        assert line.point.number in row.text(NAME)
    assert len(children(sources)) == len(plot(pilot)._plot.forest.sources)  # type: ignore[union-attr]
    assert all(source.text(MORE) for source in children(sources))


def test_the_line_where_the_keyboard_is_has_the_focus(pilot: Pilot) -> None:
    pilot.press("F3")
    assert spoken(pilot).focusChild() is None
    pilot.press("Down")
    first = spoken(pilot).focusChild()
    assert first.state().focused
    pilot.press("PgDown")
    ninth = spoken(pilot).focusChild()
    assert ninth is not first
    assert plot(pilot).lines[8].point.title in ninth.text(NAME)
    centre = ninth.rect().center()
    assert spoken(pilot).childAt(centre.x(), centre.y()) is ninth
    assert not ninth.state().offscreen


def test_the_sources_of_a_line_open_by_keyboard(pilot: Pilot) -> None:
    pilot.press("F3")
    pilot.press("Down")
    pilot.press("Shift+Return")
    menu = plot(pilot).findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert words[0].startswith("Open ")
    copy = menu.actions()[words.index("Copy citation")]
    menu.close()
    copy.trigger()
    assert pilot.copied()
    assert pilot.state.focus.kind != "organ", "the organ is not chosen by that"
