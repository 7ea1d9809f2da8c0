from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from bodymap.features.matrix.measures import Measures
from bodymap.features.matrix.model import Spot, opacity
from bodymap.state import THEMES
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.matrix import EVIDENCE, strength
from tests.ui.test_theme import contrast


def mixed(ground: str, color: str, share: float) -> str:
    pairs = [(int(ground[i : i + 2], 16), int(color[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


@pytest.mark.parametrize("theme_id", THEMES)
def test_the_number_in_a_cell_can_be_read_on_every_shade(theme_id: str) -> None:
    theme = load_theme(theme_id)
    for evidence in EVIDENCE:
        for sure in ("low", "moderate", "high"):
            shade = opacity(evidence, strength(evidence, sure))  # type: ignore[arg-type]
            words = theme.on_accent if shade > 0.5 else theme.text
            assert contrast(words, mixed(theme.panel, theme.receiving, shade)) >= 7, (evidence, sure)


def test_a_stronger_kind_of_evidence_is_never_fainter() -> None:
    shades = [opacity(e, strength(e, sure)) for e in EVIDENCE for sure in ("low", "moderate", "high")]
    assert shades == sorted(shades)
    assert 0 < shades[0] < shades[-1] == 1


def test_a_point_lies_in_the_cell_or_on_the_name_that_is_painted_there() -> None:
    m = Measures(wide=30, tall=26, left=100, top=120, tail=80, rows=5, columns=4, x=10, y=13)
    for row in range(1, 5):
        for column in range(1, 4):
            assert m.spot_at(m.cell(Spot(row, column)).center()) == Spot(row, column)
    assert m.row_at(QPointF(50, m.cell(Spot(2, 0)).center().y())) == 2
    for column in range(1, 4):
        foot = m.foot(column)
        assert m.column_at(foot + QPointF(25, -30)) == column
    assert m.spot_at(QPointF(99, 130)) is None
    assert m.spot_at(QPointF(300, 130)) is None
    assert QRectF(0, 0, m.width, m.height).width() == 300
