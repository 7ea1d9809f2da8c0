"""What stands behind and beside the curves: bouts, marks, gaps with words, names at the lines' ends."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen

from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.time_panel.inscriptions import paint_axis_name, paint_leak, paint_week
from bodymap.ui.time_panel.line_roles import BANDED, MARK, paint_mark, role_of
from bodymap.ui.time_panel.scale import (
    Mark,
    Scale,
    clock_marks,
    day_marks,
    is_taller,
    midnights,
    span_of_values,
    time_marks,
    value_marks,
)
from bodymap.viewmodels.timeline.values import Drawn, Timeline

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SHADE = 0.13
_HAIR = 1.4
"""px at scale 1: one there, three on a slide of 1080 lines."""
_MARKS_APART = 96.0
"""px at scale 1 between two marks of one line."""
_MOST_LABEL = 0.45
"""The share of the width that names at the lines' ends may take."""


def scale_of(timeline: Timeline, size: QSize, look: Look) -> Scale:
    """Where everything lies in a chart of a size: room for marks at the left, names at the right."""
    bold = look.metrics(META, QFont.Weight.DemiBold)
    names = max((bold.horizontalAdvance(d.label) for d in timeline.drawn), default=0)
    line, edge = look.grown(META), look.px(8)
    low, high = _values(timeline)
    return Scale(
        left=float(line + look.metrics(META).horizontalAdvance("×0.25") + 2 * edge),
        top=float(edge + line // 2),
        right=float(size.width() - min(names + 5 * edge, round(size.width() * _MOST_LABEL))),
        bottom=float(size.height() - line - look.px(12)),
        start=timeline.extent.start,
        stop=timeline.extent.stop,
        low=low,
        high=high,
        log=timeline.axis == "fold",
    )


def paint_behind(painter: QPainter, timeline: Timeline, scale: Scale, look: Look) -> None:
    """Bouts, gaps and marks: everything that curves are drawn over."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for span in timeline.spans:
        left, right = scale.x(max(span.start, scale.start)), scale.x(min(span.stop, scale.stop))
        box = QRectF(left, scale.top, max(1.0, right - left), scale.bottom - scale.top)
        if right >= scale.left and left <= scale.right:
            painter.fillRect(box, look.color("working", _SHADE))
    painter.setFont(look.font(META))
    _paint_values(painter, scale, look)
    _paint_times(painter, timeline, scale, look)
    paint_axis_name(painter, timeline, scale, look)
    if timeline.main is not None:
        _paint_gaps(painter, timeline.main, scale, look)


def paint_beside(painter: QPainter, timeline: Timeline, scale: Scale, look: Look) -> None:
    """The names of the lines at their ends, in their colours, none over another; or why there is no line."""
    if timeline.trouble:
        _paint_words(painter, timeline.trouble, scale, look)
        return
    paint_week(painter, timeline, scale, look)
    painter.setFont(look.font(META, QFont.Weight.DemiBold))
    metrics = painter.fontMetrics()
    width = painter.device().width() / painter.device().devicePixelRatio() - scale.right - look.px(16)
    for drawn, y in _label_places(timeline.drawn, scale, float(metrics.height())):
        indent = look.px(10) + (look.px(2 * MARK + 5) if drawn.tone else 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(scale.right + look.px(8 + MARK), y), drawn.tone, look)
        painter.setPen(look.color(role_of(drawn.part, drawn.tone)))
        words = metrics.elidedText(drawn.label, Qt.TextElideMode.ElideRight, int(width))
        box = QRectF(scale.right + indent, y - metrics.height() / 2, width, metrics.height())
        painter.drawText(box, _MIDDLE, words)
    for number, drawn in enumerate(timeline.drawn):
        _paint_marks(painter, drawn, number, scale, look)
    paint_leak(painter, timeline, scale, look)


def _values(timeline: Timeline) -> tuple[float, float]:
    """The span of values: all lines, and the band of the first."""
    start, stop = timeline.extent.start, timeline.extent.stop + 1
    shown = [d.values[start:stop] for d in timeline.drawn]
    banded = timeline.drawn if len(timeline.drawn) <= BANDED else timeline.drawn[:1]
    shown += [edge[start:stop] for d in banded for edge in (d.low, d.high)]
    known = [values[~np.isnan(values)] for values in shown]
    known = [values for values in known if values.size]
    lowest = min((float(v.min()) for v in known), default=1.0)
    highest = max((float(v.max()) for v in known), default=1.0)
    return span_of_values(lowest, highest, timeline.resting if timeline.unit else None)


def _paint_values(painter: QPainter, scale: Scale, look: Look) -> None:
    tall = painter.fontMetrics().height()
    for mark in value_marks(scale, tall * 1.25):
        y = round(mark.at) + 0.5
        rest = mark.strong and scale.log
        style = Qt.PenStyle.CustomDashLine if rest else Qt.PenStyle.SolidLine
        pen = QPen(look.color("muted" if rest else "hairline"), look.px(_HAIR) if rest else 1.0, style)
        if rest:
            pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(scale.left, y), QPointF(scale.right, y))
        painter.setPen(look.color("text" if mark.strong else "muted"))
        box = QRectF(0, y - tall / 2, scale.left - look.px(10), tall)
        painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, mark.words)
    _paint_taller(painter, scale, look)


def _paint_taller(painter: QPainter, scale: Scale, look: Look) -> None:
    """Loudly that the axis reaches higher than that of other days and bouts."""
    if not is_taller(scale):
        return
    words, metrics = _("taller scale"), painter.fontMetrics()
    box = QRectF(scale.left + look.px(6), scale.top, 0, metrics.height())
    box.setWidth(metrics.horizontalAdvance(words) + look.px(8))
    painter.fillRect(box, look.color("panel"))
    painter.setPen(look.color("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _paint_marks(painter: QPainter, drawn: Drawn, number: int, scale: Scale, look: Look) -> None:
    """The marks of a line along it; those of several lines stand beside each other."""
    if not drawn.tone:
        return
    step = max(1.0, look.px(_MARKS_APART) * (scale.stop - scale.start) / max(1.0, scale.right - scale.left))
    for minute in np.arange(scale.start + step * (0.3 + 0.17 * number), scale.stop, step).astype(int):
        value = float(drawn.values[minute])
        if not np.isnan(value):
            paint_mark(painter, QPointF(scale.x(minute), scale.y(value)), drawn.tone, look)


def _paint_times(painter: QPainter, timeline: Timeline, scale: Scale, look: Look) -> None:
    metrics = painter.fontMetrics()
    room = metrics.horizontalAdvance("+88 h 88 min") + look.px(12)
    painter.setPen(QPen(look.color("hairline"), look.px(_HAIR)))
    painter.drawLine(QPointF(scale.left, scale.bottom + 0.5), QPointF(scale.right, scale.bottom + 0.5))
    for x in midnights(scale) if timeline.extent.is_week else ():
        painter.drawLine(QPointF(round(x) + 0.5, scale.top), QPointF(round(x) + 0.5, scale.bottom))
    for mark in _time_marks(timeline, scale, room):
        x, wide = round(mark.at) + 0.5, metrics.horizontalAdvance(mark.words)
        painter.setPen(QPen(look.color("outline"), look.px(_HAIR)))
        if not timeline.extent.is_week:
            painter.drawLine(QPointF(x, scale.bottom), QPointF(x, scale.bottom + look.px(4)))
        painter.setPen(look.color("text" if mark.strong else "muted"))
        box = QRectF(x - wide / 2 - 2, scale.bottom + look.px(5), wide + 4, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.words)


def _time_marks(timeline: Timeline, scale: Scale, room: float) -> list[Mark]:
    extent = timeline.extent
    if extent.is_week:
        return day_marks(scale, room * 0.4)
    if extent.clock:
        return clock_marks(scale, room * 0.8, named=extent.named)
    return time_marks(scale, timeline.end, room)


def _paint_gaps(painter: QPainter, main: Drawn, scale: Scale, look: Look) -> None:
    """Where nothing was measured: a grey field with words, never a line."""
    for part in main.line.parts:
        start, stop = max(part.start, scale.start), min(part.stop, scale.stop)
        if part.drawn or stop <= start:
            continue
        box = QRectF(scale.x(start), scale.top, scale.x(stop) - scale.x(start), scale.bottom - scale.top)
        painter.fillRect(box, look.color("muted", 0.10))
        painter.fillRect(box, QBrush(look.color("muted", 0.30), Qt.BrushStyle.BDiagPattern))
        words = _("{signal}: {status}").format(signal=main.line.name, status=part.words)
        wide = painter.fontMetrics().horizontalAdvance(words) + look.px(16)
        label = QRectF(0, 0, wide, painter.fontMetrics().height() + look.px(8))
        label.moveCenter(box.center())
        if wide < box.width():
            painter.fillRect(label, look.color("panel"))
            painter.setPen(look.color("text"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


def _paint_words(painter: QPainter, words: str, scale: Scale, look: Look) -> None:
    painter.setFont(look.font())
    painter.setPen(look.color("text"))
    box = QRectF(scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    around = painter.boundingRect(box, flags, words).adjusted(-12, -8, 12, 8)
    painter.fillRect(around, look.color("panel"))
    painter.drawText(box, flags, words)


def _label_places(drawn: tuple[Drawn, ...], scale: Scale, tall: float) -> list[tuple[Drawn, float]]:
    """Each line with the y of its name: at its last value, moved apart where names would overlap."""
    wanted: list[tuple[float, Drawn]] = []
    for line in drawn:
        known = line.values[scale.start : scale.stop + 1]
        known = known[~np.isnan(known)]
        if known.size:
            wanted.append((min(max(scale.y(float(known[-1])), scale.top), scale.bottom), line))
    wanted.sort(key=lambda pair: pair[0])
    places = [y for y, _line in wanted]
    for n in range(1, len(places)):
        places[n] = max(places[n], places[n - 1] + tall)
    crowded = len(places) * tall > scale.bottom - scale.top
    over = max(0.0, places[-1] + tall / 2 - scale.bottom - (tall if crowded else 0)) if places else 0.0
    for n in range(len(places) - 1, -1, -1):
        limit = places[n + 1] - tall if n + 1 < len(places) else places[n] - over
        places[n] = min(places[n], limit)
    return [(line, y) for (_y, line), y in zip(wanted, places, strict=True)]
