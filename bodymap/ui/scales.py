"""The colours of values, read from `assets/themes/scales.toml` when they are first asked for."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any, NamedTuple, cast

from PySide6.QtGui import QColor

from bodymap.loading.shipped import shipped
from bodymap.ui.theme import Art


class Scales(NamedTuple):
    """Both scales for a ground, as colours in equal steps, with the colours of hatching and edges."""

    sequential: tuple[QColor, ...]
    diverging: tuple[QColor, ...]
    missing: QColor
    edge: QColor

    def color(self, at: float, diverging: bool) -> QColor:
        """The colour at a place from 0 to 1."""
        stops = self.diverging if diverging else self.sequential
        place = min(1.0, max(0.0, at)) * (len(stops) - 1)
        first = min(int(place), len(stops) - 2)
        return _mixed(stops[first], stops[first + 1], place - first)


@lru_cache(maxsize=2)
def scales_for(art: Art) -> Scales:
    """The scales for a dark or a light ground; OSError or ValueError where the file is broken."""
    content = tomllib.loads(shipped("assets", "themes", "scales.toml").read_text(encoding="utf-8"))
    found = cast("dict[str, Any]", content[art])
    return Scales(
        tuple(QColor(c) for c in found["sequential"]),
        tuple(QColor(c) for c in found["diverging"]),
        QColor(found["missing"]),
        QColor(found["edge"]),
    )


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    def between(a: float, b: float) -> float:
        return a + (b - a) * share

    red, green, blue = (
        between(first.redF(), second.redF()),
        between(first.greenF(), second.greenF()),
        between(first.blueF(), second.blueF()),
    )
    return QColor.fromRgbF(red, green, blue)
