"""Row 13 and the dials, inside one process: the line of the minute, against pyqtgraph redrawing curves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from rounds import tenth_percentiles
from table import Row

from bodymap.app import Opened, Options, application

FRAMES = 150
CURVES, WIDTH, POINTS = 12, 2, 1000
"""What is drawn anew by the peer: so many antialiased curves, so wide (px), of so many points."""
FRAME = 1 / 30
"""s that a frame may last while a dial is dragged."""


def curve_rows(folder: Path, size: tuple[int, int]) -> Iterator[Row]:
    """Row 13 and a dragged dial, on a window of a size in px."""
    app = application()
    opened = Opened(Options(settings=folder / "settings.json", reset=True), lambda _moment: None)
    opened.window.resize(QSize(*size))
    opened.window.show()
    pane = opened.window.time
    while pane is None or not pane.chart.has_plot:
        app.processEvents()
        pane = opened.window.time
        if pane is not None and not pane.isVisible() and opened.window.is_time_open is False:
            opened.store.set(time_open=True)
    _settle(app)
    yield _cursor_row(app, opened)
    yield _dial_row(app, opened)
    opened.close()
    _settle(app)


def _cursor_row(app: QApplication, opened: Opened) -> Row:
    """The chart alone, as in the peer: words and readings are further widgets."""
    assert opened.window.time is not None
    chart = opened.window.time.chart
    peer = pg.PlotWidget()
    peer.resize(chart.size())
    peer.setAntialiasing(True)
    x = np.linspace(0, 10, POINTS)
    lines = [peer.plot(x, np.sin(x + n), pen=pg.mkPen(n, width=WIDTH)) for n in range(CURVES)]
    peer.show()
    _settle(app)
    minutes, phases = cycle(range(10, 140)), cycle(range(1, 60))

    def move() -> None:
        chart.show_minute(next(minutes), "")

    def redraw() -> None:
        phase = next(phases) / 10
        for n, line in enumerate(lines):
            line.setData(x, np.sin(x + n + phase))

    found = tenth_percentiles({"move": _timed(app, move), "redraw": _timed(app, redraw)}, FRAMES)
    peer.close()
    ours, theirs = found["move"], found["redraw"]
    note = f"{ours * 1000:.2f} ms against {theirs * 1000:.2f} ms"
    limit = f"pyqtgraph redrawing {CURVES} wide curves"
    seconds = {"ours": ours, "limit": theirs}
    return Row("13", "moving the time cursor", limit, 0.05, ours / theirs, "×", note, seconds)


def _dial_row(app: QApplication, opened: Opened) -> Row:
    """A dial that is dragged: simulated, listed, drawn and painted, in each frame."""
    steps = cycle(range(20, 120))

    def turn() -> None:
        opened.store.drag("minutes", minutes=next(steps))

    found = tenth_percentiles({"turn": _timed(app, turn)}, FRAMES)["turn"]
    note = f"{found * 1000:.1f} ms, {1 / found:.0f} frames a second"
    return Row(
        "13b",
        "dragging a dial of the dose",
        "a frame of 1/30 s",
        1.0,
        found / FRAME,
        "×",
        note,
        {"ours": found},
    )


def _timed(app: QApplication, act: Callable[[], None]) -> Callable[[], float]:
    """Seconds from an act until everything it changed is on the screen."""

    def measure() -> float:
        for _turn in range(3):
            app.processEvents()  # what the other one still owes
        started = time.perf_counter()
        act()
        app.processEvents()
        return time.perf_counter() - started

    return measure


def _settle(app: QApplication) -> None:
    """Let everything that a change started come to its end."""
    until = time.perf_counter() + 1.5
    while time.perf_counter() < until:
        app.processEvents()
