"""Where everything in a picture lies: bodies, label columns, legends and captions."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF

from bodymap.figure.figure import Box, Point, Shape
from bodymap.ui.body.camera import placed
from bodymap.ui.body.columns import room_of
from bodymap.ui.body.legend import Caption, Legend, caption_of, legend_of
from bodymap.ui.body.measure import Pill, bare_width, least_width
from bodymap.ui.body.picture import Body, Frame, Picture
from bodymap.ui.look import META
from bodymap.ui.placement import Placement, fitted
from bodymap.viewmodels.label_layout import Layout, Place, Room, Wish, laid_out
from bodymap.viewmodels.scene_values import Label

_FEET = 0.27
_BEYOND = 64
_SPOT = 0.06
_FEW = 2
_LOW = 340
_GAPS = 52
"""How much room there is beside a figure's feet, share of the width;
how far a zoomed figure runs on beyond its area, px; what share of the canvas is still one spot;
how many labels of a close-up stand on one side, so that it can be larger; below what height, px at scale 1,
two figures need the room of the notes above them; what lies between figure, labels and edge, px."""


class BodyPlan(NamedTuple):
    """One body: its area, the canvas at zoom 1 and as the camera sees it, its labels and words."""

    body: Body
    area: QRectF
    fit: Placement
    placement: Placement
    room: Room
    layout: Layout
    pills: tuple[Pill, ...]
    legend: Legend
    caption: Caption

    @property
    def seen(self) -> QRect:
        """The part of the screen in which the figure is drawn: its area and a little more."""
        return self.area.toAlignedRect().adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND)

    def label(self, index: int) -> Label:
        """A label of the scene."""
        return self.body.scene.labels[index]

    def pill_rect(self, place: Place) -> QRect:
        """The rectangle of a pill in its column."""
        box = self.room.left if place.column == "left" else self.room.right
        pill = self.pills[place.index]
        return QRect(round(box[0] if box else 0.0), round(place.top), pill.width, pill.height)


class Plan(NamedTuple):
    """The whole picture."""

    picture: Picture
    bodies: tuple[BodyPlan, ...]


def planned(picture: Picture) -> Plan:
    """The places of everything in a picture; figures lie where they will with all that is to be told."""
    frame = picture.frame
    told = planned(picture._replace(bodies=picture.told, told=())).bodies if picture.told else ()
    count = max(1, len(picture.bodies))
    flank = (frame.width - (frame.middle if count > 1 else 0)) / count
    step = flank + (frame.middle if count > 1 else 0)
    panes = [QRectF(i * step, 0, flank, frame.height) for i in range(count)]
    bodies = _bodies(picture, panes, told)
    shown = picture
    while count > 1 and not all(map(_counts_as_told, bodies)):
        own = tuple(made.body if _counts_as_told(made) else _without_counts(made.body) for made in bodies)
        shown = shown._replace(bodies=own)
        bodies = _bodies(shown, panes, told)
    return Plan(picture, bodies)


def _bodies(picture: Picture, panes: list[QRectF], told: tuple[BodyPlan, ...]) -> tuple[BodyPlan, ...]:
    flank = len(panes) > 1
    words = [
        _words(body, pane, picture.frame, flank) for body, pane in zip(picture.bodies, panes, strict=False)
    ]
    above = max((caption.height for caption, _ in words), default=0)
    below = max((legend.height for _, legend in words), default=0) if flank else 0
    return tuple(
        _body_plan(picture, index, pane.adjusted(0, above, 0, -below), (*words[index], told[index:][:1]))
        for index, pane in enumerate(panes[: len(picture.bodies)])
    )


def _counts_as_told(body: BodyPlan) -> bool:
    """Whether any pill shows the count that the legend explains, if it does."""
    if not any(line.entry.shape == "pill" for line in body.legend.lines):
        return True
    shown = [place.index for place in body.layout.places]
    return any(body.pills[i].badge and body.label(i).badge.isdigit() for i in shown)


def _without_counts(body: Body) -> Body:
    """A body where no count fits: the legend explains none, and none stands alone at last."""
    scene = body.scene
    entries = tuple(entry for entry in scene.legend if entry.shape != "pill")
    labels = tuple(replace(n, badge="") if n.badge.isdigit() else n for n in scene.labels)
    return body._replace(scene=replace(scene, legend=entries, labels=labels))


def _words(body: Body, pane: QRectF, frame: Frame, flank: bool) -> tuple[Caption, Legend]:
    look = frame.look
    margin = look.px(24)
    top = max(look.px(16), frame.top)  # a heading lies below controls, never under them
    corner = QRect(round(pane.x()) + margin, top, round(pane.width()) - 2 * margin, 0)
    brief = flank and frame.height < look.px(_LOW)
    caption = caption_of(replace(body.scene, caption_note="") if brief else body.scene, corner, look)
    if flank:
        halves = (pane.width() - margin - look.px(8), 0.0)
    else:
        figure = frame.height * body.view.width / body.view.height
        beside = max((pane.width() - figure) / 2 + figure * _FEET - margin, pane.width() * 0.22)
        halves = (beside, beside)
    return caption, legend_of(body.scene, pane.toRect().adjusted(0, 0, 0, -frame.foot), halves, look)


def _body_plan(
    picture: Picture, index: int, pane: QRectF, given: tuple[Caption, Legend, tuple[BodyPlan, ...]]
) -> BodyPlan:
    body, frame = picture.bodies[index], picture.frame
    look, flank = frame.look, len(picture.bodies) > 1
    caption, legend, told = given
    sides = _sides(body, index, len(picture.bodies))
    area = told[0].area if told else _area(body, pane, (frame, sides), legend)
    fit = told[0].fit if told else _fit(picture, body, area, sides)
    placement = placed(area, fit, picture.camera, frame.ratio)
    more = max(look.px(20), look.px(4) + look.metrics(META).height())  # the count of labels without a place
    foot = pane.bottom() - frame.foot - (0 if flank else legend.height) - more
    above = max(0, frame.top - pane.top())
    room, pills = room_of(body, pane.adjusted(0, above, 0, foot - pane.bottom()), fit, (frame, sides))
    wishes = _wishes(body, placement, room, (area, pills))
    layout = laid_out(wishes, room)
    layout = layout if frame.counts else layout._replace(hidden=())
    return BodyPlan(body, area, fit, placement, room, layout, pills, legend, caption)


def _fit(picture: Picture, body: Body, area: QRectF, sides: tuple[bool, bool]) -> Placement:
    view = body.view
    return fitted(_leaning(picture, body, area, sides), view.width, view.height, picture.frame.ratio)


def _area(body: Body, pane: QRectF, given: tuple[Frame, tuple[bool, bool]], legend: Legend) -> QRectF:
    """Where the figure may lie: the pane, but for what the longest words beside it need."""
    frame, sides = given
    look, gap = frame.look, frame.look.px(12)
    area = pane.adjusted(gap, gap, -gap, -gap)
    if not body.scene.closeup:
        return area
    beside = min(least_width(body.scene.labels, look) + look.px(48), pane.width() * 0.3)
    top = max(look.px(24), frame.top)
    return area.adjusted(beside * sides[0], top, -beside * sides[1], -legend.height - look.px(12))


def _leaning(picture: Picture, body: Body, area: QRectF, sides: tuple[bool, bool]) -> QRectF:
    """The area for the figure itself: narrower for the sake of long words, at the inner side of two."""
    if body.scene.closeup:
        return area
    frame = picture.frame
    figure = min(area.height() * body.view.width / body.view.height, area.width())
    if all(sides):
        needed = least_width(body.scene.labels, frame.look) + frame.look.px(48)
        width = max(area.width() * 0.34, figure * 0.8, min(figure, area.width() - 2 * needed))
        return area.adjusted((area.width() - width) / 2, 0, -(area.width() - width) / 2, 0)
    lean = _lean(picture, area.width(), figure)
    return area.adjusted(lean if sides[0] else 0, 0, -lean if sides[1] else 0, 0)


def _lean(picture: Picture, width: float, figure: float) -> float:
    """What two figures, which are alike, leave free at their outer sides; 0 where no column fits."""
    look, free = picture.frame.look, width - figure
    most = width - figure * picture.frame.least
    names = [body.scene.labels for body in picture.bodies]
    for needed in (
        max(least_width(labels, look) for labels in names),
        max(bare_width(labels, look) for labels in names),
    ):
        if needed and needed + look.px(36) <= most:
            return min(most, max(free, needed + look.px(_GAPS)))
    return 0.0


def _sides(body: Body, index: int, count: int) -> tuple[bool, bool]:
    """Which columns a body has: two bodies have theirs on the outer side only, as has one with few names.

    Only close-ups have them so: a figure that stands upright lies in the middle.
    """
    labels, width = body.scene.labels, body.view.width
    if count == 1 and body.scene.closeup and 0 < len(labels) <= _FEW:
        shapes = [body.view.shapes[r] for label in labels for r in label.regions if r in body.view.shapes]
        left = sum(shape.anchor[0] - width / 2 for shape in shapes) < 0
        return (left, not left)
    return (index == 0, index == count - 1)


def _wishes(
    body: Body, placement: Placement, room: Room, given: tuple[QRectF, tuple[Pill, ...]]
) -> list[Wish]:
    area, pills = given
    left, right = _between_columns(room)
    reach = QRectF(left, area.top(), right - left, area.height())
    flank = room.left is None or room.right is None
    box = room.left or room.right or (0.0, 0.0, 0.0, 0.0)
    near = placement.back(QPointF(box[0], box[1] + box[3] / 2))[1] if flank else None
    wishes: list[Wish] = []
    for label, pill in zip(body.scene.labels, pills, strict=True):
        places = _anchors(label, body, placement, near)
        tall = pill.height if flank else 0.0
        seen = tuple(p for p in places if reach.contains(QPointF(*p)))
        wishes.append(Wish(seen, label.rank, away=bool(places) and not seen, tall=tall))
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
