"""Binds the lesson board to the desk: what is shown there follows it, what is typed there edits it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from bodymap.features.lessons.board import LessonBoard
from bodymap.features.lessons.card_sources import other_sources, source_choices
from bodymap.features.lessons.chooser import Chooser
from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.editing import (
    view_of,
    with_question,
    with_question_changed,
    with_step_changed,
    with_step_moved,
    without_question,
)
from bodymap.features.lessons.making import Offer, reveal_words, sources_words
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.page import SourcedPage
from bodymap.features.lessons.pages import NO_THEME
from bodymap.i18n import _, counted
from bodymap.ui.card_html import MOST_ROWS
from bodymap.ui.host import Host


class BoardBinding(QObject):
    """Lives as long as its board."""

    def __init__(self, host: Host, desk: Desk, board: LessonBoard) -> None:
        super().__init__(board)
        self._host, self._desk, self._board = host, desk, board
        self._page, self._question = "step", 0
        self._at = desk.at
        self._wire()
        desk.changed.connect(self._show)
        desk.kept.connect(self._show_kept)
        host.store.watch(board, lambda state: state, lambda _state: self._show_view())
        self._show()
        self._show_wrong()

    def open_page(self, page: str) -> None:
        """Show one of the three pages."""
        self._page = page
        self._show()

    def _wire(self) -> None:
        board, desk = self._board, self._desk
        board.steps.chosen.connect(desk.go)
        board.steps.moved.connect(self._move)
        board.page_chosen.connect(self.open_page)
        board.step_page.edited.connect(self._edit_step)
        board.question_page.edited.connect(self._edit_question)
        board.lesson_page.edited.connect(self._edit_lesson)
        board.question_page.added.connect(self._add_question)
        board.question_page.opened.connect(self._open_question)
        board.question_page.removed.connect(self._remove_question)
        board.wrong.clicked.connect(self._list_wrong)
        for page in (board.step_page, board.question_page):
            page.source_asked.connect(partial(self._find_source, page))
        board.step_page.label_asked.connect(self._find_label)

    @property
    def _lesson(self) -> Lesson:
        return self._desk.lesson or Lesson()

    def _show(self) -> None:
        board, lesson, step = self._board, self._lesson, self._desk.step
        atlas = self._host.reader.atlas
        if self._at != self._desk.at:
            self._at, self._question = self._desk.at, 0
        if step is not None:
            board.step_page.show_step(step, sources_words(step.references, atlas), self._reveal_words(step))
            asked = step.questions
            self._question = max(0, min(self._question, len(asked) - 1))
            used = asked[self._question].references if asked else ()
            board.question_page.show_questions(asked, self._question, sources_words(used, atlas))
        board.show_lesson(lesson, self._desk.at, self._page if step is not None else "lesson")
        draft = self._desk.draft
        board.undo.setEnabled(bool(draft and draft.before))
        board.redo.setEnabled(bool(draft and draft.after))
        self._show_view()
        self._show_kept()

    def _show_view(self) -> None:
        step = self._desk.step
        now = view_of(self._host.store.state, self._lesson)
        self._board.show_view(step is not None and now != step.see)

    def _show_kept(self) -> None:
        desk = self._desk
        name = desk.path.name if desk.path is not None else ""
        words = {
            "draft": _("Kept by Bodymap, in no file yet"),
            "nowhere": _("Not kept anywhere: save it"),
            "soon": _("Being kept …"),
            "file": _("All of it is in {file}").format(file=name) if name else "",
        }[desk.where_kept]
        if desk.where_kept == "draft" and name:
            words = _("Your edits are kept by Bodymap; {file} is as it was").format(file=name)
        if desk.is_ready:
            words = _("A ready lesson: your edits make a copy")
        self._board.show_kept(words, desk.lesson is not None, desk.path is not None and not desk.is_ready)
        if desk.where_kept != "soon":
            self._show_wrong()

    def _show_wrong(self) -> None:
        count = len(self._desk.problems()) if self._lesson.steps else 0  # one just begun is not wrong yet
        words = counted("{n} thing to look at", "{n} things to look at", count)
        self._board.show_wrong(count, words)

    def _list_wrong(self) -> None:
        title = self._lesson.title.strip() or _("Lesson")
        self._host.list_problems(self._desk.problems(), title)

    def _move(self, row: int, to: int) -> None:
        self._desk.apply(with_step_moved(self._lesson, row, to), to)

    def _edit_step(self, name: str, value: object) -> None:
        found = None if name == "theme" and value == NO_THEME else value
        at = self._desk.at
        self._desk.apply(with_step_changed(self._lesson, at, **{name: found}), gesture=f"{name} {at}")

    def _edit_lesson(self, name: str, value: object) -> None:
        self._desk.apply(replace(self._lesson, **{name: value}), gesture=f"lesson {name}")  # pyright: ignore[reportArgumentType] - a field of Lesson, by its page

    def _edit_question(self, name: str, value: object) -> None:
        at, number = self._desk.at, self._question
        changed = with_question_changed(self._lesson, at, number, **{name: value})
        self._desk.apply(changed, gesture=f"{name} {at} {number}")

    def _add_question(self) -> None:
        self._desk.apply(with_question(self._lesson, self._desk.at, Asked()))
        step = self._desk.step
        self._question = len(step.questions) - 1 if step is not None else 0
        self._show()

    def _open_question(self, number: int) -> None:
        self._question = number
        self._show()

    def _remove_question(self) -> None:
        self._desk.apply(without_question(self._lesson, self._desk.at, self._question))

    def _find_source(self, page: SourcedPage) -> None:
        """Let the author find a publication by its words: those of the card first."""
        reader = self._host.reader
        card = reader.card(self._host.store.state)
        known = source_choices(card, reader.atlas, MOST_ROWS)
        mine = (Offer(choice.id, choice.words, group=_("Sources of the card")) for choice in known)
        others = other_sources(reader.atlas, {choice.id for choice in known})
        offers = [offer for offer in (*mine, *others) if offer.id not in page.ids]
        self._open_chooser(_("Find a source"), offers).chosen.connect(page.add_source)

    def _find_label(self) -> None:
        """Let the author choose by name which label is revealed next."""
        step, page = self._desk.step, self._board.step_page
        if step is None:
            return
        names = self._labels_of(step)
        offers = [Offer(ref, words) for ref, words in names.items() if ref not in step.reveal]
        self._open_chooser(_("Reveal next"), offers).chosen.connect(page.add_label)

    def _labels_of(self, step: Step) -> Mapping[str, str]:
        """The labels of a step's view: the words of each."""
        scenes = self._host.reader.stage(step.see).scenes
        return {str(label.ref): label.text for scene in scenes for label in scene.labels}

    def _reveal_words(self, step: Step) -> str:
        return reveal_words(step, self._labels_of(step)) if step.labels == "hidden" else ""

    def _open_chooser(self, title: str, offers: Sequence[Offer]) -> Chooser:
        window = self._host.window
        chooser = Chooser(window.look, window, title, offers)
        window.open_overlay(chooser)
        return chooser
