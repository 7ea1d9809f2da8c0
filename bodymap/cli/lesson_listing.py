"""`bodymap list lessons`: the ready lessons of packs, as plain objects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bodymap.features.lessons.in_languages import in_one
from bodymap.features.lessons.shelf import ready_lessons
from bodymap.features.lessons.writing import values_of
from bodymap.loading.pack_folders import pack_folders


def lesson_objects(named: Sequence[Path]) -> list[dict[str, Any]]:
    """Ready lessons, each with `id`, `name`, its file, and every step as it stands there."""
    return [
        {"id": each.id, "name": each.lesson.title, "file": str(each.path), **values_of(in_one(each.lesson))}
        for each in ready_lessons(pack_folders(named))
    ]
