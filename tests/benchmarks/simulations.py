"""Row 15: forty signals over three days, minute by minute: the work behind one step of a dial."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace

from table import Row

from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.reading import read_library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology
from bodymap.physiology.simulation import simulate

SIGNALS, HOURS, ROUNDS, MOST = 40, 72, 60, 5.0
BOUTS = (
    Bout("running", start=420, minutes=45),
    Bout("cycling", start=720, minutes=60),
    Bout("intervals", start=1100, minutes=25),
    Bout("running", start=1860, minutes=45),
)


def model_rows() -> Iterator[Row]:
    """The row: the tenth percentile in milliseconds, which survives a loaded machine, against 5 ms."""
    packs = [shipped("data")]
    physiology = _forty(read_physiology(packs, read_library(packs).atlas))
    seconds: list[float] = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        result = simulate(physiology, BOUTS, until=60 * HOURS)
        seconds.append(time.perf_counter() - started)
    assert len(result.traces) == SIGNALS
    fast, middle = statistics.quantiles(seconds, n=10)[0], statistics.median(seconds)
    note = f"median {1000 * middle:.1f} ms; {len(BOUTS)} bouts, steps of a minute"
    what = f"{SIGNALS} signals, {HOURS} h"
    yield Row("15", what, "the clock", MOST, 1000 * fast, "ms", note, {"own": fast})


def _forty(physiology: Physiology) -> Physiology:
    """The shipped curves again and again, each copy under its own name, and no signals in words."""
    curves = list(physiology.curves.values())
    named = {f"{curves[i % len(curves)].id}{i // len(curves) or ''}": i for i in range(SIGNALS)}
    copies = {name: replace(curves[i % len(curves)], id=name) for name, i in named.items()}
    return replace(physiology, curves=copies, tellings={})
