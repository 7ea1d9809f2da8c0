"""The chart: a picture of the curves, kept until they change, and the line of the minute shown over it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import META, Look
from bodymap.ui.time_panel.line_roles import role_of

if TYPE_CHECKING:
    from bodymap.ui.time_panel.plot import Plot
    from bodymap.ui.time_panel.scale import Scale
    from bodymap.viewmodels.timeline.values import Drawn, Timeline

_STEPS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -30,
    Qt.Key.Key_PageDown: 30,
}


class Chart(QWidget):
    """Emits `scrubbed(minute)` by mouse or keys, `played` by Space, and `pointed(minute, y)` while hovered.

    Until a plot is given it shows its ground alone; `repainted` counts the pictures that were made.
    """

    scrubbed = Signal(int)
    played = Signal()
    pointed = Signal(int, float)
    left = Signal()
    scaled = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._plot: Plot | None = None
        self._timeline: Timeline | None = None
        self._minute, self._dots = 0, False
        self._picture: QPixmap | None = None
        self._scale: Scale | None = None
        self._hint: tuple[tuple[str, ...], QPointF] | None = None
        self.repainted = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Time shown"))
        self.setCursor(Qt.CursorShape.SplitHCursor)

    @property
    def scale(self) -> Scale | None:
        """Where minutes and values lie; None while there is nothing to show."""
        return self._scale

    @property
    def shown(self) -> Timeline | None:
        """What is shown; None while there is nothing."""
        return self._timeline

    @property
    def has_plot(self) -> bool:
        """Whether curves can be drawn."""
        return self._plot is not None

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._renew()

    def show_plot(self, plot: Plot) -> None:
        """From now on there are curves."""
        self._plot = plot
        self._renew()

    def show_timeline(self, timeline: Timeline, dots: bool) -> None:
        """Show other curves; `dots` are the measured points over them."""
        self._timeline, self._dots = timeline, dots
        self._renew()

    def show_minute(self, minute: int, words: str) -> None:
        """Move the line; only what it leaves and what it reaches is painted."""
        before, self._minute = self._minute, minute
        self.setAccessibleDescription(words)
        if self._scale is not None and minute != before:
            self.update(QRegion(self._column(before)).united(self._column(minute)))

    def show_hint(self, lines: tuple[str, ...], at: QPointF | None) -> None:
        """Say something beside the pointer, or nothing."""
        hint = (lines, at) if at is not None and lines else None
        if hint != self._hint:
            self._hint = hint
            self.update()

    def hint(self) -> tuple[str, ...]:
        """What is said beside the pointer."""
        return self._hint[0] if self._hint else ()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Draw at the new size."""
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture where it is asked for, and the line over it."""
        if self._picture is None:
            self._picture = self._draw()
        painter = QPainter(self)
        ratio = self._picture.devicePixelRatio()
        rect = event.rect()  # Qt clips to what changed
        part = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._picture, part)
        if self._scale is not None and self._timeline is not None and self._timeline.drawn:
            self._paint_line(painter, self._scale)
        if self._hint is not None:
            self._paint_hint(painter, *self._hint)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the minute under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the line along, or ask what lies under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event)
        elif self._scale is not None:
            self.pointed.emit(self._scale.minute_at(event.position().x()), event.position().y())

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by a minute, page keys by half an hour, Home and End go to the ends, Space plays."""
        key, scale = Qt.Key(event.key()), self._scale
        if scale is not None and key in _STEPS:
            self.scrubbed.emit(max(scale.start, min(scale.stop, self._minute + _STEPS[key])))
        elif scale is not None and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.scrubbed.emit(scale.start if key == Qt.Key.Key_Home else scale.stop)
        elif key == Qt.Key.Key_Space:
            self.played.emit()
        else:
            super().keyPressEvent(event)

    def _scrub(self, event: QMouseEvent) -> None:
        if self._scale is not None:
            self.show_hint((), None)
            self.scrubbed.emit(self._scale.minute_at(event.position().x()))

    def _renew(self) -> None:
        self._picture, self._hint = None, None
        if self._timeline is not None and self.width() > 0:
            from bodymap.ui.time_panel.backdrop import scale_of

            self._scale = scale_of(self._timeline, self.size(), self._look)
            self.scaled.emit(self._scale)
        self.update()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.color("panel"))
        if self._timeline is None or self._scale is None or self._plot is None:
            return picture
        from bodymap.ui.time_panel.backdrop import paint_behind, paint_beside

        self.repainted += 1
        painter = QPainter(picture)
        paint_behind(painter, self._timeline, self._scale, self._look)
        self._plot.paint(painter, self._scale, self._timeline.drawn, self._look, self._dots)
        paint_beside(painter, self._timeline, self._scale, self._look)
        painter.end()
        return picture

    def _column(self, minute: int) -> QRect:
        """What the line covers at a minute, px."""
        assert self._scale is not None
        half = self._look.px(12)
        return QRect(round(self._scale.x(minute)) - half, 0, 2 * half, self.height())

    def _paint_line(self, painter: QPainter, scale: Scale) -> None:
        look, x = self._look, scale.x(self._minute)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("text"), 2 * look.base))
        painter.drawLine(QPointF(x, scale.top), QPointF(x, scale.bottom))
        half, top = look.px(7), scale.top - look.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text"))
        handle = [(-half, 0), (half, 0), (half, half), (0, 2 * half), (-half, half)]
        painter.drawPolygon(QPolygonF([QPointF(x + dx, max(0.0, top) + dy) for dx, dy in handle]))
        for line in self._timeline.drawn if self._timeline else ():
            self._paint_dot(painter, line, QPointF(x, scale.y(float(line.values[self._minute]))))

    def _paint_dot(self, painter: QPainter, line: Drawn, at: QPointF) -> None:
        if math.isnan(at.y()):
            return
        radius = self._look.px(5 if line.part in ("main", "still") else 4)
        painter.setPen(QPen(self._look.color("panel"), 2 * self._look.base))
        painter.setBrush(self._look.color(role_of(line.part, line.tone)))
        painter.drawEllipse(at, radius, radius)

    def _paint_hint(self, painter: QPainter, lines: tuple[str, ...], at: QPointF) -> None:
        look, edge = self._look, self._look.px(10)
        painter.setFont(look.font(META))
        metrics = painter.fontMetrics()
        wide = min(max(metrics.horizontalAdvance(line) for line in lines) + 2 * edge, self.width())
        box = QRectF(0, 0, wide, metrics.height() * len(lines) + edge)
        x = at.x() + edge if at.x() + edge + wide < self.width() else at.x() - edge - wide
        box.moveTo(max(0.0, x), max(0.0, min(at.y() - box.height() / 2, self.height() - box.height())))
        painter.setPen(QPen(look.color("outline"), 1))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(box, look.px(6), look.px(6))
        painter.setPen(look.color("text"))
        for n, line in enumerate(lines):
            row = QRectF(
                box.left() + edge,
                box.top() + edge / 2 + n * metrics.height(),
                wide - 2 * edge,
                metrics.height(),
            )
            painter.drawText(
                row,
                Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(row.width())),
            )
