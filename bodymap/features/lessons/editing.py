"""Making a lesson by doing: each edit gives a new lesson, and a draft remembers the ones before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.seeing import TASTE, shown_to
from bodymap.state import State

_MOST_EDITS = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """A lesson being made, what it was before each edit, and what undo took back."""

    lesson: Lesson
    before: tuple[Lesson, ...] = ()
    after: tuple[Lesson, ...] = ()

    def edited(self, lesson: Lesson) -> Draft:
        """The draft after an edit; one that changes nothing is none."""
        if lesson == self.lesson:
            return self
        return Draft(lesson, (*self.before, self.lesson)[-_MOST_EDITS:])

    def edited_on(self, lesson: Lesson) -> Draft:
        """The draft after an edit that goes on with the last one, such as the next letter of a word."""
        return Draft(lesson, self.before) if self.before else self.edited(lesson)

    def undone(self) -> Draft:
        """The draft before the last edit; itself where there was none."""
        if not self.before:
            return self
        return Draft(self.before[-1], self.before[:-1], (self.lesson, *self.after))

    def redone(self) -> Draft:
        """The draft with the edit again that undo took back; itself where there is none."""
        return Draft(self.after[0], (*self.before, self.lesson), self.after[1:]) if self.after else self


def step_of(state: State, title: str, text: str = "") -> Step:
    """A step that shows a state, without the taste of whoever made it."""
    plain = State()
    kept = replace(state, **{name: getattr(plain, name) for name in TASTE})
    return Step(title=title, text=text, see=kept)


def view_of(state: State, lesson: Lesson) -> State:
    """What a step of a lesson keeps of a state; words at the lesson's level follow the lesson's."""
    seen = step_of(state, "").see
    return replace(seen, level=State().level) if seen.level == lesson.level else seen


def state_at(step: Step, onlooker: State) -> State:
    """What the window shows at a step: its picture in the taste of whoever looks, or in its own theme."""
    shown = shown_to(step.see, onlooker)
    return replace(shown, theme=step.theme) if step.theme else shown


def with_step(lesson: Lesson, step: Step, at: int | None = None) -> Lesson:
    """The lesson with a step put in before position `at`, or at its end."""
    place = len(lesson.steps) if at is None else min(max(at, 0), len(lesson.steps))
    return replace(lesson, steps=(*lesson.steps[:place], step, *lesson.steps[place:]))


def with_step_moved(lesson: Lesson, at: int, to: int) -> Lesson:
    """The lesson with the step at a position moved to another, as near as there is one."""
    if not _has(lesson, at):
        return lesson
    rest = without_step(lesson, at)
    return with_step(rest, lesson.steps[at], to)


def with_step_twice(lesson: Lesson, at: int) -> Lesson:
    """The lesson with a copy of a step right after it."""
    return with_step(lesson, lesson.steps[at], at + 1) if _has(lesson, at) else lesson


def without_step(lesson: Lesson, at: int) -> Lesson:
    """The lesson without a step."""
    return replace(lesson, steps=lesson.steps[:at] + lesson.steps[at + 1 :]) if _has(lesson, at) else lesson


def with_step_changed(lesson: Lesson, at: int, **changes: Any) -> Lesson:
    """The lesson with fields of a step changed; TypeError where Step has no such field."""
    if not _has(lesson, at):
        return lesson
    return replace(lesson, steps=_put(lesson.steps, at, replace(lesson.steps[at], **changes)))


def with_question(lesson: Lesson, at: int, question: Asked) -> Lesson:
    """The lesson with one more question at the end of those of a step."""
    if not _has(lesson, at):
        return lesson
    return with_step_changed(lesson, at, questions=(*lesson.steps[at].questions, question))


def with_question_changed(lesson: Lesson, at: int, number: int, **changes: Any) -> Lesson:
    """The lesson with fields of a question of a step changed; TypeError where Asked has no such field."""
    asked = lesson.steps[at].questions if _has(lesson, at) else ()
    if not 0 <= number < len(asked):
        return lesson
    changed = (*asked[:number], replace(asked[number], **changes), *asked[number + 1 :])
    return with_step_changed(lesson, at, questions=changed)


def without_question(lesson: Lesson, at: int, number: int) -> Lesson:
    """The lesson without a question of a step."""
    asked = lesson.steps[at].questions if _has(lesson, at) else ()
    if not 0 <= number < len(asked):
        return lesson
    return with_step_changed(lesson, at, questions=asked[:number] + asked[number + 1 :])


def _put(steps: tuple[Step, ...], at: int, step: Step) -> tuple[Step, ...]:
    return (*steps[:at], step, *steps[at + 1 :])


def _has(lesson: Lesson, at: int) -> bool:
    return 0 <= at < len(lesson.steps)
