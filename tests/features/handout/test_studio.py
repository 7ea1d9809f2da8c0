"""What is drawn on paper stands still."""

from __future__ import annotations

from bodymap.atlas.records import Ref
from bodymap.features.handout.studio import Studio
from bodymap.state import State, focused


def test_a_legend_on_paper_tells_of_nothing_that_travels(studio: Studio) -> None:
    state = focused(State(), Ref("organ", "liver"))
    on_screen = {entry.shape for entry in studio.reader.stage(state).scenes[0].legend}
    on_paper = {entry.shape for body in studio.bodies(state) for entry in body.scene.legend}
    assert "molecule" in on_screen
    assert on_paper == on_screen - {"molecule"}
