"""A zoomed figure gets crisp, in the background and in the same place, and leaves nothing running."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from bodymap.figure.figures import Figures
from bodymap.state import Camera
from bodymap.ui.body.sharpening import Glow, Job, figure_file, glow_file, picture, write
from bodymap.ui.body.widget import BodyView
from bodymap.viewmodels.scene_values import Stage
from tests.ui.body.conftest import scene_of


def job(figures: Figures, box: tuple[float, float, float, float], *layers: str) -> Job:
    width, height = round(box[2] * 2), round(box[3] * 2)
    drawn = tuple((layer, "normal", 1.0) for layer in layers)
    root = figures.root
    glow = Glow("liver", box, width, height)
    return Job(str(root / "male/front.svg"), str(root / "styles"), "dark", box, width, height, drawn, (glow,))


def coverage(image: QImage) -> float:
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    return sum(image.pixelColor(x, y).alpha() > 200 for x, y in points) / len(points)


def test_a_job_survives_being_written_down(figures: Figures) -> None:
    asked = job(figures, (300, 500, 100, 80), "organs")
    assert Job.read(asked.text()) == asked


def test_a_part_of_the_figure_is_drawn_and_its_lit_organ_too(figures: Figures, tmp_path: Path) -> None:
    asked = job(figures, (340, 540, 60, 60), "organs")
    steps = sum(1 for _ in write(asked, tmp_path))
    figure = picture(figure_file(tmp_path), asked.width, asked.height)
    glow = picture(glow_file(tmp_path, "liver"), asked.width, asked.height)
    assert coverage(figure) > 0.9
    assert coverage(glow) > 0.9
    assert glow.pixelColor(60, 60).red() > glow.pixelColor(60, 60).blue()
    assert 1 < steps < 12, "what is out of sight is not drawn"


def test_half_a_picture_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "figure.argb"
    assert picture(path, 4, 4).isNull()
    path.write_bytes(b"1234")
    assert picture(path, 4, 4).isNull()


def test_a_zoomed_figure_is_sharpened_where_it_stands(qtbot: QtBot, body: BodyView) -> None:
    scene = scene_of("liver")
    body.show_stage(Stage((scene,)))
    assert not body.sharpener.busy, "at this size the baked picture is fine enough"
    body.show_camera(Camera(8, 380, 580))
    plan = body.canvas.bodies[0]
    assert body.sharpener.sharp(plan) is None
    with qtbot.waitSignal(body.sharpener.ready, timeout=20000):
        pass
    assert body.canvas.bodies[0].placement == plan.placement
    sharp = body.sharpener.sharp(plan)
    assert sharp is not None
    assert "liver" in sharp.lit
    assert coverage(sharp.figure) > 0.5


def test_moving_on_leaves_nothing_behind(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    body.show_camera(Camera(8, 380, 580))
    qtbot.waitUntil(lambda: body.sharpener.running, timeout=3000)
    body.show_camera(Camera())
    assert not body.sharpener.busy
    body.show_camera(Camera(4, 380, 580))
    body.hide()
    assert not body.sharpener.busy
