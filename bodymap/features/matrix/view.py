"""The board of the matrix: how it is sorted, the grid, and its legend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from bodymap.atlas.records import Evidence
from bodymap.features.matrix.grid import MatrixGrid
from bodymap.features.matrix.model import SORTINGS, legend_steps, opacity, sorting_words, summary
from bodymap.features.matrix.painting import paint_hidden, paint_shade
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.card_images import paint_shape
from bodymap.ui.entries import entry_words
from bodymap.ui.look import META, Look
from bodymap.viewmodels.matrix import Matrix, Order, strength

Line = Literal["rows", "columns"]
_TALL = 700
"""From this height on, px at scale 1, there is room for a hint."""
Item = tuple[Callable[[QPainter, QRectF], None], str]


class MatrixBoard(Board):
    """Emits `sorted_by(line, sorting)`; the rest is the grid's."""

    place = "body"
    sorted_by = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Evidence matrix"), parent)
        self._hides = False
        self.grid = MatrixGrid(look, self)
        self.rows, self.columns = Button(look, parent=self), Button(look, parent=self)
        self.rows.chevron = self.columns.chevron = True
        self.rows.clicked.connect(lambda: self._open_menu("rows", self.rows))
        self.columns.clicked.connect(lambda: self._open_menu("columns", self.columns))
        self.controls = (self.rows, self.columns)
        self.setFocusProxy(self.grid)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self.grid.show_look(look)
        super().show_look(look)

    def show_matrix(self, matrix: Matrix, order: Order) -> None:
        """Show the cells, the order, and how much is known."""
        self._hides = any(cell is not None and cell.hidden for row in matrix.cells for cell in row)
        self.rows.show_words(_("Signals {order}").format(order=sorting_words(order.rows)))
        self.columns.show_words(_("Organs {order}").format(order=sorting_words(order.columns)))
        for button in (self.rows, self.columns):
            button.setAccessibleName(button.text())
        self.grid.show_matrix(matrix, order)
        self.show_note(summary(matrix))
        self.lay_out()

    def arrange(self, area: QRect) -> None:
        """The grid over its legend."""
        foot = self._foot_height()
        self.grid.setGeometry(0, area.top(), area.width(), max(0, area.height() - foot))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet and the legend."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        top = self.grid.geometry().bottom() + 1
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, top, self.width(), top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = top + look.px(8)
        for row in self._legend_rows():
            self._paint_legend(painter, row, y)
            y += self._line()
        if self._hint_height():
            painter.setPen(look.color("muted"))
            box = QRect(look.px(24), y, self.width() - look.px(40), self._line())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._hint())

    def _hint(self) -> str:
        return _("A click chooses the signal, a second one the organ; a name also sorts by its line.")

    def _hint_height(self) -> int:
        """A line for the hint where there is room."""
        fits = self.look.metrics(META).horizontalAdvance(self._hint()) < self.width() - self.look.px(40)
        return self._line() if fits and self.height() > self.look.px(_TALL) else 0

    def _line(self) -> int:
        return self.look.grown(24)

    def _foot_height(self) -> int:
        return self._line() * len(self._legend_rows()) + self._hint_height() + self.look.px(16)

    def _legend_rows(self) -> list[list[tuple[Item, int]]]:
        """The items of the legend with their x, in as many rows as they need."""
        look, rows = self.look, list[list[tuple[Item, int]]]()
        x, metrics = self.width(), look.metrics(META)
        for item in self._items():
            width = look.grown(22) + look.px(6) + metrics.horizontalAdvance(item[1])
            if not rows or x + width > self.width() - look.px(16):
                x = look.px(24)
                rows.append([])
            rows[-1].append((item, x))
            x += width + look.px(18)
        return rows

    def _items(self) -> list[Item]:
        look = self.look

        def shade(evidence: Evidence) -> Callable[[QPainter, QRectF], None]:
            known = (evidence, opacity(evidence, strength(evidence, "high")))
            return lambda painter, box: paint_shade(painter, look, box, known)

        def shape(direction: str) -> Callable[[QPainter, QRectF], None]:
            def paint(painter: QPainter, box: QRectF) -> None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("text"))
                side = box.height() * 0.62
                corner = box.center() - QPointF(side / 2, side / 2)
                paint_shape(painter, direction, QRectF(corner.x(), corner.y(), side, side))

            return paint

        directions = (
            ("increases", _("raises")),
            ("decreases", _("lowers")),
            ("no-change", _("no change")),
            ("several", _("changes, or several")),
        )
        items: list[Item] = [(shade(evidence), words) for evidence, words in legend_steps()]
        items += [(shape(direction), words) for direction, words in directions]
        items.append((self._paint_blank, _("not studied here")))
        if self._hides:
            items.append((lambda p, box: paint_hidden(p, look, box), _("hidden by the filter")))
        return items

    def _paint_blank(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(self.look.color("panel"))
        painter.setPen(QPen(self.look.color("outline"), self.look.base))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_legend(self, painter: QPainter, row: list[tuple[Item, int]], y: int) -> None:
        look, side = self.look, self.look.grown(16)
        for (paint, words), x in row:
            box = QRectF(x, y + (self._line() - side) / 2, look.grown(22), side)
            paint(painter, box)
            painter.setPen(look.color("text"))
            painter.setFont(look.font(META))
            at = QRectF(box.right() + look.px(6), y, 1000, self._line())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _open_menu(self, line: Line, button: Button) -> None:
        menu = QMenu(button.text(), button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sorting in SORTINGS:
            words = sorting_words(sorting)
            menu.addAction(entry_words(words), lambda sorting=sorting: self.sorted_by.emit(line, sorting))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
