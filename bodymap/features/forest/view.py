"""The board of the forest plot: what is asked, its heading, its legend, the plot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bodymap.features.forest.model import Asked, Plot
from bodymap.features.forest.plot_view import PlotView
from bodymap.features.forest.plotting import diamond, each_legend
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.look import BODY, META, Look
from bodymap.ui.segmented import Choice, Segmented


class ForestBoard(Board):
    """The choices emit what is asked; the plot what is chosen, opened and copied."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Forest plot"), parent)
        self._heading, self._note_words = "", ""
        scopes = [
            Choice("organ", _("This organ")),
            Choice("all", _("All organs")),
            Choice("cancers", _("Cancers")),
        ]
        kinds = [
            Choice("", _("Both")),
            Choice("inactivity", _("Sitting")),
            Choice("exercise", _("Moving")),
        ]
        self.scope = Segmented(look, _("What is plotted"), scopes)
        self.kind = Segmented(look, _("Sitting or moving"), kinds)
        self.controls = (self.scope, self.kind)
        for control in self.controls:
            control.setParent(self)
            control.show_room(tight=True)
        self.plot = PlotView(look, self)
        self.setFocusProxy(self.plot)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self.plot.show_look(look)
        super().show_look(look)

    def show_plot(self, plot: Plot, asked: Asked) -> None:
        """Show what was asked for."""
        self.scope.show_value("all" if asked.scope == "organ" and not plot.organ else asked.scope)
        self.kind.show_value(asked.kind)
        self._heading = plot.heading
        self._note_words = plot.note
        self.setAccessibleDescription(f"{plot.heading}, {plot.note}")
        self.plot.show_plot(plot)
        self.plot.setAccessibleName(plot.heading)
        self.lay_out()

    def arrange(self, area: QRect) -> None:
        """The plot below its heading."""
        head = self._line() * (1 if self._legend_fits() else 2)
        self.plot.setGeometry(
            0, area.top() + head, area.width() - self.look.px(2), max(0, area.height() - head)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, what is plotted, and the legend beside it."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = 1 if self._legend_fits() else 2
        top = self.plot.y() - lines * self._line() - look.px(2)
        box = QRect(look.px(24), top, self.width() - look.px(48), self._line())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(BODY, QFont.Weight.DemiBold))
        painter.setPen(look.color("text"))
        painter.drawText(box, middle, self._heading)
        used = painter.fontMetrics().horizontalAdvance(self._heading) + look.px(16)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        painter.drawText(box.adjusted(used, 0, 0, 0), middle, self._note_words)
        self._paint_legend(painter, QRectF(box.translated(0, self._line() * (lines - 1))))
        y = self.plot.y() - look.px(2)
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(look.px(24), y, self.width() - look.px(24), y)

    def _line(self) -> int:
        return self.look.grown(30)

    def _legend_fits(self) -> bool:
        """Whether the legend has room beside the heading."""
        look, metrics = self.look, self.look.metrics(META)
        legend = sum(metrics.horizontalAdvance(words) + look.px(36) for _kind, words in each_legend())
        heading = look.metrics(BODY, QFont.Weight.DemiBold).horizontalAdvance(self._heading)
        note = metrics.horizontalAdvance(self._note_words)
        return legend + heading + note + look.px(80) <= self.width()

    def _paint_legend(self, painter: QPainter, room: QRectF) -> None:
        """As many of the signs as fit, from the right."""
        look, x = self.look, room.right()
        painter.setFont(look.font(META))
        for kind, words in reversed(tuple(each_legend())):
            wide = painter.fontMetrics().horizontalAdvance(words)
            x -= wide + look.px(22)
            if x < room.left():
                return
            role = {"harm": "harm", "benefit": "receiving"}.get(kind, "text")
            pen = QPen(look.color(role), 2 * look.base)
            if kind == "dotted":
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            hollow = kind in ("hollow", "dotted")
            painter.setBrush(look.color("panel") if hollow else look.color(role))
            painter.drawPolygon(diamond(QPointF(x + look.px(8), room.center().y()), look.px(6.5)))
            painter.setPen(look.color("text"))
            at = QRectF(x + look.px(20), room.y(), wide + 4, room.height())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), words)
            x -= look.px(14)
