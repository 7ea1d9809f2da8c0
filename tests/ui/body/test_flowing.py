"""Molecules on the screen, with a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QRegion
from pytestqt.qtbot import QtBot

from bodymap.ui.body.bed import SPACING
from bodymap.ui.body.flowing import SPEED, Flowing
from bodymap.ui.body.fragments import FIELDS, Cells, Fragments
from bodymap.ui.body.widget import BodyView
from bodymap.ui.clock import Clock
from bodymap.viewmodels.flow import BodyFlow, Flow, Pulse, Stream
from bodymap.viewmodels.scene_values import Route, Stage
from tests.ui.body.conftest import scene_of

ROAD = Route("muscle:quadriceps-left", "organ:liver")


def flow_of(density: float, *local: str) -> Flow:
    stream = Stream("il6", "IL-6", "full", (ROAD,), 4.4, density)
    pulses = (Pulse("organ:liver", density),) if density else ()
    return Flow((BodyFlow((stream,), pulses, local, "IL-6 travels."),))


class Painted(QObject):
    """The regions of a widget's paint events."""

    def __init__(self, body: BodyView) -> None:
        super().__init__(body)
        self.regions: list[QRegion] = []
        body.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False


@pytest.fixture
def clock(body: BodyView) -> Iterator[Clock]:
    """Stopped: its ticks are given by hand."""
    clock = Clock(body)
    yield clock
    clock.want(flowing.name, False)


@pytest.fixture
def flowing(body: BodyView, clock: Clock) -> Flowing:
    body.show_stage(Stage((scene_of("liver"),)))
    body.flowing = Flowing(body, clock)
    return body.flowing


def picture(body: BodyView) -> QImage:
    return body.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> QRegion:
    a, b = (np.frombuffer(i.constBits(), np.uint32).reshape(i.height(), -1) for i in (one, other))
    rows, columns = np.nonzero(a != b)
    if not len(rows):
        return QRegion()
    left, top = int(columns.min()), int(rows.min())
    return QRegion(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)


def largest_difference(one: QImage, other: QImage) -> int:
    a, b = (np.frombuffer(image.constBits(), np.uint8).astype(np.int16) for image in (one, other))
    return int(np.abs(a - b).max())


def test_molecules_lie_over_the_still_picture_and_leave_it_as_it_was(
    body: BodyView, flowing: Flowing
) -> None:
    still, likeness = picture(body), body.canvas.likeness()
    body.show_flow(flow_of(1.0))
    flowing.advance(1.0)
    moving = picture(body)
    assert not differing(still, moving).isEmpty()
    assert differing(still, moving).subtracted(flowing.region).isEmpty()
    assert body.canvas.likeness() == likeness
    assert differing(body.canvas.memory().whole.convertToFormat(QImage.Format.Format_RGB32), still).isEmpty()
    flowing.show_calm(True)
    assert picture(body) == still


def test_what_rests_under_travellers_is_the_picture_of_now(body: BodyView, flowing: Flowing) -> None:
    flowing.show_flow(flow_of(1.0))
    for touch in ((), ("liver",), ()):
        body.show_hover(None, touch)
        body.canvas.easel.travellers = None
        still = picture(body)
        body.canvas.easel.travellers = lambda _painter: None
        for _frame in range(2):
            assert largest_difference(still, picture(body)) <= 1, "laid in two steps: rounding may differ"


def test_a_full_road_has_a_molecule_on_each_place(body: BodyView, flowing: Flowing) -> None:
    legs = body.canvas.bodies[0].body.roads[0]
    at = body.canvas.bodies[0].placement.scale
    length = sum(np.hypot(*np.diff(np.array(leg.points), axis=0).T).sum() for leg in legs) * at
    body.show_flow(flow_of(1.0))
    assert flowing.count == pytest.approx(length / SPACING, rel=0.1)
    body.show_flow(flow_of(0.3))
    assert flowing.count == pytest.approx(0.3 * length / SPACING, rel=0.2)


def test_molecules_are_seen_while_levels_change_at_every_frame(body: BodyView, flowing: Flowing) -> None:
    still = picture(body)
    body.show_flow(flow_of(1.0))
    flowing.advance(1.0)
    for density in (0.9, 0.8, 0.7):
        flowing.advance(0.016)
        body.show_flow(flow_of(density))
    assert not differing(still, picture(body)).isEmpty()


def test_a_frame_repaints_only_the_roads(
    qtbot: QtBot, body: BodyView, flowing: Flowing, clock: Clock
) -> None:
    body.show_flow(flow_of(1.0))
    clock.want(flowing.name, False)
    qtbot.wait(50)
    painted = Painted(body)
    clock.ticked.emit(0.016)
    qtbot.waitUntil(lambda: bool(painted.regions))
    assert len(painted.regions) == 1
    assert painted.regions[0].subtracted(flowing.region).isEmpty()
    box = painted.regions[0].boundingRect()
    assert box.width() * box.height() < 0.3 * body.width() * body.height()


def test_time_alone_says_where_they_are(body: BodyView, flowing: Flowing) -> None:
    body.show_flow(flow_of(1.0))
    flowing.advance(2.0)
    before = picture(body)
    assert picture(body) == before
    flowing.advance(4.5 / SPEED)
    assert picture(body) != before


def test_a_pulse_breathes_slowly_and_never_blinks(body: BodyView, flowing: Flowing) -> None:
    body.show_flow(flow_of(0.5))
    beds = flowing.beds
    moments = np.arange(0, 10, 0.02)
    bright = np.array([beds[0].halos.opacity(t)[0] for t in moments])
    turns = np.count_nonzero(np.diff(np.sign(np.diff(bright))))
    assert turns / 10 < 2, "WCAG allows three flashes a second"
    assert 0 < bright.min() < bright.max() <= 1


def test_it_ticks_only_for_somebody_who_sees_it(
    qtbot: QtBot, body: BodyView, flowing: Flowing, clock: Clock
) -> None:
    assert not clock.running
    body.show_flow(flow_of(1.0))
    assert clock.running
    for stop, go in (
        (lambda: flowing.show_calm(True), lambda: flowing.show_calm(False)),
        (lambda: flowing.show_covered(True), lambda: flowing.show_covered(False)),
        (body.hide, body.show),
        (lambda: body.show_flow(flow_of(0.0)), lambda: body.show_flow(flow_of(0.5))),
    ):
        stop()
        assert not clock.running
        go()
        qtbot.waitUntil(lambda: clock.running)


def test_a_minimized_window_stills_it(qtbot: QtBot, body: BodyView, flowing: Flowing, clock: Clock) -> None:
    body.show_flow(flow_of(1.0))
    assert flowing.count > 0
    body.showMinimized()
    qtbot.waitUntil(lambda: not clock.running)
    body.showNormal()
    qtbot.waitUntil(lambda: clock.running)


def test_what_acts_in_place_glows_without_a_road(body: BodyView, flowing: Flowing) -> None:
    still = picture(body)
    body.show_flow(Flow((BodyFlow(local=("heart",)),)))
    flowing.advance(1.8)
    assert flowing.count == 0
    spot = body.spot_of("heart")
    assert spot is not None
    changed = differing(still, picture(body))
    assert changed.contains(spot)
    assert changed.boundingRect().width() < 80


def test_a_flow_is_told_to_screen_readers(body: BodyView, flowing: Flowing) -> None:
    body.show_flow(flow_of(1.0))
    assert body.accessibleDescription() == "The thigh works, the liver answers. IL-6 travels."
    flowing.show_calm(True)
    body.show_stage(Stage((scene_of("heart"),)))
    assert body.accessibleDescription().endswith("IL-6 travels.")


def test_it_follows_the_camera(body: BodyView, flowing: Flowing) -> None:
    body.show_flow(flow_of(1.0))
    before = flowing.count, flowing.region
    body.zoom_to("liver")
    assert flowing.count != before[0]
    assert flowing.region != before[1]
    assert flowing.region.subtracted(QRegion(body.rect())).isEmpty()


def test_numbers_are_laid_out_as_qt_reads_them() -> None:
    sheet = QPixmap(8, 4)
    sheet.fill("black")
    painter = QPainter(sheet)
    painter.fillRect(4, 0, 4, 4, "red")
    painter.end()
    target = QImage(20, 10, QImage.Format.Format_RGB32)
    target.fill("white")
    painter = QPainter(target)
    places = (np.array([4.0, 14.0]), np.array([4.0, 6.0]))
    Fragments().draw(painter, sheet, Cells(places, (np.array([0.0, 4.0]), np.zeros(2)), 4))
    made = QPainter.PixmapFragment.create(QPointF(9, 4), QRectF(0, 0, 2, 2))
    painter.drawPixmapFragments(made, 1, sheet)
    painter.end()
    assert len(FIELDS) == 10
    assert all(hasattr(made, field) for field in FIELDS)
    assert target.pixelColor(2, 2).name() == target.pixelColor(5, 5).name() == "#000000"
    assert target.pixelColor(12, 4).name() == target.pixelColor(15, 7).name() == "#ff0000"
    assert target.pixelColor(8, 3).name() == "#000000"
    assert target.pixelColor(6, 2).name() == target.pixelColor(11, 4).name() == "#ffffff"
