"""How the lines of the chart differ: role of the theme, width (px at scale 1), and the mark of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from bodymap.ui.look import Look

_ROLES: Mapping[str, str] = {"main": "working", "other": "text", "still": "harm", "ghost": "muted"}
BANDED = 2
"""So many lines are shown with their bands; where there are more, the first alone: bands are no fog."""
WIDTHS: Mapping[str, float] = {"main": 3.0, "still": 3.0, "other": 2.0, "ghost": 1.6}
_TONES = 5
MARK = 5.0
"""Half the height of a mark, px at scale 1."""


def role_of(part: str, tone: int) -> str:
    """The role in the theme of a line: its part's, or that of its tone."""
    return f"curve{1 + (tone - 1) % _TONES}" if tone else _ROLES[part]


def paint_mark(painter: QPainter, at: QPointF, tone: int, look: Look) -> None:
    """The mark of a tone: never colour alone tells two lines apart."""
    if not tone:
        return
    size = look.px(MARK)
    painter.setPen(QPen(look.color("panel"), 1.2 * look.base))
    painter.setBrush(look.color(role_of("other", tone)))
    painter.drawPolygon(
        QPolygonF([at + QPointF(x * size, y * size) for x, y in _SHAPES[(tone - 1) % _TONES]])
    )


def _turned(corners: int, turn: float, near: float = 1.0) -> Sequence[tuple[float, float]]:
    """A shape with corners at 1 from its middle, and between them at `near`; `turn` in parts of a circle."""
    far = [(1.0, turn + n / corners) for n in range(corners)]
    between = [(near, turn + (n + 0.5) / corners) for n in range(corners)]
    each = chain.from_iterable(zip(far, between, strict=True)) if near < 1 else far
    return [(r * sin(2 * pi * at), -r * cos(2 * pi * at)) for r, at in each]


_SHAPES = (
    _turned(3, 0.0),  # triangle
    _turned(4, 0.125),  # square
    _turned(4, 0.0),  # diamond
    _turned(3, 0.5),  # triangle on its tip
    _turned(4, 0.0, 0.35),  # star
)
