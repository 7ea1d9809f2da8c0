"""Rows 7 and 8, inside one process: a frame of molecules against a mere copy, and a stretch of animation."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from clicks import Fill, Painted, settle
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication
from rounds import tenth_percentiles
from table import Row

from bodymap.app import Opened, Options, application
from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.ui.body.bed import SPACING, bed_of
from bodymap.ui.body.flowing import Flowing
from bodymap.ui.body.widget import BodyView
from bodymap.ui.clock import STEP, Clock
from bodymap.viewmodels.flow import Flow, flow
from bodymap.viewmodels.reader import Reader

FRAMES = 150
MANY = (2000, 10000)
IL6 = State(focus=Ref("signal", "il6"))


class Blit(Fill):
    """Copies what it is asked to paint from a picture: the least that an animation over one can do."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for rect in event.region():
            painter.drawPixmap(QRectF(rect), self._picture, QRectF(rect))
        painter.end()


def flow_rows(folder: Path, size: tuple[int, int], seconds: float) -> Iterator[Row]:
    """Rows 7 and 8 on a window of a size in px; needs a screen that shows windows of that size."""
    app = application()
    opened = Opened(Options(settings=folder / "settings.json", reset=True), lambda _moment: None)
    opened.window.resize(QSize(*size))
    opened.window.show()
    settle(app)
    yield _minute_row(app, opened, seconds)
    opened.store.set(calm=True)
    yield from _frame_rows(app, opened)
    opened.close()
    settle(app)


def _frame_rows(app: QApplication, opened: Opened) -> Iterator[Row]:
    """A body alone, its roads so crowded that it has as many molecules as asked for; six pulses."""
    reader = Reader(opened.library.atlas, opened.library.anatomy)
    stage = reader.stage(IL6)
    full = flow(reader.atlas, reader.anatomy, IL6, stage, {"il6": 60.0})
    bodies = tuple(replace(body, pulses=body.pulses[:6]) for body in full.bodies)
    flowings = [_crowded(opened, stage_flow, n) for stage_flow in (Flow(bodies),) for n in MANY]
    shown = flowings[0][0]
    blit = Blit(shown.grab())
    blit.resize(shown.size())
    blit.show()
    settle(app)
    for _body, flowing, clock in flowings:
        clock.want(flowing.name, False)
        flowing.advance(2.0)
    painted = Painted(shown)
    app.processEvents()
    rect = flowings[0][1].region
    frames = {str(f.count): _timed(app, lambda f=f: f.advance(STEP)) for _b, f, _c in flowings}
    found = tenth_percentiles({**frames, "blit": _timed(app, lambda: blit.update(rect))}, FRAMES)
    few, many = (found[name] for name in frames)
    box = painted.region.boundingRect()
    limit = f"a copy of {box.width()}x{box.height()} px"
    names = list(frames)
    yield _row(("7", f"a frame: {names[0]} molecules, 6 glows", limit), 5.0, (few, found["blit"]))
    yield _row(("7b", f"{names[1]} molecules", f"{names[0]} molecules"), 4.0, (many, few))
    for body, _flowing, _clock in flowings:
        body.close()
        body.deleteLater()
    blit.close()
    blit.deleteLater()


def _crowded(opened: Opened, shown: Flow, molecules: int) -> tuple[BodyView, Flowing, Clock]:
    library, frame = opened.library, opened.window.body
    reader = Reader(library.atlas, library.anatomy)
    body = BodyView(Figures(shipped("assets", "figures"), library.anatomy), opened.window.look)
    body.resize(frame.size())
    body.show_stage(reader.stage(IL6))
    body.show()
    spacing, plan, scene = SPACING, body.canvas.bodies[0], body.canvas.bodies[0].body.scene
    count = 0
    while abs(count - molecules) > molecules * 0.01:
        given = (body.canvas.picture.frame, spacing)
        bed = bed_of(plan, shown.bodies[0], lambda route: body.canvas.road(scene, route), given)
        count = len(bed.train.placed(0.0).x)
        spacing *= count / molecules if abs(count - molecules) > molecules * 0.01 else 1
    clock = Clock(body)
    body.flowing = Flowing(body, clock, spacing)
    body.show_flow(shown)
    clock.want(body.flowing.name, False)
    return body, body.flowing, clock


def _minute_row(app: QApplication, opened: Opened, seconds: float) -> Row:
    """The whole program as it stands, left to its clock."""
    opened.store.set(focus=IL6.focus, movement="marathon", calm=False)
    settle(app)
    painted = Painted(opened.window.body)
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.0005)
    due = seconds / (round(STEP * 1000) / 1000)
    missed = max(0.0, 100 * (1 - painted.count / due))
    note = f"{painted.count} frames in {seconds:g} s, {painted.count / seconds:.1f} a second"
    return Row("8", f"frames missed in {seconds:g} s at 60 Hz", "the timer", 3.0, missed, "%", note)


def _timed(app: QApplication, act: Callable[[], None]) -> Callable[[], float]:
    def measure() -> float:
        started = time.perf_counter()
        act()
        app.processEvents()
        return time.perf_counter() - started

    return measure


def _row(words: tuple[str, str, str], target: float, pair: tuple[float, float]) -> Row:
    ours, theirs = pair
    number, what, limit = words
    note = f"{ours * 1000:.2f} ms against {theirs * 1000:.2f} ms"
    return Row(number, what, limit, target, ours / theirs, "×", note, {"ours": ours, "limit": theirs})
