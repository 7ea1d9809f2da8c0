"""A lesson as the text of a file: plain YAML that reads back as the very same lesson."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, cast

import yaml

from bodymap.features.lessons.model import Asked, AskedWords, Kept, Lesson, LessonWords, Step, StepWords
from bodymap.features.lessons.seeing import seen
from bodymap.loading.writing import write_whole
from bodymap.loading.yaml_scalars import plain_value

_WIDTH = 100
_LINE_ENDS = re.compile("[\r\x85\u2028\u2029\ufeff]")


def save_lesson(path: Path, lesson: Lesson) -> None:
    """Write a lesson file whole or not at all; OSError where it cannot be written."""
    write_whole(path, text_of(lesson).encode())


def text_of(lesson: Lesson) -> str:
    """A lesson as YAML; what a newer program wrote stands in it again. Comments are not kept."""
    return yaml.dump(
        values_of(lesson),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=False,
    )


def values_of(lesson: Lesson) -> dict[str, Any]:
    """A lesson as the plain values of its file."""
    head = {"bodymap": lesson.bodymap, **_words(lesson, LessonWords, ("bodymap",))}
    return {**head, **_kept(lesson.unknown), "steps": [_step(step) for step in lesson.steps]}


def _step(step: Step) -> dict[str, Any]:
    words = _words(step, StepWords)
    title = {"title": words.pop("title")} if "title" in words else {}
    values = {**title, "see": {**seen(step.see), **_kept(step.unseen)}, **words, **_kept(step.unknown)}
    if step.questions:
        values["questions"] = [_question(question) for question in step.questions]
    return values


def _question(question: Asked) -> dict[str, Any]:
    return {**_words(question, AskedWords), **_kept(question.unknown)}


def _words(part: Any, record: type[Any], apart: tuple[str, ...] = ()) -> dict[str, Any]:
    """The plain fields that differ from their defaults; a whole number of minutes without its point."""
    found: dict[str, Any] = {}
    translated = {key: (code, whole) for key, code, whole in part.translated}
    for field in fields(record):
        value = getattr(part, field.name)
        if field.name in translated:
            found |= _in_all(field.name, value, *translated[field.name])
            continue
        if field.name in apart or (field.default is not MISSING and value == field.default):
            continue
        if isinstance(value, tuple):
            value = list(cast("tuple[str, ...]", value))
        found[field.name] = int(value) if isinstance(value, float) and value.is_integer() else value
    return found


def _in_all(key: str, value: str | tuple[str, ...], code: str, whole: str) -> dict[str, Any]:
    """A text in all its languages, as it is now in the one that was taken; where it is gone, without that."""
    now = {**json.loads(whole), code: list(value) if isinstance(value, tuple) else value}
    left = {language: text for language, text in now.items() if text}
    return {key: left} if left else {}


def _kept(unknown: Kept) -> dict[str, Any]:
    return {key: json.loads(value) for key, value in unknown}


class _Dumper(yaml.SafeDumper):
    """Writes text so that our own reader, which knows YAML 1.2's plain words, reads it as text."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML calls it so
        """Write everything out: the reader refuses aliases."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - as above
        """Indent lists inside their key."""
        super().increase_indent(flow, indentless=False)


def _text(dumper: Any, value: str) -> Any:
    style = None if isinstance(plain_value(value), str) else "'"
    if _LINE_ENDS.search(value):  # other programs end a line there
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _list(dumper: Any, value: list[Any]) -> Any:
    flow = all(not isinstance(item, dict | list) and len(str(item)) <= 40 for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
