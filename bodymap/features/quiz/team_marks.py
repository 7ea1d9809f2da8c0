"""Teams by shape, number and colour: the chips of a round, and the final standing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from bodymap.features.quiz.answer_row import RoomRow
from bodymap.features.quiz.ending import Placed
from bodymap.features.quiz.page import SHAPES, Chip, Shape
from bodymap.ui.look import Look

_ROLES: Mapping[Shape, str] = dict(
    zip(SHAPES, ("receiving", "working", "nuanced", "harm", "supported", "overstated"), strict=True)
)
_CORNERS: Mapping[Shape, tuple[int, float]] = {
    "triangle": (3, -pi / 2),
    "square": (4, -pi / 4),
    "diamond": (4, -pi / 2),
    "hexagon": (6, 0.0),
}


def paint_shape(painter: QPainter, shape: Shape, box: QRectF, color: QColor) -> None:
    """The shape of a team in a square box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = box.width() / 2
    if shape == "circle":
        painter.drawEllipse(box.adjusted(radius * 0.1, radius * 0.1, -radius * 0.1, -radius * 0.1))
        return
    if shape == "star":
        points = [_at(box, radius * (1.0 if i % 2 == 0 else 0.45), -pi / 2 + i * pi / 5) for i in range(10)]
    else:
        corners, start = _CORNERS[shape]
        points = [_at(box, radius, start + i * 2 * pi / corners) for i in range(corners)]
    painter.drawPolygon(QPolygonF(points))


def team_role(shape: Shape) -> str:
    """The colour role of a team; its shape says the same."""
    return _ROLES[shape]


def _at(box: QRectF, radius: float, angle: float) -> QPointF:
    return box.center() + QPointF(radius * cos(angle), radius * sin(angle))


class TeamChip(RoomRow):
    """A team with its score; a click is its buzzer."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.chip: Chip | None = None

    def show_chip(self, chip: Chip) -> None:
        """Show a team."""
        self.chip = chip
        self.setAccessibleName(chip.spoken)
        self.setToolTip(chip.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """A line of score over a line of name."""
        size = self.font().pixelSize()
        return QSize(self.name_width, round(size * 3.3))

    @property
    def name_width(self) -> int:
        """The width in which the name is not cut off, px."""
        if self.chip is None or self.isHidden():
            return 0
        return QFontMetrics(self.font()).horizontalAdvance(self.chip.name) + 2 * self.pad + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shape, score and key, the name below; the one that answers stands out."""
        chip, look = self.chip, self.look
        if chip is None:
            return
        painter, size, pad = QPainter(self), self.font().pixelSize(), self.pad
        self.paint_ground(painter, "placed" if chip.is_answering else "right" if chip.has_won else "", True)
        side = size * 1.5
        paint_shape(painter, chip.shape, QRectF(pad, pad, side, side), look.color(team_role(chip.shape)))
        painter.setPen(look.color("text"))
        painter.setFont(_bold(round(size * 1.4)))
        middle = Qt.AlignmentFlag.AlignVCenter
        top = QRectF(pad * 2 + side, pad, self.width() - side - 3 * pad, side)
        painter.drawText(top, middle, str(chip.score))
        painter.setFont(self.font())
        painter.setPen(look.color("muted"))
        if chip.is_out or chip.has_won:
            end = QRectF(top.right() - size * 1.2, top.center().y() - size * 0.6, size * 1.2, size * 1.2)
            self.paint_mark(painter, "tried" if chip.is_out else "right", end)
        else:
            painter.drawText(top, middle | Qt.AlignmentFlag.AlignRight, str(chip.number))
        painter.setPen(look.color("text"))
        name = QRectF(pad, pad + side, self.width() - 2 * pad, self.height() - side - 1.5 * pad)
        room, end_dots = int(name.width()), Qt.TextElideMode.ElideRight
        painter.drawText(name, middle, painter.fontMetrics().elidedText(chip.name, end_dots, room))
        self.paint_focus_ring(painter)


def _bold(size: int) -> QFont:
    font = QFont()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Bold)
    return font


class Standing(QWidget):
    """The final standing: place, shape, name, a bar and the score."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._size = look, 20
        self.placed: Sequence[Placed] = ()

    def show_size(self, look: Look, size: int) -> None:
        """Take on a look and a height of letters in px."""
        self._look, self._size = look, size
        self.update()

    def show_placed(self, placed: Sequence[Placed]) -> None:
        """Show a standing."""
        self.placed = placed
        self.setAccessibleName("; ".join(f"{p.place}: {p.chip.spoken}" for p in placed))
        self.update()

    @property
    def needed_height(self) -> int:
        """The height of all rows, px."""
        return len(self.placed) * self._line

    @property
    def _line(self) -> int:
        return round(self._size * 1.8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One row for each team."""
        painter = QPainter(self)
        font = QFont()
        font.setPixelSize(self._size)
        painter.setFont(font)
        for number, placed in enumerate(self.placed):
            self._paint_row(painter, placed, QRectF(0, number * self._line, self.width(), self._line))

    def _paint_row(self, painter: QPainter, placed: Placed, box: QRectF) -> None:
        look, size, chip = self._look, self._size, placed.chip
        middle = Qt.AlignmentFlag.AlignVCenter
        color = look.color(team_role(chip.shape))
        painter.setPen(look.color("text"))
        painter.drawText(QRectF(box.x(), box.y(), size, box.height()), middle, str(placed.place))
        mark = QRectF(box.x() + size * 1.3, box.center().y() - size * 0.6, size * 1.2, size * 1.2)
        paint_shape(painter, chip.shape, mark, color)
        left, wide = mark.right() + size * 0.5, box.width() * 0.4
        painter.setPen(look.color("text"))
        name = painter.fontMetrics().elidedText(chip.name, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(QRectF(left, box.y(), wide, box.height()), middle, name)
        start, end = left + wide + size * 0.5, box.right() - size * 2
        most = max(1, *(p.chip.score for p in self.placed))
        painter.setPen(QPen(look.color("outline"), 1))
        painter.setBrush(color)
        bar = QRectF(start, box.center().y() - size * 0.35, (end - start) * chip.score / most, size * 0.7)
        painter.drawRoundedRect(bar, size * 0.15, size * 0.15)
        painter.setPen(look.color("text"))
        score = QRectF(box.right() - size * 1.6, box.y(), size * 1.6, box.height())
        painter.drawText(score, middle | Qt.AlignmentFlag.AlignRight, str(chip.score))
