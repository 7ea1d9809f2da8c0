"""Labels beside a body: pills, badges, leaders and the rings that leaders end at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from bodymap.i18n import _, counted
from bodymap.ui.body.measure import Pill, badge_rect, broken
from bodymap.ui.body.picture import Touch
from bodymap.ui.body.piece import Piece
from bodymap.ui.body.plan import BodyPlan
from bodymap.ui.look import BODY, META, Look
from bodymap.viewmodels.label_layout import Place, knee
from bodymap.viewmodels.scene_values import Label

_ARROW = "→"


def label_pieces(body: BodyPlan, look: Look, touch: Touch) -> list[Piece]:
    """Leaders first, then pills over them, then the count of what did not fit."""
    places = body.layout.places
    leaders = [
        _leader(body, place, look, _is_touched(body.label(place.index), touch))
        for place in places
        if place.anchor
    ]
    pills = [_pill(body, place, look, touch) for place in places]
    return [*leaders, *pills, *more_pieces(body, look)]


def more_rect(body: BodyPlan, look: Look) -> QRect:
    """Where the count of hidden labels stands; empty where all are shown."""
    if not body.layout.hidden:
        return QRect()
    box = body.room.right or body.room.left
    if box is None:
        return QRect()
    metrics = look.metrics(META, QFont.Weight.Medium)
    wide = max(0, metrics.horizontalAdvance(_more_words(body)) + look.px(4) - round(box[2]))
    rect = QRect(round(box[0]), round(box[1] + box[3]) + look.px(4), round(box[2]), metrics.height())
    return rect.adjusted(-(wide // 2), 0, wide - wide // 2, 0)


def _more_words(body: BodyPlan) -> str:
    return counted("+{n} more", "+{n} more", len(body.layout.hidden))


def more_pieces(body: BodyPlan, look: Look) -> list[Piece]:
    """The count of hidden labels."""
    rect = more_rect(body, look)
    if rect.isEmpty():
        return []
    words = _more_words(body)
    return [Piece(rect, ("more", words, look), partial(_draw_more, words, rect.size().width(), look))]


def _is_touched(label: Label, touch: Touch) -> bool:
    return label.ref == touch.ref if touch.ref else bool(set(label.regions) & set(touch.regions))


def _pill(body: BodyPlan, place: Place, look: Look, touch: Touch) -> Piece:
    label, rect = body.label(place.index), body.pill_rect(place)
    lively = _is_touched(label, touch)
    masked = label.rank + 1 if label.masked else 0
    pill = body.pills[place.index]
    key = ("pill", label.text, label.badge, label.role, masked, place.column, pill, lively, look)
    return Piece(rect, key, partial(_draw_pill, label, (place.column, pill, lively), look))


def _draw_pill(label: Label, how: tuple[str, Pill, bool], look: Look, painter: QPainter) -> None:
    column, pill, lively = how
    accent = QColor(look.theme.accent(label.role))
    width = look.px(15) / 10 if not lively else look.px(25) / 10
    box = QRectF(0, 0, pill.width, pill.height).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    radius = min(look.px(16) if pill.height <= look.px(32) else look.px(18), pill.height / 2)
    painter.setPen(QPen(accent, width))
    painter.setBrush(look.color("selection" if lively else "pill"))
    painter.drawRoundedRect(box, radius, radius)
    if label.masked:
        _draw_name(painter, _("{n} ?").format(n=label.rank + 1), ("", pill), look)
        return
    badge = bool(label.badge) and pill.badge
    if badge:
        _draw_badge(painter, label, badge_rect(QRect(0, 0, pill.width, pill.height), column, look), look)
    _draw_name(painter, label.text, (column if badge else "", pill), look)


def _draw_name(painter: QPainter, text: str, how: tuple[str, Pill], look: Look) -> None:
    column, pill = how
    inner = look.px(16 if pill.size == BODY else 10)
    name = QRect((pill.width - pill.name) // 2, 0, pill.name, pill.height)
    side = Qt.AlignmentFlag.AlignHCenter
    if column:
        name.moveLeft(pill.width - inner - pill.name if column == "left" else inner)
        side = Qt.AlignmentFlag.AlignRight if column == "left" else Qt.AlignmentFlag.AlignLeft
    painter.setPen(look.color("text"))
    painter.setFont(look.font(pill.size, QFont.Weight.Medium))
    metrics = look.metrics(pill.size, QFont.Weight.Medium)
    lines = pill.height > metrics.height() * 2
    shown = broken(text, pill.name + 2, metrics) if lines else text
    wrap = Qt.TextFlag.TextWordWrap if lines else Qt.AlignmentFlag(0)
    painter.drawText(name, int(side | Qt.AlignmentFlag.AlignVCenter) | int(wrap), shown)


def _draw_badge(painter: QPainter, label: Label, rect: QRect, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.accent(label.role)))
    radius = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    if label.badge == _ARROW:
        _draw_arrow(painter, QRectF(rect).center(), look)
        return
    painter.setPen(look.color("on_accent" if label.role != "chosen" else "inverse"))
    painter.setFont(look.font(META, QFont.Weight.DemiBold))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), label.badge)


def _draw_arrow(painter: QPainter, middle: QPointF, look: Look) -> None:
    half, head = look.grown(12) / 2, look.grown(8) / 2
    painter.setPen(
        QPen(
            look.color("on_accent"),
            look.grown(18) / 10,
            c=Qt.PenCapStyle.RoundCap,
            j=Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tip = QPointF(middle.x() + half, middle.y())
    arrow = QPainterPath(QPointF(middle.x() - half, middle.y()))
    arrow.lineTo(tip)
    arrow.moveTo(tip + QPointF(-head, -head))
    arrow.lineTo(tip)
    arrow.lineTo(tip + QPointF(-head, head))
    painter.drawPath(arrow)


def _leader(body: BodyPlan, place: Place, look: Look, lively: bool) -> Piece:
    label, rect = body.label(place.index), body.pill_rect(place)
    turn, end = QPointF(*knee(place, body.room)), QPointF(*(place.anchor or (0.0, 0.0)))
    start = QPointF(rect.right() + 1 if place.column == "left" else rect.left(), turn.y())
    reach = look.px(8)
    box = QRectF(start, end).normalized().united(QRectF(turn, end).normalized())
    bounds = box.adjusted(-reach, -reach, reach, reach).toAlignedRect()
    points = tuple((p - QPointF(bounds.topLeft())).toTuple() for p in (start, turn, end))
    key = ("leader", label.role, points, lively, look)
    return Piece(bounds, key, partial(_draw_leader, (label, points, lively), look))


def _draw_leader(
    what: tuple[Label, tuple[tuple[float, float], ...], bool], look: Look, painter: QPainter
) -> None:
    label, points, lively = what
    start, turn, end = (QPointF(*p) for p in points)
    accent = QColor(look.theme.accent(label.role))
    line = look.px(25 if lively else 15) / 10
    radius = look.px(5 if lively else 4)
    way = end - turn
    length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    stop = end - way * (radius / length)
    path = QPainterPath(start)
    path.lineTo(turn)
    path.lineTo(stop)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    casing = look.color("ground2" if look.theme.art == "dark" else "ground0", 0.85)
    for color, width in ((casing, look.px(4)), (accent, line)):
        painter.setPen(QPen(color, width, c=Qt.PenCapStyle.FlatCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
    painter.setPen(QPen(casing, look.px(4)))
    painter.drawEllipse(end, radius, radius)
    painter.setBrush(look.color("ground2" if look.theme.art == "dark" else "ground0"))
    painter.setPen(QPen(accent, look.px(2)))
    painter.drawEllipse(end, radius, radius)


def _draw_more(words: str, width: int, look: Look, painter: QPainter) -> None:
    metrics = look.metrics(META, QFont.Weight.Medium)
    painter.setFont(look.font(META, QFont.Weight.Medium))
    painter.setPen(look.color("link"))
    painter.drawText(QRect(0, 0, width, metrics.height()), int(Qt.AlignmentFlag.AlignCenter), words)
