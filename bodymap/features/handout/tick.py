"""A box to tick with its words, painted from the look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import Look

_BOX = 22


class Tick(QCheckBox):
    """A check box as the other controls look: its mark is a shape, not a colour."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._look = look
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """As wide as box and words, as high as a control."""
        look = self._look
        words = look.metrics().horizontalAdvance(self.text())
        return QSize(look.grown(_BOX) + look.px(20) + words, look.control)

    def hitButton(self, pos: object) -> bool:  # noqa: N802, ARG002 - Qt calls it so
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, mark and words."""
        painter, look, side = QPainter(self), self._look, self._look.grown(_BOX)
        box = QRectF(look.px(4), (self.height() - side) / 2, side, side)
        paint_frame(painter, box, look, "text" if self.isChecked() else "field")
        if self.isChecked():
            inset = side * 0.12
            paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), look.color("inverse"))
        painter.setFont(look.font())
        painter.setPen(look.color("text" if self.isEnabled() else "muted"))
        words = self.rect().adjusted(side + look.px(14), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look)
