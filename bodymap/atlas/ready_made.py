"""What the shipped data comes to, made when a wheel is built, so that no first start reads it anew.

Decision 14 says why. A copy is taken only where every byte of data and code is what it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bodymap.atlas.library_files import Files
from bodymap.loading import cache as cached
from bodymap.loading.shipped import shipped

_T = TypeVar("_T")

FOLDER = Path(__file__).resolve().parent.parent / "_ready"
"""Where a wheel has the copies; a checkout has none."""


def copy_for(kind: str, files: Files, folder: Path = FOLDER) -> tuple[Path, bytes] | None:
    """The copy for these files with its key, to be loaded as any cache; None where they are not just the
    shipped ones, or nothing was made.
    """
    path = folder / kind
    alone = [pack for pack, _sources in files.packs] == [shipped("data")] and not files.figures
    return (path, files.digest_anywhere()) if alone and path.is_file() else None


def taken(
    kind: str, files: Files, to: tuple[Path, bytes], load: Callable[[Path, bytes], _T | None]
) -> _T | None:
    """What `load` makes of the copy for these files, kept in the user's cache `to` a file under its key; None
    without a copy that can be used.
    """
    copy = copy_for(kind, files)
    found = load(*copy) if copy else None
    if copy and found:
        cached.adopt(copy[0], *to)
    return found


def make_ready(packs: Sequence[Path], folder: Path) -> list[Path]:
    """Write the copies for a wheel into a folder; none where the data has problems or several languages."""
    from bodymap.atlas.kinetic_reading import keep_kinetics  # these two ask here for copies
    from bodymap.atlas.reading import keep_library

    made = [folder / "library", folder / "kinetics"]
    found = keep_library(packs, made[0])
    kinetics = keep_kinetics(packs, made[1])
    several = any(len(pack.languages) > 1 for pack in found.atlas.origins.packs)
    if found.problems or kinetics.problems or several:
        for path in made:
            path.unlink(missing_ok=True)
    return [path for path in made if path.is_file()]
