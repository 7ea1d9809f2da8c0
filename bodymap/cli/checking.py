"""`bodymap check`: every mistake in data and lesson files, for readers, scripts, editors and code hosts."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from bodymap.atlas.checking import check
from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.kinetic_records import Day
from bodymap.atlas.reading import read_library
from bodymap.authoring.reports import as_json, as_sarif, as_text
from bodymap.features.lessons.files import lesson_files
from bodymap.features.lessons.mistakes import Known
from bodymap.features.lessons.model import ENDING
from bodymap.features.lessons.shelf import check_lessons
from bodymap.loading.pack_folders import pack_folders
from bodymap.loading.problems import Problem, wrong
from bodymap.loading.shipped import shipped


def show_problems(chosen: Namespace) -> int:
    """Print what is wrong in all packs that are read and in what is named; 1 where something surely is."""
    here = Path.cwd()
    lessons = [path for path in chosen.dirs if path.suffix == ENDING]
    named = [*chosen.data, *(path for path in chosen.dirs if path.suffix != ENDING)]
    packs = pack_folders([*named, *_around(lessons)])
    found = [*check(packs), *_lesson_problems(packs, lessons)]
    problems = [problem.seen_from(here) for problem in sorted(found)]
    reports = {"text": as_text, "json": as_json, "sarif": as_sarif}
    sys.stdout.write(reports[chosen.format](problems))
    return 1 if wrong(problems) else 0


def _around(lessons: Iterable[Path]) -> list[Path]:
    """The packs that lessons lie in: what a lesson names may be there."""
    folders = dict.fromkeys(lesson.resolve().parent.parent for lesson in lessons)
    return [folder for folder in folders if (folder / "pack.yaml").is_file()]


def _lesson_problems(packs: tuple[Path, ...], named: list[Path]) -> tuple[Problem, ...]:
    """What is wrong in the lessons of packs and in those named; read afresh, against what the packs hold."""
    files = [path for pack in packs for path in lesson_files([pack])]
    if not files and not named:
        return ()
    library = read_library(packs, cache=None)
    anatomy = library.shown_on(shipped("assets", "figures")).anatomy
    days = frozenset(r.id for r in read_kinetics(packs).records if isinstance(r, Day))
    once = {path.resolve(): path for path in (*files, *named)}  # one that is named may lie in a pack
    known = Known(library.atlas, anatomy, days, frozenset(library.figures))
    return check_lessons(list(once.values()), known)
