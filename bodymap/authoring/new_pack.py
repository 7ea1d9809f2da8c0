"""A small commented pack to begin with: one signal, two effects, one reference, schemas for the editor."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bodymap.authoring.schema import Schema, file_name, text_of
from bodymap.loading.shipped import shipped
from bodymap.loading.suggestions import plain_id
from bodymap.loading.writing import write_folder

_PLACE = "{pack}"
"""What stands for the pack's id in the example's files."""


def write_new_pack(folder: Path, schemas: Mapping[str, Schema]) -> tuple[str, ...]:
    """Write the example into a new or empty folder, whole or not at all; the names of its files.

    FileExistsError where something is in the folder; another OSError where it cannot be written.
    """
    name = pack_id(folder.resolve().name)
    example = shipped("assets", "new-pack")
    files = {
        path.relative_to(example).as_posix(): path.read_text("utf-8").replace(_PLACE, name).encode()
        for path in sorted(example.rglob("*.yaml"))
    }
    drawn = {f"schema/{file_name(kind)}": text_of(made).encode() for kind, made in schemas.items()}
    write_folder(folder, {**files, **drawn})
    return tuple(files)


def pack_id(folder: str) -> str:
    """The id of a pack that lies in a folder of this name: "My Course (2)" gives my-course-2."""
    return plain_id(folder) or "my-pack"
