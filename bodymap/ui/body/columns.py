"""The columns of labels beside a figure: how wide they are, where they lie, how high each pill is."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from bodymap.figure.figure import Box
from bodymap.ui.body.measure import Pill, bare_width, own_pills, pill_of
from bodymap.ui.body.picture import Body, Frame
from bodymap.ui.placement import Placement
from bodymap.viewmodels.label_layout import Room

_LEGS = (1145.0, 1740.0)
_HEAD = (-60.0, 385.0)
_FREE = 300.0
"""From where to where a figure leaves room beside its legs and beside its head, and how wide it is; units."""


def room_of(
    body: Body, pane: QRectF, fit: Placement, given: tuple[Frame, tuple[bool, bool]]
) -> tuple[Room, tuple[Pill, ...]]:
    """The columns of a body in its pane, and the pill of each label.

    Where there is no room beside the figure, the column of one of two bodies lies beside head and legs.
    """
    frame, sides = given
    look = frame.look
    margin, whole = look.px(16), fit.whole
    gap = look.px(24)
    outer = [whole.left() - pane.left()] * sides[0] + [pane.right() - whole.right()] * sides[1]
    beside = min(outer) - margin
    flank = beside - gap < min(look.px(110), bare_width(body.scene.labels, look)) and not (
        all(sides) or body.scene.closeup
    )
    free = _FREE * fit.scale - look.px(4)
    width = free + beside + look.px(8) if flank else beside - gap
    pill = pill_of(body.scene.labels, round(max(width, look.px(72))), look)
    slack = 0 if flank else min(look.px(60), max(0.0, beside - gap - pill.width))
    inner = whole.left() + (free if flank else -gap - slack)
    top, bottom = pane.top() + (0 if all(sides) else look.px(8)), pane.bottom()
    if flank:
        top = max(top, fit.at((0, _LEGS[0])).y())
        bottom = min(bottom, fit.at((0, _LEGS[1])).y())
    left = (inner - pill.width, top, float(pill.width), max(0.0, bottom - top))
    right = (2 * whole.center().x() - inner, top, float(pill.width), max(0.0, bottom - top))
    room = Room(
        left=left if sides[0] else None,
        right=right if sides[1] else None,
        middle=whole.center().x(),
        pill=pill.height,
        pitch=_pitch(pill, (bottom - top, -(-len(body.scene.labels) // sum(sides))), frame),
        level=look.px(4 if flank else 24),
        near=12 * fit.scale,
    )
    if all(sides):
        return room, (pill,) * len(body.scene.labels)
    pills = own_pills(body.scene.labels, pill, look)
    if not flank:
        return room, pills
    upper = _beside_head(fit, (pane.top() + look.px(4), left if sides[0] else right))
    return room._replace(upper=upper, pitch=pill.height + look.px(8)), pills


def _pitch(pill: Pill, wanted: tuple[float, int], frame: Frame) -> float:
    """From pill to pill: closer where one left out could not be asked for, and so many are wanted."""
    look, (height, count) = frame.look, wanted
    ample = max(look.px(48), pill.height + look.px(12))
    if frame.counts or count < 2:
        return ample
    return min(ample, max(pill.height + look.px(8), (height - pill.height) / (count - 1)))


def _beside_head(fit: Placement, given: tuple[float, Box]) -> Box:
    least, beside_legs = given
    top, bottom = (fit.at((0, y)).y() for y in _HEAD)
    top = max(top, least)
    return (beside_legs[0], top, beside_legs[2], max(0.0, bottom - top))
