"""The page of a step's questions, one of them open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bodymap.features.lessons.making import (
    lines_of,
    question_name,
)
from bodymap.features.lessons.model import Asked
from bodymap.features.lessons.page import SourcedPage
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.look import Look


class QuestionPage(SourcedPage):
    """The questions of the current step, one of them open. Emits `opened(n)`, `added` and `removed(n)`."""

    opened = Signal(int)
    added = Signal()
    removed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._names = Names(look, self)
        self._names.opened.connect(self.opened)
        self._column.addWidget(self._names)
        self.button(_("Add a question"), self.added.emit)
        self._ask = self.line(_("Question"), "ask", lines=2)
        self._right = self.line(_("Right answer"), "right")
        self._wrong = self.typed(_("Wrong answers, one a line"), "wrong", lines_of, lines=3)
        self._why = self.line(_("Why"), "why", lines=2)
        self.add_sources(_("It asks for no fact"))
        self.button(_("Delete this question"), self.removed.emit)
        self._own = [part for part in self.parts if part is not self.parts[0]]

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        super().show_look(look)
        self._names.show_look(look)

    def show_questions(self, questions: Sequence[Asked], at: int, sources: str) -> None:
        """Show the questions of a step, and the words of one."""
        self._names.show_names([question_name(n, q) for n, q in enumerate(questions, 1)], at)
        for part in self._own:
            part.setVisible(bool(questions))
        if not questions:
            return
        question = questions[at]
        for field, text in (
            (self._ask, question.ask),
            (self._right, question.right),
            (self._why, question.why),
        ):
            field.show_text(text)
        if lines_of(self._wrong.text()) != question.wrong:
            self._wrong.show_text("\n".join(question.wrong))
        self.show_sources(question, sources)


class Names(QWidget):
    """The questions as lines to click; emits `opened(n)`."""

    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[Button] = []
        self._names: Sequence[str] = ()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Cut the questions where there is no more room."""
        self._show_words()

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._column.setSpacing(look.px(4))
        for button in self._buttons:
            button.show_look(look)

    def show_names(self, names: Sequence[str], at: int) -> None:
        """A line for each, the one at a position marked."""
        while len(self._buttons) > len(names):
            self._buttons.pop().deleteLater()
        while len(self._buttons) < len(names):
            self._buttons.append(self._new_button(len(self._buttons)))
        self._names = names
        self._show_words()
        for number, button in enumerate(self._buttons):
            button.show_lit(number == at)

    def _show_words(self) -> None:
        metrics = self._look.metrics()
        for button, name in zip(self._buttons, self._names, strict=True):
            button.show_words(metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._room()))
            button.setAccessibleName(name)

    def _room(self) -> int:
        return max(self._look.grown(160), self.width() - self._look.px(48))

    def _new_button(self, number: int) -> Button:
        button = Button(self._look, parent=self)
        button.clicked.connect(partial(self._open, number))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _open(self, number: int) -> None:
        self.opened.emit(number)
