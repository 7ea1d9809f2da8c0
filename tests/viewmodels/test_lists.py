"""What the lists hold, on the small atlas."""

from __future__ import annotations

import pytest

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.state import State
from bodymap.viewmodels.list_values import Lists
from bodymap.viewmodels.lists import lists
from tests.viewmodels.test_scene import RUNNING, on


@pytest.fixture
def fill(atlas: Atlas, anatomy: Anatomy):
    def filled(state: State) -> Lists:
        return lists(atlas, anatomy, state)

    return filled


def test_movements_carry_their_dose(fill) -> None:
    found = fill(RUNNING)
    assert [(r.text, r.chip) for r in found.upper.rows] == [
        ("Sitting", "8\N{NO-BREAK SPACE}h"),
        ("Running", "30\N{NO-BREAK SPACE}min"),
        ("Yoga", "programme"),
    ]
    assert [r.text for r in found.upper.rows if r.chosen] == ["Running"]


def test_below_a_movement_stand_its_signals_with_their_change(fill) -> None:
    rows = fill(RUNNING).lower.rows
    assert [(r.text, r.mark, r.chip, r.lit) for r in rows] == [
        ("IL-6", "full", "rises", True),
        ("IL-15", "half", "rises", True),
        ("BDNF", "ring", "falls", False),
        ("Irisin", "half", "not measured", False),
    ]


def test_organs_count_the_signals_that_act_there_or_results_about_sitting(fill) -> None:
    moving = {r.text: r.chip for r in fill(on("organ", "liver", lens="organ")).upper.rows}
    assert (moving["Liver"], moving["Hippocampus"]) == ("1", "2")
    sitting = {r.text: r.chip for r in fill(on("organ", "liver", lens="organ", mode="sedentary")).upper.rows}
    assert (sitting["Liver"], sitting["Hippocampus"]) == ("2", "0")


def test_the_list_lights_what_the_body_lights(fill) -> None:
    upper = fill(on("signal", "il6", lens="organ")).upper
    assert {r.text for r in upper.rows if r.lit} == {"Liver", "Brain"}
    upper = fill(on("organ", "liver", lens="movement")).upper
    assert [r.text for r in upper.rows if r.context] == ["Running"]


def test_signals_stand_with_those_of_muscle_first(fill) -> None:
    found = fill(on("signal", "il6", lens="signal"))
    assert [r.text for r in found.upper.rows] == ["IL-6", "IL-15", "Irisin", "BDNF", "GPLD1"]
    assert [(r.text, r.chip) for r in found.lower.rows] == [("Liver", "2"), ("Brain", "1")]


def test_below_an_organ_stand_the_signals_that_act_there(fill) -> None:
    lower = fill(on("organ", "hippocampus", lens="organ")).lower
    assert lower.title == "Signals acting here"
    assert [r.text for r in lower.rows] == ["BDNF", "GPLD1"]


def test_nothing_is_lit_as_sent_while_sitting(fill) -> None:
    lower = fill(on("movement", "running", mode="sedentary")).lower
    assert not any(row.lit for row in lower.rows)
