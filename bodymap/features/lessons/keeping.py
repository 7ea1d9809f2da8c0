"""Drafts: lessons that stand in no file of the teacher yet, each kept as a lesson file of its own.

Its first line is a comment that says of which file it is a draft and which step was shown. So a draft is
one file, written whole or not at all, and any text editor or `bodymap` itself opens it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from bodymap.features.lessons.model import ENDING, Lesson
from bodymap.loading.pack_folders import user_folder

_HEAD = "# draft "
_COMMENT = re.compile(rb"(^|\s)#")
_LONGEST_HEAD = 8192


class Left(NamedTuple):
    """A draft that lies there: of which file, if any, and the step that was shown."""

    path: Path
    title: str
    of: Path | None
    at: int


def drafts_folder() -> Path | None:
    """Where this user's drafts lie, beside the user's packs; None where no home is known."""
    packs = user_folder()
    return None if packs is None else packs.with_name("drafts")


def draft_bytes(lesson: Lesson, of: Path | None, at: int) -> bytes:
    """A draft as the bytes of its file."""
    from bodymap.features.lessons.writing import text_of  # brings yaml

    head = {"title": lesson.title, "of": None if of is None else str(of), "at": at}
    return f"{_HEAD}{json.dumps(head)}\n{text_of(lesson)}".encode()


def left_in(folder: Path | None) -> tuple[Left, ...]:
    """The drafts that lie in a folder, the newest first; reads no more than their first lines."""
    if folder is None:
        return ()
    try:
        dated = [(path.stat().st_mtime_ns, path) for path in folder.glob(f"*{ENDING}")]
    except OSError:
        return ()
    found = (_left(path) for _time, path in sorted(dated, reverse=True))
    return tuple(left for left in found if left is not None)


def _left(path: Path) -> Left | None:
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_HEAD).decode(errors="replace")
    except OSError:
        return None
    head = _head(line)
    of, at, title = head.get("of"), head.get("at"), head.get("title")
    return Left(
        path,
        title if isinstance(title, str) else "",
        Path(of) if isinstance(of, str) and of else None,
        at if isinstance(at, int) else 0,
    )


def _head(line: str) -> Mapping[str, Any]:
    try:
        values: object = json.loads(line.removeprefix(_HEAD)) if line.startswith(_HEAD) else {}
    except ValueError:
        return {}
    return cast("dict[str, Any]", values) if isinstance(values, dict) else {}


def is_safe_to_write_over(data: bytes, lesson: Lesson) -> bool:
    """Whether writing the lesson in place of a file loses nothing that somebody wrote, such as comments."""
    from bodymap.features.lessons.writing import text_of

    return not _COMMENT.search(data) or data == text_of(lesson).encode()
