"""What the pages of a round have in common: a bar of buttons at the foot, and a hairline over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.ui.button import Button
from bodymap.ui.look import Look


class BarredPage(QWidget):
    """A page that lays itself out in `arrange`: its bar by `lay_bar`, its hairline by `draw_line`."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._line = look, 0

    def arrange(self) -> None:
        """Place everything in the size of now."""
        raise NotImplementedError

    def lay_bar(self, left: Sequence[Button], right: Sequence[Button]) -> QRect:
        """Place buttons from both ends inwards; the room that is left between them."""
        look, gap = self._look, self._look.px(8)
        begin, end = look.px(24), self.width() - look.px(24)
        top = self.height() - look.control - look.px(12)
        for button in left:
            wide = button.sizeHint().width()
            button.setGeometry(begin, top, wide, look.control)
            begin += wide + gap
        for button in right:
            wide = button.sizeHint().width()
            button.setGeometry(end - wide, top, wide, look.control)
            end -= wide + gap
        return QRect(begin, top, max(1, end - begin), look.control)

    def draw_line(self, y: int) -> None:
        """Let a hairline end what stands over the bar."""
        self._line = y
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("hairline"), 1))
        painter.drawLine(0, self._line, self.width(), self._line)
