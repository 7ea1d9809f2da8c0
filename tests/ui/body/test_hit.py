"""What a click meets: exact outlines, shown layers only, lit things first, small things within reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from bodymap.figure.figure import Shape, View
from bodymap.ui.body.hit import HitMap, outline
from bodymap.viewmodels.scene_values import Light, Scene


def square(region: str, layer: str, depth: int, box: tuple[float, float, float, float]) -> Shape:
    x, y, w, h = box
    path = f"M{x} {y}l{w} 0 0 {h} {-w} 0Z"
    return Shape(region, layer, depth, (x + w / 2, y + h / 2), box, (), path)


SHAPES = (
    square("skin", "skin", 0, (0, 0, 900, 1800)),
    square("liver", "organs", 5, (300, 500, 200, 150)),
    square("pancreas", "organs", 3, (350, 600, 120, 40)),
    square("adrenal", "organs", 9, (600, 600, 6, 6)),
    square("quadriceps", "muscles", 20, (300, 500, 100, 100)),
)
VIEW = View("front", 900, 1800, ("skin", "organs", "muscles"), ("muscles",), {s.region: s for s in SHAPES})
HITS = HitMap(VIEW)


def scene(*lit: str, layers: tuple[str, ...] = ("skin", "organs")) -> Scene:
    return Scene("male", "front", None, layers, True, tuple(Light(r, "receiving") for r in lit))


def test_the_uppermost_comes_first_and_the_rest_can_be_stepped_through() -> None:
    assert HITS.under((400, 620), scene()) == ("liver", "pancreas", "skin")


def test_lit_regions_lie_above_the_rest_and_small_ones_above_large() -> None:
    assert HITS.under((400, 620), scene("pancreas")) == ("pancreas", "liver", "skin")
    assert HITS.under((400, 620), scene("pancreas", "liver"))[:2] == ("pancreas", "liver")


def test_a_hidden_layer_is_not_met_unless_its_region_is_lit() -> None:
    assert "quadriceps" not in HITS.under((350, 550), scene())
    assert HITS.under((350, 550), scene("quadriceps"))[0] == "quadriceps"
    assert HITS.under((350, 550), scene(layers=("skin", "muscles")))[0] == "quadriceps"


def test_a_small_region_is_met_within_its_enlarged_target() -> None:
    assert HITS.under((612, 603), scene())[0] == "skin"
    assert HITS.under((612, 603), scene(), reach=24.0)[0] == "adrenal"
    assert HITS.under((620, 603), scene(), reach=24.0)[0] == "skin"


def test_outside_there_is_nothing() -> None:
    assert HITS.under((-50, 5000), scene(), reach=24.0) == ()


def test_compact_numbers_are_read_as_svg_means_them() -> None:
    path = outline("M10 10c0-5 5-10 10-10s0 0 0 0Z".replace("s0 0 0 0", "") + "M40 40l10 0 0 10-.5.2Z")
    assert path.contains(QPointF(49, 44))
    assert not path.contains(QPointF(41, 49))


def test_a_shape_in_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="without a command"):
        outline("10 10")


def test_a_lit_organ_lies_above_a_lit_muscle_before_it() -> None:
    assert HITS.under((350, 550), scene("quadriceps", "liver"))[:2] == ("liver", "quadriceps")
