"""What the teacher sees on a screen of her own: this slide and the next, notes, time and all steps."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QTextBrowser

from bodymap.features.lessons.presenting.hearing import HearingWindow
from bodymap.features.lessons.presenting.keys import Deed, Meant, presenting_keys
from bodymap.features.lessons.presenting.slide_view import MakeBody, SlideView
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.card import CardPane
from bodymap.ui.look import BODY, META, TITLE, Look, base_scale
from bodymap.ui.style import sheet
from bodymap.viewmodels.card_values import Card

_DEEDS: tuple[Deed, ...] = ("previous", "next", "black", "white", "freeze", "explore", "pen", "far", "leave")
"""What has a button."""
_SHARE = 0.62
"""How much of the width this slide and the steps take."""


class Told(NamedTuple):
    """What is said beside the slides: notes, the number of the step, how the time goes, the deeds in force.

    `card` is that of what is looked at, while somebody looks round.
    """

    notes: str
    step: str
    pace: str
    clock: str
    following: str
    active: frozenset[Deed]
    card: Card | None = None


class TeacherWindow(HearingWindow):
    """Emits `step_chosen(position)`, and of the card `followed(ref)` and `opened(url)`.

    `aspect` is the room's width by its height.
    """

    step_chosen = Signal(int)
    followed = Signal(object)
    opened = Signal(str)

    def __init__(self, make_body: MakeBody, look: Look, aspect: float) -> None:
        super().__init__()
        self.look, self.aspect = look, aspect
        self.setWindowTitle(_("Lesson: for the teacher"))
        self.slide = SlideView(make_body, look.theme, self)
        self._steps = QListWidget(self)
        self._notes = QTextBrowser(self)
        self._card = CardPane(look, self)
        self._next = QLabel(self)
        self._titles: tuple[str, ...] = ()
        self._told = Told("", "", "", "", "", frozenset())
        words = {line.deed: (line.words, line.keys[0]) for line in presenting_keys()}
        self.buttons = {deed: Button(look, words=_short_words(deed), parent=self) for deed in _DEEDS}
        for deed in _DEEDS:
            button = self.buttons[deed]
            button.setToolTip(f"{words[deed][0]} ({words[deed][1]})")
            button.setAccessibleName(words[deed][0])
            button.setCheckable(deed not in ("previous", "next", "leave"))
            button.clicked.connect(partial(self._press, deed))
        self._steps.setSpacing(look.px(2))
        self._card.followed.connect(self.followed)
        self._card.opened.connect(self.opened)
        self._steps.setAccessibleName(_("Steps"))
        self._notes.setAccessibleName(_("Notes"))
        self._next.setAccessibleName(_("Next step"))
        self._notes.setFrameShape(QFrame.Shape.NoFrame)
        self._steps.itemClicked.connect(self._choose)
        for part in (self._steps, self._notes, self._card.text, *self.buttons.values()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a remote must always be heard
        self._card.hide()

    def _press(self, deed: Deed, _checked: bool = False) -> None:
        self.heard.emit(Meant(deed))

    def _choose(self, item: QListWidgetItem) -> None:
        self.step_chosen.emit(self._steps.row(item))

    def show_steps(self, titles: tuple[str, ...]) -> None:
        """List all steps."""
        if titles == self._titles:
            return
        self._titles = titles
        self._steps.clear()
        self._steps.addItems([f"{n}  {title}" for n, title in enumerate(titles, 1)])

    def show_told(self, told: Told, at: int) -> None:
        """Say everything beside the slides, at a step."""
        if told.notes != self._told.notes or not self._notes.toPlainText():
            self._notes.setPlainText(told.notes or _("No notes for this step"))
        self._told = told
        self._steps.setCurrentRow(at)
        for deed, button in self.buttons.items():
            button.setChecked(deed in told.active)
            button.update()
        self._card.setVisible(told.card is not None)
        if told.card is not None:
            self._card.show_card(told.card)
        self._notes.setVisible(told.card is None)
        self._next.setVisible(told.card is None)
        self.update()

    def show_next(self, picture: QPixmap | None) -> None:
        """Show the slide that comes next."""
        self._next.setPixmap(picture or QPixmap())

    def next_size(self) -> QSize:
        """How large its picture is."""
        width = self._right().width()
        return QSize(width, round(width / self.aspect)).boundedTo(QSize(width, round(self.height() * 0.34)))

    def show_look(self, look: Look) -> None:
        """Take on a theme; the scale is that of the window."""
        self.look = Look(look.theme, base_scale(self.width(), self.height()), look.text)
        for button in self.buttons.values():
            button.show_look(self.look)
        self._card.show_look(self.look)
        self.setStyleSheet(sheet(self.look))
        for part, size in ((self._notes, 20), (self._steps, BODY)):
            part.setFont(self.look.font(size))
        self.lay_out()
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.show_look(self.look)

    def lay_out(self) -> None:
        """The slide at the left over buttons and steps; the next one at the right over the notes."""
        look, gap = self.look, self.look.px(16)
        wide = round(self.width() * _SHARE) - 2 * gap
        high = min(round(wide / self.aspect), round(self.height() * 0.62))
        width = min(wide, round(high * self.aspect))
        self.slide.setGeometry(gap, gap + self._head(), width, high)
        x, y = gap, gap + self._head() + high + gap
        for button in self.buttons.values():
            size = button.sizeHint()
            if x + size.width() > gap + wide and x > gap:
                x, y = gap, y + size.height() + look.px(8)
            button.setGeometry(x, y, size.width(), size.height())
            x += size.width() + look.px(8)
        y += look.control + gap
        self._steps.setGeometry(gap, y, wide, max(0, self.height() - y - gap))
        right, following = self._right(), self.next_size()
        top = gap + self._head() + self._line(META)
        self._next.setGeometry(QRect(right.x(), top, following.width(), following.height()))
        y = top + following.height() + gap
        self._notes.setGeometry(right.x(), y, right.width(), max(0, self.height() - y - gap))
        self._card.setGeometry(right.x(), top, right.width(), max(0, self.height() - top - gap))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Step, time and clock at the top."""
        painter, look, told = QPainter(self), self.look, self._told
        painter.fillRect(self.rect(), look.color("panel"))
        gap, right, middle = look.px(16), self._right(), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.color("text"))
        painter.setFont(look.font(TITLE, QFont.Weight.DemiBold))
        head = QRect(gap, gap // 2, right.left() - 2 * gap, self._head())
        painter.drawText(head, middle, told.pace)
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, told.step)
        painter.drawText(right.adjusted(0, gap // 2, 0, 0), Qt.AlignmentFlag.AlignRight, told.clock)
        painter.setFont(look.font(META))
        if told.card is None:
            words = painter.fontMetrics().elidedText(
                told.following, Qt.TextElideMode.ElideRight, right.width()
            )
            painter.drawText(
                QRect(right.x(), gap + self._head(), right.width(), self._line(META)), middle, words
            )

    def _right(self) -> QRect:
        gap = self.look.px(16)
        x = round(self.width() * _SHARE)
        return QRect(x, 0, self.width() - x - gap, self.height())

    def _head(self) -> int:
        return self._line(TITLE)

    def _line(self, size: int) -> int:
        return self.look.metrics(size).height() + self.look.px(6)


def _short_words(deed: Deed) -> str:
    words: dict[Deed, str] = {
        "previous": _("Back"),
        "next": _("Next"),
        "black": _("Black"),
        "white": _("White"),
        "freeze": _("Freeze"),
        "explore": _("Look round"),
        "pen": _("Pen"),
        "far": _("Back row"),
        "leave": _("Leave"),
    }
    return words[deed]
