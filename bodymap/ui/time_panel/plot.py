"""The curves themselves, by pyqtgraph: the one file that imports it, and nothing imports this at a start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bodymap.physiology.steps import Array
from bodymap.ui.look import Look
from bodymap.ui.time_panel.line_roles import BANDED, WIDTHS, role_of
from bodymap.ui.time_panel.scale import Scale
from bodymap.viewmodels.curve_values import Dot
from bodymap.viewmodels.timeline.values import Drawn

pg: Any = pyqtgraph
"""Untyped: it ships no types."""
_MANY_DAYS = 3 * 24 * 60
_STEP = 2.0
"""px between two points of a curve: what lies closer is not seen."""
_BAND: Mapping[str, float] = {"modelled": 0.20, "extrapolated": 0.12}
_PALE = 0.5
"""Of the band of sitting in a week, where it lies behind the feet of all bursts."""
_BURST: Mapping[str, float] = {"modelled": 0.6, "extrapolated": 0.42}
_DASH, _FINE_DASH = (4.0, 3.0), (2.6, 1.8)
"""What is extrapolated; the fine one where days are narrow and a burst would be but one dash."""


class Plot:
    """Draws lines, bands and measured points into a painter; it is drawn anew only when they change.

    Wide antialiased curves are dear; these have as many points as can be seen, and the chart keeps a picture.
    """

    def __init__(self, parent: QWidget) -> None:
        self._view = pg.GraphicsView(parent, background=None)
        self._view.hide()
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._view.setCentralItem(self._box)

    def paint(
        self, painter: QPainter, scale: Scale, drawn: tuple[Drawn, ...], look: Look, dots: bool
    ) -> None:
        """Paint everything inside the box of a scale."""
        box = QRectF(scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top)
        self._view.setRange(QRectF(0, 0, box.width(), box.height()), padding=0)
        self._box.setGeometry(QRectF(0, 0, box.width(), box.height()))
        self._box.clear()
        self._box.setRange(xRange=(scale.start, scale.stop), yRange=(scale.low, scale.high), padding=0)
        for line in reversed(drawn):
            if line.part in ("main", "still") or len(drawn) <= BANDED:
                self._add_band(scale, line, look)
        if drawn and _is_long(scale):
            self._add_bursts(scale, drawn[0], look)
        for line in reversed(drawn):
            self._add_line(scale, line, look)
        if dots:
            for line in drawn:
                self._add_dots(scale, line, look)
        scene = self._view.scene()
        scene.prepareForPaint()
        painter.save()
        painter.setClipRect(box)
        scene.render(
            painter, box, QRectF(self._box.sceneBoundingRect()), Qt.AspectRatioMode.IgnoreAspectRatio
        )
        painter.restore()

    def _add_band(self, scale: Scale, line: Drawn, look: Look) -> None:
        for status, part in _parts(line, scale):
            x = _minutes(part, scale)
            edges = [pg.PlotDataItem(x, _placed(scale, values[x])) for values in (line.low, line.high)]
            pale = _PALE if line.part == "still" and _is_long(scale) else 1.0
            shade = look.color(role_of(line.part, line.tone), pale * _BAND[status])
            self._box.addItem(pg.FillBetweenItem(*edges, brush=QBrush(shade)))

    def _add_bursts(self, scale: Scale, line: Drawn, look: Look) -> None:
        """What lies between a line and its own rest, filled: from afar a narrow burst is seen as an area."""
        for status, part in _parts(line, scale):
            x = _minutes(part, scale)
            rest = np.full(x.shape, line.values[scale.start])
            edges = [pg.PlotDataItem(x, _placed(scale, values)) for values in (line.values[x], rest)]
            shade = look.color(role_of(line.part, line.tone), _BURST[status])
            self._box.addItem(pg.FillBetweenItem(*edges, brush=QBrush(shade)))

    def _add_line(self, scale: Scale, line: Drawn, look: Look) -> None:
        for status, part in _parts(line, scale):
            x = _minutes(part, scale)
            pen = _pen(line, look, _dash(line, status, scale))
            curve = pg.PlotCurveItem(x, _placed(scale, line.values[x]), pen=pen, antialias=True)
            self._box.addItem(curve)

    def _add_dots(self, scale: Scale, line: Drawn, look: Look) -> None:
        found = [dot for study in line.line.studies if study.alike for dot in study.dots]
        known = [
            d for d in found if scale.start <= d.minute <= scale.stop and worth(line, scale, d) is not None
        ]
        if not known or line.part in ("still", "ghost"):
            return
        color = look.color(role_of(line.part, line.tone))
        x = np.array([d.minute for d in known], dtype=float)
        y = _placed(scale, np.array([worth(line, scale, d) for d in known], dtype=float))
        ends = [_spread(scale, d) for d in known]
        top, bottom = (np.abs(np.array([e[k] for e in ends], dtype=float) - y) for k in (1, 0))
        pen = QPen(color, 1.6 * look.base)
        pen.setCosmetic(True)
        if scale.log:
            self._box.addItem(pg.ErrorBarItem(x=x, y=y, top=top, bottom=bottom, pen=pen))
        fill = QBrush(look.color("panel"))
        size = 9 * look.base
        self._box.addItem(pg.ScatterPlotItem(x, y, size=size, pen=pen, brush=fill, antialias=True))


def worth(line: Drawn, scale: Scale, dot: Dot) -> float | None:
    """A measured value on the axis shown; None where it was not measured in its unit."""
    value = dot.fold * line.line.floor if scale.log else dot.level
    return value if value is not None and (value > 0 or not scale.log) else None


def _spread(scale: Scale, dot: Dot) -> tuple[float, float]:
    """The ends of a measured spread as places on the axis; the value itself where there is none."""
    ends = (dot.low or dot.fold, dot.high or dot.fold)
    low, high = (float(p) for p in _placed(scale, np.array(ends)))
    return low, high


def _parts(line: Drawn, scale: Scale) -> Iterator[tuple[str, tuple[int, int]]]:
    """The parts of a line in which something is drawn, within the minutes shown."""
    for part in line.line.parts:
        start, stop = max(part.start, scale.start), min(part.stop, scale.stop)
        first = start + 1 if start > scale.start and np.isnan(line.values[start]) else start
        if part.drawn and stop > first:
            yield part.status, (first, stop)


def _minutes(part: tuple[int, int], scale: Scale) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The minutes of a part that can be told apart."""
    start, stop = part
    per_pixel = (scale.stop - scale.start) / max(1.0, scale.right - scale.left)
    step = max(1, int(per_pixel * _STEP))
    return np.unique(np.append(np.arange(start, stop, step), stop))


def _placed(scale: Scale, values: Array) -> Array:
    if not scale.log:
        return values
    return np.log2(np.maximum(values, 2.0 ** (scale.low - 1)))


def _dash(line: Drawn, status: str, scale: Scale) -> tuple[float, float] | None:
    if status != "extrapolated":
        return _DASH if line.part == "ghost" else None
    return _FINE_DASH if _is_long(scale) else _DASH


def _is_long(scale: Scale) -> bool:
    """Whether so much time is shown that a burst is narrow."""
    return scale.stop - scale.start > _MANY_DAYS


def _pen(line: Drawn, look: Look, dash: tuple[float, float] | None) -> QPen:
    wide = WIDTHS[line.part]
    pen = QPen(look.color(role_of(line.part, line.tone)), wide * look.base)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash is not None:
        pen.setDashPattern([n * 2 / wide + (1 if dash is _DASH else 0) for n in dash])
    return pen
