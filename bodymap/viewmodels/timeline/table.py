"""The curves as a table that a spreadsheet reads."""

from __future__ import annotations

import csv
import io
import math

from bodymap.i18n import _
from bodymap.physiology.steps import Array
from bodymap.viewmodels.timeline.values import Timeline


def table(timeline: Timeline) -> str:
    """CSV: one row for each minute shown, for each line its value with the band; empty where not measured."""
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\n")
    head = [_("minute")]
    unit = timeline.unit or _("× rest")
    columns: list[Array] = []
    for drawn in timeline.drawn:
        head += [f"{drawn.label} ({unit})", f"{drawn.label} {_('low')}", f"{drawn.label} {_('high')}"]
        columns += [drawn.values, drawn.low, drawn.high]
    write.writerow(head)
    for minute in range(timeline.extent.start, timeline.extent.stop + 1):
        write.writerow([minute, *(_cell(float(column[minute])) for column in columns)])
    return text.getvalue()


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.4g}"
