"""The afterimage: the body as it was last seen, kept between two starts so that nothing is drawn twice.

One file in the user's cache folder: a line of JSON, then the pixels as they stand in memory. It is a copy:
where it does not fit what is to be shown, or is damaged, it is ignored and the body is drawn anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from bodymap import __version__
from bodymap.loading.cache import digest, file_for
from bodymap.loading.writing import written
from bodymap.sights import IN_TIME

_MAGIC = f"bodymap afterimage 1 {__version__}"
_LONGEST = 4096
"""bytes of the first line."""
_FARTHEST = 32768
"""px; no screen is larger."""
_PASSING = frozenset(("hover", "window", "opening", "calm", *IN_TIME)) - {"time_open", "span"}
"""What is kept of a session and does not change the picture."""


class Afterimage(NamedTuple):
    """What filled `rect` of the window, px: the whole picture, and the lit figure alone.

    `session` stands for the session that it was seen in, `likeness` for every pixel. The images look at a
    file: copy what outlives this.
    """

    session: str
    likeness: str
    rect: QRect
    whole: QImage
    lit: QImage


def session_key(values: Mapping[str, Any], width: int, height: int) -> str:
    """What stands for the values of a session in a window of a size, px."""
    lasting = {name: value for name, value in values.items() if name not in _PASSING}
    words = json.dumps([lasting, width, height], sort_keys=True, default=str)
    return digest([words.encode()]).hex()


def path_of_user(packs: Sequence[Path]) -> Path | None:
    """Where this user's afterimage of these packs of data lies; None where there is no cache folder."""
    return file_for("afterimage", packs)


def recall(path: Path | None) -> Afterimage | None:
    """The afterimage in a file; None where there is none that can be used."""
    try:
        if path is None:
            return None
        with path.open("rb") as file:
            head = file.readline(_LONGEST)
            pixels = mmap(file.fileno(), 0, access=ACCESS_READ)  # megabytes, looked at once
        found: object = json.loads(head)
        known = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
        return _read(known, memoryview(pixels)[len(head) :])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def keep(path: Path, afterimage: Afterimage) -> None:
    """Write the file whole or not at all; raises OSError where it cannot be written."""
    images = [i.convertToFormat(QImage.Format.Format_RGB32) for i in (afterimage.whole, afterimage.lit)]
    head = {
        "magic": _MAGIC,
        "session": afterimage.session,
        "likeness": afterimage.likeness,
        "rect": afterimage.rect.getRect(),
        "size": [images[0].width(), images[0].height()],
        "ratio": images[0].devicePixelRatio(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with written(path) as file:
        file.write(json.dumps(head).encode() + b"\n")
        for image in images:
            file.write(image.constBits())


def _read(head: dict[str, Any], pixels: memoryview) -> Afterimage | None:
    if head.get("magic") != _MAGIC:
        return None
    width, height = (int(n) for n in head["size"])
    size, ratio = width * height * 4, float(head["ratio"])
    x, y, wide, high = (int(n) for n in head["rect"])
    if not (0 < width < _FARTHEST and 0 < height < _FARTHEST and len(pixels) == 2 * size):
        return None
    images = [_image(pixels[start : start + size], (width, height), ratio) for start in (0, size)]
    return Afterimage(str(head["session"]), str(head["likeness"]), QRect(x, y, wide, high), *images)


def _image(pixels: memoryview, size: tuple[int, int], ratio: float) -> QImage:
    image = QImage(pixels, *size, size[0] * 4, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    return image
