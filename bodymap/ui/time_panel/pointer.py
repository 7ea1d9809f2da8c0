"""The pointer in the chart: what lies nearest to it is read out."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QPointF

from bodymap.store import Store
from bodymap.ui.time_panel.chart import Chart
from bodymap.ui.time_panel.scale import Scale
from bodymap.viewmodels.timeline.hovering import dot_words, dots_of, line_words
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.values import Timeline

_NEAR_DOT, _NEAR_LINE = 10.0, 28.0
"""px within which a measured point, or a line, is meant."""


class Pointer(QObject):
    """Shows value, band, status and source of what is pointed at."""

    def __init__(self, chart: Chart, store: Store, reader: TimeReader, parent: QObject) -> None:
        super().__init__(parent)
        self._chart, self._store, self._reader = chart, store, reader
        chart.pointed.connect(self._point)
        chart.left.connect(lambda: chart.show_hint((), None))

    def _point(self, minute: int, y: float) -> None:
        scale = self._chart.scale
        if scale is None:
            return
        timeline = self._reader.timeline(self._store.state)
        at = QPointF(scale.x(minute), y)
        words = self._dot(timeline, scale, at) if self._store.state.measured else ()
        self._chart.show_hint(words or _line(timeline, scale, minute, y), at)

    def _dot(self, timeline: Timeline, scale: Scale, at: QPointF) -> tuple[str, ...]:
        from bodymap.ui.time_panel.plot import worth

        nearest, words = _NEAR_DOT, tuple[str, ...]()
        for drawn, study, dot in dots_of(timeline):
            value = worth(drawn, scale, dot)
            if value is not None:
                far = math.hypot(scale.x(dot.minute) - at.x(), scale.y(value) - at.y())
                if far < nearest:
                    nearest, words = far, dot_words(study, dot)
        return words


def _line(timeline: Timeline, scale: Scale, minute: int, y: float) -> tuple[str, ...]:
    far = [(abs(scale.y(float(d.values[minute])) - y), n) for n, d in enumerate(timeline.drawn)]
    near = [pair for pair in far if not math.isnan(pair[0]) and pair[0] <= _NEAR_LINE]
    return line_words(timeline, timeline.drawn[min(near)[1]], minute) if near else ()
