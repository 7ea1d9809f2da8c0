"""Every organ, signal and movement is chosen by mouse in the figure, by list and by key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bodymap.atlas.records import Ref
from bodymap.figure.figure import Anatomy
from bodymap.state import LAYERS, State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.places import organ_leaves, ref_of_region
from bodymap.viewmodels.scene import stage
from tests.pilot import Pilot, options

LENSES = {"organ": "O", "movement": "M", "signal": "S"}
FIGURES = tuple(product(("male", "female"), ("front", "back")))
NOWHERE = {"immune-cells", "tumour", "whole-body"}
"""What lies in no one place: blood cells, tumours, the body as a whole."""


@pytest.fixture(scope="module")
def window(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pilot]:
    settings = tmp_path_factory.mktemp("reader") / "settings.json"
    pilot = Pilot(QtBot(request), options(settings), (1920, 1080))
    yield pilot
    pilot.leave()


@pytest.fixture
def reader(window: Pilot) -> Pilot:
    """One reader for all: what she chooses is all that changes, and each test begins with the first state."""
    window.opened.store.put(State())
    return window


def check(pilot: Pilot, ref: Ref) -> None:
    """The thing is chosen; lists mark it, the right card is shown, the right regions are lit."""
    library, state = pilot.opened.library, pilot.state
    assert state.focus == ref
    assert str(ref) in pilot.marked()
    said = card(library.atlas, anatomy(pilot), state)
    assert pilot.card_text().split("\n")[:2] == [said.kicker.replace("\xa0", " "), said.title]
    scene = stage(library.atlas, anatomy(pilot), state).scenes[0]
    assert pilot.lit() == {light.region for light in scene.lights}


def everything(pilot: Pilot) -> list[Ref]:
    atlas = pilot.opened.library.atlas
    found = [Ref("organ", i) for i in atlas.organs] + [Ref("signal", i) for i in atlas.signals]
    return found + [Ref("movement", i) for i in atlas.movements]


def test_every_thing_is_chosen_in_its_list(reader: Pilot) -> None:
    for ref in everything(reader):
        reader.press(LENSES[ref.kind])
        reader.choose_in_list(str(ref))
        check(reader, ref)


def test_every_thing_is_chosen_by_key(reader: Pilot) -> None:
    """From the first row of each lens down, one key after the other."""
    for kind, key in LENSES.items():
        reader.press(key)
        assert reader.window.lists is not None
        rows = reader.window.lists.above
        rows.setFocus()
        QTest.keyClick(rows, Qt.Key.Key_Home)
        wanted = [row.ref for row in rows.model_rows.rows]
        assert {r for r in wanted if r.kind == kind} == {r for r in everything(reader) if r.kind == kind}
        for ref in wanted:
            QTest.keyClick(rows, Qt.Key.Key_Return)
            check(reader, ref)
            QTest.keyClick(rows, Qt.Key.Key_Down)


def look_from(reader: Pilot, figure: str, view: str, layers: tuple[str, ...] | None = None) -> None:
    """Begin with running, from one side, with other layers where they are named."""
    reader.opened.store.put(State(figure=figure, view=view, layers=layers))


def shows(reader: Pilot, organ: str) -> list[str]:
    """The regions of an organ that the figure shows now, the largest first."""
    atlas, body = reader.opened.library.atlas, reader.window.body
    seen = set(body.canvas.visible_regions(0))
    shapes = body.canvas.bodies[0].body.view.shapes
    found = [r for r in organ_leaves(anatomy(reader), atlas.organs[organ]) if r in seen]
    return sorted(found, key=lambda r: -shapes[r].box[2] * shapes[r].box[3])


def clicked_until(reader: Pilot, region: str, ref: Ref) -> bool:
    """Click a region's spot, again and again as one does to reach what lies under something."""
    spot = reader.window.body.spot_of(region)
    assert spot is not None
    for _deeper in range(12):
        reader.click_at(spot)
        if reader.state.focus == ref:
            return True
    return False


@pytest.mark.parametrize(("figure", "view"), FIGURES)
def test_every_organ_that_is_seen_is_chosen_in_the_figure(reader: Pilot, figure: str, view: str) -> None:
    """As the figure stands, or with the one layer that shows it."""
    unmet = {organ for organ in reader.opened.library.atlas.organs if organ not in NOWHERE}
    for layers in (None, *((name,) for name in LAYERS)):
        for organ in sorted(unmet):
            look_from(reader, figure, view, layers)
            ref = Ref("organ", organ)
            if any(clicked_until(reader, region, ref) for region in shows(reader, organ)[:4]):
                check(reader, ref)
                unmet.discard(organ)
    assert unmet == set()


@pytest.mark.parametrize(("figure", "view"), [("male", "front"), ("female", "back")])
def test_every_muscle_that_is_seen_is_chosen_in_the_figure(reader: Pilot, figure: str, view: str) -> None:
    look_from(reader, figure, view, ("muscles",))
    regions = reader.window.body.canvas.visible_regions(0)
    met = 0
    for region in regions:
        look_from(reader, figure, view, ("muscles",))
        ref, part = ref_of_region(reader.opened.library.atlas, anatomy(reader), region)
        spot = reader.window.body.spot_of(region)
        assert spot is not None, region
        reader.click_at(spot)
        under = reader.window.body.regions_at(spot.toPointF())
        if reader.state.part == part and region in under:
            check(reader, ref)
            met += 1
    assert met >= 60, f"only {met} of {len(regions)}"


def anatomy(reader: Pilot) -> Anatomy:
    return reader.opened.library.anatomy
