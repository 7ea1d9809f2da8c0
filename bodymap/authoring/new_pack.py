"""A small commented pack to begin with: one signal, two effects, one reference, schemas for the editor."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path

from bodymap.authoring.schema import Schema, file_name, text_of
from bodymap.loading.shipped import shipped
from bodymap.loading.suggestions import plain_id
from bodymap.loading.writing import write_folder, write_whole

_PLACE = "{pack}"
"""What stands for the pack's id in the example's files."""


def write_new_pack(folder: Path, schemas: Mapping[str, Schema]) -> tuple[str, ...]:
    """Write the example into a new or empty folder, whole or not at all; the names of its files.

    FileExistsError where something is in the folder; another OSError where it cannot be written.
    """
    name = pack_id(folder.resolve().name)
    files = {path: text.replace(_PLACE, name).encode() for path, text in _example().items()}
    drawn = {f"schema/{file_name(kind)}": text_of(made).encode() for kind, made in schemas.items()}
    write_folder(folder, {**files, **drawn})
    return tuple(files)


def copy_into_pack(folder: Path, names: Sequence[str], schemas: Mapping[str, Schema]) -> tuple[str, ...]:
    """Copy shipped files (names inside the shipped pack) into a pack, or a new one; the names of what is new.

    FileExistsError where one of them, or something that is no pack, is there already.
    """
    base, head = shipped("data"), "pack.yaml"
    files = {name: (base / name).read_bytes() for name in dict.fromkeys(names)}
    if not (folder / head).is_file():
        drawn = {f"schema/{file_name(kind)}": text_of(made).encode() for kind, made in schemas.items()}
        files = {head: _example()[head].replace(_PLACE, pack_id(folder.resolve().name)).encode(), **files}
        write_folder(folder, {**files, **drawn})
        return tuple(files)
    for name in files:
        if (folder / name).exists():
            raise FileExistsError(
                errno.EEXIST, "this file is there already; nothing was copied", str(folder / name)
            )
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        write_whole(folder / name, content)
    return tuple(files)


def _example() -> dict[str, str]:
    """The texts of the example, by the names of their files."""
    example = shipped("assets", "new-pack")
    paths = sorted(example.rglob("*.yaml"))
    return {path.relative_to(example).as_posix(): path.read_text("utf-8") for path in paths}


def pack_id(folder: str) -> str:
    """The id of a pack that lies in a folder of this name: "My Course (2)" gives my-course-2."""
    return plain_id(folder) or "my-pack"
