"""A shelf of what was drawn once: kept by key, the longest unused thrown away first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtGui import QImage, QPixmap

P = TypeVar("P", QImage, QPixmap)


class Shelf(Generic[P]):
    """Pictures by key, at most so many bytes of them."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._bytes = 0
        self.drawn = 0
        """How many pictures had to be made so far."""
        self._kept: OrderedDict[Hashable, P] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], P]) -> P:
        """The picture kept under a key, made now where there is none."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self.drawn += 1
        self._kept[key] = made
        self._bytes += _weight(made)
        while self._bytes > self._most and len(self._kept) > 1:
            self._bytes -= _weight(self._kept.popitem(last=False)[1])
        return made

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._bytes = 0


def _weight(picture: QImage | QPixmap) -> int:
    return picture.width() * picture.height() * 4
