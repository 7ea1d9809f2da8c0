"""The field at the top in which one searches: a lens, words, and its key at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from bodymap.i18n import _
from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import META, Look

_KEYS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class SearchField(QWidget):
    """Emits `asked(words)` as one types, `stepped(by)`, `taken` on Enter and `left` on Esc or leaving."""

    asked = Signal(str)
    stepped = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit = _Line(self)
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(_("Search: irisin, belly fat …"))
        self.edit.setAccessibleName(_("Search"))
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.asked)
        self.edit.stepped.connect(self.stepped)
        self.edit.taken.connect(self.taken)
        self.edit.left.connect(self.left)
        self.edit.focus_changed.connect(self.update)
        self.show_look(look)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.edit.setFont(look.font())
        self._arrange()
        self.update()

    def resizeEvent(self, _event: object) -> None:
        """Lay the line between lens and key."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, lens, key."""
        painter, look = QPainter(self), self._look
        box = QRectF(self.rect())
        paint_frame(painter, box, look, "field")
        side = look.grown(20)
        paint_icon(
            painter, "search", QRectF(look.px(12), (self.height() - side) / 2, side, side), look.color("text")
        )
        if self.edit.hasFocus():
            paint_focus(painter, box, look)
        elif self._key_width():
            painter.setFont(look.font(META))
            painter.setPen(look.color("muted"))
            end = box.adjusted(0, 0, -look.px(14), 0)
            painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _("Ctrl K"))

    def _key_width(self) -> int:
        wide = self.width() > self._look.grown(280)
        return self._look.metrics(META).horizontalAdvance(_("Ctrl K")) + self._look.px(22) if wide else 0

    def _arrange(self) -> None:
        look = self._look
        left = look.px(18) + look.grown(20)
        right = max(look.px(8), self._key_width())
        self.edit.setGeometry(left, 2, max(0, self.width() - left - right), max(0, self.height() - 4))


class _Line(QLineEdit):
    stepped = Signal(int)
    taken = Signal()
    left = Signal()
    focus_changed = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc is ours before it is the window's."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.stepped.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
