"""A reader of time for the shipped data."""

from __future__ import annotations

import pytest

from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import read_physiology
from bodymap.viewmodels.timeline.reader import TimeReader


@pytest.fixture(scope="session")
def times(library: Library) -> TimeReader:
    """The view models of time."""
    return TimeReader(library.atlas, library.anatomy, read_physiology((shipped("data"),), library.atlas))
