"""Lit regions keep their drawing and take the colour of their role."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from bodymap.ui.body.tint import cut, halo, ramp, tinted
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.scene_values import Role


def sprite() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    for x in range(10, 30):
        for y in range(8, 22):
            image.setPixelColor(x, y, QColor(12 * (x - 10), 12 * (x - 10), 12 * (x - 10)))
    return image


@pytest.mark.parametrize("theme", ["night", "day", "projector"])
@pytest.mark.parametrize("role", ["working", "receiving", "harm", "chosen"])
def test_a_ramp_gets_lighter_all_the_way_and_has_the_hue_of_its_accent(theme: str, role: Role) -> None:
    look = load_theme(theme)
    colours = [QColor(c) for c in ramp(look, role)]
    lights = [c.lightnessF() for c in colours]
    assert lights == sorted(lights)
    accent = QColor(look.link if role == "chosen" else look.accent(role))
    turn = abs(colours[220].hslHueF() - accent.hslHueF())
    assert min(turn, 1 - turn) < 0.06


def test_tinting_keeps_what_is_transparent_and_follows_light_and_dark() -> None:
    image = tinted(sprite(), ramp(load_theme("night"), "receiving"))
    assert image.pixelColor(2, 2).alpha() == 0
    dark, light = image.pixelColor(11, 15), image.pixelColor(28, 15)
    assert dark.alpha() == light.alpha() == 255
    assert dark.lightness() < light.lightness()
    assert light.blue() > light.red()


def test_a_halo_is_widest_round_the_shape_and_fades_to_nothing() -> None:
    cloud = halo(sprite(), QColor("#4FE3E6"), 8)
    assert cloud.size() == QSize(56, 46)
    near, far = cloud.pixelColor(28, 23).alpha(), cloud.pixelColor(0, 0).alpha()
    assert near > 150
    assert far == 0


def test_a_cut_shows_the_asked_part_at_the_asked_size() -> None:
    part = cut(sprite(), QRectF(10, 8, 20, 14), QSize(10, 7))
    assert part.size() == QSize(10, 7)
    assert part.pixelColor(5, 3).alpha() > 240
    beyond = cut(sprite(), QRectF(-20, -20, 20, 20), QSize(10, 10))
    assert beyond.pixelColor(5, 5).alpha() == 0


def test_a_sprite_cut_to_a_single_pixel_comes_to_an_end() -> None:
    """With large words in a low window the figure may be hardly there."""
    assert cut(sprite(), QRectF(-12, -68, 1440, 1440), QSize(1, 1)).size() == QSize(1, 1)
