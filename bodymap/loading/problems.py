"""What is wrong in a file, and where: collected, sorted and shown, never raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bodymap.loading.rules import WARNINGS, Rule


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """The other end of a problem, such as the first of two equal ids; line and column count from 1."""

    path: Path
    line: int
    column: int
    what: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file; line and column count from 1, `suggestion` is "" where nothing is near.

    `rule` names the kind of mistake for editors and code hosts; `related` are its other ends.
    """

    path: Path
    line: int
    column: int
    what: str
    suggestion: str = ""
    rule: Rule = "syntax"
    related: tuple[Related, ...] = ()

    @property
    def is_warning(self) -> bool:
        """Whether it may be meant: then it is told, and nothing is left out."""
        return self.rule in WARNINGS

    @property
    def message(self) -> str:
        """What is wrong, with what was probably meant."""
        return f"{self.what}; did you mean '{self.suggestion}'?" if self.suggestion else self.what

    def __str__(self) -> str:
        sort = "warning: " if self.is_warning else ""
        return f"{self.path.as_posix()}:{self.line}:{self.column}: {sort}{self.message}"

    def by(self, rule: Rule, *related: Related) -> Problem:
        """The same problem under a rule, with its other ends."""
        return replace(self, rule=rule, related=related)

    def as_related(self, what: str) -> Related:
        """Its place as the other end of another problem."""
        return Related(self.path, self.line, self.column, what)

    def seen_from(self, folder: Path) -> Problem:
        """The same problem with its paths relative to a folder, where they lie inside."""
        related = tuple(replace(r, path=_inside(r.path, folder)) for r in self.related)
        return replace(self, path=_inside(self.path, folder), related=related)


def wrong(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that are surely mistakes, without the warnings."""
    return tuple(problem for problem in problems if not problem.is_warning)


def _inside(path: Path, folder: Path) -> Path:
    return path.relative_to(folder) if path.is_relative_to(folder) else path
