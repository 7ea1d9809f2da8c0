"""Values kept between starts, so that what was read and validated once is not read again.

A cache file is texts and values of JSON behind a digest of them all, and cannot run code. It is a copy:
whatever is wrong with it, it is ignored and written anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Literal

from bodymap.loading.writing import written

_MAGIC = b"bodymap cache 2\n"
_DIGEST = 32
_SIZE = 7
_TEXT, _JSON = b"t", b"j"


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


def load(path: Path, key: bytes) -> Iterator[Any]:
    """The values saved under this key, one by one; none where the file is missing or of another key.

    Raises ValueError where the file is damaged, and surely behind the last value: take all, or trust none.
    Raises OSError where it cannot be read to its end.
    """
    try:
        file = path.open("rb")
    except OSError:
        return
    with file:
        head = file.read(len(_MAGIC) + 2 * _DIGEST)
        if head[:-_DIGEST] != _MAGIC + key:
            return
        total = sha256()
        for name, part in _parts(file):
            total.update(name)
            total.update(part)
            yield _value(name, part)
        if total.digest() != head[-_DIGEST:]:
            raise ValueError("the cache is damaged")


def save(path: Path, key: bytes, values: Iterable[Any]) -> None:
    """Keep values under a key, all or none; where nothing can be written, nothing happens.

    Values are those of JSON; tuples come back as lists. A text that is a value by itself is read quickest.
    """
    parts = b"".join(map(_part, values))
    with suppress(OSError):
        _put(path, key, sha256(parts).digest() + parts)


def adopt(path: Path, to: Path, key: bytes) -> None:
    """Keep a copy of a cache file, just loaded to its end, under another key; or nothing happens."""
    with suppress(OSError):
        content = path.read_bytes()
        _put(to, key, content[len(_MAGIC) + _DIGEST :])


def _put(path: Path, key: bytes, rest: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with written(path) as file:
        file.write(_MAGIC + key + rest)


def _part(value: Any) -> bytes:
    """A value behind its sort and its size."""
    is_text = isinstance(value, str)
    text = value if is_text else json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    data = text.encode("utf-8", "surrogatepass")
    return (_TEXT if is_text else _JSON) + len(data).to_bytes(_SIZE, "little") + data


def _parts(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Each part, and what stands before it."""
    left = os.fstat(file.fileno()).st_size - file.tell()
    while left:
        name = file.read(1 + _SIZE)
        size = int.from_bytes(name[1:], "little")
        left -= len(name) + size
        if left < 0 or len(name) <= _SIZE:
            raise ValueError("the cache is cut short")
        yield name, file.read(size)


def _value(name: bytes, part: bytes) -> Any:
    text = str(part, "utf-8", "surrogatepass")
    if name.startswith(_TEXT):
        return text
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("the cache is nested too deep") from error
