"""A class before the board: what it does with keys and mouse in a round."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from PySide6.QtWidgets import QWidget

from bodymap.atlas.reading import read_library
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.material import bank_of
from bodymap.features.quiz.model import Question
from bodymap.features.quiz.page import LETTERS
from bodymap.features.quiz.round_view import RoundView
from bodymap.features.quiz.view import QuizBoard
from bodymap.loading.shipped import shipped
from tests.pilot import Pilot


@cache
def shipped_bank() -> Bank:
    """What the shipped data can be asked about, as the program finds it too."""
    library = read_library([shipped("data")])
    return bank_of(library.atlas, library.shown_on(shipped("assets", "figures")), [shipped("data")])


class Class:
    """A class before the board; `setup` makes the questions anew, so that the right answers are known."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        pilot.press("F10")
        self.bank = shipped_bank()
        self.questions: tuple[Question, ...] = ()

    @property
    def board(self) -> QuizBoard:
        board = self.pilot.window.boards.current
        assert isinstance(board, QuizBoard)
        return board

    @property
    def round(self) -> RoundView:
        return self.board.round

    def begin(self, **changes: object) -> None:
        """Choose a round without mouse or keys, and start it with Enter."""
        setup = replace(self.board.begin.setup, **changes)  # pyright: ignore[reportArgumentType]
        self.board.begin.changed.emit(setup)
        self.questions = setup.questions(self.bank)
        self.pilot.press("Return")
        assert self.round.isVisible()

    @property
    def question(self) -> Question:
        page = self.round.page
        assert page is not None
        return self.questions[int(page.place.split()[1]) - 1]

    def press_letters(self, answer: tuple[int, ...]) -> None:
        for choice in answer:
            self.pilot.press(LETTERS[choice])

    def click(self, part: QWidget) -> None:
        self.pilot.click_in(part, part.rect().center())

    def click_answer(self, answer: tuple[int, ...]) -> None:
        """By the mouse: pairs from the last to the first, to choose what is marked."""
        if self.question.form == "match":
            for left, choice in reversed(tuple(enumerate(answer))):
                self.click(self.round.sheet.lefts[left])
                self.click(self.round.sheet.rows[choice])
            return
        for choice in answer:
            self.click(self.round.sheet.rows[choice])

    def told(self) -> str:
        page = self.round.page
        assert page is not None
        return page.told
