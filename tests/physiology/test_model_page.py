"""The table that teachers read, recomputed."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from bodymap.atlas.kinetic_records import Bout
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.simulation import simulate

PAGE = (Path(__file__).resolve().parents[2] / "docs/model.md").read_text("utf-8")
ROWS = re.findall(
    r"^\| ([a-z-]+), (\d+) %, (\d+) min(, with sugar)? \| ([\d.]+) \| ([\d.]+) to ([\d.]+) \|$", PAGE, re.M
)


def test_there_is_a_table() -> None:
    assert len(ROWS) == 7


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[2]} min")
def test_a_row_says_what_the_model_says(physiology: Physiology, row: tuple[str, ...]) -> None:
    movement, percent, minutes, sugar, *said = row
    fuel = "carbohydrate" if sugar else "normal"
    bout = Bout(movement, minutes=int(minutes), intensity=float(percent), fuel=fuel)
    trace = simulate(physiology, [bout], signals=["il6"]).traces["il6"]
    at = int(np.argmax(trace.rise))
    found = [float(f"{value[at]:.2g}") for value in (trace.fold, trace.low, trace.high)]
    assert [float(s) for s in said] == found
