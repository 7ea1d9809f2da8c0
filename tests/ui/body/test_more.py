"""The count of labels that found no place keeps clear of the legend, however large the words."""

from __future__ import annotations

import pytest

from bodymap.ui.body.pills import more_rect
from bodymap.ui.body.widget import BodyView
from bodymap.ui.look import META, Look
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.scene_values import Stage
from tests.ui.body.conftest import scene_of

MANY = ("liver", "spleen", "heart", "brain", "stomach", "pancreas", "thymus", "eye", "colon", "thyroid")


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0, 3.0])
def test_it_lies_over_no_word_of_the_legend(body: BodyView, text: float) -> None:
    look = Look(load_theme("night"), text=text)
    body.resize(900, 420 if text == 3 else 330)
    body.show_look(look)
    body.show_stage(Stage((scene_of(*MANY),)))
    plan = body.canvas.bodies[0]
    more = more_rect(plan, look)
    assert not more.isEmpty(), "some labels have no place"
    assert plan.legend.lines
    assert not any(more.intersects(line.rect) for line in plan.legend.lines)
    words = f"+{len(plan.layout.hidden)} more"
    assert look.metrics(META).horizontalAdvance(words) <= more.width()
