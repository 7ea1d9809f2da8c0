"""The lower list with the course of each signal: a small line and its peak, or words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from bodymap.i18n import _
from bodymap.physiology.result import Trace
from bodymap.physiology.steps import Array
from bodymap.viewmodels.list_values import Listing, Lists, Row, Spark
from bodymap.viewmodels.timeline.asking import WEEK
from bodymap.viewmodels.timeline.readings import rounded

_POINTS = 32
_WEEK_POINTS = 84
"""Of a week: each of two hours, with what is highest in them, so that no burst falls between two points."""


def with_sparks(lists: Lists, traces: Mapping[str, Trace], extent: tuple[int, int], sits: bool) -> Lists:
    """The lists, with courses in the lower one where it lists signals."""
    lower = lists.lower
    if lists.lens == "signal" or not lower.rows:
        return lists
    rows = tuple(_row(row, traces.get(row.ref.id), extent) for row in lower.rows)
    note = _("resting level, × active") if sits else _("peak, × rest")
    return lists._replace(lower=Listing(lower.title, note, rows, lower.empty))


def _row(row: Row, trace: Trace | None, extent: tuple[int, int]) -> Row:
    if trace is None or trace.status in ("words", "not measured"):
        words = _("not measured") if trace is not None and trace.status == "not measured" else row.chip
        told = _("words only") if row.chip.isdigit() or not words else words
        return replace(row, chip="", value=told, quiet=True)
    start, stop = extent
    fold = trace.fold
    known = fold[~np.isnan(fold)]
    furthest = float(known[int(np.argmax(np.abs(np.log(np.maximum(known, 1e-6)))))])
    shown = _thinned(fold, start, min(stop, len(fold) - 1))
    return replace(row, chip="", value=rounded(furthest), spark=_spark(shown, trace))


def _thinned(fold: Array, start: int, stop: int) -> Array:
    if stop - start < WEEK:
        return fold[np.linspace(start, stop, _POINTS).astype(int)]
    return fold[start:stop].reshape(_WEEK_POINTS, -1).max(axis=1)


def _spark(values: Array, trace: Trace) -> Spark:
    """A small course on a logarithmic scale, 0 (low) to 1; flat ones stay flat."""
    logs = np.log2(np.maximum(values, 1e-6))
    low, high = min(0.0, float(np.nanmin(logs))), max(1.0, float(np.nanmax(logs)))
    points = tuple(float(p) for p in (logs - low) / (high - low))
    return Spark(points, trace.status == "extrapolated")
