"""A body on the screen with the shipped figures, and a scene made by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.ui.body.widget import BodyView
from bodymap.ui.look import Look
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.scene_values import Label, LegendEntry, Light, Route, Scene

ORGANS = ("aura", "skin", "skeleton", "organs-deep", "vessels", "organs", "vessels-upper", "organs-upper")


def scene_of(*lit: str) -> Scene:
    """A male front in X-ray with some organs lit and named, and a working thigh that sends to the liver."""
    lights = (Light("rectus-femoris-left", "working", 0.8), *(Light(r, "receiving") for r in lit))
    labels = tuple(Label(Ref("organ", r), r.capitalize(), "receiving", (r,), "3", f"{r}: 3") for r in lit)
    thigh = Label(Ref("region", "quadriceps"), "Thigh", "working", ("rectus-femoris-left",), "→", rank=9)
    return Scene(
        "male",
        "front",
        None,
        (*ORGANS, "outlines", "rim"),
        True,
        lights,
        (*labels, thigh),
        (Route("muscle:quadriceps-left", "organ:liver"),),
        legend=(LegendEntry("working", "works"), LegendEntry("receiving", "answers", "pill")),
        summary="The thigh works, the liver answers.",
    )


@pytest.fixture(scope="session")
def figures(library: Library) -> Figures:
    return Figures(shipped("assets", "figures"), library.anatomy)


@pytest.fixture
def body(qtbot: QtBot, figures: Figures) -> Iterator[BodyView]:
    view = BodyView(figures, Look(load_theme("night")))
    qtbot.addWidget(view)
    view.resize(960, 700)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.stop()
