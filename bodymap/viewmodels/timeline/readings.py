"""What the lines say at one minute."""

from __future__ import annotations

import math

import numpy as np

from bodymap.i18n import _
from bodymap.physiology.steps import Array
from bodymap.state import State
from bodymap.viewmodels.timeline.moments import place_words, time_words
from bodymap.viewmodels.timeline.values import Drawn, Moment, Reading, Timeline

_NEAR = 2
"""Minutes from the highest point within which it is called the peak."""


def minute_of(timeline: Timeline, state: State) -> int:
    """The minute shown, within the span shown; the end of the (last) bout where none is chosen."""
    minute = timeline.end if state.minute is None else state.minute
    return max(timeline.extent.start, min(timeline.extent.stop, minute))


def moment(timeline: Timeline, minute: int) -> Moment:
    """The minute in words, with a reading of every line."""
    place = place_words(minute, timeline.spans, timeline.names)
    top = timeline.main
    if top is not None and top.part == "main" and _is_peak(top.values, minute):
        place = _("{place} · {signal} peak").format(place=place, signal=top.line.name)
    readings = tuple(_with_peak(timeline, drawn, minute) for drawn in timeline.drawn)
    return Moment(minute, time_words(minute, timeline.extent), place, readings)


def reading(drawn: Drawn, minute: int, unit: str) -> Reading:
    """One line at a minute; words where nothing was measured."""
    value = float(drawn.values[minute])
    name = (drawn.line.signal, drawn.part, drawn.label)
    if math.isnan(value):
        return Reading(*name, _("not measured"), "", tone=drawn.tone)
    low, high = float(drawn.low[minute]), float(drawn.high[minute])
    short = _("{low}–{high}").format(low=rounded(low), high=rounded(high))
    form = _("extrapolated, {range}") if _is_guess(drawn, minute) else _("80 % band {range}")
    return Reading(*name, amount(value, unit), form.format(range=short), short, tone=drawn.tone)


def _is_guess(drawn: Drawn, minute: int) -> bool:
    """Whether a minute lies outside what was measured for the line."""
    return any(p.status == "extrapolated" and p.start <= minute <= p.stop for p in drawn.line.parts)


def _with_peak(timeline: Timeline, drawn: Drawn, minute: int) -> Reading:
    """A reading that also says how high the line rises within the span shown."""
    said = reading(drawn, minute, timeline.unit)
    shown = drawn.values[timeline.extent.start : timeline.extent.stop + 1]
    known = shown[~np.isnan(shown)]
    if drawn.part == "still" or not known.size or float(known.max()) <= float(known[0]):
        return said
    peak = amount(float(known.max()), timeline.unit)
    return said if peak == said.value else said._replace(peak=peak)


def amount(value: float, unit: str) -> str:
    """A value of the axis: "×4.4", "5.2 pg/ml"."""
    if unit:
        return _("{value} {unit}").format(value=rounded(value), unit=unit)
    return _("×{value}").format(value=rounded(value))


def rounded(value: float) -> str:
    """Two figures, as much as the model can say: "0.95", "4.4", "128"."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 0.995 else f"{value:.2f}"


def _is_peak(values: Array, minute: int) -> bool:
    known = values[~np.isnan(values)]
    if not known.size or math.isnan(float(values[minute])):
        return False
    top = float(known.max())
    around = values[max(0, minute - _NEAR) : minute + _NEAR + 1]
    return top > float(known[0]) and bool((around >= top).any())
