"""Zoom and pan: the point under the pointer stays, and the figure never leaves the view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from bodymap.state import Camera
from bodymap.ui.body.camera import clamped, closing_in, panned, placed, zoomed
from bodymap.ui.placement import fitted

AREA = QRectF(12, 12, 1160, 784)
FIT = fitted(AREA, 900, 1800)

cameras = st.builds(Camera, st.floats(1.01, 8), st.floats(0, 900), st.floats(0, 1800))


def test_the_whole_figure_fits_in_the_middle() -> None:
    assert AREA.contains(FIT.whole)
    assert FIT.whole.height() == pytest.approx(AREA.height())
    assert FIT.whole.center().x() == pytest.approx(AREA.center().x(), abs=1)


@given(cameras, st.floats(300, 900), st.floats(100, 700))
def test_the_point_under_the_pointer_stays_while_zooming_in(camera: Camera, x: float, y: float) -> None:
    start = clamped(camera, AREA, FIT)
    about = QPointF(x, y)
    after = zoomed(start, 1.3, about, AREA, FIT)
    if after == clamped(after, AREA, FIT) and 150 < after.x < 750 and 300 < after.y < 1500 and after.zoom > 4:
        before_unit = placed(AREA, FIT, start).back(about)
        assert placed(AREA, FIT, after).back(about) == pytest.approx(before_unit, abs=2.0)


@given(cameras, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_panning_keeps_the_figure_in_sight(camera: Camera, dx: float, dy: float) -> None:
    after = panned(camera, QPointF(dx, dy), AREA, FIT)
    assert placed(AREA, FIT, after).whole.intersects(AREA)
    assert 1 <= after.zoom <= 8


def test_zooming_out_ends_at_the_whole() -> None:
    camera = Camera(1.1, 100, 100)
    assert zoomed(camera, 0.5, AREA.center(), AREA, FIT) == Camera(1.0, 450, 900)


def test_closing_in_shows_a_region_large_and_in_the_middle() -> None:
    camera = closing_in((500, 560, 40, 30), AREA, FIT)
    assert camera.zoom == 8
    assert (camera.x, camera.y) == pytest.approx((520, 575))


@given(st.floats(1, 3))
def test_the_canvas_begins_and_ends_on_whole_device_pixels(ratio: float) -> None:
    fit = fitted(AREA, 900, 1800, ratio)
    for length in (fit.x * ratio, fit.y * ratio, fit.whole.height() * ratio):
        assert length == pytest.approx(round(length), abs=1e-6)
