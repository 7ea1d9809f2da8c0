"""A word of a label that is too long for its pill is parted, never cut."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from bodymap.atlas.records import Ref
from bodymap.ui.body.measure import broken, pill_of
from bodymap.ui.look import META, Look
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.scene_values import Label


@pytest.mark.parametrize("text", [1.5, 2.0, 3.0])
@pytest.mark.parametrize("name", ["Immune cells", "Cardiovascular system", "Whole body"])
@pytest.mark.usefixtures("qtbot")
def test_nothing_of_a_name_is_lost_and_every_line_fits(text: float, name: str) -> None:
    look = Look(load_theme("night"), text=text)
    pill = pill_of([Label(Ref("organ", "x"), name, "receiving", ("x",), "3")], 90, look)
    metrics = look.metrics(META, QFont.Weight.Medium)
    shown = broken(name, pill.name + 2, metrics)
    assert shown.replace("-\n", "") == name
    pieces = [piece for line in shown.split("\n") for piece in line.split()]
    assert all(metrics.horizontalAdvance(piece) <= pill.name + 2 for piece in pieces)
    assert pill.height > metrics.height() * 2


def test_a_word_that_fits_is_left_alone_and_others_are_parted_alike(qtbot: QtBot) -> None:  # noqa: ARG001
    metrics = Look(load_theme("night")).metrics(META, QFont.Weight.Medium)
    assert broken("Immune cells", 500, metrics) == "Immune cells"
    half = metrics.horizontalAdvance("cardiov") + metrics.horizontalAdvance("-") + 4
    assert broken("cardiovascular", half, metrics) == "cardiov-\nascular"
