"""A window of a presentation: it hears keys, and closing it means to leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.presenting.keys import HELD, REPEATED, Meant, meant

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class HearingWindow(QWidget):
    """Emits `heard(Meant)` for each key of the table; a held one has number 1 going down, 0 coming up."""

    heard = Signal(object)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Keys of the table are keys here, whatever another window takes them for."""
        taken = event.type() == QEvent.Type.ShortcutOverride
        if taken and isinstance(event, QKeyEvent) and meant(_name(event)) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what a key means; others go on."""
        found = meant(_name(event))
        if found is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or found.deed in REPEATED:
            self.heard.emit(Meant(found.deed, 1) if found.deed in HELD else found)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of what lasts while its key is held."""
        found = meant(_name(event))
        if found is not None and found.deed in HELD and not event.isAutoRepeat():
            self.heard.emit(Meant(found.deed, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is not heard here: nothing is held any longer."""
        for deed in HELD:
            self.heard.emit(Meant(deed, 0))
        super().focusOutEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """The keyboard stays with the window: a remote must always be heard."""
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to leave; the window stays for coming back."""
        event.ignore()
        self.heard.emit(Meant("leave"))


def _name(event: QKeyEvent) -> str:
    """A key in portable notation; empty with Ctrl or Alt, which mean something else."""
    modifiers = event.modifiers()
    if modifiers & ~_SHIFTED:
        return ""
    if event.key() == Qt.Key.Key_F5:
        return "F5"
    return QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
