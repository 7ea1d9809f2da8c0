"""The board of lessons that can be opened: those in no file yet, the last ones, the ready ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.making import LessonRow
from bodymap.features.lessons.row_list import LessonList
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.look import Look


class ShelfBoard(Board):
    """A list of lessons, and buttons for a new one and for a file; its parts tell what is asked for."""

    place = "card"

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Lessons"), parent)
        self.begin = Button(look, words=_("New lesson"), parent=self)
        self.from_file = Button(look, words=_("Open lesson …"), parent=self)
        for button in (self.begin, self.from_file):
            button.setAccessibleName(button.text())
        self.list = LessonList(look, _("Lessons"), self)
        self.setFocusProxy(self.list)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        for part in (self.begin, self.from_file, self.list):
            part.show_look(look)
        super().show_look(look)

    def show_rows(self, rows: Sequence[LessonRow]) -> None:
        """List lessons under headings."""
        self.list.show_rows(tuple(rows))

    def arrange(self, area: QRect) -> None:
        """The buttons beside or below each other, the list below."""
        look, x, y = self.look, self.look.px(16), area.top()
        for button in (self.begin, self.from_file):
            size = button.sizeHint()
            if x > look.px(16) and x + size.width() > self.width() - look.px(16):
                x, y = look.px(16), y + size.height() + look.px(8)
            button.setGeometry(x, y, size.width(), size.height())
            x += size.width() + look.px(8)
        top = y + look.control + look.px(8)
        self.list.setGeometry(1, top, self.width() - 2, max(0, self.height() - top))
