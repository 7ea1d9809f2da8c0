"""Sheets that lie over the whole window until Esc or a click beside them, such as the keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.frames import paint_frame
from bodymap.ui.look import Look
from bodymap.ui.pictured import PicturedText


class Overlay(QWidget):
    """A dimmed window that closes by Esc or click; emits `closed`."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(parent.rect())

    def open(self) -> None:
        """Lie over everything and take the keyboard."""
        self.show()
        self.raise_()
        self.setFocus()

    def shut(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside what it shows closes it."""
        self.shut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window."""
        QPainter(self).fillRect(self.rect(), self.look.color("ground2", 0.82))


class Sheet(Overlay):
    """A framed sheet of text in the middle; `html` is scrolled where it is long."""

    def __init__(self, look: Look, parent: QWidget, name: str, html: str) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)
        self.text = PicturedText(self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.viewport().setAutoFillBackground(False)
        self.text.document().setDefaultFont(look.font())
        self.text.setHtml(html)
        self.text.setAccessibleName(name)
        self.button = Button(look, icon="close", parent=self)
        self.button.setAccessibleName(_("Close"))
        self.button.clicked.connect(self.shut)
        self.setFocusProxy(self.text)
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the sheet in the middle."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet on the dimmed window."""
        super().paintEvent(event)
        paint_frame(QPainter(self), QRectF(self._sheet()), self.look, "panel")

    def _sheet(self) -> QRect:
        width = min(self.width() - self.look.px(48), self.look.grown(1040))
        height = min(self.height() - self.look.px(48), self._wanted(width))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _wanted(self, width: int) -> int:
        edge = self.look.px(32)
        self.text.document().setTextWidth(width - 2 * edge)
        return round(self.text.document().size().height()) + 2 * edge

    def _arrange(self) -> None:
        edge, sheet = self.look.px(32), self._sheet()
        self.text.setGeometry(sheet.adjusted(edge, edge, -self.look.px(8), -edge))
        size = self.look.control
        self.button.setGeometry(
            sheet.right() - size - self.look.px(12), sheet.top() + self.look.px(12), size, size
        )
        self.button.raise_()
