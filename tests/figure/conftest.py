"""The shipped figures, read once for all tests here."""

from __future__ import annotations

import pytest

from bodymap.atlas.reading import read_library
from bodymap.figure.figure import Anatomy
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped


@pytest.fixture(scope="session")
def anatomy() -> Anatomy:
    library = read_library([], cache=None)
    assert not library.problems
    return library.anatomy


@pytest.fixture(scope="session")
def figures(anatomy: Anatomy) -> Figures:
    return Figures(shipped("assets", "figures"), anatomy)
