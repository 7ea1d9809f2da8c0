"""Moving the line of time: what is painted anew, and what is not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bodymap.ui.time_panel.pane import TimePane
from tests.pilot import Pilot
from tests.ui.time_panel.painted import Paints


def test_moving_the_line_draws_no_curve_anew(pilot: Pilot, pane: TimePane, qtbot: QtBot) -> None:
    pilot.opened.store.set(calm=True, minute=39)  # else molecules move in the body
    pilot.settle()
    qtbot.wait(20)
    drawn = pane.chart.repainted
    body = Paints(pilot.window.body)
    for minute in (40, 41, 90):
        pilot.opened.store.set(minute=minute)
        qtbot.wait(20)
    assert pane.chart.repainted == drawn
    assert body.count == 0


@pytest.mark.usefixtures("pane")
def test_the_body_is_lit_anew_only_where_something_is_over(pilot: Pilot, qtbot: QtBot) -> None:
    pilot.opened.store.set(calm=True, minute=10)
    pilot.settle()
    qtbot.wait(20)
    body = Paints(pilot.window.body)
    for minute in (20, 40, 50):
        pilot.opened.store.set(minute=minute)
        qtbot.wait(20)
    assert body.count == 1
    working = [
        light
        for placed in pilot.window.body.canvas.bodies
        for light in placed.body.scene.lights
        if light.role == "working"
    ]
    assert working
    assert not any(light.strength for light in working)
