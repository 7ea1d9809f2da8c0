"""Alone: after each answer why it is right and who says so; at the end what to look at again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from bodymap.features.quiz.model import Answer, Kind, Question


@dataclass(frozen=True, slots=True)
class Report:
    """How it went: right and asked in all, by kind, and the questions to look at again."""

    right: int
    asked: int
    by_kind: tuple[tuple[Kind, int, int], ...]
    revisit: tuple[Question, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """The records to look at again (effect:e006, signal:il6, claim:10 …), each once."""
        return tuple(dict.fromkeys(name for question in self.revisit for name in question.about))


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The answers so far; the question after the last one is asked, unless its answer is being looked at."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...] = ()
    is_looking: bool = False

    @property
    def question(self) -> Question | None:
        """The question that is asked, or whose answer is looked at; None once all were."""
        at = len(self.answers) - self.is_looking
        return self.questions[at] if at < len(self.questions) else None

    @property
    def is_over(self) -> bool:
        """Whether all questions were answered and looked at."""
        return self.question is None

    @property
    def was_right(self) -> bool | None:
        """Whether the answer that is looked at was right; None while a question is asked."""
        question = self.question
        return question.is_right(self.answers[-1]) if question is not None and self.is_looking else None

    def answered(self, answer: Answer) -> SelfTest:
        """The test after an answer; a second click on the same question changes nothing."""
        if self.is_over or self.is_looking:
            return self
        return SelfTest(self.questions, (*self.answers, answer), True)

    def forward(self) -> SelfTest:
        """The next question; one that was not answered counts as wrong, and its answer is shown first."""
        return replace(self, is_looking=False) if self.is_looking else self.answered(())

    def report(self) -> Report:
        """How it went so far."""
        pairs = list(zip(self.questions, self.answers, strict=False))
        asked = Counter[Kind](question.kind for question, _answer in pairs)
        right = Counter[Kind](question.kind for question, answer in pairs if question.is_right(answer))
        return Report(
            right=right.total(),
            asked=len(pairs),
            by_kind=tuple((kind, right[kind], n) for kind, n in asked.items()),
            revisit=tuple(question for question, answer in pairs if not question.is_right(answer)),
        )
