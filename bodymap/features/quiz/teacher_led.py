"""Asked by the teacher: the question, then on a key the answer, then the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bodymap.features.quiz.model import Question


@dataclass(frozen=True, slots=True)
class TeacherLed:
    """Which question is asked, and whether its answer is shown. Every key is good at any moment."""

    questions: tuple[Question, ...]
    at: int = 0
    is_revealed: bool = False

    @property
    def question(self) -> Question | None:
        """The question that is asked; None once all were."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def is_over(self) -> bool:
        """Whether all questions were asked."""
        return self.question is None

    def forward(self) -> TeacherLed:
        """The answer where it is not shown yet, else the next question; the end stays the end."""
        if self.is_over:
            return self
        if not self.is_revealed:
            return replace(self, is_revealed=True)
        return TeacherLed(self.questions, self.at + 1)

    def back(self) -> TeacherLed:
        """The question without its answer, else the one before with its answer; the start stays the start."""
        if self.is_revealed:
            return replace(self, is_revealed=False)
        return TeacherLed(self.questions, self.at - 1, True) if self.at else self
