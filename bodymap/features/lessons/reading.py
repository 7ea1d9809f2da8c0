"""From the bytes of a lesson file to a Lesson, as far as it is understood, with every mistake placed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from bodymap.features.lessons.mistakes import (
    Known,
    Wrong,
    lost_in_step,
    lost_references,
    wrong_in_lesson,
    wrong_in_question,
    wrong_in_step,
)
from bodymap.features.lessons.model import (
    VERSION,
    Asked,
    AskedWords,
    Kept,
    Lesson,
    LessonWords,
    Step,
    StepWords,
)
from bodymap.features.lessons.seeing import FIELDS, TASTE, state_of
from bodymap.loading.problems import Problem
from bodymap.loading.rules import Rule
from bodymap.loading.sources import Source, read_source
from bodymap.loading.suggestions import closest
from bodymap.loading.validation import Shape
from bodymap.loading.yaml_document import Document, read_document
from bodymap.loading.yaml_events import holds_refused
from bodymap.loading.yaml_places import Loc

Words = TypeVar("Words", LessonWords, StepWords, AskedWords)
_APART: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {LessonWords: ("steps",), StepWords: ("see", "questions"), AskedWords: ()}
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A lesson as far as it was understood, or None where the file is no lesson.

    `problems` are mistakes; `skipped` is what a newer program wrote and this one does not know: it is kept,
    and written again on saving.
    """

    lesson: Lesson | None
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether saving would write everything again that stands in the file (but for comments)."""
        return self.lesson is not None and not any(p.rule in _LOSING for p in self.problems)


_LOSING: tuple[Rule, ...] = (
    "wrong-type",
    "unknown-choice",
    "plain-yaml",
    "syntax",
    "encoding",
    "duplicate-key",
    "unreadable-file",
)


class _Part(NamedTuple):
    """A group of a file: its plain values, and the way to it."""

    values: dict[str, Any]
    loc: Loc


def open_lesson(path: Path, known: Known | None = None) -> Opened:
    """Read a lesson file; never raises because of what it holds. `known` lets what it names be checked."""
    return read_lesson(read_source(path, path.name), known)


def read_lesson(source: Source, known: Known | None = None) -> Opened:
    """The lesson in a file that was read."""
    document = read_document(source)
    if not isinstance(document.value, dict):
        told = document.problems or (document.problem((), _NO_LESSON).by("missing-key"),)
        return Opened(None, tuple(told))
    return _Reading(document, known).opened()


_NO_LESSON = "this is no lesson: a lesson begins with 'bodymap: 1'"


class _Reading:
    """One file being read: collects what is wrong and what is skipped."""

    def __init__(self, document: Document, known: Known | None) -> None:
        self._document, self._known = document, known
        self._problems: list[Problem] = list(document.problems)
        self._skipped: list[Problem] = []
        self._told: set[Loc] = set()
        self._is_newer = False

    def opened(self) -> Opened:
        whole = _Part(cast("dict[str, Any]", self._document.value), ())
        version = whole.values.get("bodymap")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            return Opened(None, (*self._problems, self._document.problem((), _NO_LESSON).by("missing-key")))
        self._is_newer = version > VERSION
        words, unknown = self._words(LessonWords, whole)
        steps = tuple(self._step(part) for part in self._parts(whole, "steps"))
        lesson = Lesson(**asdict(words), steps=steps, unknown=unknown)
        self._tell((), wrong_in_lesson(lesson))
        return Opened(lesson, tuple(sorted({*self._problems})), tuple(sorted(self._skipped)))

    def _step(self, part: _Part) -> Step:
        words, unknown = self._words(StepWords, part)
        see = self._group(part, "see")
        state, misread = state_of(see.values)
        for wrong in misread:
            self._tell(see.loc, [Wrong((wrong.key,), wrong.what, wrong.suggestion, wrong.rule)])
        unseen = self._unknown(see, FIELDS)
        questions = tuple(self._question(p) for p in self._parts(part, "questions"))
        step = Step(**asdict(words), see=state, questions=questions, unknown=unknown, unseen=unseen)
        self._tell(part.loc, wrong_in_step(step))
        if self._known:
            self._tell(part.loc, lost_in_step(step, self._known))
        return step

    def _question(self, part: _Part) -> Asked:
        words, unknown = self._words(AskedWords, part)
        question = Asked(**asdict(words), unknown=unknown)
        self._tell(part.loc, wrong_in_question(question))
        if self._known:
            self._tell(part.loc, lost_references(question, self._known.atlas))
        return question

    def _words(self, record: type[Words], part: _Part) -> tuple[Words, Kept]:
        """The plain fields of a group: one that does not fit is told and left at its default."""
        names = tuple(f.name for f in fields(record))
        unknown = self._unknown(part, (*names, *_APART[record]))
        good = {k: v for k, v in part.values.items() if k in names and not holds_refused(v)}
        shape = Shape(record)
        found, mistakes = shape.read([good])
        for wrong in mistakes:
            at = self._document.problem((*part.loc, *wrong.loc), wrong.what, wrong.suggestion, wrong.at_key)
            self._problems.append(at.by(wrong.rule))
            self._told.add((*part.loc, wrong.loc[0]))
            good.pop(str(wrong.loc[0]), None)
        if mistakes:
            found, _ = shape.read([good])
        return cast("Words", found[0]), unknown

    def _unknown(self, part: _Part, names: Iterable[str]) -> Kept:
        """The keys that are not known: mistakes, or what a newer program wrote."""
        known = tuple(names)
        kept: list[tuple[str, str]] = []
        for key, value in part.values.items():
            if key in known or holds_refused(value):
                continue
            kept.append((key, json.dumps(value, ensure_ascii=False)))
            self._tell_unknown(part, key, known)
        return tuple(kept)

    def _tell_unknown(self, part: _Part, key: str, known: tuple[str, ...]) -> None:
        loc = (*part.loc, key)
        if self._is_newer:
            what = f"'{key}' is of a newer version and not understood here; it is skipped, and kept on saving"
            self._skipped.append(self._document.problem(loc, what, at_key=True).by("unknown-key"))
            return
        mine = part.loc[-1:] == ("see",) and key in TASTE
        what = f"'{key}' belongs to whoever looks, not to a step" if mine else f"unknown key '{key}'"
        hint = "" if mine else closest(key, known)
        self._told.add((*part.loc, hint))
        self._problems.append(self._document.problem(loc, what, hint, at_key=True).by("unknown-key"))

    def _parts(self, part: _Part, key: str) -> Iterator[_Part]:
        """The groups in a list under a key; what is no group is told and left out."""
        items: object = part.values.get(key, [])
        if not isinstance(items, list):
            self._wrong_type((*part.loc, key), f"'{key}' should be a list, each item after a '-'", items)
            return
        for i, item in enumerate(cast("list[object]", items)):
            if isinstance(item, dict):
                yield _Part(cast("dict[str, Any]", item), (*part.loc, key, i))
            else:
                self._wrong_type((*part.loc, key, i), f"each of '{key}' is a group of keys", item)

    def _group(self, part: _Part, key: str) -> _Part:
        value: object = part.values.get(key, {})
        if isinstance(value, dict):
            whole = {k: v for k, v in cast("dict[str, Any]", value).items() if not holds_refused(v)}
            return _Part(whole, (*part.loc, key))
        self._wrong_type((*part.loc, key), f"'{key}' should be a group of keys", value)
        return _Part({}, (*part.loc, key))

    def _wrong_type(self, loc: Loc, what: str, value: object) -> None:
        if not holds_refused(value):
            self._tell(loc, [Wrong((), what, rule="wrong-type")])
        self._told.add(loc)

    def _tell(self, loc: Loc, found: Iterable[Wrong]) -> None:
        for wrong in found:
            if (*loc, *wrong.loc[:1]) in self._told:  # told once, not also as missing
                continue
            at = self._document.problem((*loc, *wrong.loc), wrong.what, wrong.suggestion)
            self._problems.append(at.by(wrong.rule))
