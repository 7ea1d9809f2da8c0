"""For all tests: no screen is needed, nobody's settings are touched, and there are two atlases to ask."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bodymap.app import application
from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import Library, read_library
from bodymap.cli.screen import no_screen
from bodymap.figure.figure import Anatomy
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from tests.pilot import Pilot, drawn_before, options
from tests.sample import sample_anatomy, sample_atlas

if no_screen(os.environ, sys.platform):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

_HOMES = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA")


def pytest_configure(config: pytest.Config) -> None:
    """Keep bytecode, though the machine may be told to keep none: each process would compile all anew."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        folder = str(config.rootpath / ".pytest_cache" / "bytecode")
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = folder
        sys.dont_write_bytecode = False


def pytest_collection_finish() -> None:
    """What is imported lives as long as the process: the collector need not look through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 25, 20)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: while one test waits for a window, another can go on."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Fresh folders for settings and caches; shared by the run, so that data is read once."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(home / name.lower()))
        yield home


@pytest.fixture(scope="session", autouse=True)
def clipboard() -> Iterator[None]:
    """Left empty: what Python put there would be destroyed after Python, and offscreen Qt crash."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def drawn() -> Iterator[None]:
    """Forgotten in time: no pixmap may outlive Qt."""
    yield
    drawn_before.cache_clear()


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The small atlas of `tests.sample`."""
    return sample_atlas()


@pytest.fixture(scope="session")
def anatomy() -> Anatomy:
    """The small anatomy of `tests.sample`."""
    return sample_anatomy()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped data, read from its files, with the close-ups of the shipped figures."""
    found = read_library([shipped("data")], cache=tmp_path_factory.mktemp("cache"))
    figures = Figures(shipped("assets", "figures"), found.anatomy)
    return Library(found.atlas, figures.anatomy, found.problems)


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
