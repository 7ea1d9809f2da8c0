"""The bytes of the files of a folder, read without ever raising."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; a larger file is refused unread."""


class Source(NamedTuple):
    """A file: its name inside its folder (with /), its bytes, or in `trouble` why there are none."""

    path: Path
    name: str
    data: bytes = b""
    trouble: str = ""


def yaml_sources(folder: Path, without: Collection[str] = ()) -> tuple[Source, ...]:
    """All YAML files in a folder and its direct subfolders but some, in the order of their names.

    A folder that cannot be listed is one Source with its trouble.
    """
    return tuple(each_yaml_source(folder, without))


def each_yaml_source(folder: Path, without: Collection[str] = ()) -> Iterator[Source]:
    """The same one by one, so that the bytes of only one need be held."""
    return _sources_in(folder, "", without)


def read_source(path: Path, name: str) -> Source:
    """One file; a folder, a pipe, an unreadable or too large file is a Source with its trouble."""
    where = str(path)
    try:
        found = os.stat(where)  # noqa: PTH116 - each way through Path asks for its text anew
        if stat.S_ISDIR(found.st_mode):
            return Source(path, name, trouble="this is a folder; a file is expected here")
        if not stat.S_ISREG(found.st_mode):
            return Source(path, name, trouble="this is not an ordinary file")
        if found.st_size > LARGEST_FILE:
            most = LARGEST_FILE // 1024 // 1024
            return Source(path, name, trouble=f"this file is larger than {most} MB; split it")
        return Source(path, name, _bytes_at(where, found.st_size))
    except FileNotFoundError:
        return Source(path, name, trouble="this file is missing")
    except OSError as error:
        return Source(path, name, trouble=f"this file cannot be read ({_reason(error)})")


def _bytes_at(where: str, size: int) -> bytes:
    """All bytes of a file of this size; three calls of the system, for every start reads 150 files."""
    file = os.open(where, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, size + 1)
    finally:
        os.close(file)
    return data if len(data) == size else Path(where).read_bytes()  # it grows, or came in pieces


def _sources_in(folder: Path, prefix: str, without: Collection[str] = ()) -> Iterator[Source]:
    try:
        inside = sorted(os.listdir(folder))  # noqa: PTH208 - names, not 150 paths to be compared at each start
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        trouble = "this folder is missing" if missing else f"this folder cannot be read ({_reason(error)})"
        yield Source(folder, prefix.rstrip("/") or folder.name, trouble=trouble)
        return
    for name in inside:
        if name.startswith((".", "__")):
            continue
        if name.endswith((".yaml", ".yml")):
            yield read_source(folder / name, prefix + name)
        elif not prefix and name not in without and _is_folder(folder / name):
            yield from _sources_in(folder / name, name + "/")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
