"""The panel of time, open."""

from __future__ import annotations

import pytest

from bodymap.ui.time_panel.pane import TimePane
from tests.pilot import Pilot


@pytest.fixture
def pane(pilot: Pilot) -> TimePane:
    pilot.resize(1600, 1000)
    return pilot.open_time()
