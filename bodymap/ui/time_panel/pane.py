"""The panel at the bottom of the window: now, dose, blocks and curves, and the legend."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.time_panel.chart import Chart
from bodymap.ui.time_panel.dose_bar import DoseBar
from bodymap.ui.time_panel.legend import Legend
from bodymap.ui.time_panel.now_pane import NowPane
from bodymap.ui.time_panel.strip import Strip
from bodymap.ui.time_panel.week_strip import WeekStrip

_LEFT, _RIGHT, _MIDDLE = 232.0, 300.0, 420.0
_CARD = 416.0
"""The width of the legend where no card stands at the right."""
_LINES, _CURVES = 2, 200.0
"""Lines that what a day says may take, and the height of the panel from which it may take more."""


class TimePane(QWidget):
    """Lays out its parts; `control` fills them. Emits `shown` each time that it becomes visible."""

    shown = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._columns = look, (0, 0)
        self.setAccessibleName(_("Time"))
        self.now, self.dose = NowPane(look, self), DoseBar(look, self)
        self.strip, self.chart = Strip(look, self), Chart(look, self)
        self.legend = Legend(look, self)
        self.week = WeekStrip(look, self)
        self.week.hide()
        for strip in (self.strip, self.week):
            self.chart.scaled.connect(strip.show_scale)
        self.dose.grown.connect(self._arrange)

    @property
    def tab_order(self) -> list[QWidget]:
        """What the tab key walks through."""
        strips = (*self.week.cells, self.strip)
        return [*self.now.tab_order, *self.dose.tab_order, *strips, self.chart, *self.legend.tab_order]

    def show_columns(self, left: int, right: int) -> None:
        """Align with the lists at the left and the card at the right; 0 where there is none."""
        self._columns = (left, right)
        self._arrange()

    def show_strip(self, *, week: bool) -> None:
        """Show the days of a whole week above the blocks of the time in sight, or these alone."""
        self.week.setVisible(week)
        self._arrange()

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (self.now, self.dose, self.strip, self.week, self.chart, self.legend):
            part.show_look(look)
        self._arrange()
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody will want curves."""
        super().showEvent(event)
        self.shown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("panel"))
        painter.setPen(QPen(self._look.color("hairline"), 1))
        painter.drawLine(0, 0, self.width(), 0)

    def _arrange(self) -> None:
        look, edge, gap = self._look, self._look.px(24), self._look.px(8)
        grown = (1 + look.text) / 2
        left = min(max(self._columns[0], look.px(_LEFT * grown)), round(self.width() * 0.4))
        card = self._columns[1] or look.px(_CARD)
        right = max(min(card, self.width() // 3), look.px(_RIGHT * grown))
        has_legend = self.width() - left - right >= look.px(_MIDDLE)
        right = right if has_legend else edge
        tall = self.height() - 2 * look.px(12)
        self.now.setGeometry(edge, look.px(12), left - edge - gap, tall)
        self.legend.setVisible(has_legend)
        self.legend.setGeometry(self.width() - right + edge, look.px(12), right - 2 * edge, tall)
        middle = QRect(left, gap, self.width() - left - right, self.height() - 2 * gap)
        indent = look.px(16)
        lines = _LINES + max(0, (self.height() - look.px(_CURVES)) // look.grown(META))
        dose = self.dose.height_for(middle.width() - indent, min(lines, 2 * _LINES))
        self.dose.setGeometry(middle.x() + indent, middle.y(), middle.width() - indent, dose)
        y = middle.y() + dose + look.px(2)
        for strip in (self.week, self.strip):
            tall = strip.sizeHint().height() if strip is self.strip or not self.week.isHidden() else 0
            strip.setGeometry(middle.x(), y, middle.width(), tall)
            y += tall
        self.chart.setGeometry(middle.x(), y, middle.width(), max(0, middle.bottom() - y))
