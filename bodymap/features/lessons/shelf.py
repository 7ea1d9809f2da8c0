"""The ready lessons: `lessons/*.bodymap` of every pack, read only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bodymap.features.lessons.files import lesson_files
from bodymap.features.lessons.mistakes import Known
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.reading import open_lesson
from bodymap.loading.problems import Problem


@dataclass(frozen=True, slots=True)
class Ready:
    """A lesson with the file it stands in; `id` is the name of the file without its ending."""

    id: str
    path: Path
    lesson: Lesson


def ready_lessons(packs: Iterable[Path]) -> tuple[Ready, ...]:
    """The lessons of packs that can be opened at all."""
    opened = ((path, open_lesson(path).lesson) for path in lesson_files(packs))
    return tuple(Ready(path.stem, path, lesson) for path, lesson in opened if lesson is not None)


def title_in(path: Path) -> str:
    """The title of the lesson in a file; the name of the file where it has none or cannot be opened."""
    lesson = open_lesson(path).lesson
    return (lesson.title.strip() if lesson is not None else "") or path.stem


def check_lessons(files: Sequence[Path], known: Known) -> tuple[Problem, ...]:
    """All that is wrong in lesson files, sorted; what a newer program wrote is told too."""
    opened = [open_lesson(path, known) for path in files]
    return tuple(sorted(p for found in opened for p in (*found.problems, *found.skipped)))
