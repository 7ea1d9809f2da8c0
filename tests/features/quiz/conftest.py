"""A class in a room, before the window of a first start."""

from __future__ import annotations

import pytest

from tests.features.quiz.room import Class
from tests.pilot import Pilot


@pytest.fixture
def room(pilot: Pilot) -> Class:
    return Class(pilot)
