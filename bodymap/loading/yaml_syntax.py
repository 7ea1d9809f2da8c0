"""What a YAML parser stumbles over, said with a place and a cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bodymap.loading.problems import Problem
from bodymap.loading.yaml_lines import glued_key, tab_before, uneven

_UNEVEN = ("expected key", "<block end>", "'-' indicator")
"""What a parser expects where a line is indented otherwise than those before."""


def syntax_problem(path: Path, text: str, error: yaml.YAMLError) -> Problem:
    """A parser's complaint as a problem."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(path, 1, 1, f"this is not YAML: {error}"[:200])
    said = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    opened = getattr(error, "context_mark", None)
    if "quoted scalar" in context and "end of" in said and opened is not None:
        return Problem(path, opened.line + 1, opened.column + 1, "this quotation mark is never closed")
    if "',' or" in said and opened is not None:
        what = "this list or group has no end, or a comma is missing in it"
        return Problem(path, opened.line + 1, opened.column + 1, what)
    line, column, what = _as_written(text.splitlines(), said, opened or mark, mark) or (
        mark.line,
        mark.column,
        _cure(said, _character(text, mark.line, mark.column), context),
    )
    return Problem(path, line + 1, column + 1, what)


def _as_written(lines: list[str], said: str, opened: Any, mark: Any) -> tuple[int, int, str] | None:
    """What the lines show better than the parser says, with its line and column from 0."""
    tab = tab_before(lines, mark.line)
    if tab is not None and "cannot start any token" in said:
        return mark.line, tab, "a tab begins this line; use spaces"
    for line in (opened.line, mark.line):
        glued = glued_key(lines, line)
        if glued is not None:
            column, written = glued
            return line, column, f"a space is missing after the colon; write `{written}`"
    if "expected ':'" in said:  # noticed only where the next line begins
        return opened.line, opened.column, "a colon and a space are missing after a key"
    if any(words in said for words in ("mapping values", *_UNEVEN)):
        found = uneven(lines, mark.line, mark.column)
        return (mark.line, *found) if found else None
    return None


def _cure(said: str, character: str, context: str) -> str:
    if "cannot start any token" in said:
        if character == "\t":
            return "a tab stands here; indent with spaces"
        return f"text cannot begin with '{character}' unless it stands in quotes"
    if "mapping values are not allowed" in said:
        return (
            "a colon followed by a space stands inside text; put the text in quotes, or mend the indentation"
        )
    if any(words in said for words in _UNEVEN):
        return "this line is indented differently from its neighbours, or text after a quotation mark follows"
    return f"this is not YAML: {said or context}"


def _character(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    return lines[line][column : column + 1] if line < len(lines) else ""
