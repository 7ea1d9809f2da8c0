"""Everything that is wrong in folders of knowledge, for authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.pack_layout import LAYOUTS
from bodymap.loading.problems import Problem

_NOT_MEANT = re.compile(r"\.|__|README|LICEN[CS]E|.*(?:~|\.bak|\.swp)\Z", re.IGNORECASE)
"""Files that lie there for readers, or that editors leave behind."""


def check(packs: Sequence[Path], figures: Path | None = None) -> tuple[Problem, ...]:
    """All problems of packs laid over one another, sorted by file, line and column; read afresh."""
    found = read_kinetics(packs, figures, cache=None).problems
    return tuple(sorted({*found, *(wrong for pack in packs for wrong in _unread(pack))}))


def _unread(pack: Path) -> Iterator[Problem]:
    """Files that lie among those of a pack and are not read, because of how their names end."""
    folders = {"", "lessons", *(name.partition("/")[0] for name in LAYOUTS if not name.endswith(".yaml"))}
    heads = [name.removesuffix(".yaml") for name in LAYOUTS if "/" not in name and name.endswith(".yaml")]
    for folder in sorted(folders):
        ending = ".bodymap" if folder == "lessons" else ".yaml"
        for path in _files(pack / folder):
            stem = path.name.partition(".")[0]
            if path.suffix in (ending, ".yaml", ".yml") or (not folder and stem.lower() not in heads):
                continue
            name = path.relative_to(pack).as_posix()
            what = f"{name} is not read; its name must end in {ending}"
            yield Problem(path, 1, 1, what, rule="stray-file")


def _files(folder: Path) -> list[Path]:
    """The files in a folder that an author sees; none where it cannot be listed."""
    try:
        inside = sorted(folder.iterdir())
        return [path for path in inside if path.is_file() and not _NOT_MEANT.match(path.name)]
    except OSError:
        return []
