"""A question for a room: words as large as fit, rows to answer with, teams, and a bar to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bodymap.features.quiz.barred_page import BarredPage
from bodymap.features.quiz.page import Page
from bodymap.features.quiz.question_sheet import QuestionSheet
from bodymap.features.quiz.sizes import sizes
from bodymap.features.quiz.team_marks import TeamChip
from bodymap.features.quiz.teams import MOST
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.look import META, Look


class RoundView(BarredPage):
    """Emits `answered(choice)`, `pointed(left)`, `buzzed(team)`, `opened(number)`, `forward` and `back`."""

    answered = Signal(int)
    pointed = Signal(int)
    buzzed = Signal(int)
    opened = Signal(str)
    forward = Signal()
    back = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.page: Page | None = None
        self.sheet = QuestionSheet(look, self)
        for number, row in enumerate(self.sheet.rows):
            row.clicked.connect(lambda _checked=False, n=number: self.answered.emit(n))
        for number, left in enumerate(self.sheet.lefts):
            left.clicked.connect(lambda _checked=False, n=number: self.pointed.emit(n))
        self.sheet.told.linkActivated.connect(self.opened)
        self.chips = [TeamChip(look, self) for _team in range(MOST)]
        for number, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _checked=False, n=number: self.buzzed.emit(n))
        self.backward = Button(look, icon="back", words=_("Back"), parent=self)
        self.onward = Button(look, icon="forward", parent=self)
        self.onward.primary = True
        self.backward.setAccessibleName(_("Back"))
        self.backward.setToolTip(_("Back (Page up)"))
        self.backward.clicked.connect(self.back)
        self.onward.clicked.connect(self.forward)
        for row in (*self.sheet.rows, *self.sheet.lefts, *self.chips):
            row.stepped.connect(self._step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_look(self, look: Look, text: float) -> None:
        """Take on a look for a room, and how large the reader wants the words (1 = 100 %)."""
        self._look = look
        for button in (self.backward, self.onward):
            button.show_look(look)
        self.sheet.show_look(look, text)
        self.arrange()

    def show_page(self, page: Page) -> None:
        """Show a question, from its top where it is another one."""
        is_other = self.page is None or self.page.place != page.place
        self.page = page
        said = (f"{page.place}.", page.ask, page.verdict, page.hint, page.told)
        self.setAccessibleName(" ".join(words for words in said if words))
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(page.teams))
            if number < len(page.teams):
                chip.show_chip(page.teams[number])
        self.onward.show_words(page.forward)
        self.onward.setAccessibleName(page.forward)
        self.onward.setToolTip(_("{words} (Page down, Space)").format(words=page.forward))
        self.backward.setEnabled(page.can_back)
        if is_other:
            self.setFocus()
        self.sheet.show_page(page)
        self.arrange()
        if is_other:
            self.sheet.show_from_top()
        else:
            self.sheet.show_told()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the first answer, up to the last."""
        rows = self.sheet.reachable
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and rows:
            rows[0 if event.key() == Qt.Key.Key_Down else -1].setFocus()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Give the keyboard to the next row, round and round."""
        rows = self.sheet.reachable
        at = next((i for i, row in enumerate(rows) if row.hasFocus()), -1)
        if rows:
            rows[(at + by) % len(rows)].setFocus()

    def _fit_names(self, wide: int) -> None:
        """Names as large as the reader wants them, but smaller where they would be cut off."""
        look, least = self._look, sizes(self.window().height()).small
        for size in range(look.grown(META), least - 1, -1):
            for chip in self.chips:
                chip.show_size(look, size)
            if all(chip.name_width <= wide for chip in self.chips):
                return

    def arrange(self) -> None:
        """Question above, teams, and the bar at the foot."""
        look, page = self._look, self.page
        if page is None:
            return
        edge, gap = look.px(24), look.px(8)
        bottom = self.lay_bar((self.backward,), (self.onward,)).y() - look.px(12)
        shown = self.chips[: len(page.teams)]
        if shown:
            wide = (self.width() - 2 * edge - gap * (len(shown) - 1)) // len(shown)
            self._fit_names(wide)
            high = shown[0].sizeHint().height()
            bottom -= high
            for number, chip in enumerate(shown):
                chip.setGeometry(edge + number * (wide + gap), bottom, wide, high)
            bottom -= look.px(12)
        self.sheet.setGeometry(0, 0, self.width(), max(0, bottom))
        self.sheet.lay_out()
        self.draw_line(self.sheet.geometry().bottom() + 1)
