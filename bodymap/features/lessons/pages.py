"""The three pages of the lesson board: the step, its questions, the lesson itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from bodymap.features.lessons.fields import Field, Toggle
from bodymap.features.lessons.making import (
    claim_of,
    ids_of,
    letters_words,
    lines_of,
    minutes_of,
    number_text,
    plan_words,
    question_name,
)
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.look import Look
from bodymap.ui.segmented import Choice, Segmented

Part = Field | Button | Segmented
NO_THEME = "any"


class Page(QWidget):
    """Parts below each other; emits `edited(field, value)` for each change by a reader."""

    edited = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.parts: list[Part] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self.look = look
        self._column.setSpacing(look.px(12))
        for part in self.parts:
            part.show_look(look)

    def line(self, label: str, name: str, lines: int = 1) -> Field:
        """A field whose text is the value of a field of the lesson."""
        field = self.read(label, lines)
        field.edited.connect(partial(self._tell, name))
        return field

    def read(self, label: str, lines: int = 1) -> Field:
        """A field whose text is read by the page."""
        return self.put(Field(self.look, label, self, lines))

    def typed(self, label: str, name: str, value_of: Callable[[str], object], lines: int = 1) -> Field:
        """A field whose text says the value of a field of the lesson."""
        field = self.read(label, lines)
        field.edited.connect(partial(self._tell_typed, name, value_of))
        return field

    def toggle(self, words: str, name: str, values: tuple[object, object] = (False, True)) -> Toggle:
        """A button that is on or off, with the values that say so."""
        made = Toggle(self.look, words, self)
        made.clicked.connect(partial(self._tell_toggled, name, values, made))
        self.parts.append(made)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def choice(self, name: str, choices: Sequence[Choice], heading: str) -> Segmented:
        """A choice of one among few, as wide as the page."""
        made = Segmented(self.look, heading, choices)
        made.fill_width()
        made.chosen.connect(partial(self._tell, name))
        self.parts.append(made)
        self._column.addWidget(made)
        return made

    def button(self, words: str, run: Callable[[], object]) -> Button:
        """A button below what is there."""
        made = Button(self.look, words=words, parent=self)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: run())
        self.parts.append(made)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def put(self, part: Field) -> Field:
        """Put a field below what is there."""
        self.parts.append(part)
        self._column.addWidget(part)
        return part

    def _tell(self, name: str, value: object) -> None:
        self.edited.emit(name, value)

    def _tell_typed(self, name: str, value_of: Callable[[str], object], text: str) -> None:
        self.edited.emit(name, value_of(text))

    def _tell_toggled(self, name: str, values: tuple[object, object], by: Toggle) -> None:
        self.edited.emit(name, values[by.isChecked()])


class _Sourced(Page):
    """A page with sources: ids that are typed, or chosen from those of the card."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.choices: Callable[[], Sequence[tuple[str, str]]] = tuple
        self._ids: tuple[str, ...] = ()

    def add_sources(self, plain: str) -> None:
        """Put the fields of sources below what is there."""
        self._sources = self.typed(_("Sources"), "references", ids_of)
        add = self.button(_("Add a source of the card"), self._open_menu)
        add.chevron = True
        self._add = add
        self._plain = self.toggle(plain, "plain")

    def show_sources(self, part: Step | Asked, words: str) -> None:
        """Show the ids of sources, and in words what they are."""
        self._ids = part.references
        if ids_of(self._sources.text()) != part.references:
            self._sources.show_text(", ".join(part.references))
        self._sources.show_note(words)
        self._plain.show_on(part.plain)

    def _open_menu(self) -> None:
        menu = QMenu(_("Sources of the card"), self._add)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = [(name, words) for name, words in self.choices() if name not in self._ids]
        for name, words in found:
            menu.addAction(words, partial(self.edited.emit, "references", (*self._ids, name)))
        if not found:
            menu.addAction(_("The card has no other source")).setEnabled(False)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))


class StepPage(_Sourced):
    """What the current step says and how it is shown."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._title = self.line(_("Title"), "title")
        self._text = self.line(_("Text for the room"), "text", lines=3)
        self._notes = self.line(_("Notes for you"), "notes", lines=3)
        self._minutes = self.typed(_("Minutes"), "minutes", _minutes)
        self.add_sources(_("The text states no fact"))
        self._labels = self.toggle(_("Hide the labels, reveal one by one"), "labels", ("shown", "hidden"))
        self._reveal = self.typed(_("Revealed first, such as organ:liver"), "reveal", ids_of)
        self._claim = self.typed(_("Sentence of the article to be judged, its number"), "claim", _claim)
        themes = (
            Choice(NO_THEME, _("Any theme")),
            Choice("night", _("Night")),
            Choice("day", _("Day")),
            Choice("projector", _("Projector")),
        )
        self._theme = self.choice("theme", themes, _("Theme of this step"))

    def show_step(self, step: Step, sources: str) -> None:
        """Show the words of a step."""
        for field, text in ((self._title, step.title), (self._text, step.text), (self._notes, step.notes)):
            field.show_text(text)
        self._text.show_note(letters_words(step.text))
        _show_number(self._minutes, step.minutes, minutes_of)
        _show_number(self._claim, step.claim, claim_of)
        self.show_sources(step, sources)
        self._labels.show_on(step.labels == "hidden")
        self._reveal.setVisible(step.labels == "hidden")
        if ids_of(self._reveal.text()) != step.reveal:
            self._reveal.show_text(", ".join(step.reveal))
        self._theme.show_value(step.theme or NO_THEME)


class QuestionPage(_Sourced):
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


class LessonPage(Page):
    """What the lesson says of itself."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._title = self.line(_("Title of the lesson"), "title")
        self._author = self.line(_("Author"), "author")
        self._about = self.line(_("What it is about"), "about", lines=2)
        self._minutes = self.typed(_("Minutes planned"), "minutes", _minutes)
        levels = (Choice("school", _("School")), Choice("university", _("University")))
        self._level = self.choice("level", levels, _("How the card speaks"))

    def show_lesson(self, lesson: Lesson) -> None:
        """Show the words of a lesson."""
        for field, text in (
            (self._title, lesson.title),
            (self._author, lesson.author),
            (self._about, lesson.about),
        ):
            field.show_text(text)
        _show_number(self._minutes, lesson.minutes, minutes_of, plan_words(lesson))
        self._level.show_value(lesson.level)


class Names(QWidget):
    """The questions as lines to click; emits `opened(n)`."""

    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[Button] = []

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
        for number, (button, name) in enumerate(zip(self._buttons, names, strict=True)):
            button.show_words(
                button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self._room())
            )
            button.setAccessibleName(name)
            button.show_lit(number == at)

    def _room(self) -> int:
        return max(self._look.grown(160), self.width() - self._look.px(48))

    def _new_button(self, number: int) -> Button:
        button = Button(self._look, parent=self)
        button.clicked.connect(partial(self._open, number))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _open(self, number: int) -> None:
        self.opened.emit(number)


def _minutes(text: str) -> float | None:
    return minutes_of(text)[0]


def _claim(text: str) -> int | None:
    return claim_of(text)[0]


def _show_number(
    field: Field, number: float | None, read: Callable[[str], tuple[Any, str]], note: str = ""
) -> None:
    """Show a number, but leave what is being typed: it may be no number yet."""
    typed, wrong = read(field.text())
    if typed != number or (wrong and not field.edit.hasFocus()):
        field.show_text(number_text(number))
        wrong = ""
    field.show_note(wrong or note)
