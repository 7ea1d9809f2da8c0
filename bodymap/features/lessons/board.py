"""The lesson board: the steps above, what the current one says below, and where all is kept at the foot."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bodymap.features.lessons.making import plan_words, step_rows
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.pages import LessonPage, QuestionPage, StepPage
from bodymap.features.lessons.row_list import LessonList
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.look import META, Look
from bodymap.ui.segmented import Choice, Segmented

Shown = Literal["step", "questions", "lesson"]
_LIST_SHARE = 0.36
"""The most of the board's height that the list of steps has; what is longer is scrolled."""


class LessonBoard(Board):
    """Emits `page_chosen(name)`; its parts tell all else."""

    page_chosen = Signal(str)
    place = "card"

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Lesson"), parent)
        self.undo = Button(look, icon="undo", parent=self)
        self.redo = Button(look, icon="redo", parent=self)
        self.more = Button(look, icon="menu", parent=self)
        self.controls = (self.undo, self.redo, self.more)
        self._scroll = QScrollArea(self)
        self._content = QWidget()
        self.steps = LessonList(look, _("Steps"), self._content, can_drag=True)
        self.add = Button(look, words=_("Add this view as a step"), parent=self._content)
        self.replace = Button(look, words=_("Show this view here instead"), parent=self._content)
        self.pages = Segmented(
            look,
            _("What is edited"),
            (
                Choice("step", _("Step")),
                Choice("questions", _("Questions")),
                Choice("lesson", _("Lesson")),
            ),
        )
        self.step_page = StepPage(look, self._content)
        self.question_page = QuestionPage(look, self._content)
        self.lesson_page = LessonPage(look, self._content)
        self.save = Button(look, icon="save", words=_("Save …"), parent=self)
        self.wrong = Button(look, icon="notice", parent=self)
        self._status, self._shown = "", "step"
        self._build()
        self.show_look(look)
        self.setFocusProxy(self.steps)

    def _build(self) -> None:
        self.pages.fill_width()
        self.pages.chosen.connect(self.page_chosen)
        self._column = QVBoxLayout(self._content)
        deeds = (self.add, self.replace)
        self._column.addWidget(self.steps)
        for button in deeds:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.pages)
        for page in self._all_pages:
            self._column.addWidget(page)
        self._column.addStretch(1)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        named = (
            (self.undo, _("Undo in the lesson")),
            (self.redo, _("Redo in the lesson")),
            (self.more, _("Lesson menu")),
            (self.add, self.add.text()),
            (self.replace, self.replace.text()),
            (self.save, _("Save the lesson")),
        )
        for button, name in named:
            button.setAccessibleName(name)

    @property
    def _all_pages(self) -> tuple[StepPage, QuestionPage, LessonPage]:
        return self.step_page, self.question_page, self.lesson_page

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        for part in (self.steps, self.add, self.replace, self.pages, self.save, self.wrong):
            part.show_look(look)
        for page in self._all_pages:
            page.show_look(look)
        edge = look.px(16)
        self._column.setContentsMargins(edge, 0, edge, edge)
        self._column.setSpacing(look.px(8))
        super().show_look(look)

    def show_lesson(self, lesson: Lesson, at: int, page: str) -> None:
        """Show the steps, which one is current, and one of the three pages."""
        self._shown = page
        self.steps.show_rows(step_rows(lesson), at)
        self.show_note(plan_words(lesson))
        self.pages.show_value(page)
        has_step = bool(lesson.steps)
        self.step_page.setVisible(page == "step" and has_step)
        self.question_page.setVisible(page == "questions" and has_step)
        self.lesson_page.setVisible(page == "lesson")
        self.lesson_page.show_lesson(lesson)
        self.lay_out()

    def show_view(self, is_other: bool) -> None:
        """Offer to put the view into the current step, where it is another."""
        self.replace.setEnabled(is_other)

    def show_kept(self, words: str, can_save: bool) -> None:
        """Say at the foot where the lesson is kept."""
        self._status = words
        self.setAccessibleDescription(words)
        self.save.setEnabled(can_save)
        self.update()

    def show_wrong(self, words: str) -> None:
        """Say at the foot how much is wrong; nothing where nothing is."""
        self.wrong.show_words(words)
        self.wrong.setAccessibleName(words)
        self.wrong.setVisible(bool(words))
        self.lay_out()

    def arrange(self, area: QRect) -> None:
        """The scrolled content, and the foot."""
        look = self.look
        foot = self._foot_height()
        height = max(0, area.height() - foot)
        self._scroll.setGeometry(area.x() + 1, area.y(), area.width() - 2, height)
        most = max(look.row * 2, round(self.height() * _LIST_SHARE))
        self.steps.setFixedHeight(min(self.steps.needed_height() + 2, most))
        edge, size = look.px(16), look.control
        top = self.height() - size - look.px(10)
        width = self.save.sizeHint().width()
        x = self.width() - edge - width
        self.save.setGeometry(x, top, width, size)
        if self.wrong.text():
            width = self.wrong.sizeHint().width()
            self.wrong.setGeometry(look.px(16), top, min(width, x - look.px(24)), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head as any board; the line above the foot, and its words."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        top = self.height() - self._foot_height()
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, top, self.width(), top)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(META))
        painter.drawText(self._status_box(), int(Qt.TextFlag.TextWordWrap), self._status)

    def _status_box(self) -> QRect:
        look = self.look
        width = self.width() - look.px(32)
        found = look.metrics(META).boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), self._status
        )
        top = self.height() - look.control - look.px(18) - found.height()
        return QRect(look.px(16), top, width, found.height())

    def _foot_height(self) -> int:
        return self.look.control + self.look.px(26) + self._status_box().height()
