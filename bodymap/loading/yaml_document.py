"""A YAML file as plain values, each with its place, and the problems met on the way.

Values are built from the parser's events, not from its node graph: that needs a third of the memory, ends at
a depth of our choosing, and reads words by the core schema. Places are looked up in a second pass, and only
where something is wrong.
"""

from __future__ import annotations

import gc
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.text_files import text_of
from bodymap.loading.yaml_events import REFUSED, Builder, UnusableError
from bodymap.loading.yaml_places import Loc, Node, place_of, places
from bodymap.loading.yaml_syntax import syntax_problem

_SPARED = 500
"""Letters before the end that a parser makes of deep nesting: with so many less it tells what it met."""


@dataclass(slots=True)
class Document:
    """What a file says: `value` is REFUSED where the whole file is unusable.

    `lines` holds, for each list under a key of the file, the line of each of its items.
    """

    source: Source
    text: str = ""
    value: Any = REFUSED
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict[str, Sequence[int]])
    _root: Node | None = field(default=None, repr=False)

    def line(self, loc: Loc) -> int:
        """The line of the file's own keys, or of an item of one of its lists; 1 where it is not known."""
        key, index = (loc[0], loc[1]) if len(loc) > 1 else ("", 0)
        lines = self.lines.get(str(key), ())
        return lines[index] if isinstance(index, int) and index < len(lines) else 1

    def problem(self, loc: Loc, what: str, suggestion: str = "", at_key: bool = False) -> Problem:
        """A problem at a value, at its key, or at the nearest thing around it that exists."""
        if self.value is REFUSED:
            return Problem(self.source.path, 1, 1, what, suggestion)
        if self._root is None:
            with collector_paused():
                self._root = places(_parser(self.text))
        line, column = place_of(self._root, loc, at_key)
        return Problem(self.source.path, line, column, what, suggestion)


def read_document(source: Source) -> Document:
    """The values of a file; whatever its bytes are, a Document comes back."""
    if source.trouble:
        wrong = Problem(source.path, 1, 1, source.trouble, rule="unreadable-file")
        return Document(source, problems=(wrong,))
    text, wrong = text_of(source.path, source.data)
    if wrong:
        return Document(source, problems=(wrong,))
    builder = Builder(source.path)
    value: Any = REFUSED
    try:
        with collector_paused():
            value = builder.document(_parser(text))
    except UnusableError:
        pass  # the builder has noted why
    except yaml.YAMLError as error:
        builder.problems.append(
            _too_deep(source.path, text, error) or syntax_problem(source.path, text, error)
        )
    except (ValueError, OverflowError) as error:  # the pure parser, on an escape beyond Unicode
        builder.problems.append(Problem(source.path, 1, 1, f"this is not YAML: {error}"))
    return Document(source, text, value, tuple(builder.problems), builder.lines)


def _too_deep(path: Path, text: str, error: yaml.YAMLError) -> Problem | None:
    """The place where nesting goes too deep, where the parser itself has given up on it further on.

    From 6.0.4 on libyaml ends at a thousand levels before it tells of the first; with fewer it tells.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None or "nesting depth" not in str(error):
        return None
    begun = "".join(text.splitlines(keepends=True)[: mark.line + 1])
    end = len(begun) - len(begun.splitlines()[-1]) + mark.column - _SPARED
    builder = Builder(path)
    with suppress(UnusableError, yaml.YAMLError):
        builder.document(_parser(text[: max(0, end)]))
    return next((p for p in builder.problems if "nested deeper" in p.what), None)


@contextmanager
def collector_paused() -> Generator[None]:
    """No garbage collection meanwhile: over many small objects it makes reading quadratic."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parser(text: str) -> Any:
    """libyaml's parser, or the pure one where libyaml is absent."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
