"""A teacher before simulated screens: a remote in hand, and a hand on the plug of the second screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.presenting.control import Presentation
from bodymap.features.lessons.presenting.feature import Presenting
from bodymap.features.lessons.presenting.hearing import HearingWindow
from bodymap.features.lessons.presenting.room_window import RoomWindow
from bodymap.features.lessons.presenting.screens import Screen, Screens
from bodymap.features.lessons.presenting.show import Show
from bodymap.features.lessons.presenting.stages import Stages
from bodymap.features.lessons.presenting.telling import Slide
from bodymap.ui.host import Host
from tests.pilot import Pilot

LAPTOP = Screen("laptop", QRect(0, 0, 1280, 720))
BEAMER = Screen("beamer", QRect(1280, 0, 1920, 1080))


class Plugs(Screens):
    """Screens that a test plugs in and out; windows go where they are told, full size."""

    def __init__(self, screens: Sequence[Screen]) -> None:
        super().__init__()
        self.there = tuple(screens)

    def plug(self, *screens: Screen) -> None:
        """These are there from now on."""
        self.there = screens
        self.changed.emit()

    def all(self) -> tuple[Screen, ...]:
        """Those that are plugged in."""
        return self.there

    def home(self, _window: QWidget) -> str:
        """The teacher works on the laptop."""
        return LAPTOP.name

    def fill(self, window: QWidget, screen: Screen) -> None:
        """Cover a screen that may not be there."""
        window.setGeometry(screen.rect)
        window.show()


class StageHand:
    """One teacher; `press` sends keys to the window that has the keyboard, as a remote does."""

    def __init__(self, pilot: Pilot, lesson: Path, screens: Sequence[Screen] = (LAPTOP,)) -> None:
        self.pilot = pilot
        wiring = pilot.opened.wiring
        host = Host(pilot.window, pilot.opened.store, wiring)
        self.desk = Desk(host, pilot.window, drafts=lesson.parent / "drafts")
        self.plugs = Plugs(screens)
        self.guest = Presenting(host, self.desk)
        self.guest.screens = self.plugs
        assert self.desk.open(lesson)

    def begin(self, from_here: bool = False) -> None:
        """F5 or Shift+F5 in the window of the program."""
        self.guest.begin(from_here)

    @property
    def presentation(self) -> Presentation:
        """What is presented."""
        assert self.guest.presentation is not None
        return self.guest.presentation

    @property
    def stages(self) -> Stages:
        """Its windows."""
        assert self.guest.stages is not None
        return self.guest.stages

    @property
    def show(self) -> Show:
        """Where the presentation is."""
        return self.presentation.show

    @property
    def room(self) -> RoomWindow:
        """What the room sees."""
        assert self.stages.room is not None
        return self.stages.room

    @property
    def seen(self) -> Slide:
        """The slide that the room sees."""
        assert self.room.slide.slide is not None
        return self.room.slide.slide

    @property
    def keyboard(self) -> HearingWindow:
        """The window that hears the remote: the teacher's where she has one."""
        teacher = self.stages.teacher
        return teacher if teacher is not None and teacher.isVisible() else self.room

    def press(self, *keys: str) -> None:
        """Press keys one after the other; F5 reaches the program's window where nothing is presented."""
        for key in keys:
            if not self.guest.presentation or not self.show.on:
                assert key in ("F5", "Shift+F5", "Esc"), f"{key} would be lost"
                if key != "Esc":
                    self.guest.begin(key != "F5")
                continue
            QTest.keySequence(self.keyboard, QKeySequence(key))

    def hold(self, key: Qt.Key) -> None:
        """Press a key and keep it down."""
        QTest.keyPress(self.keyboard, key)

    def let_go(self, key: Qt.Key) -> None:
        """Let it up."""
        QTest.keyRelease(self.keyboard, key)

    def leave(self) -> None:
        """Let all windows go."""
        if self.guest.stages is not None:
            self.guest.stages.end()
        self.desk.keep_now()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
