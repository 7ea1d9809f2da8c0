"""A lesson as a frozen value: its steps, and what each shows, says, asks and rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.records import Level
from bodymap.state import State

VERSION = 1
"""The version of lesson files that this program writes and reads whole."""
ENDING = ".bodymap"
"""How the name of a lesson file ends."""
Labels = Literal["shown", "hidden"]
Theme = Literal["night", "day", "projector"]
Kept = tuple[tuple[str, str], ...]
"""Keys that were not understood with their values as JSON: written again, so that saving loses nothing."""

Translated = tuple[tuple[str, str, str], ...]
"""Texts that a file gives in several languages: the key, the language taken, and all of it as JSON."""


@dataclass(frozen=True, slots=True)
class AskedWords:
    """A question of the teacher as it stands in a file."""

    ask: str = ""
    right: str = ""
    wrong: tuple[str, ...] = ()
    why: str = ""
    references: tuple[str, ...] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Asked(AskedWords):
    """A question of the teacher: one right answer, one or more wrong ones, and why."""

    unknown: Kept = ()
    translated: Translated = ()


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a step says, as it stands in a file; `plain` says that its text states no fact.

    `claim` is a sentence of the article: the class judges it before the verdict is shown. `labels` hidden
    are revealed one by one, those in `reveal` (such as organ:liver) first and in that order.
    """

    title: str = ""
    text: str = ""
    notes: str = ""
    minutes: float | None = None
    references: tuple[str, ...] = ()
    plain: bool = False
    claim: int | None = None
    theme: Theme | None = None
    labels: Labels = "shown"
    reveal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step(StepWords):
    """One step: `see` is what it shows; `unseen` are keys of it that were not understood."""

    see: State = State()  # noqa: RUF009 - frozen
    questions: tuple[Asked, ...] = ()
    unknown: Kept = ()
    unseen: Kept = ()
    translated: Translated = ()


@dataclass(frozen=True, slots=True)
class LessonWords:
    """What a lesson says of itself, as it stands in a file; `bodymap` is the version of the file."""

    bodymap: int = VERSION
    title: str = ""
    author: str = ""
    about: str = ""
    minutes: float | None = None
    level: Level = "school"


@dataclass(frozen=True, slots=True)
class Lesson(LessonWords):
    """A lesson: steps in the order in which they are shown."""

    steps: tuple[Step, ...] = ()
    unknown: Kept = ()
    translated: Translated = ()

    @property
    def planned(self) -> float:
        """The minutes planned for all steps together."""
        return sum(step.minutes or 0 for step in self.steps)

    @property
    def references(self) -> tuple[str, ...]:
        """The ids of all references, each once, in the order in which they are used."""
        used = (r for s in self.steps for part in (s, *s.questions) for r in part.references)
        return tuple(dict.fromkeys(used))
