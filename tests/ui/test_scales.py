"""The colours of values: read without seeing colours, or with any of the common deficiencies."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from bodymap.ui.scales import Scales, scales_for
from bodymap.ui.theme import Art, load_theme
from tests.ui.test_theme import contrast

STEPS = [n / 20 for n in range(21)]
ARTS: tuple[Art, ...] = ("dark", "light")
DEUTAN = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTAN = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
PLAIN = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
"""Machado 2009, severity 1, and unchanged sight; rows for linear red, green and blue."""
Matrix = tuple[tuple[float, float, float], ...]


def seen(color: QColor, eye: Matrix) -> tuple[float, float, float]:
    """Linear red, green, blue as an eye sees them."""
    parts = [linear(p) for p in (color.redF(), color.greenF(), color.blueF())]
    red, green, blue = (
        min(1.0, max(0.0, sum(k * p for k, p in zip(row, parts, strict=True)))) for row in eye
    )
    return red, green, blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def lightness(color: QColor, eye: Matrix) -> float:
    red, green, blue = seen(color, eye)
    return 116 * max(0.0, 0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3) - 16


@pytest.mark.parametrize("eye", [PLAIN, DEUTAN, PROTAN])
@pytest.mark.parametrize("art", ARTS)
def test_more_is_always_lighter_or_always_darker(art: Art, eye: Matrix) -> None:
    found = [lightness(scales_for(art).color(at, False), eye) for at in STEPS]
    steps = [b - a for a, b in pairwise(found)]
    assert all(step > 0.8 for step in steps) or all(step < -0.8 for step in steps), steps


@pytest.mark.parametrize("eye", [PLAIN, DEUTAN, PROTAN])
@pytest.mark.parametrize("art", ARTS)
def test_both_arms_of_a_diverging_scale_differ_for_every_eye(art: Art, eye: Matrix) -> None:
    scales = scales_for(art)
    for at in (0.0, 0.15, 0.3):
        low, high = (seen(scales.color(place, True), eye) for place in (at, 1 - at))
        # Blue against red and green: what every common eye keeps apart.
        assert low[2] - low[0] > 0.05 > high[2] - high[0], at


@pytest.mark.parametrize("theme", ["night", "day", "projector"])
def test_an_edge_and_a_hatching_stand_out_from_the_ground(theme: str) -> None:
    worn = load_theme(theme)
    scales: Scales = scales_for(worn.art)
    for ground in (worn.ground0, worn.ground1, worn.ground2):
        assert contrast(scales.edge.name(), ground) >= 3
        assert contrast(scales.missing.name(), ground) >= 3


def test_the_ends_are_the_first_and_the_last_colour() -> None:
    scales = scales_for("dark")
    assert scales.color(-1, False) == scales.sequential[0]
    assert scales.color(2, True).name() == scales.diverging[-1].name()
