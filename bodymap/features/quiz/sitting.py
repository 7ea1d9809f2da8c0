"""A round while it is played: the way it is played, and the answer that is being given."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bodymap.features.quiz.draft import Draft
from bodymap.features.quiz.model import Answer, Question
from bodymap.features.quiz.self_test import SelfTest
from bodymap.features.quiz.teacher_led import TeacherLed
from bodymap.features.quiz.teams import Teams

Play = TeacherLed | Teams | SelfTest


@dataclass(frozen=True, slots=True)
class Sitting:
    """Answers each key with the next one; what cannot be meant changes nothing.

    `names` are those of the teams. `tried` are answers that were wrong already, `before` is where a round of
    teams goes back to, since a key is soon pressed for the wrong team.
    """

    play: Play
    names: tuple[str, ...] = ()
    draft: Draft = Draft()  # noqa: RUF009 - frozen
    tried: tuple[Answer, ...] = ()
    before: Sitting | None = field(default=None, repr=False, compare=False)

    @property
    def question(self) -> Question | None:
        """The question that is asked; None once all were."""
        return self.play.question

    @property
    def at(self) -> int:
        """How many questions lie behind."""
        if isinstance(self.play, SelfTest):
            return len(self.play.answers) - self.play.is_looking
        return self.play.at

    @property
    def is_revealed(self) -> bool:
        """Whether the answer is shown."""
        return self.play.is_looking if isinstance(self.play, SelfTest) else self.play.is_revealed

    @property
    def given(self) -> Answer:
        """What was answered, or placed so far."""
        play = self.play
        if isinstance(play, SelfTest) and play.is_looking:
            return play.answers[-1]
        return self.draft.placed

    @property
    def can_answer(self) -> bool:
        """Whether a letter means anything now."""
        is_anybody = not isinstance(self.play, Teams) or self.play.answering is not None
        return self.question is not None and not self.is_revealed and is_anybody

    @property
    def is_whole(self) -> bool:
        """Whether an answer of several letters is complete, and waits to be given."""
        question = self.question
        return (
            question is not None
            and question.form in ("order", "match")
            and not isinstance(self.play, TeacherLed)
            and self.can_answer
            and self.draft.answer(question) is not None
        )

    def lettered(self, choice: int) -> Sitting:
        """One letter: at once the answer where there is one to give, else a piece of it."""
        question = self.question
        if question is None or not self.can_answer or (choice,) in self.tried:
            return self
        drafted = replace(self, draft=self.draft.lettered(question, choice))
        is_one = question.form in ("click", "choice") and not isinstance(self.play, TeacherLed)
        if not is_one:
            return drafted
        before = self if isinstance(self.play, Teams) else None
        return replace(drafted._answered(), before=before)

    def pointed(self, left: int) -> Sitting:
        """The next letter is for this thing on the left."""
        question = self.question
        if question is None or not self.can_answer:
            return self
        return replace(self, draft=self.draft.pointed(question, left))

    def taken_back(self) -> Sitting:
        """Without the last letter."""
        question = self.question
        if question is None or not self.can_answer:
            return self
        return replace(self, draft=self.draft.taken_back(question))

    def buzzed(self, team: int) -> Sitting:
        """A team presses its key."""
        return self._gone_to(self.play.buzzed(team)) if isinstance(self.play, Teams) else self

    def forward(self) -> Sitting:
        """An answer that waits is given; else the answer is shown, else the next question comes."""
        return self._answered() if self.is_whole else self._gone_to(self.play.forward())

    def back(self) -> Sitting:
        """One step back; alone nothing is taken back, as the answer was seen."""
        if isinstance(self.play, TeacherLed):
            return self._gone_to(self.play.back())
        return self.before or self

    def _answered(self) -> Sitting:
        question, play = self.question, self.play
        answer = self.draft.answer(question) if question is not None else None
        if question is None or answer is None or isinstance(play, TeacherLed):
            return self
        tried = self.tried if question.is_right(answer) else (*self.tried, answer)
        return replace(self._gone_to(play.answered(answer)), tried=tried)

    def _gone_to(self, play: Play) -> Sitting:
        """The sitting with another play: a draft ends with its question or its team, not with the reveal."""
        if play == self.play:
            return self
        before = self if isinstance(play, Teams) else None
        after = replace(self, play=play, before=before)
        if after.at != self.at:
            return replace(after, draft=Draft(), tried=())
        is_passed_on = isinstance(play, Teams) and not play.is_revealed
        return replace(after, draft=Draft()) if is_passed_on else after
