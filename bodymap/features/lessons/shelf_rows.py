"""The lessons that can be opened as lines under headings: plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bodymap.features.lessons.keeping import Left
from bodymap.features.lessons.making import LessonRow, minutes_words
from bodymap.features.lessons.shelf import Ready
from bodymap.i18n import _


def shelf_rows(
    drafts: Iterable[Left], recent: Sequence[tuple[Path, str]], ready: Sequence[Ready]
) -> tuple[LessonRow, ...]:
    """Those in no file yet, those opened last, those that come with packs; an empty shelf has no heading.

    `recent` are files with the titles of their lessons.
    """
    shipped = {found.path for found in ready}
    return (
        *_under(_("In no file yet"), [_draft_row(left) for left in drafts]),
        *_under(
            _("Opened last"),
            [LessonRow(title, str(p), path=p) for p, title in recent if p not in shipped],
        ),
        *_under(_("Ready lessons"), [_ready_row(found) for found in ready]),
    )


def _under(heading: str, rows: Sequence[LessonRow]) -> tuple[LessonRow, ...]:
    return (LessonRow(heading, heading=True), *rows) if rows else ()


def _draft_row(left: Left) -> LessonRow:
    detail = _("edits of {file}").format(file=left.of.name) if left.of is not None else _("a new lesson")
    return LessonRow(left.title or _("Without a title"), detail, path=left.path)


def _ready_row(found: Ready) -> LessonRow:
    lesson = found.lesson
    return LessonRow(lesson.title or found.id, lesson.about, minutes_words(lesson.minutes), path=found.path)
