"""The words of a slide: title, text, answers, verdict."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.presenting.page import INDENT, WRAP, Line, Page, font
from bodymap.ui.look import Look
from bodymap.ui.theme import Theme
from bodymap.ui.verdict_marks import paint_verdict


class WordsView(QWidget):
    """Paints the words of a page in their place; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_page(self, page: Page, theme: Theme) -> None:
        """Show the words of a page."""
        self._lines, self._theme = page.lines, theme
        self.setGeometry(page.words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All lines on a plain ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), Look(self._theme).color("panel"))
        painter.translate(-self.pos())
        paint_lines(painter, self._lines, self._theme)


def paint_lines(painter: QPainter, lines: Iterable[Line], theme: Theme) -> None:
    """Draw lines where they stand on the slide."""
    for line in lines:
        _paint_line(painter, line, Look(theme))


def _paint_line(painter: QPainter, line: Line, look: Look) -> None:
    painter.setFont(font(line.px, line.bold, look.theme))
    painter.setPen(look.color(line.role))
    painter.drawText(line.rect, WRAP, line.words)
    if not line.mark:
        return
    tall = painter.fontMetrics().height()
    side = round(line.px * INDENT)
    box = QRectF(line.rect.x() - side, line.rect.y(), side, tall)
    if len(line.mark) == 1:
        painter.setFont(font(line.px, True, look.theme))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line.mark)
    else:
        edge = line.px * 1.3
        sign = QRectF(box.x(), box.y() + (tall - edge) / 2, edge, edge)
        paint_verdict(painter, line.mark, sign, look.color(line.role))
