"""The body answers to mouse and keys, and paints no more than has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.atlas.records import Ref
from bodymap.state import Camera
from bodymap.ui.body.widget import BodyView
from bodymap.viewmodels.scene_values import Label, Stage
from tests.ui.body.conftest import scene_of

SIDES = ("left", "right")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Paints(QObject):
    """Counts paint events and what they covered."""

    def __init__(self, body: BodyView) -> None:
        super().__init__(body)
        self.areas: list[int] = []
        body.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            box = event.region().boundingRect()
            self.areas.append(box.width() * box.height())
        return False


def spot(body: BodyView, region: str) -> QPoint:
    found = body.spot_of(region)
    assert found is not None
    return found


def chosen_by_click(qtbot: QtBot, body: BodyView, at: QPoint) -> str:
    with qtbot.waitSignal(body.chosen, timeout=500) as told:
        QTest.mouseClick(body, LEFT, NONE, at)
    return str(told.args[0])


def test_a_click_chooses_the_region_under_it(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    assert chosen_by_click(qtbot, body, spot(body, "liver")) == "liver"
    assert chosen_by_click(qtbot, body, spot(body, "rectus-femoris-left")) == "rectus-femoris-left"


def test_clicking_again_goes_deeper_and_round_again(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    at = spot(body, "liver")
    stack = body.regions_at(at.toPointF())
    assert len(stack) > 1
    seen = [chosen_by_click(qtbot, body, at) for _ in range(len(stack) + 1)]
    assert seen == [*stack, stack[0]]


def test_the_menu_names_everything_under_the_pointer(body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    at = spot(body, "liver").toPointF()
    menu = body.menu_at(at)
    names = [action.text() for action in menu.actions()]
    menu.deleteLater()
    assert names == [body.region_name(region) for region in body.regions_at(at)]
    assert names[0] == "Liver"


def test_a_label_can_be_clicked_and_hovered(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver", "heart"),)))
    pill = body.label_rect(Ref("organ", "heart")).center()
    with qtbot.waitSignal(body.label_hovered) as hovered:
        QTest.mouseMove(body, pill)
    with qtbot.waitSignal(body.label_chosen) as chosen:
        QTest.mouseClick(body, LEFT, NONE, pill)
    assert hovered.args == [Ref("organ", "heart")] == chosen.args


def test_hovering_names_the_region_and_leaving_it_names_nothing(qtbot: QtBot, body: BodyView) -> None:
    told: list[str] = []
    body.show_stage(Stage((scene_of("liver"),)))
    body.hovered.connect(told.append)
    QTest.mouseMove(body, spot(body, "liver"))
    qtbot.waitUntil(lambda: told == ["liver"])
    QTest.mouseMove(body, QPoint(2, 2))
    qtbot.waitUntil(lambda: told == ["liver", ""])


def test_labels_that_do_not_fit_are_counted_and_listed(body: BodyView) -> None:
    many = tuple(Label(Ref("organ", f"o{i}"), f"Organ {i}", "receiving", (), rank=i) for i in range(60))
    body.show_stage(Stage((replace(scene_of(), labels=many),)))
    shown = [label.text for label, _ in body.canvas.label_rects()]
    assert shown
    assert sorted(shown) == sorted(f"Organ {i}" for i in range(len(shown)))
    hidden = body.canvas.bodies[0].layout.hidden
    assert len(hidden) == 60 - len(shown)


def test_the_wheel_zooms_about_the_pointer(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    at = spot(body, "liver").toPointF()
    unit = body.canvas.bodies[0].placement.back(at)
    turn = QWheelEvent(
        at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    with qtbot.waitSignal(body.camera_moved):
        QApplication.sendEvent(body, turn)
    assert body.camera.zoom == pytest.approx(1.44)
    assert body.canvas.bodies[0].placement.back(at)[1] == pytest.approx(unit[1], abs=2)


def test_dragging_pans_and_chooses_nothing(body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    body.show_camera(Camera(4, 450, 600))
    chosen: list[str] = []
    body.chosen.connect(chosen.append)
    start = QPoint(480, 350)
    QTest.mousePress(body, LEFT, NONE, start)
    QTest.mouseMove(body, start + QPoint(60, 0))
    QTest.mouseRelease(body, LEFT, NONE, start + QPoint(60, 0))
    assert not chosen
    assert body.camera.x < 450


def test_keys_zoom_walk_jump_and_choose(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    body.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(body, "+")
    assert body.camera.zoom > 1
    QTest.keyClicks(body, "0")
    assert body.camera.zoom == 1
    QTest.keyClicks(body, "spl")
    assert body.focused_region == "spleen"
    QTest.keyClick(body, Qt.Key.Key_Left)
    assert body.focused_region not in ("spleen", "")
    with qtbot.waitSignal(body.chosen) as told:
        QTest.keyClick(body, Qt.Key.Key_Return)
    assert told.args == [body.focused_region]


def test_every_shown_region_can_be_walked_to_by_name(body: BodyView) -> None:
    body.show_stage(Stage((scene_of(),)))
    body.setFocus(Qt.FocusReason.TabFocusReason)
    reached = set[str]()
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for _ in range(40):
            QTest.keyClicks(body, letter)
            reached.add(body.focused_region)
    assert set(body.canvas.visible_regions(0)) - {"skin"} <= reached


def test_a_hover_paints_only_what_it_touches(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver", "heart"),)))
    qtbot.wait(50)
    paints = Paints(body)
    body.show_hover(Ref("organ", "heart"), ("heart",))
    qtbot.waitUntil(lambda: bool(paints.areas))
    assert max(paints.areas) < 0.25 * body.width() * body.height()


def test_lighting_an_organ_paints_only_its_surroundings(qtbot: QtBot, body: BodyView) -> None:
    dark = replace(scene_of(), labels=(), legend=(), routes=(), lights=())
    body.show_stage(Stage((dark,)))
    qtbot.wait(50)
    paints = Paints(body)
    body.show_stage(Stage((replace(dark, lights=scene_of("liver").lights[1:]),)))
    qtbot.waitUntil(lambda: bool(paints.areas))
    assert max(paints.areas) < 0.06 * body.width() * body.height()


def test_what_was_shown_before_is_copied_not_drawn(body: BodyView) -> None:
    one, two = Stage((scene_of("liver"),)), Stage((scene_of("heart", "spleen"),))
    for stage in (one, two):
        body.show_stage(stage)
        body.grab()
    drawn = body.canvas.easel.stamps.drawn
    for stage in (one, two, one):
        body.show_stage(stage)
        body.grab()
    assert body.canvas.easel.stamps.drawn == drawn


def test_a_click_draws_only_what_it_adds(body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    body.grab()
    drawn = body.canvas.easel.stamps.drawn
    more = replace(scene_of("liver"), lights=scene_of("liver", "spleen").lights)
    body.show_stage(Stage((more,)))
    body.grab()
    assert body.canvas.easel.stamps.drawn - drawn == 2, "the spleen and its halo"


def test_nothing_is_painted_while_nothing_happens(qtbot: QtBot, body: BodyView) -> None:
    body.show_stage(Stage((scene_of("liver"),)))
    qtbot.wait(60)
    paints = Paints(body)
    body.show_stage(Stage((scene_of("liver"),)))
    qtbot.wait(120)
    assert paints.areas == []


@pytest.mark.parametrize(("view", "part"), [("front", "patellar-tendon"), ("back", "achilles-tendon")])
@pytest.mark.parametrize("size", [(708, 656), (1184, 1016)])
def test_a_leader_ends_where_an_organ_is_known_by(
    body: BodyView, view: str, part: str, size: tuple[int, int]
) -> None:
    """Of tendons, the sheath of the belly is the largest: a label there would be read as one of the belly."""
    body.resize(*size)
    asked = tuple(f"{name}-{side}" for name in ("patellar-tendon", "achilles-tendon") for side in SIDES)
    tendon = Label(Ref("organ", "tendon"), "Tendon", "receiving", ("rectus-sheath", *asked), first=asked)
    body.show_stage(Stage((replace(scene_of(), view=view, labels=(tendon,), routes=()),)))
    plan = body.canvas.bodies[0]
    (place,) = plan.layout.places
    ends = [plan.placement.at(plan.body.view.shapes[f"{part}-{side}"].anchor) for side in SIDES]
    assert place.anchor in [(end.x(), end.y()) for end in ends]


def test_two_bodies_stand_side_by_side_at_one_height_and_scale(body: BodyView) -> None:
    left = replace(scene_of("liver"), caption="Sedentary", caption_role="harm")
    body.show_stage(
        Stage((left, replace(scene_of("heart"), caption="Exercising", caption_note="three hours")))
    )
    one, two = (b.placement for b in body.canvas.bodies)
    assert (one.scale, one.y) == (two.scale, two.y)
    assert one.whole.right() < body.width() / 2 < two.whole.left()
    assert body.label_rect(Ref("organ", "liver")).right() < body.width() / 2
    assert body.label_rect(Ref("organ", "heart")).left() > body.width() / 2


def test_the_headings_of_two_bodies_lie_below_the_controls_over_them(body: BodyView) -> None:
    body.show_margins(top=60)
    body.show_stage(Stage(tuple(replace(scene_of("liver"), caption=name) for name in ("Left", "Right"))))
    for one in body.canvas.bodies:
        assert one.caption.rect.top() >= 60
        assert one.placement.whole.top() > one.caption.rect.bottom()


def test_a_closeup_takes_the_place_of_the_body(qtbot: QtBot, body: BodyView) -> None:
    brain = replace(scene_of(), closeup="brain", layers=(), routes=(), labels=(), lights=())
    body.show_stage(Stage((brain,)))
    at = spot(body, "cerebellum")
    assert chosen_by_click(qtbot, body, at) == "cerebellum"


@pytest.mark.parametrize("size", [(708, 656), (960, 656), (1184, 1016), (2480, 2032)])
def test_the_figure_is_the_hero_at_every_size(body: BodyView, size: tuple[int, int]) -> None:
    body.resize(*size)
    body.show_stage(Stage((scene_of("liver", "heart", "hypothalamus"),)))
    figure = body.canvas.bodies[0].fit.scale * 1700
    assert figure >= 0.6 * (size[1] + 64)
    pills = [rect for _, rect in body.canvas.label_rects()]
    assert len(pills) == 4
    assert all(body.rect().contains(rect) for rect in pills)
