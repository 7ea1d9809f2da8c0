"""The screens that are there, and which of them is the room's; the seam by which a test can unplug one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screen(NamedTuple):
    """A screen by its name, and its place on the desktop in px."""

    name: str
    rect: QRect


class Placing(NamedTuple):
    """The screen of the room, and that of the teacher; None where there is only one."""

    room: Screen
    teacher: Screen | None


def placing(screens: Sequence[Screen], home: str, swap: bool = False) -> Placing:
    """Who gets which of the screens (one at least): the teacher keeps the one she works on."""
    if len(screens) == 1:
        return Placing(screens[0], None)
    mine = next((screen for screen in screens if screen.name == home), screens[0])
    room = next(screen for screen in screens if screen != mine)
    return Placing(mine, room) if swap else Placing(room, mine)


class Screens(QObject):
    """The screens of this computer; emits `changed` when one comes or goes, or takes another place."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        # Queued: Qt moves windows off a screen that goes by itself, and must have done so before we do.
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed, Qt.ConnectionType.QueuedConnection)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.changed)

    def all(self) -> tuple[Screen, ...]:
        """All screens, each place once: of two that show the same, one."""
        found: dict[tuple[int, int], Screen] = {}
        for screen in QGuiApplication.screens():
            rect = screen.geometry()
            found.setdefault((rect.x(), rect.y()), Screen(screen.name(), rect))
        return tuple(found.values())

    def home(self, window: QWidget) -> str:
        """The name of the screen that a window is on."""
        return window.screen().name()

    def fill(self, window: QWidget, screen: Screen) -> None:
        """Show a window over a whole screen."""
        target = next((s for s in QGuiApplication.screens() if s.name() == screen.name), None)
        if window.isVisible():
            if window.isFullScreen() and window.screen() is target and window.geometry() == screen.rect:
                return
            window.showNormal()  # a full-screen window does not move
        if target is not None:
            window.setScreen(target)
        window.setGeometry(screen.rect)
        window.showFullScreen()

    @Slot()
    def _on_removed(self) -> None:
        self.changed.emit()

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()
