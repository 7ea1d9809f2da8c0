"""An answer while it is being given, letter by letter: one choice, an order, or pairs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bodymap.features.quiz.model import Answer, Question

NONE = -1
"""Stands where something on the left has no partner yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been placed so far: positions among the choices.

    For pairs it has a place for each thing on the left, `NONE` where it is empty; `at` is the one that the
    next letter is for, None for the first without a partner.
    """

    placed: Answer = ()
    at: int | None = None

    def lettered(self, question: Question, choice: int) -> Draft:
        """The draft after a letter: the same one again takes it back."""
        if not 0 <= choice < len(question.choices):
            return self
        if question.form == "match":
            return self._paired(question, choice)
        if question.form == "order":
            return Draft(_without(self.placed, choice) if choice in self.placed else (*self.placed, choice))
        return Draft() if self.placed == (choice,) else Draft((choice,))

    def pointed(self, question: Question, left: int) -> Draft:
        """The draft whose next letter is for one of the things on the left."""
        return replace(self, at=left) if 0 <= left < len(question.left) else self

    def taken_back(self, question: Question) -> Draft:
        """The draft without what was placed last; of pairs, without the lowest."""
        if question.form != "match":
            return Draft(self.placed[:-1])
        filled = [i for i, partner in enumerate(self.placed) if partner != NONE]
        return Draft(_set(self.placed, filled[-1], NONE)) if filled else Draft()

    def active(self, question: Question) -> int | None:
        """The thing on the left that the next letter is for; None where there is none."""
        if question.form != "match":
            return None
        places = self._places(question)
        return self.at if self.at is not None else (places.index(NONE) if NONE in places else None)

    def answer(self, question: Question) -> Answer | None:
        """The whole answer; None while something is missing."""
        needed = len(question.right)
        is_whole = len(self.placed) == needed and NONE not in self.placed
        return self.placed if is_whole else None

    def _places(self, question: Question) -> Answer:
        return self.placed or (NONE,) * len(question.left)

    def _paired(self, question: Question, choice: int) -> Draft:
        places, at = self._places(question), self.active(question)
        if choice in places:
            held = places.index(choice)
            places = _set(places, held, NONE)
            if at is None or held == at:
                return Draft(places)
        return Draft(places if at is None else _set(places, at, choice))


def _without(placed: Answer, choice: int) -> Answer:
    """An order up to a choice: what came after it has no place without it."""
    return placed[: placed.index(choice)]


def _set(placed: Answer, at: int, choice: int) -> Answer:
    return (*placed[:at], choice, *placed[at + 1 :])
