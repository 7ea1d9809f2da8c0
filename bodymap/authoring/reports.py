"""What a check found, for readers, for scripts (JSON) and for editors and code hosts (SARIF 2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bodymap import __version__
from bodymap.i18n import counted
from bodymap.loading.problems import Problem, Related, wrong
from bodymap.loading.rules import RULES

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(problems: Sequence[Problem]) -> str:
    """A line for each problem, and a sentence that counts them."""
    if not problems:
        return "No problems.\n"
    mistakes = len(wrong(problems))
    warnings = len(problems) - mistakes
    counts = [counted("{n} problem", "{n} problems", mistakes)] if mistakes else []
    counts += [counted("{n} warning", "{n} warnings", warnings)] if warnings else []
    found = ", ".join(counts)
    where = counted("in {n} file", "in {n} files", len({p.path for p in problems}))
    return "".join(f"{problem}\n" for problem in problems) + f"{found} {where}.\n"


def as_json(problems: Iterable[Problem]) -> str:
    """An array of objects: file, line, column, severity, rule, what, suggestion, related."""
    return json.dumps([_object(problem) for problem in problems], indent=1) + "\n"


def as_sarif(problems: Iterable[Problem]) -> str:
    """A SARIF log with one run; columns count characters, paths are relative to where it was run."""
    rules = list(RULES)
    driver = {
        "name": "bodymap check",
        "version": __version__,
        "rules": [{"id": rule, "shortDescription": {"text": RULES[rule]}} for rule in rules],
    }
    results = [_result(problem, rules.index(problem.rule)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _object(problem: Problem) -> dict[str, Any]:
    ends = [{**_place(end), "what": end.what} for end in problem.related]
    said = {
        "severity": _severity(problem),
        "rule": problem.rule,
        "what": problem.what,
        "suggestion": problem.suggestion,
    }
    return {**_place(problem), **said, "related": ends}


def _severity(problem: Problem) -> str:
    return "warning" if problem.is_warning else "error"


def _place(at: Problem | Related) -> dict[str, Any]:
    return {"file": at.path.as_posix(), "line": at.line, "column": at.column}


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": _severity(problem),
        "message": {"text": problem.message},
        "locations": [_location(problem)],
    }
    if problem.related:
        result["relatedLocations"] = [
            {"id": number, **_location(end), "message": {"text": end.what}}
            for number, end in enumerate(problem.related, 1)
        ]
    return result


def _location(at: Problem | Related) -> dict[str, Any]:
    region = {"startLine": at.line, "startColumn": at.column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(at.path)}, "region": region}}


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
