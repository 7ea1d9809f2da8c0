"""The lesson board: the steps above, what the current one says below, and where all is kept at the foot."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from bodymap.features.lessons.fields import Words
from bodymap.features.lessons.making import plan_words, step_rows
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.pages import LessonPage, StepPage
from bodymap.features.lessons.question_page import QuestionPage
from bodymap.features.lessons.row_list import LessonList
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.look import META, Look
from bodymap.ui.segmented import Choice, Segmented

Shown = Literal["step", "questions", "lesson"]
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
_LIST_SHARE = 0.36
"""The most of the board's height that the list of steps has; what is longer is scrolled."""


class LessonBoard(Board):
    """Emits `page_chosen(name)`; its parts tell all else."""

    page_chosen = Signal(str)
    place = "card"

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Lesson"), parent)
        self.card = Button(look, words=_("Card"), parent=self)
        self.undo = Button(look, icon="undo", parent=self)
        self.redo = Button(look, icon="redo", parent=self)
        self.more = Button(look, icon="menu", parent=self)
        self.controls = (self.card, self.undo, self.redo, self.more)
        self._scroll = QScrollArea(self)
        self._content = QWidget()
        self.steps = LessonList(look, _("Steps"), self._content, can_drag=True)
        self._plan = Words(look, self._content)
        self._deeds = QWidget(self._content)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._deeds)
        self.add = Button(look, words=_("Add this view"), parent=self._deeds)
        self.replace = Button(look, words=_("Show this view here"), parent=self._deeds)
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
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in (self.add, self.replace):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self._column.addWidget(self.steps)
        self._column.addWidget(self._plan)
        self._column.addWidget(self._deeds)
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
            (self.card, _("Show the card; the lesson stays open")),
            (self.undo, _("Undo in the lesson")),
            (self.redo, _("Redo in the lesson")),
            (self.more, _("Lesson menu")),
            (self.add, _("Add this view as a step")),
            (self.replace, _("Show this view here instead")),
            (self.save, _("Save the lesson")),
        )
        for button, name in named:
            button.setAccessibleName(name)
            button.setToolTip(name)

    @property
    def _all_pages(self) -> tuple[StepPage, QuestionPage, LessonPage]:
        return self.step_page, self.question_page, self.lesson_page

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        for part in (self.steps, self._plan, self.add, self.replace, self.pages, self.save, self.wrong):
            part.show_look(look)
        for page in self._all_pages:
            page.show_look(look)
        edge = look.px(16)
        self._column.setContentsMargins(edge, 0, edge, edge)
        for layout in (self._column, self._row):
            layout.setSpacing(look.px(8))
        super().show_look(look)

    def show_lesson(self, lesson: Lesson, at: int, page: str) -> None:
        """Show the steps, which one is current, and one of the three pages."""
        self._shown = page
        self.steps.show_rows(step_rows(lesson), at)
        self._plan.show_words(plan_words(lesson))
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

    def show_kept(self, words: str, can_save: bool, has_file: bool) -> None:
        """Say at the foot where the lesson is kept, and whether saving asks for a file."""
        self.save.show_words(_("Save") if has_file else _("Save …"))
        self._status = words
        self.setAccessibleDescription(words)
        self.save.setEnabled(can_save)
        self.lay_out()

    def show_wrong(self, count: int, words: str) -> None:
        """Say at the foot how much is wrong; nothing where nothing is."""
        self.wrong.show_words(str(count))
        self.wrong.setAccessibleName(words)
        self.wrong.setToolTip(words)
        self.wrong.setVisible(count > 0)
        self.lay_out()

    def arrange(self, area: QRect) -> None:
        """The scrolled content, and the foot."""
        look = self.look
        edge, size, foot = look.px(16), look.control, self._foot_height()
        self._scroll.setGeometry(area.x() + 1, area.y(), area.width() - 2, max(0, area.height() - foot))
        most = max(look.row * 2, round(self.height() * _LIST_SHARE))
        self.steps.setFixedHeight(min(self.steps.needed_height() + 2, most))
        beside = self.add.sizeHint().width() + self.replace.sizeHint().width() + 4 * edge <= self.width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        top = self.height() - (foot + size) // 2
        width = self.save.sizeHint().width()
        self.save.setGeometry(self.width() - edge - width, top, width, size)
        self.wrong.setGeometry(edge, top, self.wrong.sizeHint().width(), size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head as any board; the line above the foot, and its words."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        foot = self._foot_height()
        top = self.height() - foot
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, top, self.width(), top)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(META))
        left, width = self._status_span()
        painter.drawText(QRect(left, top, width, foot), _WRAP, self._status)

    def _status_span(self) -> tuple[int, int]:
        """Left edge and width of the words at the foot: between two buttons."""
        edge = self.look.px(16)
        left = edge + (self.wrong.sizeHint().width() + edge // 2 if self.wrong.isVisibleTo(self) else 0)
        return left, max(edge, self.width() - left - self.save.sizeHint().width() - 2 * edge)

    def _foot_height(self) -> int:
        look = self.look
        box = QRect(0, 0, self._status_span()[1], 10_000)
        words = look.metrics(META).boundingRect(box, _WRAP, self._status).height()
        return max(look.control, words) + look.px(16)
