"""What lies over a slide for a moment: black, white, light, pointer, pen, typed digits, the back row."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.presenting.ink import Spot, Stroke
from bodymap.features.lessons.presenting.morph import Morph
from bodymap.features.lessons.presenting.show import Blank
from bodymap.i18n import _
from bodymap.ui.ground import paint_ground
from bodymap.ui.look import Look

BACK_ROW, _DESK = 8.0, 3.0
"""Heights of the screen from which the back row looks at it, and from which one sits before one's own."""
_LIGHT = 0.16
_SMALL = 40
"""Radius of the spotlight as a share of the height; the part of the height that small words have."""


class Cover(NamedTuple):
    """What is seen over a slide; `spot` is where the pointer is, `words` stand at the foot for a moment."""

    blank: Blank = ""
    light: bool = False
    pointer: bool = False
    spot: Spot | None = None
    strokes: tuple[tuple[Stroke, float], ...] = ()
    digits: str = ""
    words: str = ""
    notes: str = ""
    time: str = ""
    far: bool = False


class CoverView(QWidget):
    """Paints a cover over everything in its parent; the mouse goes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.cover = look, Cover()
        self.far: QPixmap | None = None
        """The slide itself, where it is seen as from the back row."""
        self.morph: tuple[Morph, float] | None = None
        """What is under way, and the moment of it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_cover(self, cover: Cover) -> None:
        """Lie like this over the slide."""
        if cover != self.cover:
            self.cover = cover
            self.settle()

    def show_morph(self, morph: tuple[Morph, float] | None) -> None:
        """Show the way from slide to slide at a moment of it; None: the slide."""
        self.morph = morph
        self.settle()

    def settle(self) -> None:
        """Be there only where there is anything to see."""
        self.setVisible(self.morph is not None or self.cover != Cover(spot=self.cover.spot))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Everything, the darkest last."""
        painter, cover = QPainter(self), self.cover
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if cover.blank:
            painter.fillRect(self.rect(), QColor(cover.blank))
            self._paint_notes(painter)
            return
        if self.morph is not None:
            self.morph[0].paint(painter, self.morph[1])
        for stroke, opacity in cover.strokes:
            self._paint_stroke(painter, stroke, opacity)
        if cover.light and cover.spot is not None:
            self._paint_light(painter, self._at(cover.spot))
        if cover.pointer and cover.spot is not None:
            self._paint_pointer(painter, self._at(cover.spot))
        if cover.far and self.far is not None:
            self._paint_far(painter, self.far)
        self._paint_notes(painter)
        self._paint_words(painter, cover.words or cover.digits)

    def _at(self, spot: Spot) -> QPointF:
        return QPointF(spot[0] * self.width(), spot[1] * self.height())

    def _paint_stroke(self, painter: QPainter, stroke: Stroke, opacity: float) -> None:
        line = QPolygonF([self._at(spot) for spot in stroke.spots])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(opacity)
        for role, width in (("ground0", 10), ("harm", 6)):
            pen = QPen(self.look.color(role), width * self.height() / 1080)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            if line.count() == 1:
                painter.drawPoint(line.first())
            else:
                painter.drawPolyline(line)
        painter.setOpacity(1.0)

    def _paint_light(self, painter: QPainter, at: QPointF) -> None:
        radius = self.height() * _LIGHT
        dark, hole = QPainterPath(), QPainterPath()
        dark.addRect(QRectF(self.rect()))
        hole.addEllipse(at, radius, radius)
        painter.fillPath(dark.subtracted(hole), QColor(0, 0, 0, 190))

    def _paint_pointer(self, painter: QPainter, at: QPointF) -> None:
        unit = self.height() / 1080
        for role, width in (("ground0", 12), ("harm", 6)):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color(role), width * unit))
            painter.drawEllipse(at, 22 * unit, 22 * unit)

    def _paint_far(self, painter: QPainter, picture: QPixmap) -> None:
        paint_ground(painter, QRectF(self.rect()), self.look)
        share = _DESK / BACK_ROW
        box = QRectF(0, 0, self.width() * share, self.height() * share)
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
        painter.setPen(QPen(self.look.color("outline"), 1))
        painter.drawRect(box)
        words = _("As the back row sees it, {n} screen heights away, while you sit {m} from yours")
        words = words.format(n=round(BACK_ROW), m=round(_DESK))
        self._write(painter, QRectF(0, box.bottom(), self.width(), self.height() - box.bottom()), words)

    def _write(self, painter: QPainter, area: QRectF, words: str) -> None:
        painter.setFont(self.look.font(self._px))
        painter.setPen(self.look.color("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)

    def _paint_notes(self, painter: QPainter) -> None:
        cover, look, px = self.cover, self.look, self._px
        if not cover.notes and not cover.time:
            return
        painter.setFont(look.font(px))
        words = "\n".join(part for part in (cover.time, cover.notes) if part)
        inner = QRect(px, 0, self.width() - 2 * px, self.height())
        box = painter.fontMetrics().boundingRect(inner, int(Qt.TextFlag.TextWordWrap), words)
        top = max(0, self.height() - box.height() - 2 * px)
        painter.fillRect(QRect(0, top, self.width(), self.height() - top), look.color("raised"))
        painter.setPen(look.color("text"))
        painter.drawText(inner.adjusted(0, top + px, 0, 0), int(Qt.TextFlag.TextWordWrap), words)

    def _paint_words(self, painter: QPainter, words: str) -> None:
        if not words:
            return
        look, px = self.look, self._px
        font = look.font(px)
        painter.setFont(font)
        box = painter.fontMetrics().boundingRect(words)
        plate = QRectF(0, 0, box.width() + 2 * px, box.height() + px)
        plate.moveCenter(QPointF(self.width() / 2, self.height() - 2 * px))
        painter.setPen(QPen(look.color("outline"), max(1.0, self.height() / 540)))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(plate, px / 2, px / 2)
        painter.setPen(look.color("text"))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)

    @property
    def _px(self) -> int:
        return -(-self.height() // (_SMALL - 2))
