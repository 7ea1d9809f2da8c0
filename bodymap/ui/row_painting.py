"""Paints a row of a list: bar, mark, name and chip, as the mock-ups show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bodymap.ui.frames import paint_focus
from bodymap.ui.look import META, Look
from bodymap.ui.row_course import paint_course
from bodymap.ui.row_model import ROW_ROLE, Index
from bodymap.ui.style_option import box_of
from bodymap.viewmodels.list_values import Row


class RowDelegate(QStyledItemDelegate):
    """Paints rows from the look; `hovered` is what lies under the pointer anywhere.

    `has_keyboard` says whether the keyboard stands on a row: to ask Qt's style option costs a start 5 ms.
    """

    def __init__(self, look: Look, parent: QObject, has_keyboard: Callable[[Index], bool]) -> None:
        super().__init__(parent)
        self.look, self._has_keyboard = look, has_keyboard
        self.hovered: object = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """All rows are of one height."""
        return QSize(10, self.look.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row with its state."""
        row = index.data(ROW_ROLE)
        box = box_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_state(painter, row, box)
        self._paint_content(painter, row, box)
        if self._has_keyboard(index):
            inset = self.look.px(8)
            paint_focus(painter, box.adjusted(inset, 0, -inset, 0), self.look)
        painter.restore()

    def _paint_state(self, painter: QPainter, row: Row, box: QRectF) -> None:
        look, inset = self.look, self.look.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.chosen or row.context or row.ref == self.hovered:
            painter.setBrush(look.color("selection", 1.0 if row.chosen else 0.55))
            painter.drawRoundedRect(box.adjusted(inset, 0, -inset, 0), inset, inset)
        if row.chosen or row.context or row.lit:
            tall = look.px(24 if row.chosen else 8)
            bar = QRectF(inset, box.center().y() - tall / 2, look.px(4), tall)
            painter.setBrush(look.color(accent(row)))
            painter.drawRoundedRect(bar, look.px(2), look.px(2))

    def _paint_content(self, painter: QPainter, row: Row, box: QRectF) -> None:
        look, left, right = self.look, box.left() + self.look.px(24), box.right() - self.look.px(24)
        if row.mark != "none":
            paint_mark(painter, row.mark, QPointF(left + look.px(6), box.center().y()), look)
            left += look.px(24)
        room = QRectF(left, box.top(), right - left, box.height())
        right = paint_course(painter, row, room, look) if row.value else self._paint_chip(painter, row, room)
        painter.setFont(look.font(weight=QFont.Weight.DemiBold if row.chosen else QFont.Weight.Normal))
        painter.setPen(look.color("text"))
        words = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, int(right - left))
        name = QRectF(left, box.top(), right - left, box.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_chip(self, painter: QPainter, row: Row, box: QRectF) -> float:
        """The chip at the right; the x where the name must end."""
        if not row.chip:
            return box.right()
        look = self.look
        painter.setFont(look.font(META, QFont.Weight.Medium))
        width = painter.fontMetrics().horizontalAdvance(row.chip) + look.px(16)
        tall = max(look.px(24), painter.fontMetrics().height() + look.px(4))
        chip = QRectF(box.right() - width, box.center().y() - tall / 2, width, tall)
        role = accent(row) if row.chosen else "outline"
        painter.setPen(QPen(look.color(role), 1.2 * look.base))
        full = row.chosen and row.ref.kind != "movement"
        painter.setBrush(look.color(role) if full else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, tall / 2, tall / 2)
        painter.setPen(look.color("on_accent" if full else "text" if row.chosen or row.context else "muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, row.chip)
        return chip.left() - look.px(8)


def accent(row: Row) -> str:
    """The role of a chosen row: movements work, organs and signals answer."""
    return "working" if row.ref.kind == "movement" else "receiving"


def paint_mark(painter: QPainter, mark: str, centre: QPointF, look: Look) -> None:
    """A dot of 12 px: full (released by muscle), half (disputed) or a ring (released elsewhere)."""
    radius = 5.0 * look.base
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    color = look.color("muted" if mark == "ring" else "working")
    painter.setPen(QPen(color, 1.6 * look.base))
    painter.setBrush(color if mark == "full" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if mark == "half":
        painter.setBrush(color)
        painter.drawPie(box, 90 * 16, 180 * 16)
