"""What a desk needs of a host, without a window."""

from __future__ import annotations

from collections.abc import Sequence

from bodymap.loading.problems import Problem
from bodymap.store import Store
from bodymap.viewmodels.reader import Reader
from tests.sample import sample_anatomy, sample_atlas


class SmallHouse:
    """A store and the small atlas; what is said and listed can be read."""

    def __init__(self) -> None:
        self.store = Store()
        self._reader = Reader(sample_atlas(), sample_anatomy())
        self.said: list[str] = []
        self.listed: list[str] = []

    @property
    def reader(self) -> Reader:
        """What is known."""
        return self._reader

    def say(self, words: str) -> None:
        """Hear what is said."""
        self.said.append(words)

    def list_problems(self, problems: Sequence[Problem], title: str = "") -> None:
        """Hear what is listed."""
        self.listed = [title, *(f"{p.path.name}:{p.line}:{p.column}: {p.message}" for p in problems)]
