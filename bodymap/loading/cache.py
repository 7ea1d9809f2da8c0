"""Values kept between starts, so that what was read and validated once is not read again.

A cache file is JSON behind a digest of itself and cannot run code. It is a copy: whatever is
wrong with it, it is ignored and written anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from bodymap.loading.writing import written

_MAGIC = b"bodymap cache 1\n"
_DIGEST = 32


def user_cache(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> Path | None:
    """The folder where this user's programs keep copies; None where there is none."""
    known = os.environ if environment is None else environment
    try:
        if platform == "win32":
            local = known.get("LOCALAPPDATA")
            return (Path(local) if local else Path.home() / "AppData" / "Local") / "bodymap" / "cache"
        if platform == "darwin":
            return Path.home() / "Library" / "Caches" / "bodymap"
        named = Path(known.get("XDG_CACHE_HOME", ""))
        return (named if named.is_absolute() else Path.home() / ".cache") / "bodymap"
    except RuntimeError:  # no home folder is known
        return None


def file_for(kind: str, packs: Sequence[Path], folder: Path | Literal["user"] | None = "user") -> Path | None:
    """Where something made from packs of data is kept: other packs, another file. "user" is this user's
    cache; None where nothing is to be kept.
    """
    found = user_cache() if folder == "user" else folder
    names = [str(pack).encode(errors="replace") for pack in packs]
    return None if found is None else found / f"{kind}-{digest(names).hex()[:16]}"


def digest(parts: Iterable[bytes]) -> bytes:
    """32 bytes that stand for these parts, in this order and with these borders."""
    total = sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "little"))
        total.update(part)
    return total.digest()


def load(path: Path, key: bytes) -> Any | None:
    """The values saved under this key; None where the file is missing, damaged or of another key."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + 2 * _DIGEST
    head, payload = data[:start], data[start:]
    if head != _MAGIC + key + digest([payload]):
        return None
    try:
        return json.loads(payload.decode("ascii"))
    except ValueError:
        return None


def save(path: Path, key: bytes, values: Any) -> None:
    """Keep values under a key, whole or not at all; where nothing can be written, nothing happens.

    Values are those of JSON; tuples come back as lists.
    """
    payload = json.dumps(values, separators=(",", ":")).encode("ascii")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with written(path) as file:
            file.write(_MAGIC + key + digest([payload]) + payload)
