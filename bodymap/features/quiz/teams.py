"""Teams without devices: in turn, or whoever presses first; a wrong answer passes the question on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bodymap.features.quiz.model import Answer, Question

FEWEST, MOST = 2, 6
Way = Literal["turn", "buzzer"]


@dataclass(frozen=True, slots=True)
class Teams:
    """A round of teams: whose scores, which question, who answers now and who no longer may.

    `answering` is None while a buzzer is waited for, or once the answer is shown. Every key is good at any
    moment: what cannot be meant then changes nothing.
    """

    questions: tuple[Question, ...]
    scores: tuple[int, ...]
    way: Way = "turn"
    at: int = 0
    answering: int | None = 0
    out: frozenset[int] = frozenset()
    is_revealed: bool = False
    winner: int | None = None

    @staticmethod
    def of(questions: tuple[Question, ...], teams: int, way: Way = "turn") -> Teams:
        """A new round; ValueError where there are fewer than two or more than six teams."""
        if not FEWEST <= teams <= MOST:
            raise ValueError(f"{teams} teams: there are {FEWEST} to {MOST}")
        return Teams(questions, (0,) * teams, way, answering=0 if way == "turn" else None)

    @property
    def question(self) -> Question | None:
        """The question that is asked; None once all were."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def is_over(self) -> bool:
        """Whether all questions were asked."""
        return self.question is None

    @property
    def leaders(self) -> tuple[int, ...]:
        """The teams with the highest score, several where they are level."""
        return tuple(i for i, score in enumerate(self.scores) if score == max(self.scores))

    def buzzed(self, team: int) -> Teams:
        """A team presses its key: it answers, where nobody does and it has not been wrong already."""
        is_free = self.way == "buzzer" and self.answering is None and not self.is_revealed
        is_in = 0 <= team < len(self.scores) and team not in self.out
        return replace(self, answering=team) if is_free and is_in and not self.is_over else self

    def answered(self, answer: Answer) -> Teams:
        """The answer of the team that answers: a point and the answer shown, or the next team's chance."""
        question, team = self.question, self.answering
        if question is None or team is None or self.is_revealed:
            return self
        if question.is_right(answer):
            scores = tuple(s + (i == team) for i, s in enumerate(self.scores))
            return replace(self, scores=scores, is_revealed=True, winner=team, answering=None)
        return self._passed_on(team)

    def revealed(self) -> Teams:
        """The answer is shown; nobody gets a point."""
        if self.is_over or self.is_revealed:
            return self
        return replace(self, is_revealed=True, answering=None)

    def forward(self) -> Teams:
        """The answer where it is not shown yet, else the next question; the end stays the end."""
        if self.is_over or not self.is_revealed:
            return self.revealed()
        after = self.at + 1
        starts = after % len(self.scores) if self.way == "turn" else None
        return Teams(self.questions, self.scores, self.way, after, starts)

    def corrected(self, team: int, points: int) -> Teams:
        """A score as the teacher judges it: points are added, or taken away down to none."""
        scores = tuple(max(0, s + points) if i == team else s for i, s in enumerate(self.scores))
        return replace(self, scores=scores)

    def _passed_on(self, team: int) -> Teams:
        """A wrong answer: the others have their chance; where all were wrong, the answer is shown."""
        out = self.out | {team}
        if len(out) == len(self.scores):
            return replace(self, out=out, is_revealed=True, answering=None)
        if self.way == "buzzer":
            return replace(self, out=out, answering=None)
        return replace(self, out=out, answering=(team + 1) % len(self.scores))
