"""The sheet before a round: how it is played, what is asked, and one button to start."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from bodymap.features.quiz.barred_page import BarredPage
from bodymap.features.quiz.setup import Setup
from bodymap.features.quiz.setup_sheet import SetupSheet
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.look import Look


class BeginView(BarredPage):
    """Emits `changed(setup)`, `another_seed`, `started` and `resumed`."""

    changed = Signal(object)
    another_seed = Signal()
    started = Signal()
    resumed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setup, self._can_resume = Setup(), False
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = SetupSheet(look)
        self.area.setWidget(self.sheet)
        self.resume = Button(look, icon="back", words=_("Go on with the round"), parent=self)
        self.start = Button(look, icon="play", words=_("Start"), parent=self)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.start.primary = True
        for button, told in ((self.resume, self.resumed), (self.start, self.started)):
            button.setAccessibleName(button.text())
            button.clicked.connect(told)
        self.start.setToolTip(_("Start (Enter)"))
        self.sheet.changed.connect(self._change)
        self.sheet.another.clicked.connect(self.another_seed)
        for before, after in pairwise((self.sheet.another, self.resume, self.start)):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("How the round is to be"))

    def show_look(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self.sheet.show_look(look)
        for button in (self.resume, self.start):
            button.show_look(look)
        self.note.setFont(look.font(14))
        self.arrange()

    def show_lesson(self, is_open: bool) -> None:
        """Whether there is a lesson to be asked about."""
        self.sheet.show_lesson(is_open)

    def show_setup(self, setup: Setup, note: str, own: int, can_resume: bool) -> None:
        """Show what is chosen, how many questions come of it, and whether a round waits."""
        self.setup = setup
        self.sheet.show_setup(setup, own)
        self.note.setText(note)
        self._can_resume = can_resume
        self.resume.setVisible(can_resume)
        self.arrange()

    def show_startable(self, startable: bool) -> None:
        """Whether there is anything to ask."""
        self.start.setEnabled(startable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, wherever the keyboard is in here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start.click()
        else:
            super().keyPressEvent(event)

    def _change(self, setup: Setup) -> None:
        self.changed.emit(setup)

    def arrange(self) -> None:
        """The choices, which can be scrolled, over the note and the buttons."""
        look = self._look
        room = self.lay_bar((), (self.start, self.resume) if self._can_resume else (self.start,))
        high = max(look.control, self.note.heightForWidth(room.width()))
        self.note.setGeometry(room.x(), room.y() + look.control - high, room.width(), high)
        bottom = self.note.y() - look.px(12)
        self.area.setGeometry(0, 0, self.width(), max(0, bottom))
        bar = self.area.verticalScrollBar().sizeHint().width()
        tall = self.sheet.lay_out(self.width() - bar)
        self.sheet.resize(self.width() - bar, max(tall, self.area.height()))
        self.draw_line(self.area.geometry().bottom() + 1)
