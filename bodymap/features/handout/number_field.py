"""A field for a whole number with its words before it, painted from the look."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QIntValidator, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.look import Look

_FIELD = 84


class NumberField(QWidget):
    """From 0 to `most`; while nothing is typed it is `usual`."""

    def __init__(self, look: Look, words: str, usual: int, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words, self._usual = look, words, usual
        self.edit = _Edit(str(usual), self)
        self.edit.setFrame(False)
        self.edit.setValidator(QIntValidator(0, most, self.edit))
        self.edit.setMaxLength(len(str(most)))
        self.edit.setAccessibleName(words)
        self.edit.setFont(look.font())
        self.setFocusProxy(self.edit)

    @property
    def value(self) -> int:
        """The number."""
        return int(self.edit.text()) if self.edit.hasAcceptableInput() else self._usual

    def sizeHint(self) -> QSize:
        """As wide as words and field, as high as a control."""
        look = self._look
        return QSize(
            look.metrics().horizontalAdvance(self._words) + look.grown(_FIELD) + look.px(12), look.control
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The number stands in its frame."""
        inset = self._look.px(10)
        self.edit.setGeometry(self._frame().adjusted(inset, 0, -inset, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and frame."""
        painter, look, frame = QPainter(self), self._look, self._frame()
        painter.setFont(look.font())
        painter.setPen(look.color("text" if self.isEnabled() else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = QRect(0, 0, frame.left() - look.px(8), self.height())
        painter.drawText(words, int(flags), self._words)
        paint_frame(painter, QRectF(frame), look, "field")
        if self.edit.hasFocus():
            paint_focus(painter, QRectF(frame), look)

    def _frame(self) -> QRect:
        wide = self._look.grown(_FIELD)
        return QRect(self.width() - wide, 0, wide, self.height())


class _Edit(QLineEdit):
    """Has its frame painted again when the keyboard comes or goes."""

    def __init__(self, words: str, holder: QWidget) -> None:
        super().__init__(words, holder)
        self._holder = holder

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)
        self._holder.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._holder.update()
