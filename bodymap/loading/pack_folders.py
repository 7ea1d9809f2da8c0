"""Which folders of knowledge are read: the shipped one, the user's own, and those named at the start."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bodymap.loading.shipped import shipped


def pack_folders(named: Iterable[Path] = ()) -> tuple[Path, ...]:
    """All packs, the lowest first: what is shipped, each of the user's by name, then those named."""
    return (shipped("data"), *user_packs(), *named)


def user_packs(
    platform: str = sys.platform, environment: Mapping[str, str] | None = None
) -> tuple[Path, ...]:
    """The folders in the user's folder of packs, by name; none where there is no such folder."""
    folder = user_folder(platform, environment)
    try:
        inside = sorted(os.scandir(folder), key=lambda entry: entry.name) if folder else []
        return tuple(Path(entry.path) for entry in inside if entry.name[:1] != "." and entry.is_dir())
    except OSError:
        return ()


def user_folder(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> Path | None:
    """Where this user's packs lie, each in a folder of its own; None where no home is known."""
    known = os.environ if environment is None else environment
    try:
        if platform == "win32":
            roaming = known.get("APPDATA")
            data = Path(roaming) if roaming else Path.home() / "AppData" / "Roaming"
        elif platform == "darwin":
            data = Path.home() / "Library" / "Application Support"
        else:
            named = Path(known.get("XDG_DATA_HOME", ""))
            data = named if named.is_absolute() else Path.home() / ".local" / "share"
    except RuntimeError:  # no home folder is known
        return None
    return data / "bodymap" / "packs"
