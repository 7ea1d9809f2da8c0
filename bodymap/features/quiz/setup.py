"""What is chosen before a round begins, and the round that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.records import Ref
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.model import KINDS, Kind, Question, Written
from bodymap.features.quiz.rounds import round_of
from bodymap.features.quiz.self_test import SelfTest
from bodymap.features.quiz.sitting import Sitting
from bodymap.features.quiz.teacher_led import TeacherLed
from bodymap.features.quiz.teams import FEWEST, MOST, Teams, Way
from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.viewmodels.scene_values import Stage

Mode = Literal["teacher", "teams", "self"]
Scope = Literal["all", "view", "lesson"]
COUNTS = (5, 10, 15, 20)
TEAM_COUNTS = tuple(range(FEWEST, MOST + 1))
SEEDS = 10_000
"""Seeds have at most four figures: they are written on a board and typed again."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a round is to be; `names` are those of as many teams as there can be, empty for the usual ones."""

    mode: Mode = "teacher"
    kinds: tuple[Kind, ...] = KINDS
    count: int = 10
    teams: int = 2
    way: Way = "turn"
    names: tuple[str, ...] = ("",) * MOST
    seed: int = 1
    scope: Scope = "all"
    with_own: bool = True

    def toggled(self, kind: Kind) -> tuple[Kind, ...]:
        """The kinds with one let in or left out, in their usual order."""
        wanted = {*self.kinds} ^ {kind}
        return tuple(k for k in KINDS if k in wanted)

    def questions(
        self, bank: Bank, things: Collection[Ref] = (), own: Sequence[Written] = ()
    ) -> tuple[Question, ...]:
        """The questions of the round: fewer than wished where there are no more.

        `things` are those in view, or those that the lesson shows: whatever the scope asks for.
        """
        narrowed = {
            "all": lambda: bank,
            "view": lambda: bank.about(things),
            "lesson": lambda: bank.shown(things),
        }
        asked = narrowed[self.scope]()
        return round_of(asked, self.kinds, self.count, self.seed, own if self.with_own else ())

    def team_names(self) -> tuple[str, ...]:
        """The name of each team that plays."""
        return tuple(name.strip() or usual for name, usual in zip(self.names, usual_names(), strict=True))[
            : self.teams
        ]

    def begun(self, questions: tuple[Question, ...]) -> Sitting:
        """The round at its first question."""
        if self.mode == "teams":
            return Sitting(Teams.of(questions, self.teams, self.way), self.team_names())
        return Sitting(TeacherLed(questions) if self.mode == "teacher" else SelfTest(questions))


def seed_of(words: str) -> int | None:
    """The seed that somebody typed; None where it is none."""
    plain = words.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and int(plain) < SEEDS else None


def in_view(state: State, stage: Stage) -> frozenset[Ref]:
    """What is chosen, and what labels on the body name: what a round about what is in view asks about."""
    return frozenset((state.focus, *(label.ref for scene in stage.scenes for label in scene.labels)))


def in_lesson(steps: Iterable[State], stage_of: Callable[[State], Stage]) -> frozenset[Ref]:
    """What the steps of a lesson look at: organs and signals in focus; where none is, what labels name."""
    shown = tuple(steps)
    chosen = frozenset(see.focus for see in shown if see.focus.kind in ("organ", "signal"))
    return chosen or frozenset(ref for see in shown for ref in in_view(see, stage_of(see)))


def lesson_questions(
    bank: Bank, things: Collection[Ref], n: int, seed: int, own: Sequence[Written]
) -> tuple[Question, ...]:
    """Up to `n` questions on what a lesson shows: all of the teacher's own first; never about strangers."""
    first = round_of(bank, (), n, seed, own)
    return (*first, *round_of(bank.shown(things), KINDS, n - len(first), seed))


def usual_names() -> tuple[str, ...]:
    """What teams are called by their shapes, in the order of `page.SHAPES`."""
    return (
        _("Circles"),
        _("Triangles"),
        _("Squares"),
        _("Diamonds"),
        _("Stars"),
        _("Hexagons"),
    )


def kind_words(kind: Kind) -> str:
    """A kind of question in words."""
    return {
        "organ": _("On which organ it acts"),
        "signal": _("Which signal it is"),
        "source": _("Who makes it"),
        "direction": _("More or less"),
        "order": _("What comes first"),
        "claim": _("True or overstated"),
        "match": _("What belongs together"),
        "moving": _("Moving or sitting"),
        "written": _("From the lesson"),
    }[kind]


def yield_words(found: int, setup: Setup) -> str:
    """How many questions there will be."""
    if not found:
        return _("There is no such question: choose more kinds, or everything.")
    if found < setup.count:
        return counted("There is only {n} such question.", "There are only {n} such questions.", found)
    return counted("{n} question", "{n} questions", found)
