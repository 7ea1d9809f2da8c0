"""The end of a round: the standing of teams, how it went, and what to look at again."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from bodymap.features.quiz.barred_page import BarredPage
from bodymap.features.quiz.end_html import end_html
from bodymap.features.quiz.ending import Ending
from bodymap.features.quiz.sizes import sizes
from bodymap.features.quiz.team_marks import Standing
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.card_text import CardText
from bodymap.ui.look import Look


class EndView(BarredPage):
    """Emits `followed(address)`, `opened(number)`, `again` and `back`."""

    followed = Signal(str)
    opened = Signal(str)
    again = Signal()
    back = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.ending: Ending | None = None
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.standing = Standing(look, self)
        self.text = CardText(self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        self.text.setAccessibleName(_("What to look at again"))
        self.backward = Button(look, icon="back", words=_("Back"), parent=self)
        self.new = Button(look, icon="redo", words=_("New round"), parent=self)
        self.new.primary = True
        for button, told in ((self.backward, self.back), (self.new, self.again)):
            button.setAccessibleName(button.text())
            button.clicked.connect(told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_look(self, look: Look) -> None:
        """Take on a look for a room."""
        self._look = look
        for button in (self.backward, self.new):
            button.show_look(look)
        self.arrange()

    def show_ending(self, ending: Ending, can_back: bool) -> None:
        """Show how it came out."""
        is_other = ending != self.ending
        self.ending = ending
        self.setAccessibleName(" ".join(words for words in (ending.title, ending.words) if words))
        self.title.setText(ending.title)
        self.standing.show_placed(ending.standing)
        self.backward.setVisible(can_back)
        self.arrange()
        if is_other:
            self.setFocus()

    def arrange(self) -> None:
        """How it came out, the standing, what to look at again, and the buttons."""
        ending, look = self.ending, self._look
        if ending is None or self.width() < look.px(100):
            return
        edge, gap = look.px(24), look.px(12)
        found = sizes(self.window().height())
        title = QFont()
        title.setPixelSize(found.question)
        title.setWeight(QFont.Weight.Bold)
        self.title.setFont(title)
        inner, y = self.width() - 2 * edge, look.px(4)
        high = self.title.heightForWidth(inner)
        self.title.setGeometry(edge, y, inner, high)
        y += high + gap
        self.standing.show_size(look, found.answer)
        self.standing.setGeometry(edge, y, inner, self.standing.needed_height)
        y += self.standing.needed_height + (gap if ending.standing else 0)
        line = self.lay_bar((self.backward,), (self.new,)).y() - gap
        self.text.setGeometry(edge, y, self.width() - edge - look.px(6), max(0, line - y))
        self.text.show_margins(look, edge)
        width = self.text.text_width()
        self.text.show_page((ending, look, width), lambda: end_html(ending, look, width))
        self.draw_line(line)

    def _follow(self, url: QUrl) -> None:
        scheme, _colon, rest = url.toString().partition(":")
        if scheme == "source":
            self.opened.emit(rest)
        elif scheme == "bodymap":
            self.followed.emit(rest)
