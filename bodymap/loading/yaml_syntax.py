"""What a YAML parser stumbles over, said with a place and a cure."""

from __future__ import annotations

from pathlib import Path

import yaml

from bodymap.loading.problems import Problem


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
    what = _cure(said, _character(text, mark.line, mark.column), context)
    return Problem(path, mark.line + 1, mark.column + 1, what)


def _cure(said: str, character: str, context: str) -> str:
    if "cannot start any token" in said:
        if character == "\t":
            return "a tab stands here; indent with spaces"
        return f"text cannot begin with '{character}' unless it stands in quotes"
    if "mapping values are not allowed" in said:
        return (
            "a colon followed by a space stands inside text; put the text in quotes, or mend the indentation"
        )
    if "expected ':'" in said:
        return "a colon and a space are missing after a key"
    if "expected key" in said or "<block end>" in said or "'-' indicator" in said:
        return "this line is indented differently from its neighbours, or text after a quotation mark follows"
    return f"this is not YAML: {said or context}"


def _character(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    return lines[line][column : column + 1] if line < len(lines) else ""
