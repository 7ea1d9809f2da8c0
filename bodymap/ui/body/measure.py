"""How large the pills of a column are, so that every name fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from bodymap.ui.look import BODY, META, Look
from bodymap.viewmodels.scene_values import Label

_MOST_LINES = 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class Pill(NamedTuple):
    """Width and height of a pill in px, type size, width of the name, whether a badge fits."""

    width: int
    height: int
    size: int
    name: int
    badge: bool = True


def pill_of(labels: Sequence[Label], most: int, look: Look) -> Pill:
    """The pills for these labels, at most so wide: smaller type, then more lines, no badge, parted words."""
    for size in (BODY, META):
        ends = _ends(look, size)
        wanted = _widest((label.text for label in labels), look, size) + ends
        if wanted <= most:
            width = max(wanted, min(most, look.px(184) if size == BODY else 0))
            return Pill(width, _height(look, size, 1), size, width - ends)
    longest, ends = _longest(labels, look), _ends(look, META)
    badge = longest + ends <= most
    name = max(8, most - (ends if badge else _bare(look)))
    lines = max((_lines(label.text, name, look) for label in labels), default=1)
    return Pill(most, _height(look, META, min(lines, _MOST_LINES)), META, name, badge)


def own_pills(labels: Sequence[Label], pill: Pill, look: Look) -> tuple[Pill, ...]:
    """The pills of labels in one column: all as wide, in one type, each as high as its own words need.

    A count stays where no word must be parted for it, a sign where all that have it can show it.
    """
    ends = _ends(look, pill.size)
    fits = [_widest(label.text.split(), look, pill.size) + ends <= pill.width for label in labels]
    spoilt = {label.badge for label, fit in zip(labels, fits, strict=True) if not fit}
    return tuple(
        _own_pill(label, pill, (fit and (label.badge.isdigit() or label.badge not in spoilt), look))
        for label, fit in zip(labels, fits, strict=True)
    )


def _own_pill(label: Label, pill: Pill, given: tuple[bool, Look]) -> Pill:
    fit, look = given
    badge = bool(label.badge) and fit
    name = max(8, pill.width - (_ends(look, pill.size) if badge else look.px(16)))
    lines = _lines(label.text, name, look) if pill.size == META else 1
    return Pill(pill.width, _height(look, pill.size, min(lines, _MOST_LINES)), pill.size, name, badge)


def broken(text: str, width: int, metrics: QFontMetrics) -> str:
    """A text whose words all fit a width: too long ones are parted with hyphens, in pieces alike."""
    return " ".join(_parted(word, width, metrics) for word in text.split())


def _parted(word: str, width: int, metrics: QFontMetrics) -> str:
    for pieces in range(1, len(word) + 1):
        each = -(-len(word) // pieces)
        parts = [word[at : at + each] for at in range(0, len(word), each)]
        lines = [*(part + "-" for part in parts[:-1]), parts[-1]]
        if all(metrics.horizontalAdvance(line) <= width for line in lines):
            return "\n".join(lines)
    return word


def least_width(labels: Sequence[Label], look: Look) -> int:
    """The width of pills that fit the longest word; 0 where there are no labels."""
    return _longest(labels, look) + _ends(look, META) if labels else 0


def bare_width(labels: Sequence[Label], look: Look) -> int:
    """The same for pills without a badge."""
    return _longest(labels, look) + _bare(look) if labels else 0


def badge_rect(rect: QRect, column: str, look: Look) -> QRect:
    """The badge at the outer end of a pill."""
    inset = look.px(4)
    height = min(rect.height() - 2 * inset, look.grown(BODY) + look.px(8))
    width = max(look.px(16) + look.grown(META), height)
    y = rect.center().y() + 1 - height // 2
    x = rect.left() + inset if column == "left" else rect.right() + 1 - inset - width
    return QRect(x, y, width, height)


def _ends(look: Look, size: int) -> int:
    """What a pill needs beside its name: badge, its inset, two gaps."""
    gaps = look.px(26) if size == BODY else look.px(16)
    return look.px(20) + look.grown(META) + gaps


def _bare(look: Look) -> int:
    """The same without a badge."""
    return look.px(20)


def _height(look: Look, size: int, lines: int) -> int:
    if lines == 1:
        return max(look.px(32), look.grown(size) + look.px(16))
    return look.metrics(size, QFont.Weight.Medium).height() * lines + look.px(10)


def _widest(texts: Iterable[str], look: Look, size: int) -> int:
    metrics = look.metrics(size, QFont.Weight.Medium)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)


def _longest(labels: Sequence[Label], look: Look) -> int:
    return _widest({word for label in labels for word in label.text.split()}, look, META)


def _lines(text: str, width: int, look: Look) -> int:
    metrics = look.metrics(META, QFont.Weight.Medium)
    shown = broken(text, width + 2, metrics)
    box = metrics.boundingRect(QRect(0, 0, max(8, width), 4000), int(_WRAP), shown)
    return max(1, round(box.height() / metrics.lineSpacing()))
