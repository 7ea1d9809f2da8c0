"""F1: the real window with its parts named where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.overlay import Overlay

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the window: where it is, its name, what it is for."""

    rect: QRect
    name: str
    words: str


class Help(Overlay):
    """Outlines the parts and writes beside each what it is for; no two callouts overlap."""

    def __init__(self, look: Look, parent: QWidget, parts: Sequence[Named]) -> None:
        super().__init__(look, parent)
        self._parts = tuple(parts)
        self.setAccessibleName(_("What is what"))
        self.setAccessibleDescription(". ".join(f"{p.name}: {p.words}" for p in parts))

    def callouts(self) -> list[tuple[Named, QRect]]:
        """Each part with the place of its words; one for which there is no room is left out."""
        taken: list[QRect] = []
        placed: list[tuple[Named, QRect]] = []
        for part in self._parts:
            box = next((b for b in self._places(part) if not any(b.intersects(t) for t in taken)), None)
            if box is not None:
                gap = self.look.px(6)
                taken.append(box.adjusted(-gap, -gap, gap, gap))
                placed.append((part, box))
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dimmed window, outlines and callouts."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = self.callouts()
        for part, box in placed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("text"), 2 * look.base))
            inset = look.px(3)
            painter.drawRoundedRect(
                QRectF(part.rect).adjusted(inset, inset, -inset, -inset), look.px(8), look.px(8)
            )
            if not part.rect.intersects(box):
                painter.drawLine(_nearest(part.rect, box), _nearest(box, part.rect))
        for part, box in placed:
            self._paint_callout(painter, part, box)

    def _paint_callout(self, painter: QPainter, part: Named, box: QRect) -> None:
        look, edge = self.look, self.look.px(12)
        painter.setPen(QPen(look.color("outline"), look.base))
        painter.setBrush(look.color("panel"))
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        inner = box.adjusted(edge, edge, -edge, -edge)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        painter.drawText(inner, _WRAP, part.name)
        top = painter.fontMetrics().boundingRect(inner, _WRAP, part.name).height() + look.px(2)
        painter.setFont(look.font(META))
        painter.drawText(inner.adjusted(0, top, 0, 0), _WRAP, part.words)

    def _places(self, part: Named) -> list[QRect]:
        """Where its words could stand: in the part's middle where it is large, else near it, ever further."""
        size, gap, rect = self._size(part), self.look.px(14), part.rect
        middle = rect.center() - QPoint(size.width() // 2, size.height() // 2)
        large = rect.width() > size.width() and rect.height() > 3 * size.height()
        corners = [middle] if large else []
        for step in range(7):
            down = gap + step * (size.height() // 2)
            for slide in (0, -size.width() // 2, size.width() // 2, -size.width(), size.width()):
                corners.append(QPoint(middle.x() + slide, rect.bottom() + down))
                corners.append(QPoint(middle.x() + slide, rect.top() - down - size.height()))
        room = self.rect().adjusted(8, 8, -8, -8)
        boxes = (_inside(QRect(corner, size), room) for corner in corners)
        return [b for b in boxes if large or not b.intersects(rect)]

    def _size(self, part: Named) -> QSize:
        look = self.look
        wide, edge = min(look.grown(216), self.width() // 3), look.px(12)
        box = QRect(0, 0, wide, 2000)
        name = look.metrics(weight=QFont.Weight.DemiBold).boundingRect(box, _WRAP, part.name)
        words = look.metrics(META).boundingRect(box, _WRAP, part.words)
        return QSize(wide + 2 * edge, name.height() + words.height() + 2 * edge + look.px(4))


def _inside(box: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(box.left(), room.right() - box.width()))
    y = max(room.top(), min(box.top(), room.bottom() - box.height()))
    return QRect(x, y, box.width(), box.height())


def _nearest(box: QRect, other: QRect) -> QPoint:
    """The point of a box that lies nearest to the middle of another."""
    to = other.center()
    return QPoint(max(box.left(), min(to.x(), box.right())), max(box.top(), min(to.y(), box.bottom())))
