"""The board of a round: the sheet before it, its questions, and its end, in words that a room can read."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from bodymap.features.quiz.begin_view import BeginView
from bodymap.features.quiz.end_view import EndView
from bodymap.features.quiz.ending import Ending
from bodymap.features.quiz.page import Page
from bodymap.features.quiz.round_view import RoundView
from bodymap.features.quiz.sizes import room_look
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.look import BODY, Look


class QuizBoard(Board):
    """Shows one of `begin`, `round` and `end`; emits `new_asked`, and `worn(look)` for the body beside it."""

    place = "room"
    title = BODY
    new_asked = Signal()
    worn = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Ask the room"), parent)
        self._plain = look
        self.new = Button(look, words=_("New round …"), parent=self)
        self.new.setAccessibleName(self.new.text())
        self.new.clicked.connect(self.new_asked)
        self.begin, self.round, self.end = BeginView(look, self), RoundView(look, self), EndView(look, self)
        self.controls = (self.new,)
        self._show(self.begin, "")

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._plain = look
        self.new.show_look(room_look(look, self.window().height()))
        super().show_look(room_look(look, self.window().height()))

    def lay_out(self) -> None:
        """Keep the least size of words as the window's height asks for it."""
        look = room_look(self._plain, self.window().height())
        if look != self.look:
            self.look = look
            for part in (self.button, self.new):
                part.show_look(look)
        self._wear()
        super().lay_out()

    def show_begin(self) -> None:
        """Show the sheet before a round."""
        self._show(self.begin, "")

    def show_page(self, page: Page) -> None:
        """Show a question."""
        self._show(self.round, page.place)
        self.round.show_page(page)

    def show_end(self, ending: Ending, can_back: bool) -> None:
        """Show the end of a round."""
        self._show(self.end, "")
        self.end.show_ending(ending, can_back)

    def arrange(self, area: QRect) -> None:
        """One view has all the room."""
        for view in (self.begin, self.round, self.end):
            view.setGeometry(area)

    def _show(self, view: QWidget, note: str) -> None:
        self.show_note(note)
        self.controls = () if view is self.begin else (self.new,)
        self.new.setVisible(view is not self.begin)
        is_other = view.isHidden() or self.focusProxy() is not view
        for each in (self.begin, self.round, self.end):
            each.setVisible(each is view)
        self.setFocusProxy(view)
        if is_other:
            view.setFocus()
            self.lay_out()

    def _wear(self) -> None:
        self.begin.show_look(self.look)
        self.round.show_look(self.look, self._plain.text)
        self.end.show_look(self.look)
        self.worn.emit(room_look(self._plain._replace(text=1.0), self.window().height()))
