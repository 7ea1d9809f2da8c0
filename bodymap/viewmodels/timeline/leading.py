"""Curves of which some are spoken of: these come first, and nothing dwarfs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bodymap.viewmodels.timeline.building import COMPARABLE, toned
from bodymap.viewmodels.timeline.values import Drawn, Timeline


def led_by(timeline: Timeline, signals: Sequence[str]) -> Timeline:
    """The timeline with the lines of these signals first; others that would make them flat are only counted.

    As it was where none of them is drawn, or where moving stands against sitting.
    """
    place = {signal: n for n, signal in enumerate(signals)}
    drawn = sorted(timeline.drawn, key=lambda each: place.get(each.line.signal, len(place)))
    if not drawn or drawn[0].line.signal not in place or any(d.part in ("still", "ghost") for d in drawn):
        return timeline
    most = COMPARABLE * _highest(drawn[0], timeline)
    kept = [d for d in drawn if d.line.signal in place or _highest(d, timeline) <= most]
    led = tuple(replace(d, part="other" if n else "main", tone=0) for n, d in enumerate(kept))
    return replace(timeline, drawn=toned(led), more=timeline.more + len(drawn) - len(kept))


def _highest(drawn: Drawn, timeline: Timeline) -> float:
    shown = drawn.values[timeline.extent.start : timeline.extent.stop + 1]
    known = shown[~np.isnan(shown)]
    return float(known.max()) if known.size else 0.0
