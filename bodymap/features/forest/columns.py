"""Where the columns of the plot lie for a width, and what a line of it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bodymap.ui.look import Look
from bodymap.viewmodels.forest import Group, Point


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plot with its box, and that of its sources' numbers."""

    group: Group
    point: Point
    box: QRectF
    cited: QRectF


@dataclass(frozen=True, slots=True)
class Columns:
    """x and width of names, plot, value, interval and sources, px."""

    names: tuple[float, float]
    plot: tuple[float, float]
    value: tuple[float, float]
    interval: tuple[float, float]
    cited: tuple[float, float]


def columns(look: Look, width: int) -> Columns:
    """Numbers get what they need, names and plot the rest; in little room values lie over intervals."""
    edge, gap = look.px(24), look.px(16)
    cited, interval, value = look.grown(56), look.grown(148), look.grown(118)
    rest = width - 2 * edge - cited - interval - value - 4 * gap
    stacked = rest < look.grown(420)
    if stacked:
        rest += value + gap
        value = -gap
    names = rest * 0.46
    x = float(edge)
    spans: list[tuple[float, float]] = []
    for wide in (names, rest - names, value, interval, cited):
        spans.append((x, wide))
        x += wide + gap
    if stacked:
        spans[2] = spans[3]
    return Columns(*spans)
