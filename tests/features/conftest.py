"""A reader before a window, for the tests of guests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bodymap.app import application
from tests.pilot import Pilot, options


@pytest.fixture(scope="session")
def qapp() -> object:
    """The program's own QApplication, for pytest-qt too."""
    return application()


@pytest.fixture
def pilot(qtbot: QtBot, tmp_path: Path) -> Iterator[Pilot]:
    """A reader before the window of a first start, 1280 x 720."""
    reader = Pilot(qtbot, options(tmp_path / "settings.json"))
    yield reader
    reader.leave()
