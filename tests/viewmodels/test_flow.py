"""What travels, and that nothing does while people sit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology
from bodymap.state import State
from bodymap.viewmodels.flow import Flow, density, flow
from bodymap.viewmodels.scene import stage
from bodymap.viewmodels.timeline.reader import Levels, TimeReader

IL6 = State(focus=Ref("signal", "il6"))


def flowing(library: Library, state: State, levels: Levels) -> Flow:
    shown = stage(library.atlas, library.anatomy, state)
    return flow(library.atlas, library.anatomy, state, shown, levels)


def things(library: Library) -> Iterator[Ref]:
    atlas = library.atlas
    for kind, ids in (("organ", atlas.organs), ("signal", atlas.signals), ("movement", atlas.movements)):
        yield from (Ref(kind, i) for i in ids)


@pytest.fixture
def high(library: Library) -> Levels:
    """Every signal far above rest: whatever may flow, flows."""
    return dict.fromkeys(library.atlas.signals, 60.0)


@pytest.fixture(scope="module")
def physiology(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Physiology:
    return read_physiology([shipped("data")], library.atlas, cache=tmp_path_factory.mktemp("cache"))


def test_nothing_is_ever_released_while_sitting(library: Library, high: Levels) -> None:
    for ref, view in product(things(library), ("front", "back")):
        movement = ref.id if ref.kind == "movement" else "running"
        state = State(focus=ref, movement=movement, lens="organ", view=view)
        (body,) = flowing(library, replace(state, mode="sedentary"), high).bodies
        assert not body.streams, ref
        assert not body.moves, ref
        left, _right = flowing(library, replace(state, mode="both"), high).bodies
        assert not left.streams, ref
        assert not left.moves, ref


def test_sitting_as_the_movement_releases_nothing_either(library: Library, high: Levels) -> None:
    for ref in things(library):
        movement = ref.id if ref.kind == "movement" else "sitting"
        found = flowing(library, State(focus=ref, movement=movement), high)
        starts = [r.start for b in found.bodies for s in b.streams for r in s.routes]
        if library.atlas.movements[movement].rest:
            assert not any(start.startswith("muscle:") for start in starts), ref


def test_a_flow_stays_on_the_roads_that_are_drawn(library: Library, high: Levels) -> None:
    for ref in things(library):
        movement = ref.id if ref.kind == "movement" else "running"
        state = State(focus=ref, movement=movement)
        scene = stage(library.atlas, library.anatomy, state).scenes[0]
        ends = {r.end for r in scene.routes}
        starts = {r.start for r in scene.routes}
        for stream in flowing(library, state, high).bodies[0].streams:
            assert stream.routes
            assert {r.end for r in stream.routes} <= ends
            assert {r.start for r in stream.routes} <= starts
            assert "endocrine" in library.atlas.signals[stream.signal].reach


def test_more_in_the_blood_is_more_on_the_road() -> None:
    folds = [1.0, 1.1, 1.5, 2, 4.4, 10, 20, 60]
    found = [density(fold) for fold in folds]
    assert found == sorted(set(found))
    assert density(1.1) < 0.1
    assert density(60.0) == density(500.0) == 1.0
    assert density(0.4) == density(1.0) == density(None) == 0.0


def test_all_signals_together_fill_a_road_no_more_than_once(library: Library, high: Levels) -> None:
    body = flowing(library, State(), high).bodies[0]
    assert len(body.streams) > 1
    assert sum(s.density for s in body.streams) == pytest.approx(1.0)
    assert all(0 < p.strength <= 1 for p in body.pulses)


def test_what_was_not_measured_has_no_molecules_and_says_so(library: Library) -> None:
    unknown = flowing(library, IL6, {"il6": None}).bodies[0]
    assert [s.density for s in unknown.streams] == [0.0]
    assert not unknown.pulses
    assert unknown.words == "The level of IL-6 was not measured."
    known = flowing(library, IL6, {"il6": 4.4}).bodies[0]
    assert "4.4 times its resting level" in known.words
    assert {p.end for p in known.pulses} == {r.end for r in known.streams[0].routes}


def test_what_acts_where_it_is_made_stays_home(library: Library, high: Levels) -> None:
    body = flowing(library, State(focus=Ref("signal", "vegf")), high).bodies[0]
    assert not body.streams
    assert body.local
    assert body.moves


def test_marks_are_those_of_the_lists(library: Library, high: Levels) -> None:
    marks = {s.signal: s.mark for s in flowing(library, State(), high).bodies[0].streams}
    assert marks["il6"] == "full"
    assert marks["ctsb"] == "half"


def moving(movement: str) -> State:
    return State(focus=Ref("movement", movement), movement=movement)


def test_a_dose_and_a_minute_change_what_travels(library: Library, physiology: Physiology) -> None:
    levels = TimeReader(library.atlas, library.anatomy, physiology).levels
    usual, long = levels(State())["il6"], levels(State(minutes=150))["il6"]
    assert usual is not None
    assert long is not None
    assert usual < long / 3
    assert levels(State(span="24h", minute=1400))["il6"] == pytest.approx(1.0, abs=0.02)


def test_levels_are_those_at_the_end_of_the_usual_dose(library: Library, physiology: Physiology) -> None:
    levels = TimeReader(library.atlas, library.anatomy, physiology).levels
    running, marathon = levels(State()), levels(moving("marathon"))
    assert set(running) == set(library.atlas.signals)
    assert 1.2 < (running["il6"] or 0) < 3 < 30 < (marathon["il6"] or 0)
    assert levels(State(minute=0))["il6"] == pytest.approx(1.0)
    assert running["adrenaline"] is None
    assert set(levels(moving("training")).values()) <= {None}
    assert levels(moving("strength"))["il6"] is None
