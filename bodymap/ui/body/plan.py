"""Where everything in a picture lies: bodies, label columns, legends and captions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF

from bodymap.figure.figure import Box, Point, Shape
from bodymap.ui.body.camera import placed
from bodymap.ui.body.legend import Caption, Legend, caption_of, legend_of
from bodymap.ui.body.measure import Pill, least_width, pill_of
from bodymap.ui.body.picture import Body, Frame, Picture
from bodymap.ui.look import META, Look
from bodymap.ui.placement import Placement, fitted
from bodymap.viewmodels.label_layout import Layout, Room, Wish, laid_out
from bodymap.viewmodels.scene_values import Label

_LEGS = (0.0, 1150.0, 300.0, 420.0)
_HEAD = (60.0, 400.0)
_FEET = 0.27
_BEYOND = 64
_SPOT = 0.06
"""Where a figure leaves room beside its legs, canvas units; how high its head reaches beside which there is
as much; how much room there is beside its feet, share of the width;
and how far a zoomed figure runs on beyond its area, px; what share of the canvas is still one spot."""


class BodyPlan(NamedTuple):
    """One body: its area, the canvas at zoom 1 and as the camera sees it, its labels and words."""

    body: Body
    area: QRectF
    fit: Placement
    placement: Placement
    room: Room
    layout: Layout
    pill: Pill
    legend: Legend
    caption: Caption

    @property
    def seen(self) -> QRect:
        """The part of the screen in which the figure is drawn: its area and a little more."""
        return self.area.toAlignedRect().adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND)

    def label(self, index: int) -> Label:
        """A label of the scene."""
        return self.body.scene.labels[index]

    def pill_rect(self, column: str, top: float) -> QRect:
        """The rectangle of a pill in a column."""
        box = self.room.left if column == "left" else self.room.right
        x = box[0] if box else 0.0
        width = box[2] if box else 0.0
        return QRect(round(x), round(top), round(width), self.pill.height)


class Plan(NamedTuple):
    """The whole picture."""

    picture: Picture
    bodies: tuple[BodyPlan, ...]


def planned(picture: Picture) -> Plan:
    """The places of everything in a picture."""
    frame = picture.frame
    count = max(1, len(picture.bodies))
    flank = (frame.width - (frame.middle if count > 1 else 0)) / count
    step = flank + (frame.middle if count > 1 else 0)
    panes = [QRectF(i * step, 0, flank, frame.height) for i in range(count)]
    words = [_words(body, pane, frame, count > 1) for body, pane in zip(picture.bodies, panes, strict=False)]
    above = max((caption.height for caption, _ in words), default=0)
    below = max((legend.height for _, legend in words), default=0) if count > 1 else 0
    bodies = [
        _body_plan(picture, index, pane.adjusted(0, above, 0, -below), words[index])
        for index, pane in enumerate(panes[: len(picture.bodies)])
    ]
    return Plan(picture, tuple(bodies))


def _words(body: Body, pane: QRectF, frame: Frame, flank: bool) -> tuple[Caption, Legend]:
    look = frame.look
    margin = look.px(24)
    top = max(look.px(16), frame.top)  # a heading lies below controls, never under them
    corner = QRect(round(pane.x()) + margin, top, round(pane.width()) - 2 * margin, 0)
    caption = caption_of(body.scene, corner, look)
    if flank:
        halves = (pane.width() - 2 * margin, 0.0)
    else:
        figure = frame.height * body.view.width / body.view.height
        beside = max((pane.width() - figure) / 2 + figure * _FEET - margin, pane.width() * 0.22)
        halves = (beside, beside)
    return caption, legend_of(body.scene, pane.toRect().adjusted(0, 0, 0, -frame.foot), halves, look)


def _body_plan(picture: Picture, index: int, pane: QRectF, words: tuple[Caption, Legend]) -> BodyPlan:
    body, frame = picture.bodies[index], picture.frame
    look, flank = frame.look, len(picture.bodies) > 1
    caption, legend = words
    area = _area(body, pane, frame, legend)
    sides = _sides(index, len(picture.bodies))
    fit = fitted(_leaning(body, area, sides, look), body.view.width, body.view.height, frame.ratio)
    placement = placed(area, fit, picture.camera, frame.ratio)
    more = max(look.px(20), look.px(4) + look.metrics(META).height())  # the count of labels without a place
    foot = pane.bottom() - frame.foot - (0 if flank else legend.height) - more
    above = max(0, frame.top - pane.top())
    room, pill = _room(body, pane.adjusted(0, above, 0, foot - pane.bottom()), fit, (frame, sides))
    wishes = _wishes(body, placement, room, area)
    layout = laid_out(wishes, room)
    layout = layout if frame.counts else layout._replace(hidden=())
    return BodyPlan(body, area, fit, placement, room, layout, pill, legend, caption)


def _area(body: Body, pane: QRectF, frame: Frame, legend: Legend) -> QRectF:
    """Where the figure may lie: the pane, but for what the longest words beside it need."""
    look, gap = frame.look, frame.look.px(12)
    area = pane.adjusted(gap, gap, -gap, -gap)
    if not body.scene.closeup:
        return area
    beside = min(least_width(body.scene.labels, look) + look.px(48), pane.width() * 0.3)
    top = max(look.px(24), frame.top)
    return area.adjusted(beside, top, -beside, -legend.height - look.px(12))


def _leaning(body: Body, area: QRectF, sides: tuple[bool, bool], look: Look) -> QRectF:
    """The area for the figure itself: narrower for the sake of long words, at the inner side of two."""
    if body.scene.closeup:
        return area
    needed = least_width(body.scene.labels, look)
    both = all(sides)
    figure = area.height() * body.view.width / body.view.height
    least = max(area.width() * 0.34, min(figure, area.width()) * 0.8)
    if both:
        width = max(least, min(figure, area.width() - 2 * (needed + look.px(48))))
        return area.adjusted((area.width() - width) / 2, 0, -(area.width() - width) / 2, 0)
    beside = max(0.0, area.width() - figure)
    lean = beside if needed and needed + look.px(36) <= beside else 0.0
    return area.adjusted(lean if sides[0] else 0, 0, -lean if sides[1] else 0, 0)


def _sides(index: int, count: int) -> tuple[bool, bool]:
    """Which columns a body has: two bodies have theirs on the outer side only."""
    return (index == 0, index == count - 1)


def _room(
    body: Body, pane: QRectF, fit: Placement, given: tuple[Frame, tuple[bool, bool]]
) -> tuple[Room, Pill]:
    frame, sides = given
    look = frame.look
    margin, whole = look.px(16), fit.whole
    gap = look.px(24)
    outer = [whole.left() - pane.left()] * sides[0] + [pane.right() - whole.right()] * sides[1]
    beside = min(outer) - margin
    flank = beside - gap < look.px(110) and not all(sides)
    width = _LEGS[2] * fit.scale + beside - gap / 2 if flank else beside - gap
    pill = pill_of(body.scene.labels, round(max(width, look.px(72))), look)
    slack = 0 if flank else min(look.px(60), max(0.0, beside - gap - pill.width))
    inner = whole.left() + (_LEGS[2] * fit.scale - gap / 2 if flank else -gap - slack)
    top, bottom = pane.top(), pane.bottom()
    if flank:
        top = max(top, fit.at((0, _LEGS[1])).y())
        bottom = min(bottom, fit.at((0, _LEGS[1] + _LEGS[3])).y())
    left = (inner - pill.width, top, float(pill.width), max(0.0, bottom - top))
    right = (2 * whole.center().x() - inner, top, float(pill.width), max(0.0, bottom - top))
    level = look.px(8 if flank else 24)
    room = Room(
        left=left if sides[0] else None,
        right=right if sides[1] else None,
        middle=whole.center().x(),
        pill=pill.height,
        pitch=max(look.px(48), pill.height + look.px(12)),
        level=level,
        near=12 * fit.scale,
        upper=_beside_head(fit, (pane.top(), left if sides[0] else right)) if flank else None,
    )
    return room, pill


def _beside_head(fit: Placement, given: tuple[float, Box]) -> Box:
    least, beside_legs = given
    top, bottom = (fit.at((0, y)).y() for y in _HEAD)
    top = max(top, least)
    return (beside_legs[0], top, beside_legs[2], max(0.0, bottom - top))


def _wishes(body: Body, placement: Placement, room: Room, area: QRectF) -> list[Wish]:
    left, right = _between_columns(room)
    reach = QRectF(left, area.top(), right - left, area.height())
    flank = room.left is None or room.right is None
    box = room.left or room.right or (0.0, 0.0, 0.0, 0.0)
    near = placement.back(QPointF(box[0], box[1] + box[3] / 2))[1] if flank else None
    wishes: list[Wish] = []
    for label in body.scene.labels:
        places = _anchors(label, body, placement, near)
        seen = tuple(p for p in places if reach.contains(QPointF(*p)))
        wishes.append(Wish(seen, label.rank, away=bool(places) and not seen))
    return wishes


def _between_columns(room: Room) -> tuple[float, float]:
    left = room.left[0] + room.left[2] + room.level if room.left else -1e5
    right = room.right[0] - room.level if room.right else 1e5
    return (left, right)


def _anchors(label: Label, body: Body, placement: Placement, near: float | None) -> tuple[Point, ...]:
    """The point of the best shape on each side of the body: the largest, or the nearest to a height.

    Where a label asks for some first, these alone, and before all one that nothing hides.
    """
    asked = _shapes(label.first, body)
    shapes = asked or _shapes(label.regions, body)
    sides: dict[bool, Shape] = {}
    for shape in sorted(shapes, key=lambda s: (bool(asked) and not s.hidden_by, _fitness(s, near), s.region)):
        sides[shape.anchor[0] < body.view.width / 2] = shape
    points = [placement.at(shape.anchor) for shape in sides.values()]
    return tuple((p.x(), p.y()) for p in points)


def _shapes(regions: tuple[str, ...], body: Body) -> list[Shape]:
    return [s for s in map(body.view.shapes.get, regions) if s and _has_place(s, body)]


def _fitness(shape: Shape, near: float | None) -> float:
    return _size(shape.box) if near is None else -abs(shape.anchor[1] - near)


def _has_place(shape: Shape, body: Body) -> bool:
    """Whether a leader may point at a shape: it is shown, or at least lies in one spot."""
    scene = body.scene
    if not scene.layers or shape.layer in scene.layers:
        return True
    if any(light.region == shape.region for light in scene.lights) or shape.region in scene.rings:
        return True
    return _size(shape.box) < _SPOT * body.view.width * body.view.height


def _size(box: Box) -> float:
    return box[2] * box[3]
