"""A reader remembers what it derived and forgets what no view model reads."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.figure.figure import Anatomy
from bodymap.state import Camera, State
from bodymap.viewmodels.reader import Reader


def test_pointer_camera_and_taste_cost_nothing(atlas: Atlas, anatomy: Anatomy) -> None:
    reader, state = Reader(atlas, anatomy), State()
    elsewhere = replace(
        state, hover=Ref("organ", "liver"), camera=Camera(4.0), theme="day", text_size=200, calm=True
    )
    assert reader.stage(elsewhere) is reader.stage(state)
    assert reader.card(elsewhere) is reader.card(state)
    assert reader.lists(elsewhere) is reader.lists(state)


def test_another_focus_gives_another_card(atlas: Atlas, anatomy: Anatomy) -> None:
    reader = Reader(atlas, anatomy)
    assert reader.card(State()).title == "Running"
    assert reader.card(State(focus=Ref("organ", "liver"))).title == "Liver"


def test_a_reader_finds(atlas: Atlas, anatomy: Anatomy) -> None:
    assert str(Reader(atlas, anatomy).index.find("IL6")[0].ref) == "signal:il6"


def test_time_that_passes_derives_nothing_anew(atlas: Atlas, anatomy: Anatomy) -> None:
    reader, state = Reader(atlas, anatomy), State()
    later = replace(state, minute=12, intensity=80.0, minutes=45, span="72h")
    assert reader.stage(later) is reader.stage(state)
    assert reader.card(later) is reader.card(state)
    assert reader.lists(later) is reader.lists(state)


def test_a_reader_learns_anew_and_forgets_what_it_derived(atlas: Atlas, anatomy: Anatomy) -> None:
    reader = Reader(Atlas.of([]), anatomy)
    assert reader.index.find("IL6") == ()
    assert reader.card(State()).title == "running"
    reader.learn(atlas, anatomy)
    assert reader.index.find("IL6")
    assert reader.card(State()).title == "Running"
