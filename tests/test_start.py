"""Gates of speed that no load can shake: what a start may import, what it may do, when it must be still."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPainterPath, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bodymap.app import Opened, Options, run
from bodymap.figure.geometry import FigureError
from bodymap.ui.body.widget import BodyView

DEAR = ("yaml", "pydantic", "numpy", "pyqtgraph", "genanki")
AFTERWARDS = ("bodymap.atlas", "bodymap.figure", "bodymap.viewmodels", "bodymap.store", "bodymap.state")
"""What the first picture does not wait for, and with it everything that imports it."""
LATEST = (
    "bodymap.viewmodels.flow",
    "bodymap.viewmodels.timeline",
    "bodymap.ui.body.flowing",
    "bodymap.ui.clock",
)
"""What only moves once everything is seen."""
REPORT = """
import json, sys
from bodymap.cli import main
code = main(sys.argv[1:])
print(json.dumps({"code": code, "modules": sorted(sys.modules)}))
"""


def started(home: Path, *words: str) -> set[str]:
    """The modules imported by a start in a process of its own, with settings and cache in `home`."""
    folders = {"XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache")}
    run = subprocess.run(
        [sys.executable, "-c", REPORT, *words],
        env={**os.environ, **folders},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stderr == ""
    told = json.loads(run.stdout.splitlines()[-1])
    assert told["code"] == 0
    return set(told["modules"])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the program was opened once."""
    folder = tmp_path_factory.mktemp("warm")
    assert "yaml" in started(folder, "--quit-when", "usable"), "a first start has to read the data"
    return folder


@pytest.mark.parametrize("moment", ["first-picture", "usable"])
def test_a_warm_start_parses_and_validates_nothing(moment: str, home: Path) -> None:
    imported = started(home, "--quit-when", moment)
    assert "PySide6" in imported
    assert imported.isdisjoint(DEAR)
    assert imported.isdisjoint(LATEST)


def test_what_is_usable_waits_for_no_course_over_time(home: Path) -> None:
    """An open panel of time has its ground then; itself, physiology and curves come afterwards."""
    imported = started(home, "--quit-when", "usable")
    late = {m for m in imported if m.startswith(("bodymap.physiology", "bodymap.ui.time_panel"))}
    assert late | {m for m in imported if m.startswith("bodymap.viewmodels.timeline")} == set()


def test_the_first_picture_waits_for_nothing_that_it_does_not_show(home: Path) -> None:
    imported = started(home, "--quit-when", "first-picture", "--theme", "day", "--state", "sedentary")
    assert "bodymap.ui.opening" in imported
    assert imported.isdisjoint(("PySide6.QtSvg", *AFTERWARDS))


def test_nothing_is_usable_before_it_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[tuple[str, bool]] = []

    def reached(moment: str) -> None:
        seen.append((moment, bool(paints and paints[0].count)))

    paints: list[Paints] = []
    found = Opened(Options(settings=tmp_path / "settings.json"), reached)
    furnish = found.window.furnish

    def watched(body: BodyView) -> None:
        paints.append(Paints(body))
        furnish(body)

    found.window.furnish = watched  # type: ignore[method-assign]
    found.window.show()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [("first-picture", False), ("usable", True)]
    found.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_broken_figure_is_told_and_not_lost_in_qts_loop(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise FigureError(tmp_path / "index.json", "is not JSON")

    monkeypatch.setattr("bodymap.figure.figures.Figures", broken)
    with pytest.raises(FigureError, match=r"index\.json:1:1: is not JSON"):
        run(Options(settings=tmp_path / "settings.json"))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


BROKEN = """
import bodymap.furnishing
from pathlib import Path
from bodymap.app import Options, run
bodymap.furnishing.Furnishing.show = None
raise SystemExit(run(Options(settings=Path("none"))))
"""


def test_no_window_stays_that_answers_nothing(tmp_path: Path) -> None:
    """An error that nobody thought of is told, and the program ends."""
    run = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 1
    assert "TypeError" in run.stderr


def test_a_choice_at_the_start_parses_nothing_either(home: Path) -> None:
    words = ("--quit-when", "first-picture", "--select", "organ:liver", "--theme", "day", "--state", "both")
    assert started(home, *words).isdisjoint(DEAR)


def test_a_list_is_read_from_the_same_cache(home: Path) -> None:
    assert started(home, "list", "organs").isdisjoint((*DEAR, "PySide6"))


def test_a_simulation_needs_no_qt_and_parses_nothing(home: Path) -> None:
    words = ("simulate", "--bout", "running:75:150", "--signals", "il6", "--until", "60")
    assert "yaml" in started(home, *words), "the first simulation has to read the data"
    imported = started(home, *words)
    assert "numpy" in imported
    assert imported.isdisjoint(("yaml", "pydantic", "PySide6"))


class Paints(QObject):
    """Counts the paint events of a widget and of everything in it but one."""

    def __init__(self, widget: QWidget, apart: QWidget | None = None) -> None:
        super().__init__()
        self.count = 0
        for part in (widget, *widget.findChildren(QWidget)):
            if part is not apart:
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class Regions(QObject):
    """What the paint events of a widget covered."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count, self.painted = 0, QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += 1
            self.painted += event.region()
        return super().eventFilter(watched, event)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    moments: list[str] = []
    found = Opened(Options(settings=tmp_path / "settings.json"), moments.append)
    found.window.show()
    qtbot.waitUntil(lambda: "usable" in moments)
    yield found
    found.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for_rest(opened: Opened, qtbot: QtBot) -> None:
    """Until what a start or a change still owes is painted, however slow the machine: 0.4 s of stillness."""
    paints, before = Paints(opened.window), -1
    for _tries in range(50):
        if paints.count == before and opened.wiring.is_settled:
            return
        before = paints.count
        qtbot.wait(400)
    pytest.fail(f"it never came to rest: {paints.count} paints in 20 s")


def test_nothing_is_painted_while_nothing_changes(opened: Opened, qtbot: QtBot) -> None:
    """Molecules travel until motion is turned off; then, and where nothing travels, it is still."""
    opened.store.set(calm=True)
    wait_for_rest(opened, qtbot)
    paints = Paints(opened.window)
    qtbot.wait(600)
    assert paints.count == 0
    opened.store.set(mode="sedentary")
    qtbot.waitUntil(lambda: paints.count > 0)


def test_nothing_is_painted_while_people_sit(opened: Opened, qtbot: QtBot) -> None:
    opened.store.set(mode="sedentary")
    wait_for_rest(opened, qtbot)
    paints = Paints(opened.window)
    qtbot.wait(400)
    assert paints.count == 0


def test_a_start_is_alive_and_paints_the_roads_alone(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.wiring.is_settled)
    qtbot.wait(600)
    body, flowing = opened.window.body, opened.window.body.flowing
    assert flowing is not None
    assert flowing.count > 0
    roads = QRegion(flowing.region)
    others = Paints(opened.window, apart=body)
    region = Regions(body)
    qtbot.waitUntil(lambda: region.count > 5)
    assert others.count == 0
    assert region.painted.subtracted(roads).isEmpty()


def test_a_sheet_over_the_body_stills_it(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.wiring.is_settled)  # what a thread reads is painted once
    opened.wiring.actions["help"].trigger()
    qtbot.wait(300)
    region = Regions(opened.window.body)
    qtbot.wait(200)
    assert region.count == 0
    opened.window.leave()
    qtbot.waitUntil(lambda: region.count > 3)


def test_qt_gives_back_every_none_it_borrows() -> None:
    """PySide6 6.12.0 loses one per call, and Python ends after some 100 painted frames (decision 2)."""
    path = QPainterPath()
    before = sys.getrefcount(None)
    for step in range(1000):
        path.lineTo(step, step)
    assert abs(sys.getrefcount(None) - before) < 50
