"""The two small figures that stand in for those of the Expression Atlas."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def standing() -> Path:
    """A whole figure: groups, transforms, aliases, titles, one region that is made up."""
    return HERE / "standing.svg"


@pytest.fixture
def torso() -> Path:
    """A part of one, without a viewBox and without titles."""
    return HERE / "torso.svg"
