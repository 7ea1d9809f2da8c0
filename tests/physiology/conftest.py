"""The shipped physiology, read once."""

from __future__ import annotations

import pytest

from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology


@pytest.fixture(scope="session")
def physiology(library: Library) -> Physiology:
    """What curves are made of, for the movements of the shipped atlas."""
    return read_physiology([shipped("data")], library.atlas, cache=None)
