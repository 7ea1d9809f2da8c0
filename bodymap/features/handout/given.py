"""What sheets are made from, wherever it comes from: a lesson, its steps, and questions.

Guests do not know each other: these are the fields that a handout reads, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bodymap.state import State


class Named(Protocol):
    """Something with words, such as a choice."""

    @property
    def words(self) -> str:
        """What a reader sees."""
        ...


class Posed(Protocol):
    """A question with one right answer, wherever it comes from."""

    @property
    def ask(self) -> str:
        """What is asked."""
        ...

    @property
    def choices(self) -> Sequence[Named]:
        """What may be chosen."""
        ...

    @property
    def left(self) -> Sequence[Named]:
        """What partners are looked for, where pairs are asked."""
        ...

    @property
    def right(self) -> tuple[int, ...]:
        """The positions of the right choices."""
        ...

    @property
    def right_words(self) -> str:
        """The right answer."""
        ...

    @property
    def why(self) -> str:
        """Why it is right."""
        ...

    @property
    def references(self) -> tuple[str, ...]:
        """Who says so."""
        ...


class Shown(Protocol):
    """A step of a lesson."""

    @property
    def title(self) -> str:
        """Its heading."""
        ...

    @property
    def text(self) -> str:
        """What the room reads."""
        ...

    @property
    def notes(self) -> str:
        """What only the teacher reads."""
        ...

    @property
    def claim(self) -> int | None:
        """The number of the sentence of the article that its text is."""
        ...

    @property
    def see(self) -> State:
        """What it shows."""
        ...

    @property
    def references(self) -> tuple[str, ...]:
        """Who says so."""
        ...


class Taught(Protocol):
    """A lesson."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def author(self) -> str:
        """Who answers for it."""
        ...

    @property
    def steps(self) -> Sequence[Shown]:
        """What it shows, in order."""
        ...
