"""How large and in which colours everything is drawn: one frozen value, passed to every widget."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics

if TYPE_CHECKING:
    from bodymap.ui.theme import Theme

TITLE, BODY, META = 28, 16, 14
"""The three type sizes, in px at scale 1."""
_CALM_HEIGHT, _CALM_WIDTH, _STEP = 1200.0, 1920.0, 960.0


def base_scale(width: int, height: int) -> float:
    """The scale of a window in logical pixels: 1 up to 1200 px of height, 2 at 3840 x 2160."""
    by_height = 1.0 + (height - _CALM_HEIGHT) / _STEP
    return round(max(1.0, min(by_height, width / _CALM_WIDTH, 4.0)), 2)


@lru_cache(maxsize=64)  # asked for by every line that is painted or measured
def _font(px: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=64)
def _metrics(px: int, weight: QFont.Weight) -> QFontMetrics:
    return QFontMetrics(_font(px, weight))


class Look(NamedTuple):
    """Theme, base scale of the window and the reader's text size (1 = 100 %)."""

    theme: Theme
    base: float = 1.0
    text: float = 1.0

    def px(self, length: float) -> int:
        """A length of the grid in pixels; it does not grow with the text."""
        return round(length * self.base)

    def grown(self, length: float) -> int:
        """A length that grows with the text."""
        return round(length * self.base * self.text)

    def font(self, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font at one of the three sizes, with tabular figures."""
        return QFont(_font(self.grown(size), weight))  # a copy, which may be changed

    def metrics(self, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
        """The measures of such a font."""
        return _metrics(self.grown(size), weight)

    @property
    def control(self) -> int:
        """The height of a control: 40, or as much as its text needs."""
        return max(self.px(40), self.grown(BODY) + self.px(20))

    @property
    def row(self) -> int:
        """The height of a list row: 40, or as much as its text needs."""
        return max(self.px(40), self.grown(BODY) + self.px(18))

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """A role of the theme as a QColor."""
        color = QColor(getattr(self.theme, role))
        color.setAlphaF(alpha)
        return color
