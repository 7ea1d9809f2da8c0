"""What is written into the chart: what its axis counts, and what the flat line of sitting means."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.time_panel.scale import Scale, is_taller
from bodymap.viewmodels.timeline.values import Drawn, Timeline

_CENTRE = Qt.AlignmentFlag.AlignCenter
_STEPS = 24
"""Places along the chart that are tried for words."""


def paint_axis_name(painter: QPainter, timeline: Timeline, scale: Scale, look: Look) -> None:
    """What the axis counts and how, upwards beside its marks: as much of it as there is room for."""
    forms = (timeline.unit,) if timeline.unit else (_("times rest, log scale"), _("× rest, log"), _("× rest"))
    font = look.font(META, QFont.Weight.DemiBold)
    painter.setFont(font)
    metrics, room = painter.fontMetrics(), scale.bottom - scale.top + look.px(16)
    words = next((form for form in forms if metrics.horizontalAdvance(form) <= room), "")
    painter.save()
    painter.translate(QPointF(look.px(4), (scale.top + scale.bottom) / 2))
    painter.rotate(-90)
    painter.setPen(look.color("text"))
    painter.drawText(QRectF(-room / 2, 0, room, metrics.height()), _CENTRE, words)
    painter.restore()
    painter.setFont(look.font(META))


def paint_week(painter: QPainter, timeline: Timeline, scale: Scale, look: Look) -> None:
    """What is known of the days of a week after the first, as much of it as there is room for."""
    painter.setFont(look.font(META))
    metrics, week = painter.fontMetrics(), timeline.week
    room = scale.right - scale.left - look.px(100)
    words = next((w for w in (week.note, week.caption) if metrics.horizontalAdvance(w) < room), "")
    if not timeline.extent.is_week or not words:
        return
    box = QRectF(0, scale.top, metrics.horizontalAdvance(words) + look.px(8), metrics.height())
    box.moveRight(scale.right)
    painter.fillRect(box, look.color("panel"))
    painter.setPen(look.color("muted"))
    painter.drawText(box, _CENTRE, words)


def paint_leak(painter: QPainter, timeline: Timeline, scale: Scale, look: Look) -> None:
    """What separates the flat line of sitting from rest, filled, with words where no curve is crossed."""
    still = next((each for each in timeline.drawn if each.part == "still"), None)
    if still is None or not timeline.leak:
        return
    flat, rest = scale.y(float(still.values[scale.start])), scale.y(timeline.resting)
    box = QRectF(scale.left, min(flat, rest), scale.right - scale.left, abs(rest - flat))
    painter.fillRect(box, look.color("harm", 0.45))
    painter.setFont(look.font(META, QFont.Weight.DemiBold))
    found = next(_free(painter, timeline, scale, box, look), None)
    if found is not None:
        words, place = found
        painter.fillRect(place, look.color("panel", 0.85))
        painter.setPen(look.color("harm"))
        painter.drawText(place, _CENTRE, words)


def _free(
    painter: QPainter, timeline: Timeline, scale: Scale, line: QRectF, look: Look
) -> Iterator[tuple[str, QRectF]]:
    """Words with a place right above or below the line that neither curves nor bouts cross."""
    metrics, gap = painter.fontMetrics(), look.px(3)
    tall = metrics.height()
    top = scale.top + (tall if is_taller(scale) else 0)  # there it is said that the scale is a taller one
    others = [each for each in timeline.drawn if each.part != "still"]
    first = scale.left + look.px(6)
    if timeline.extent.is_week:  # there the line of time begins, at the end of the first bout
        first = max(first, scale.x(timeline.end) + look.px(12))
    for words in timeline.leak:
        wide = metrics.horizontalAdvance(words) + look.px(10)
        for y in (line.top() - gap - tall, line.bottom() + gap):
            last = scale.right - wide - look.px(4)
            for x in np.linspace(first, last, _STEPS) if last >= first else ():
                place = QRectF(float(x), y, wide, tall)
                inside = top <= place.top() and place.bottom() <= scale.bottom
                if inside and not any(_crosses(each, place, scale) for each in others):
                    yield words, place


def _crosses(line: Drawn, place: QRectF, scale: Scale) -> bool:
    """Whether a line goes through a place."""
    start, stop = scale.minute_at(place.left()), scale.minute_at(place.right())
    values = line.values[start : stop + 1]
    known = values[~np.isnan(values)]
    if not known.size:
        return False
    top, bottom = scale.y(float(known.max())), scale.y(float(known.min()))
    return top <= place.bottom() and bottom >= place.top()
