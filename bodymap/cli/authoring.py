"""`bodymap new-pack` and `bodymap schema`: what an author begins with."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from shlex import quote

from bodymap.atlas.reading import read_library
from bodymap.authoring.ids import ids_of
from bodymap.authoring.key_tables import keys_page
from bodymap.authoring.new_pack import write_new_pack
from bodymap.authoring.schema import Schema, file_name, schemas, text_of
from bodymap.cli.arguments import UsageError, unknown
from bodymap.features.lessons.key_words import lesson_keys_page
from bodymap.loading.pack_folders import pack_folders
from bodymap.loading.shipped import shipped
from bodymap.loading.writing import write_whole
from bodymap.sights import CLOSEUPS


def new_pack(chosen: Namespace) -> int:
    """Write the example pack; 0, and 1 where its folder holds something already."""
    folder: Path = chosen.dir
    files = write_new_pack(folder, _schemas(pack_folders()))
    typed = quote(str(folder)) if os.name == "posix" else f'"{folder}"'
    lines = [*(f"{folder / name}" for name in files), f"Check it with: bodymap check {typed}"]
    sys.stdout.write("\n".join([*lines, f"See it with: bodymap --data {typed}", ""]))
    return 0


def show_schema(chosen: Namespace) -> int:
    """Print or write the schemas that were asked for, or the page of all keys; always 0."""
    if chosen.markdown:
        page = lesson_keys_page() if chosen.kind == "lessons" else keys_page()
        sys.stdout.buffer.write(page.encode())
        return 0
    # What is written is for sharing: only what everybody has, and the packs named.
    made = _schemas((shipped("data"), *chosen.data))
    if chosen.kind is not None:
        if chosen.kind not in made:
            raise UsageError(unknown(f"kind '{chosen.kind}'", chosen.kind, made))
        made = {chosen.kind: made[chosen.kind]}
    if chosen.out is not None:
        _write(chosen.out, made)
    else:
        sys.stdout.buffer.write(text_of(made[chosen.kind] if chosen.kind else dict(made)).encode())
    return 0


def _schemas(packs: tuple[Path, ...]) -> Mapping[str, Schema]:
    return schemas(ids_of(read_library(packs), CLOSEUPS))


def _write(folder: Path, made: Mapping[str, Schema]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind, schema in made.items():
        path = folder / file_name(kind)
        write_whole(path, text_of(schema).encode())
        sys.stdout.write(f"{path}\n")
