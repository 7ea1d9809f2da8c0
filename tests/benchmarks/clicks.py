"""Rows 5, 6 and 9, inside one process: from a choice to the painted picture, and what lies where."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from rounds import tenth_percentiles
from table import Row

from bodymap.app import Opened, Options, application
from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.body.plan import BodyPlan
from bodymap.ui.body.widget import BodyView
from bodymap.viewmodels.reader import Reader

FRAMES = 150
ORGANS = (Ref("organ", "liver"), Ref("organ", "kidneys"))
"""Two organs that are lit in turn."""
POINTS = 400


class Fill(QWidget):
    """Fills what it is asked to paint with one colour: the least a repaint can do."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect in event.region():
            painter.fillRect(rect, QColor("navy"))
        painter.end()


class Painted(QObject):
    """Remembers the region of the last paint event, and counts them."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region, self.count = QRegion(), 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = event.region()
            self.count += 1
        return super().eventFilter(watched, event)


def click_rows(folder: Path, size: tuple[int, int]) -> Iterator[Row]:
    """Rows 5, 6 and 9 on a window of a size in px; needs a screen that shows windows of that size."""
    app = application()
    opened = Opened(Options(settings=folder / "settings.json", reset=True), lambda _moment: None)
    opened.window.resize(QSize(*size))
    opened.window.show()
    settle(app)
    yield _highlight_row(app, opened)
    yield from _card_rows(app, opened)
    yield _hit_row(opened.window.body)
    opened.close()
    settle(app)


def _highlight_row(app: QApplication, opened: Opened) -> Row:
    """A body alone on a store of its own, so that only the highlight is measured."""
    library = opened.library
    store, reader = Store(State(focus=ORGANS[0], lens="organ")), Reader(library.atlas, library.anatomy)
    shown = opened.window.body
    figures = Figures(shipped("assets", "figures"), library.anatomy)
    body = BodyView(figures, opened.window.look)
    body.resize(shown.size())
    store.watch(body, reader.stage, body.show_stage)
    fill = Fill()
    fill.resize(shown.size())
    body.show()
    fill.show()
    settle(app)
    painted = Painted(body)

    def filled() -> None:
        fill.update(painted.region)

    turns = _turns(store)
    found = tenth_percentiles({"click": _timed(app, turns), "fill": _timed(app, filled)}, FRAMES)
    area = painted.region.boundingRect()
    for widget in (body, fill):
        widget.close()
        widget.deleteLater()
    limit = f"a flat fill of {area.width()}x{area.height()} px"
    return _row("5", "click → highlight painted", limit, 8.0, (found["click"], found["fill"]))


def _card_rows(app: QApplication, opened: Opened) -> Iterator[Row]:
    """The whole window: lists, body and card follow one choice."""
    body = opened.window.body
    image = QImage(body.size(), QImage.Format.Format_ARGB32_Premultiplied)
    plan = body.canvas.bodies[0]

    def vectors() -> None:
        _draw_all(image, body, plan)

    turn = _timed(app, _turns(opened.store))

    def click() -> float:
        """Until highlight and card are painted; curves come in a turn of their own, which is row 6b's."""
        while not opened.wiring.is_settled:
            app.processEvents()
        return turn()

    def follow() -> float:
        """What comes after that: curves, courses in lists, molecules."""
        started = time.perf_counter()
        while not opened.wiring.is_settled:
            app.processEvents()
        app.processEvents()
        return time.perf_counter() - started

    variants = {"click": click, "follow": follow, "vectors": _timed(app, vectors)}
    found = tenth_percentiles(variants, FRAMES)
    yield _row(
        "6b",
        "and then curves, courses, molecules",
        "all outlines drawn as vectors",
        2.0,
        (found["follow"], found["vectors"]),
    )
    yield _row(
        "6",
        "click → highlight and card",
        "all outlines drawn as vectors",
        0.5,
        (found["click"], found["vectors"]),
    )


def _hit_row(body: BodyView) -> Row:
    plan = body.canvas.bodies[0]
    hits, scene = body.canvas.easel.hit_map(plan.body), plan.body.scene
    shapes = plan.body.view.shapes
    chance = random.Random(1)
    points = [(chance.uniform(150, 750), chance.uniform(50, 1750)) for _ in range(POINTS)]
    for shape in shapes:
        hits.outline(shape)

    def ours() -> float:
        started = time.perf_counter()
        for point in points:
            hits.under(point, scene)
        return (time.perf_counter() - started) / POINTS

    def all_paths() -> float:
        started = time.perf_counter()
        for x, y in points:
            at = QPointF(x, y)
            for shape in shapes:
                hits.outline(shape).contains(at)
        return (time.perf_counter() - started) / POINTS

    found = tenth_percentiles({"hit": ours, "paths": all_paths}, 20)
    note = f"{found['hit'] * 1e6:.1f} µs against {found['paths'] * 1e6:.1f} µs"
    return Row(
        "9",
        "what lies under a point",
        f"testing all {len(shapes)} outlines",
        0.2,
        found["hit"] / found["paths"],
        "×",
        note,
    )


def _turns(store: Store) -> Callable[[], None]:
    """Each call chooses the other organ."""

    def turn() -> None:
        store.focus(ORGANS[store.state.focus == ORGANS[0]])

    turn()
    return turn


def _timed(app: QApplication, act: Callable[[], None]) -> Callable[[], float]:
    """Seconds from an act until everything it changed is on the screen."""

    def measure() -> float:
        started = time.perf_counter()
        act()
        app.processEvents()
        return time.perf_counter() - started

    return measure


def _draw_all(image: QImage, body: BodyView, plan: BodyPlan) -> None:
    hits = body.canvas.easel.hit_map(plan.body)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(plan.placement.x, plan.placement.y)
    painter.scale(plan.placement.scale, plan.placement.scale)
    painter.setBrush(QColor("teal"))
    for region in plan.body.view.shapes:
        painter.drawPath(hits.outline(region))
    painter.end()


def settle(app: QApplication) -> None:
    """Let everything that a change started come to its end."""
    until = time.perf_counter() + 1.5
    while time.perf_counter() < until:
        app.processEvents()


def _row(number: str, what: str, limit: str, target: float, pair: tuple[float, float]) -> Row:
    ours, theirs = pair
    note = f"{ours * 1000:.2f} ms against {theirs * 1000:.2f} ms"
    return Row(number, what, limit, target, ours / theirs, "×", note, {"ours": ours, "limit": theirs})
