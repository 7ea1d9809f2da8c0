"""Paints the matrix: cells by shade, shape and number, names beside and slanted above, what is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from bodymap.atlas.records import Evidence, Ref
from bodymap.features.matrix.measures import SLANT, Measures
from bodymap.features.matrix.model import Spot, opacity
from bodymap.ui.card_images import paint_shape
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import META, Look
from bodymap.viewmodels.matrix import Cell, Header, Matrix

_FRAMES: Mapping[Evidence, Qt.PenStyle] = {
    "review-consensus": Qt.PenStyle.SolidLine,
    "animal": Qt.PenStyle.DashLine,
    "in-vitro": Qt.PenStyle.DotLine,
}
_LIGHT = 0.5
"""The opacity from which a cell is dark enough, or bright enough, for the words of an accent's block."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: the thing in focus, the cell under the pointer and the one where the keyboard is."""

    focus: Ref
    over: Spot | None
    at: Spot | None
    has_keyboard: bool
    column: str = ""
    row: str = ""


class MatrixPainter:
    """Paints one matrix for a look; `area` is the size of the viewport."""

    def __init__(self, painter: QPainter, look: Look, matrix: Matrix, m: Measures) -> None:
        self._painter, self._look, self._matrix, self._m = painter, look, matrix, m

    def paint(self, area: QRectF, marks: Marks) -> None:
        """Cells first, then names over what was scrolled under them."""
        painter, m = self._painter, self._m
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(QRectF(m.left, m.top, area.width() - m.left, area.height() - m.top))
        self._paint_lines(area, marks)
        self._paint_cells(area)
        self._paint_marked_cells(marks)
        painter.restore()
        self._paint_columns(area, marks)
        self._paint_rows(area, marks)

    def _paint_lines(self, area: QRectF, marks: Marks) -> None:
        """The row and the column of what is marked, and the grid."""
        painter, look, m = self._painter, self._look, self._m
        row, column = self._lines(marks)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("selection"))
        right, bottom = m.left + m.columns * m.wide - m.x, m.top + m.rows * m.tall - m.y
        if row is not None:
            box = m.cell(Spot(row, 0))
            painter.drawRect(QRectF(m.left, box.y(), right - m.left, box.height()))
        if column is not None:
            box = m.cell(Spot(0, column))
            painter.drawRect(QRectF(box.x(), m.top, box.width(), min(bottom, area.height()) - m.top))
        painter.setPen(QPen(look.color("hairline"), 1))
        for number in range(m.columns + 1):
            x = m.left + number * m.wide - m.x
            painter.drawLine(QPointF(x, m.top), QPointF(x, min(bottom, area.height())))
        for number in range(m.rows + 1):
            y = m.top + number * m.tall - m.y
            painter.drawLine(QPointF(m.left, y), QPointF(min(right, area.width()), y))

    def _lines(self, marks: Marks) -> tuple[int | None, int | None]:
        """The marked row and column: of what is in focus, else of the cell where the keyboard is."""
        row, column = self._matrix.place(marks.focus)
        if marks.at is not None and marks.has_keyboard:
            row = marks.at.row if row is None else row
            column = marks.at.column if column is None else column
        return row, column

    def _paint_cells(self, area: QRectF) -> None:
        for number, row in enumerate(self._matrix.cells):
            for column, cell in enumerate(row):
                box = self._m.cell(Spot(number, column))
                if cell is not None and box.intersects(area):
                    paint_cell(self._painter, self._look, cell, box)

    def _paint_marked_cells(self, marks: Marks) -> None:
        look, painter = self._look, self._painter
        if marks.over is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("text"), 1.5 * look.base))
            painter.drawRect(self._m.cell(marks.over).adjusted(1, 1, -1, -1))
        if marks.at is not None and marks.has_keyboard:
            paint_focus(painter, self._m.cell(marks.at).adjusted(-2, -2, 2, 2), look)

    def _paint_columns(self, area: QRectF, marks: Marks) -> None:
        painter, look, m = self._painter, self._look, self._m
        _row, marked = self._lines(marks)
        painter.save()
        painter.setClipRect(QRectF(0, 0, area.width(), m.top))
        painter.fillRect(QRectF(0, 0, area.width(), m.top), look.color("panel"))
        for number, header in enumerate(self._matrix.columns):
            foot = m.foot(number)
            if foot.x() < m.left - 2 or foot.x() > area.width():
                continue
            is_over = marks.over is not None and marks.over.column == number
            self._paint_slanted(header, foot, (number == marked, is_over, header.ref.id == marks.column))
        painter.restore()

    def _paint_slanted(self, header: Header, foot: QPointF, state: tuple[bool, bool, bool]) -> None:
        painter, look = self._painter, self._look
        is_marked, is_over, sorts = state
        painter.save()
        painter.translate(foot)
        painter.rotate(-49.9)
        if is_marked or is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection"))
            wide = look.metrics(META, QFont.Weight.DemiBold).horizontalAdvance(header.name) + look.px(20)
            tall = look.grown(22)
            painter.drawRoundedRect(QRectF(-look.px(4), -tall / 2, wide, tall), look.px(5), look.px(5))
        painter.setFont(look.font(META, QFont.Weight.DemiBold if is_marked or sorts else QFont.Weight.Normal))
        painter.setPen(look.color("text"))
        words = f"{header.name} ▾" if sorts else header.name
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(look.px(2), -look.grown(12), 1000, look.grown(24)), middle, words)
        painter.restore()

    def _paint_rows(self, area: QRectF, marks: Marks) -> None:
        painter, look, m = self._painter, self._look, self._m
        marked, _column = self._lines(marks)
        painter.save()
        painter.setClipRect(QRectF(0, m.top, m.left, area.height() - m.top))
        painter.fillRect(QRectF(0, m.top, m.left, area.height()), look.color("panel"))
        for number, header in enumerate(self._matrix.rows):
            box = QRectF(0, m.cell(Spot(number, 0)).y(), m.left, m.tall)
            if not box.intersects(area):
                continue
            is_over = marks.over is not None and marks.over.row == number
            if number == marked or is_over:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("selection"))
                inner = box.adjusted(look.px(16), 1, -look.px(2), -1)
                painter.drawRoundedRect(inner, look.px(5), look.px(5))
            sorts = header.ref.id == marks.row
            bold = number == marked or sorts
            painter.setFont(look.font(META, QFont.Weight.DemiBold if bold else QFont.Weight.Normal))
            painter.setPen(look.color("text"))
            words = f"{header.short} ▸" if sorts else header.short
            end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(box.adjusted(0, 0, -look.px(10), 0), end, words)
        painter.restore()


def paint_cell(painter: QPainter, look: Look, cell: Cell, box: QRectF) -> None:
    """A cell that was studied: shaded, with the shape of the direction and how many effects there are."""
    inner = box.adjusted(1, 1, 0, 0)
    if cell.evidence is None:
        paint_hidden(painter, look, inner)
        return
    shade = opacity(cell.evidence, cell.strength)
    paint_shade(painter, look, inner, (cell.evidence, shade))
    color = look.color("on_accent" if shade > _LIGHT else "text")
    side = min(look.grown(11), inner.height() * 0.5)
    room = look.metrics(META, QFont.Weight.DemiBold).horizontalAdvance(str(cell.count)) + look.px(3)
    beside = cell.count > 1 and inner.width() >= side + room + 2
    left = inner.center().x() - (side + (room if beside else 0)) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    paint_shape(painter, cell.direction or "several", QRectF(left, inner.center().y() - side / 2, side, side))
    if beside:
        painter.setPen(color)
        painter.setFont(look.font(META, QFont.Weight.DemiBold))
        number = QRectF(left + side + look.px(3), inner.y(), room, inner.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(cell.count))


def paint_shade(painter: QPainter, look: Look, box: QRectF, known: tuple[Evidence, float]) -> None:
    """The ground of a cell. A trial in people has a corner of its own besides, and what was not seen in
    people a frame: solid, dashed or dotted.
    """
    evidence, shade = known
    painter.fillRect(box, look.color("panel"))
    painter.fillRect(box, look.color("receiving", shade))
    if evidence in _FRAMES:
        half = look.base * 0.75
        pen = QPen(look.color("receiving"), 2 * half, _FRAMES[evidence])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(half, half, -half, -half))
    if evidence == "human-trial":
        corner = min(box.width(), box.height()) * 0.34
        top = box.topRight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("on_accent"))
        painter.drawPolygon(
            QPolygonF([top, QPointF(top.x() - corner, top.y()), QPointF(top.x(), top.y() + corner)])
        )


def paint_hidden(painter: QPainter, look: Look, box: QRectF) -> None:
    """A cell whose effects the filter hides: hatched."""
    color = QColor(look.color("outline"))
    painter.fillRect(box, look.color("panel"))
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QBrush(color), look.base))
    step = look.px(6)
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()


def slanted_size(look: Look, matrix: Matrix) -> tuple[float, float]:
    """How high the slanted names are, and how far the last one reaches to the right."""
    metrics = look.metrics(META, QFont.Weight.DemiBold)
    longest = max((metrics.horizontalAdvance(h.name) for h in matrix.columns), default=0) + look.px(18)
    last = max((metrics.horizontalAdvance(h.name) for h in matrix.columns[-4:]), default=0) + look.px(12)
    up = 0.765
    return longest * up + look.px(10), last * up * SLANT
