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
        """The plot below its heading and its legend."""
        head = self._line() * (len(self._legend_rows()) + (not self._legend_fits()))
        self.plot.setGeometry(
            0, area.top() + head, area.width() - self.look.px(2), max(0, area.height() - head)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, what is plotted, and the legend beside or below it."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, beside = self._legend_rows(), self._legend_fits()
        top = self.plot.y() - self._line() * (len(rows) + (not beside)) - look.px(2)
        box = QRect(look.px(24), top, self.width() - look.px(48), self._line())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(BODY, QFont.Weight.DemiBold))
        painter.setPen(look.color("text"))
        painter.drawText(box, middle, self._heading)
        used = painter.fontMetrics().horizontalAdvance(self._heading) + look.px(16)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        painter.drawText(box.adjusted(used, 0, 0, 0), middle, self._note_words)
        for number, row in enumerate(rows):
            self._paint_legend(painter, row, top + self._line() * (number + (not beside)))
        y = self.plot.y() - look.px(2)
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(look.px(24), y, self.width() - look.px(24), y)

    def _line(self) -> int:
        return self.look.grown(30)

    def _width_of(self, words: str) -> int:
        """The width of a sign of the legend with its words and the gap after it."""
        return self.look.metrics(META).horizontalAdvance(words) + self.look.grown(20) + self.look.px(16)

    def _legend_fits(self) -> bool:
        """Whether the legend has room beside the heading."""
        legend = sum(self._width_of(words) for _kind, words in each_legend())
        heading = self.look.metrics(BODY, QFont.Weight.DemiBold).horizontalAdvance(self._heading)
        note = self.look.metrics(META).horizontalAdvance(self._note_words)
        return legend + heading + note + self.look.px(80) <= self.width()

    def _legend_rows(self) -> list[list[tuple[str, str]]]:
        """The signs, in as many rows as they need."""
        rows, room = list[list[tuple[str, str]]](), 0
        for kind, words in each_legend():
            wide = self._width_of(words)
            if not rows or wide > room:
                rows.append([])
                room = self.width() - self.look.px(48)
            rows[-1].append((kind, words))
            room -= wide
        return rows

    def _paint_legend(self, painter: QPainter, row: list[tuple[str, str]], y: int) -> None:
        """A row of signs: at the right beside the heading, else from the left."""
        look, width = self.look, sum(self._width_of(words) for _kind, words in row)
        x = self.width() - look.px(8) - width if self._legend_fits() else look.px(24)
        painter.setFont(look.font(META))
        for kind, words in row:
            role = {"harm": "harm", "benefit": "receiving"}.get(kind, "text")
            pen = QPen(look.color(role), 2 * look.base)
            if kind == "dotted":
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(look.color("panel" if kind in ("hollow", "dotted") else role))
            painter.drawPolygon(diamond(QPointF(x + look.grown(8), y + self._line() / 2), look.grown(6.5)))
            painter.setPen(look.color("text"))
            at = QRectF(x + look.grown(20), y, self._width_of(words), self._line())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += self._width_of(words)
