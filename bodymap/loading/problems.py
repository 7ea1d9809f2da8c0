"""What is wrong in a file, and where: collected, sorted and shown, never raised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file; line and column count from 1, `suggestion` is "" where nothing is near."""

    path: Path
    line: int
    column: int
    what: str
    suggestion: str = ""

    def __str__(self) -> str:
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        return f"{self.path.as_posix()}:{self.line}:{self.column}: {self.what}{hint}"

    def seen_from(self, folder: Path) -> Problem:
        """The same problem with its path relative to a folder, where it lies inside."""
        inside = self.path.is_relative_to(folder)
        return replace(self, path=self.path.relative_to(folder)) if inside else self
