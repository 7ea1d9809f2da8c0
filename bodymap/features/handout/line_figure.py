"""An unlabelled body in thin lines, with numbers beside it: vectors, to be copied and written on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bodymap.features.handout.leaders import Leader, leaders
from bodymap.features.handout.model import Blank
from bodymap.features.handout.paper import font, grey, ink, pt
from bodymap.features.handout.rows import HALF
from bodymap.figure.figure import Shape, View
from bodymap.ui.body.hit import outline

_PLAIN = ("skin", "organs-deep", "organs", "organs-upper")
_WIDE = ("skin", "fat-subcutaneous")
_DISC = 8.0
_EDGE = 30.0
"""Points at each side for the numbers."""
_PAPER, _SOFT, _MARKED, _FAINT, _DARK = map(grey, (1.0, 0.957, 0.79, 0.54, 0.07))


@dataclass(frozen=True, slots=True)
class LineFigure:
    """A drawing with the blanks to fill in; `with_names` writes the names of the key beside the numbers."""

    view: View
    blanks: tuple[Blank, ...]
    with_names: bool = False

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw it into a rectangle, px of the page."""
        named = pt(84) if self.with_names else 0.0
        inner = area.adjusted(pt(_EDGE) + named, 0, -pt(_EDGE) - named, 0)
        box = _seen(self.view)
        scale = min(inner.width() / box.width(), inner.height() / box.height())
        origin = inner.center() - box.center() * scale
        painter.save()
        painter.translate(origin)
        painter.scale(scale, scale)
        marked = {region for blank in self.blanks for region in blank.regions}
        for shape in _shapes(self.view, marked):
            _draw_shape(painter, shape, shape.region in marked, scale)
        painter.restore()
        figure = QRectF(box.topLeft() * scale + origin, box.size() * scale)
        free = area.adjusted(named + pt(_DISC + 1), 0, -named - pt(_DISC + 1), 0)
        edge = max(figure.left() - pt(16), free.left()), min(figure.right() + pt(16), free.right())
        for leader in leaders(self.blanks, self.view, pt(2.5 * _DISC) / scale):
            self._draw_leader(painter, leader, (origin, scale), edge)

    def _draw_leader(
        self, painter: QPainter, leader: Leader, place: tuple[QPointF, float], edge: tuple[float, float]
    ) -> None:
        origin, scale = place
        spot = QPointF(edge[0] if leader.is_left else edge[1], origin.y() + leader.y * scale)
        _draw_lines(painter, spot, [origin + QPointF(x, y) * scale for x, y in leader.ends])
        painter.setPen(QPen(_DARK, pt(0.8)))
        painter.setBrush(_PAPER)
        painter.drawEllipse(spot, pt(_DISC), pt(_DISC))
        painter.setFont(font(9, HALF))
        middle = QRectF(spot.x() - pt(_DISC), spot.y() - pt(_DISC), 2 * pt(_DISC), 2 * pt(_DISC))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, str(leader.blank.number))
        if self.with_names:
            _draw_name(painter, leader, spot)


def _draw_name(painter: QPainter, leader: Leader, spot: QPointF) -> None:
    painter.setFont(font(8.5, HALF))
    painter.setPen(ink())
    width, height, gap = pt(100), pt(24), pt(_DISC + 4)
    side = Qt.AlignmentFlag.AlignRight if leader.is_left else Qt.AlignmentFlag.AlignLeft
    x = spot.x() - gap - width if leader.is_left else spot.x() + gap
    box = QRectF(x, spot.y() - height / 2, width, height)
    flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(box, flags, leader.blank.name)


def _draw_lines(painter: QPainter, start: QPointF, ends: Sequence[QPointF]) -> None:
    """The lines of a number, white round them, each with a dot at its end."""
    for color, width in ((_PAPER, 2.2), (_DARK, 0.8)):
        painter.setPen(QPen(color, pt(width)))
        for end in ends:
            painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_DARK)
    for end in ends:
        painter.drawEllipse(end, pt(1.8), pt(1.8))


def _draw_shape(painter: QPainter, shape: Shape, is_marked: bool, scale: float) -> None:
    is_wide = shape.layer in _WIDE
    fill = _MARKED if is_marked else (_PAPER if is_wide else _SOFT)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_marked and is_wide and shape.layer != "skin" else fill)
    width = 1.1 if shape.layer == "skin" or is_marked else 0.5
    painter.setPen(QPen(_DARK if width > 1 else _FAINT, pt(width) / scale))
    painter.drawPath(outline(shape.path))


def _shapes(view: View, marked: set[str]) -> Iterable[Shape]:
    """The body and its organs from the farthest to the nearest; over them what numbers point at.

    Of these the small lie over the large: an adrenal gland is to be seen, whatever lies before it.
    """
    shown = (s for s in view.shapes.values() if s.layer in _PLAIN or s.region in marked)
    return sorted(shown, key=lambda s: (s.region in marked and s.layer != "skin", _size(s, marked)))


def _size(shape: Shape, marked: set[str]) -> float:
    return -shape.box[2] * shape.box[3] if shape.region in marked else shape.depth


def _seen(view: View) -> QRectF:
    boxes: Sequence[QRectF] = [QRectF(*s.box) for s in view.shapes.values()]
    found = QRectF()
    for box in boxes:
        found = found.united(box)
    return found
