"""The words of a lesson in several languages: `title: {en: The liver, de: Die Leber}`.

In a pack its `languages` say which there are; anywhere else, such as in a draft, those that the lesson has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from bodymap.atlas.pack_layout import HEAD
from bodymap.atlas.translating import is_by_language
from bodymap.features.lessons.model import Lesson
from bodymap.loading.sources import read_source
from bodymap.loading.yaml_document import Document, read_document

SAID = ("title", "about", "text", "notes", "ask", "right", "wrong", "why")
"""The keys whose words can be given in each language."""


def languages_of(document: Document) -> tuple[str, ...]:
    """The codes of the languages that a lesson may have, the usual one first."""
    met = dict.fromkeys(_met(document.value))
    return (_of_pack(document.source.path) if met else ()) or tuple(met)


def in_one(lesson: Lesson) -> Lesson:
    """A lesson in the language that it was read in, and no other."""
    steps = tuple(
        replace(s, translated=(), questions=tuple(replace(q, translated=()) for q in s.questions))
        for s in lesson.steps
    )
    return replace(lesson, steps=steps, translated=())


def _of_pack(lesson: Path) -> tuple[str, ...]:
    head = lesson.absolute().parent.parent / HEAD
    if lesson.absolute().parent.name != "lessons" or not head.is_file():
        return ()
    value = read_document(read_source(head, HEAD)).value
    named = cast("dict[str, Any]", value).get("languages") if isinstance(value, dict) else None
    codes = cast("list[Any]", named) if isinstance(named, list) else []
    return tuple(dict.fromkeys(code for code in codes if isinstance(code, str)))


def _met(value: Any) -> Iterator[str]:
    """The codes of the texts in several languages, in the order of the file."""
    if isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from _met(item)
    elif isinstance(value, dict):
        for key, part in cast("dict[Any, Any]", value).items():
            words = _without_empty(part) if key in SAID and isinstance(part, dict) else {}
            if words and is_by_language(words):
                yield from words
            else:
                yield from _met(part)


def _without_empty(part: Any) -> dict[Any, Any]:
    """A group without keys that have no value, which a comma in a text makes."""
    return {key: value for key, value in cast("dict[Any, Any]", part).items() if value is not None}
