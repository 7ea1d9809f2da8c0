"""Slides follow time: lit as the window is, with its curves."""

from __future__ import annotations

from pathlib import Path

from tests.features.lessons.presenting.stage_hand import BEAMER, LAPTOP, StageHand
from tests.pilot import Pilot

LATER = """\
bodymap: 1
title: A burst and after
steps:
  - {title: Then, see: {focus: movement:sprint-intervals, minute: 45, span: 24h}, text: A burst., plain: true}
  - {title: Later, see: {focus: movement:sprint-intervals, minute: 1440, span: 24h}, text: Over., plain: true}
  - {title: Now, see: {focus: movement:running}, text: A run., plain: true}
"""


def test_a_slide_is_lit_as_the_window_is_at_its_minute_and_shows_the_curves(
    pilot: Pilot, tmp_path: Path
) -> None:
    path = tmp_path / "later.bodymap"
    path.write_text(LATER, encoding="utf-8")
    pilot.wait(lambda: pilot.opened.wiring.time is not None)
    hand = StageHand(pilot, path, (LAPTOP, BEAMER))
    try:
        hand.begin()
        teacher = hand.stages.teacher
        assert teacher is not None
        slides = (hand.room.slide, teacher.slide)
        pilot.wait(lambda: all(slide.chart is not None and slide.chart.has_plot for slide in slides))
        for at in range(3):
            hand.desk.go(at)
            pilot.wait(lambda: pilot.opened.wiring.is_settled)
            window = pilot.window.body.canvas.bodies[0].body.scene
            assert hand.seen.stage.scenes[0].lights == window.lights
            chart = hand.room.slide.chart
            assert chart is not None
            assert chart.isVisible() is (at < 2)
            hand.press("PgDown")
    finally:
        hand.leave()
