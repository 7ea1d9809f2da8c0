from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from bodymap.settings import remember
from bodymap.sights import THEMES
from bodymap.ui.look import Look
from bodymap.ui.opening import Opening, figure_rect
from bodymap.ui.theme import load_theme
from tests.pilot import Pilot

ROOM = QRect(0, 0, 1280, 720)
DRAWING = QSize(720, 1440)


def painted(values: dict[str, object], theme: str = "night") -> QImage:
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Opening(values).paint(painter, ROOM, Look(load_theme(theme)))
    painter.end()
    return image


@pytest.mark.parametrize("size", [(1600, 900), (1920, 1080), (3840, 2160)])
def test_the_figure_lies_where_the_body_will_draw_it(size: tuple[int, int], pilot: Pilot) -> None:
    pilot.resize(*size)
    body, look = pilot.window.body, pilot.window.look
    shown = body.canvas.bodies[0].placement.whole.translated(body.x(), body.y())
    opened = figure_rect(body.geometry(), DRAWING, look.px(12), 1.0)
    assert opened.toAlignedRect() == shown.toAlignedRect()


def test_a_session_opens_with_the_figure_where_it_lay(pilot: Pilot, tmp_path: Path) -> None:
    pilot.window.close()
    kept = remember(tmp_path / "settings.json").values
    body = pilot.window.body
    shown = body.canvas.bodies[0].placement.whole.translated(body.x(), body.y())
    assert kept["opening"] == [1280, 720, shown.x(), shown.y(), shown.width(), shown.height()]
    assert painted(dict(kept)) != painted({"opening": [1280, 720, 0, 0, "wide", 7]}) == painted({})


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_opens_with_a_figure_on_its_ground(theme: str) -> None:
    figure, ground = painted({}, theme), painted({"closeup": "brain"}, theme)
    assert figure != ground
    assert figure.pixelColor(5, 300) == QColor(load_theme(theme).panel)


@pytest.mark.parametrize(
    "values",
    [
        {"mode": "both"},
        {"figure": "horse"},
        {"closeup": "brain"},
        {"layers": ["skin"]},
        {"camera": [2.0, 450.0, 900.0]},
    ],
    ids=str,
)
def test_what_begins_otherwise_opens_with_its_ground(values: dict[str, object]) -> None:
    middle = painted(values).pixelColor(ROOM.center())
    assert middle != painted({}).pixelColor(ROOM.center())


def test_values_that_nobody_knows_open_with_the_usual_figure() -> None:
    assert painted({"figure": 7, "view": "../secret", "camera": "near"}) == painted({})
    assert painted({"figure": "female", "view": "back"}) != painted({})
