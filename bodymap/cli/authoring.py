"""`bodymap new-pack` and `bodymap schema`: what an author begins with."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote

from bodymap.atlas.reading import read_library
from bodymap.authoring.ids import ids_of
from bodymap.authoring.key_tables import keys_page
from bodymap.authoring.new_pack import copy_into_pack, write_new_pack
from bodymap.authoring.schema import Schema, file_name, schemas, text_of
from bodymap.cli.arguments import UsageError, unknown
from bodymap.cli.choices import selected
from bodymap.features.lessons.key_words import lesson_keys_page
from bodymap.loading.pack_folders import pack_folders
from bodymap.loading.shipped import shipped
from bodymap.loading.writing import write_whole
from bodymap.sights import CLOSEUPS


def new_pack(chosen: Namespace) -> int:
    """Write the example pack, or copies of shipped files; 0, and 1 where something is there already."""
    folder: Path = chosen.dir
    names = _shipped_files(chosen.copy)
    schemas = _schemas(pack_folders())
    files = copy_into_pack(folder, names, schemas) if names else write_new_pack(folder, schemas)
    typed = quote(str(folder)) if os.name == "posix" else f'"{folder}"'
    lines = [*(f"{folder / name}" for name in files), f"Check it with: bodymap check {typed}"]
    sys.stdout.write("\n".join([*lines, f"See it with: bodymap --data {typed}", ""]))
    return 0


def _shipped_files(things: Sequence[tuple[str, str]]) -> list[str]:
    """The names of the shipped files that things have of their own; UsageError where there is none."""
    if not things:
        return []
    library = read_library((shipped("data"),))
    atlas, names = library.atlas, list[str]()
    for thing in things:
        if not thing[0]:
            raise UsageError(f"--copy {thing[1]}: of what kind? Write it like organ:liver")
        ref = selected(thing, atlas, library.anatomy)
        shelves = {"organ": atlas.organs, "movement": atlas.movements, "signal": atlas.signals}
        origin = atlas.origins.of(shelves[ref.kind][ref.id]) if ref and ref.kind in shelves else None
        if origin is None:
            raise UsageError(
                f"--copy {':'.join(thing)}: only an organ, movement or signal has a file of its own"
            )
        names.append(origin.file)
    return names


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
