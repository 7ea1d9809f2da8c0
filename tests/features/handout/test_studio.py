"""What is drawn on paper stands still."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.records import Ref
from bodymap.features.handout.studio import Studio
from bodymap.state import State, focused
from bodymap.viewmodels.timeline.reader import TimeReader


def test_a_legend_on_paper_tells_of_nothing_that_travels(studio: Studio) -> None:
    state = focused(State(), Ref("organ", "liver"))
    on_screen = {entry.shape for entry in studio.reader.stage(state).scenes[0].legend}
    on_paper = {entry.shape for body in studio.bodies(state) for entry in body.scene.legend}
    assert "molecule" in on_screen
    assert on_paper == on_screen - {"molecule"}


def test_a_step_is_lit_on_paper_as_at_its_minute(studio: Studio, times: TimeReader) -> None:
    """A day after a run no muscle works, on a slide and on the sheet that is taken home."""
    later = focused(State(), Ref("movement", "running"))
    later = replace(later, minute=1440, span="24h")
    lit = times.lit(studio.reader.undrawn(later), later, now=True).scenes[0].lights
    on_paper = replace(studio, times=times).bodies(later)[0].scene
    assert on_paper.lights == lit
    assert {light.strength for light in on_paper.lights if light.role == "working"} == {0.0}
    assert any("not at the time shown" in entry.words for entry in on_paper.legend)
    during = replace(studio, times=times).bodies(replace(later, minute=15))[0].scene
    assert max(light.strength for light in during.lights if light.role == "working") > 0
