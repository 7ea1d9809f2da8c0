from __future__ import annotations

from itertools import pairwise

import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.forest.model import Asked, includes_none, interval_words, plot_of, points_of
from bodymap.features.forest.plot_view import PlotView
from bodymap.state import State, focused
from tests.pilot import Pilot


def plot(pilot: Pilot) -> PlotView:
    board = pilot.window.boards.current
    assert board is not None
    found = board.findChild(PlotView)
    assert isinstance(found, PlotView)
    return found


def test_an_organ_in_focus_has_its_own_plot(library: Library) -> None:
    atlas, heart = library.atlas, focused(State(), Ref("organ", "heart"))
    asked = plot_of(atlas, atlas, heart, Asked())
    assert asked.heading == "Heart"
    assert {p.organ.id for g in asked.forest.groups for p in g.points} == {"heart"}
    every = plot_of(atlas, atlas, State(), Asked())
    assert points_of(every.forest) > points_of(asked.forest)
    sitting = plot_of(atlas, atlas, heart, Asked("organ", "inactivity"))
    assert {p.kind for g in sitting.forest.groups for p in g.points} == {"inactivity"}


def test_thirteen_cancers_are_rarer_and_two_are_not(library: Library) -> None:
    found = plot_of(library.atlas, library.atlas, State(), Asked("cancers"))
    assert found.heading == "13 cancers rarer, 2 more frequent in those who move most"


def test_a_missing_interval_is_said_and_is_neither_filled_nor_hollow(library: Library) -> None:
    found = plot_of(library.atlas, library.atlas, State(), Asked("all"))
    pairs = [(p, g) for g in found.forest.groups for p in g.points]
    missing = [(p, g) for p, g in pairs if p.low is None]
    assert missing
    assert {interval_words(p) for p, _g in missing} == {"not in what we read"}
    assert {includes_none(p, g) for p, g in missing} == {None}
    assert {includes_none(p, g) for p, g in pairs} == {None, True, False}


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
def test_no_line_lies_over_another_and_none_outside(pilot: Pilot, size: tuple[int, int]) -> None:
    pilot.resize(*size)
    pilot.press("F3")
    lines = plot(pilot).lines
    assert len(lines) > 80
    for above, below in pairwise(lines):
        assert above.box.bottom() <= below.box.top() + 0.01
    assert all(line.cited.right() <= plot(pilot).viewport().width() for line in lines)
    assert pilot.cut_off() == []


def test_a_line_chooses_its_organ_and_the_plot_follows(pilot: Pilot) -> None:
    pilot.press("F3")
    pilot.press("Down")
    pilot.press("Return")
    assert pilot.state.focus.kind == "organ"
    assert {line.point.organ for line in plot(pilot).lines} == {pilot.state.focus}
    pilot.look_at("organ:tendon")
    assert plot(pilot).lines == []
    pilot.press("Esc")
    assert pilot.board() == ""
