"""What is wrong in a lesson, told to somebody who sees the board and not the file: pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from bodymap.i18n import _
from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.yaml_document import read_document


def told_on_board(problems: Iterable[Problem], source: Source, has_file: bool) -> tuple[Problem, ...]:
    """Problems that say their step first and name buttons; a place (line above 0) only where there is a file.

    `source` is the lesson as it was read.
    """
    document = read_document(source)
    whole: object = document.value
    steps: object = cast("dict[str, object]", whole).get("steps") if isinstance(whole, dict) else None
    count = len(cast("list[object]", steps)) if isinstance(steps, list) else 0
    starts = [document.problem(("steps", i), "").line for i in range(count)]
    return tuple(_told(problem, bisect_right(starts, problem.line), has_file) for problem in problems)


def _told(problem: Problem, step: int, has_file: bool) -> Problem:
    form = _("Step {n}: {what}") if step else _("Lesson: {what}")
    what = form.format(n=step, what=_with_buttons(problem))
    told = replace(problem, what=what)
    return told if has_file else replace(told, line=0, column=0)


def _with_buttons(problem: Problem) -> str:
    if problem.rule != "no-reference":
        return problem.what
    if problem.what.startswith("an answer"):
        return _("an answer needs a source: add one, or press “{button}”").format(
            button=_("It asks for no fact")
        )
    return _("what is said needs a source: add one, or press “{button}”").format(
        button=_("The text states no fact")
    )
