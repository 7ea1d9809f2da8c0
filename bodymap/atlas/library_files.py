"""The files that a library is made of, and the digests under which copies of what was read are kept."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bodymap import __version__
from bodymap.atlas.columns import shape_of_records
from bodymap.atlas.pack_figures import figure_sources
from bodymap.loading import cache as cached
from bodymap.loading.languages import wanted_languages
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import Source, each_yaml_source, read_source, yaml_sources

LATER = ("physiology", "kinetics", "lessons")
"""Folders that no start needs: `kinetic_reading` reads the first two when curves are first asked for, and
`features.lessons` the third."""
_CODE = ("atlas", "loading")
"""The folders of the program that decide what is made of a file."""


class Files(NamedTuple):
    """Everything that a library depends on, read but not understood."""

    packs: tuple[tuple[Path, tuple[Source, ...]], ...]
    regions: Source
    closeups: frozenset[str]
    figures: tuple[Source, ...] = ()
    languages: tuple[str, ...] = ()

    def digest(self) -> bytes:
        """What stands for all of it, and for the program that understands it."""
        return cached.digest(_identity(self, self.packs, self.figures))

    def digest_anywhere(self) -> bytes:
        """The same wherever the files lie and whatever the reader speaks, for what has but one language."""
        return cached.digest(_identity_anywhere(self))


def files_of(packs: Sequence[Path], figures: Path | None = None, without: Collection[str] = ()) -> Files:
    """The files of packs, but not those in the folders `without`, and of the figures they are shown on."""
    drawn = figures or shipped("assets", "figures")
    regions = read_source(drawn / "regions.yaml", "regions.yaml")
    once = _once(packs)
    found = tuple((pack, yaml_sources(pack, without)) for pack in once)
    return Files(found, regions, _closeups(drawn / "insets"), figure_sources(once), wanted_languages())


def digest_of(packs: Sequence[Path], figures: Path | None = None, without: Collection[str] = ()) -> bytes:
    """The digest of `files_of` the same, but holding one file at a time: most starts need no more."""
    once = _once(packs)
    read = ((pack, each_yaml_source(pack, without)) for pack in once)
    return cached.digest(_identity(files_of((), figures), read, figure_sources(once)))


def _closeups(folder: Path) -> frozenset[str]:
    try:
        return frozenset(name.split(".")[0] for name in os.listdir(folder) if "." in name)  # noqa: PTH208
    except OSError:
        return frozenset()


def _once(packs: Sequence[Path]) -> tuple[Path, ...]:
    """Each folder once, whatever it is called: who checks `data` lays it over itself."""
    found: dict[str, Path] = {}
    for pack in packs:
        found.setdefault(os.path.realpath(pack), pack)
    return tuple(found.values())


def _identity(
    files: Files, packs: Iterable[tuple[Path, Iterable[Source]]], figures: Iterable[Source]
) -> Iterator[bytes]:
    """All that a library is made of: the program, its records, names and bytes of the files."""
    yield from _program(files)
    for folder in _CODE:  # while it is being written; empty where only bytecode is installed
        yield "\n".join(sorted(map(_stamp, _code_in(folder)))).encode()
    yield ",".join(files.languages).encode(errors="replace")
    for folder, sources in packs:
        yield str(folder).encode(errors="replace")
        for source in sources:
            yield from _bytes_of(source)
    for source in figures:
        yield str(source.path).encode(errors="replace")
        yield from _bytes_of(source)


def _identity_anywhere(files: Files) -> Iterator[bytes]:
    """The same without places, times and language: code and files by what is in them."""
    yield from _program(files)
    for folder in _CODE:
        for code in sorted(_code_in(folder), key=lambda code: code.name):
            yield code.name.encode()
            yield Path(code.path).read_bytes()
    for _folder, sources in files.packs:
        for source in sources:
            yield from _bytes_of(source)


def _program(files: Files) -> Iterator[bytes]:
    yield __version__.encode()
    yield shape_of_records()
    yield ",".join(sorted(files.closeups)).encode()
    yield from _bytes_of(files.regions)


def _code_in(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(Path(__file__).parent.parent / folder) as inside:
        return [code for code in inside if code.name.endswith(".py")]


def _stamp(code: os.DirEntry[str]) -> str:
    found = code.stat()  # reading it all would cost a start 2 ms
    return f"{code.name} {found.st_size} {found.st_mtime_ns}"


def _bytes_of(source: Source) -> tuple[bytes, ...]:
    return f"{source.name}\0{source.trouble}".encode(errors="replace"), source.data
