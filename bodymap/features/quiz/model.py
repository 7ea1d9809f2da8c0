"""A question with exactly one right answer, as a frozen value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, Protocol

Kind = Literal["organ", "signal", "source", "direction", "order", "claim", "match", "moving", "written"]
KINDS: tuple[Kind, ...] = ("organ", "signal", "source", "direction", "order", "claim", "match", "moving")
"""The kinds that are made from data; `written` ones are the teacher's own."""
Form = Literal["click", "choice", "order", "match"]
"""How it is answered: a click on a marked organ, one of a list, a list put in order, or pairs."""
MOST = 8
"""So many answers have letters: A to H."""
Answer = tuple[int, ...]
"""Positions among the choices: one; or all in order; or, for each thing on the left, its partner."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its id in the data (empty for words of a teacher), and what a reader sees."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the choices, the one right answer, why it is right, and who says so.

    `about` names the record it was made from (effect:e006, claim:10, signal:il6 …): what to revisit. `key`
    tells repeats apart. `left` are the things to find partners for, where pairs are asked.
    """

    kind: Kind
    form: Form
    ask: str
    choices: tuple[Choice, ...]
    right: Answer
    why: str
    references: tuple[str, ...]
    about: tuple[str, ...]
    key: str
    left: tuple[Choice, ...] = ()

    def is_right(self, answer: Answer) -> bool:
        """Whether this is the right answer; anything else, also no answer, is wrong."""
        return answer == self.right

    @property
    def right_words(self) -> str:
        """The right answer in words: one, the order, or the pairs."""
        found = [self.choices[i].words for i in self.right]
        if self.form == "match":
            return "; ".join(f"{a.words} – {b}" for a, b in zip(self.left, found, strict=True))
        return " → ".join(found) if self.form == "order" else found[0]


class Written(Protocol):
    """A question of a teacher, wherever it is kept."""

    @property
    def ask(self) -> str:
        """What is asked."""
        ...

    @property
    def right(self) -> str:
        """The right answer."""
        ...

    @property
    def wrong(self) -> tuple[str, ...]:
        """The others."""
        ...

    @property
    def why(self) -> str:
        """Why it is right."""
        ...

    @property
    def references(self) -> tuple[str, ...]:
        """Who says so."""
        ...


def written_question(own: Written, rng: Random) -> Question:
    """A question of a teacher, its answers shuffled; of more than `MOST` the last wrong ones are left out."""
    wrong = own.wrong[: MOST - 1]
    choices, right = shuffled([Choice("", own.right), *(Choice("", w) for w in wrong)], rng)
    return Question("written", "choice", own.ask, choices, right, own.why, own.references, (), own.ask)


def shuffled(choices: Sequence[Choice], rng: Random) -> tuple[tuple[Choice, ...], Answer]:
    """The choices in any order, and where the first of them went."""
    order = list(range(len(choices)))
    rng.shuffle(order)
    return tuple(choices[i] for i in order), (order.index(0),)
