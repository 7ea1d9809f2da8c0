"""Two pages of the lesson board: the step, and the lesson itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.fields import Field
from bodymap.features.lessons.making import (
    claim_of,
    ids_of,
    letters_words,
    minutes_of,
    number_text,
)
from bodymap.features.lessons.model import Lesson, Step
from bodymap.features.lessons.page import Page, SourcedPage
from bodymap.i18n import _
from bodymap.ui.look import Look
from bodymap.ui.segmented import Choice

NO_THEME = "any"


class StepPage(SourcedPage):
    """What the current step says and how it is shown; `label_asked` wants to find one to reveal next."""

    label_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._title = self.line(_("Title"), "title")
        self._text = self.line(_("Text for the room"), "text", lines=3)
        self._notes = self.line(_("Notes for you"), "notes", lines=3)
        self._minutes = self.typed(_("Minutes"), "minutes", _minutes)
        self.add_sources(_("The text states no fact"))
        self._labels = self.toggle(_("Hide the labels, reveal one by one"), "labels", ("shown", "hidden"))
        self._reveal = self.typed(_("Revealed first"), "reveal", ids_of)
        self._find_label = self.button(_("Reveal next …"), self.label_asked.emit)
        self.reveal: tuple[str, ...] = ()
        """What is revealed first, in order."""
        self._claim = self.typed(_("Sentence of the article to be judged, its number"), "claim", _claim)
        themes = (
            Choice(NO_THEME, _("Any theme")),
            Choice("night", _("Night")),
            Choice("day", _("Day")),
            Choice("projector", _("Projector")),
        )
        self._theme = self.choice("theme", themes, _("Theme of this step"))

    def add_label(self, name: str) -> None:
        """Tell what is to be revealed after those chosen before."""
        self.edited.emit("reveal", (*self.reveal, name))

    def show_step(self, step: Step, sources: str, reveal: str) -> None:
        """Show the words of a step; `reveal` says in words what is revealed first."""
        for field, text in ((self._title, step.title), (self._text, step.text), (self._notes, step.notes)):
            field.show_text(text)
        self._text.show_note(letters_words(step.text))
        _show_number(self._minutes, step.minutes, minutes_of)
        _show_number(self._claim, step.claim, claim_of)
        self.show_sources(step, sources)
        self._labels.show_on(step.labels == "hidden")
        self.reveal = step.reveal
        for part in (self._reveal, self._find_label):
            part.setVisible(step.labels == "hidden")
        self._reveal.show_note(reveal)
        if ids_of(self._reveal.text()) != step.reveal:
            self._reveal.show_text(", ".join(step.reveal))
        self._theme.show_value(step.theme or NO_THEME)


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
        _show_number(self._minutes, lesson.minutes, minutes_of)
        self._level.show_value(lesson.level)


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
