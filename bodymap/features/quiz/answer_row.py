"""The rows of a question: lettered answers, and things that wait for a partner."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from bodymap.features.quiz.page import Left, Mark, Row
from bodymap.ui.frames import paint_focus
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import Look
from bodymap.ui.verdict_marks import paint_verdict

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_TALL = 100_000
_BESIDE = 0.36
"""How much of its row something that waits for a partner has, where that stands beside it."""


class RoomRow(QAbstractButton):
    """A framed row with wrapped words; Up and Down emit `stepped(by)`, Enter clicks."""

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_size(self, look: Look, size: int) -> None:
        """Take on a look and a height of letters in px."""
        self.look = look
        self.setFont(_font(size))
        self.update()

    @property
    def pad(self) -> int:
        """The room inside the frame, px."""
        return round(self.font().pixelSize() * 0.4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers; up and down go to the next row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)

    def paint_ground(self, painter: QPainter, mark: Mark, is_open: bool) -> None:
        """The frame: bold where something was chosen or is known."""
        look, box = self.look, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = {"right": "supported", "wrong": "harm", "placed": "text"}.get(mark, "outline")
        bold = mark in ("right", "wrong", "placed")
        width = max(1.0, self.font().pixelSize() / (9 if bold else 22))
        filled = mark == "placed" or (is_open and self.underMouse())
        painter.setPen(QPen(look.color(role), width))
        painter.setBrush(look.color("selection" if filled else "raised"))
        half = width / 2
        radius = self.font().pixelSize() * 0.35
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    def paint_mark(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        """A tick or a cross."""
        if mark == "right":
            paint_verdict(painter, "supported", box, self.look.color("supported"))
        elif mark in ("wrong", "tried"):
            paint_icon(painter, "close", box, self.look.color("harm" if mark == "wrong" else "text"))

    def paint_focus_ring(self, painter: QPainter) -> None:
        """The ring of the keyboard."""
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.look)


class AnswerRow(RoomRow):
    """One lettered answer."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.row, self._bare = Row("", "", "", "", False, ""), False

    def show_row(self, row: Row, *, bare: bool = False) -> None:
        """Show an answer; a bare one will never have a mark at its end."""
        self.row, self._bare = row, bare
        self.setAccessibleName(row.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor if row.is_open else Qt.CursorShape.ArrowCursor)
        self.update()

    def height_for(self, width: int) -> int:
        """The height that the words need in a width, px."""
        words = _bounding(self.font(), self._words(width), self.row.words)
        return max(words, self._side) + 2 * self.pad

    def width_for_line(self) -> int:
        """The width in which all words stand in one line, px."""
        return QFontMetrics(self.font()).horizontalAdvance(self.row.words) + self._beside + 2

    def words_rect(self) -> QRect:
        """Where the words are painted."""
        left = self.pad * 2 + self._side
        return QRect(left, self.pad, self._words(self.width()), self.height() - 2 * self.pad)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.width_for_line(), self.height_for(self.width_for_line()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, letter, words, and at the end what came of it."""
        painter, look, row = QPainter(self), self.look, self.row
        self.paint_ground(painter, row.mark, row.is_open)
        side = self._side
        box = QRectF(self.pad, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("muted" if row.mark == "tried" else "text"))
        painter.drawRoundedRect(box, side * 0.22, side * 0.22)
        painter.setPen(look.color("inverse"))
        painter.setFont(_font(self.font().pixelSize(), QFont.Weight.Bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.letter)
        painter.setPen(look.color("muted" if row.mark == "tried" else "text"))
        painter.setFont(_struck(self.font()) if row.mark == "tried" else self.font())
        painter.drawText(self.words_rect(), _WRAP, row.words)
        self._paint_end(painter)
        self.paint_focus_ring(painter)

    def _paint_end(self, painter: QPainter) -> None:
        row, side = self.row, self._side * 0.8
        right = self.width() - self.pad - side
        middle = (self.height() - side) / 2
        if row.mark in ("right", "wrong", "tried"):
            self.paint_mark(painter, row.mark, QRectF(right, middle, side, side))
            right -= side + self.pad
        if row.badge:
            box = QRectF(right, middle, side, side)
            painter.setPen(QPen(self.look.color("text"), max(1.0, side / 16)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            painter.setFont(_font(round(side * 0.62), QFont.Weight.Bold))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.badge)

    @property
    def _side(self) -> int:
        return round(self.font().pixelSize() * 1.4)

    @property
    def _beside(self) -> int:
        """What letter, marks and edges take: always as much, so that nothing moves when a mark comes."""
        return self._side + 4 * self.pad + (0 if self._bare else round(self._side * 1.6) + 2 * self.pad)

    def _words(self, width: int) -> int:
        return max(1, width - self._beside)


class LeftRow(RoomRow):
    """Something that waits for a partner, whose place is beside it, or below where that has no room."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.left = Left("", "", False, "", "")

    def show_left(self, left: Left) -> None:
        """Show it with the partner that it has."""
        self.left = left
        self.setAccessibleName(left.spoken)
        self.update()

    def height_for(self, width: int) -> int:
        """The height of the words and of the partner's place, px."""
        words, slot = self.parts(width)
        return max(words.bottom(), slot.bottom()) + 1 + self.pad

    def parts(self, width: int) -> tuple[QRect, QRect]:
        """Where words and partner stand in a row of a width, at its top."""
        pad, inner = self.pad, width - 2 * self.pad
        needed = QFontMetrics(self._bold).horizontalAdvance(self.left.words) + 2
        beside = round(inner * _BESIDE)
        if needed <= beside:
            high = self._slot(inner - beside - pad)
            return QRect(pad, pad, beside, high), QRect(2 * pad + beside, pad, inner - beside - pad, high)
        words = QRect(pad, pad, inner, _bounding(self._bold, inner, self.left.words))
        return words, QRect(pad, words.bottom() + 1 + pad, inner, self._slot(inner))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, and the partner in its place."""
        painter, look, left, pad = QPainter(self), self.look, self.left, self.pad
        mark = "placed" if left.is_active else "" if left.mark == "placed" else left.mark
        self.paint_ground(painter, mark, True)
        words, slot = self.parts(self.width())
        painter.setPen(look.color("text"))
        painter.setFont(self._bold)
        painter.drawText(words, _WRAP, left.words)
        pen = QPen(look.color("text" if left.is_active else "outline"), max(1.0, pad / 5))
        pen.setStyle(Qt.PenStyle.SolidLine if left.partner else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(slot), pad / 2, pad / 2)
        self._paint_partner(painter, slot)
        self.paint_focus_ring(painter)

    def _paint_partner(self, painter: QPainter, slot: QRect) -> None:
        left, pad, side = self.left, self.pad, self._mark
        painter.setPen(self.look.color("text"))
        painter.setFont(self.font())
        inside = slot.adjusted(pad, 0, -pad - side, 0)
        painter.drawText(inside, _WRAP, left.partner or ("?" if left.is_active else ""))
        end = QRectF(slot.right() - side - pad / 2, slot.center().y() - side / 2, side, side)
        self.paint_mark(painter, left.mark, end)

    @property
    def _bold(self) -> QFont:
        return _font(self.font().pixelSize(), QFont.Weight.DemiBold)

    @property
    def _mark(self) -> int:
        return round(self.font().pixelSize() * 1.1)

    def _slot(self, width: int) -> int:
        """The height of the partner's place in a width, px."""
        inner = width - 2 * self.pad - self._mark
        least = QFontMetrics(self.font()).height()
        return max(_bounding(self.font(), inner, self.left.partner or "?"), least) + self.pad


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, size))
    font.setWeight(weight)
    return font


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck


def _bounding(font: QFont, width: int, words: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), _TALL), _WRAP, words).height()
