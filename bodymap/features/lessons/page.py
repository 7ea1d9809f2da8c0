"""A page of the lesson board: fields, choices and buttons below each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bodymap.features.lessons.fields import Field, Toggle, Words
from bodymap.features.lessons.making import ids_of
from bodymap.features.lessons.model import Asked, Step
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.look import Look
from bodymap.ui.segmented import Choice, Segmented

Part = Field | Button | Segmented | Words


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
        """A choice of one among few under its heading, as wide as the page."""
        words = Words(self.look, self)
        words.show_words(heading)
        self.parts.append(words)
        self._column.addWidget(words)
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


class SourcedPage(Page):
    """A page with sources: ids that are typed, or found by name; `source_asked` wants to find one."""

    source_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.ids: tuple[str, ...] = ()
        """The sources that it has."""

    def add_sources(self, plain: str) -> None:
        """Put the fields of sources below what is there."""
        self._sources = self.typed(_("Sources"), "references", ids_of)
        self.button(_("Find a source …"), self.source_asked.emit)
        self._plain = self.toggle(plain, "plain")

    def show_sources(self, part: Step | Asked, words: str) -> None:
        """Show the ids of sources, and in words what they are."""
        self.ids = part.references
        if ids_of(self._sources.text()) != part.references:
            self._sources.show_text(", ".join(part.references))
        self._sources.show_note(words)
        self._plain.show_on(part.plain)

    def add_source(self, source: str) -> None:
        """Tell that a source was found."""
        self.edited.emit("references", (*self.ids, source))
