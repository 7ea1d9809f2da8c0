"""The rows of the benchmark as a table to read and as JSON to keep."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One measured figure: `measured` in `unit` against `target` (at most); None where it was not measured.

    `limit` is what it is compared with; `note` says in words what was skipped, or the absolute times.
    """

    number: str
    what: str
    limit: str
    target: float
    measured: float | None
    unit: str = "×"
    note: str = ""
    seconds: dict[str, float] = field(default_factory=dict[str, float])

    @property
    def verdict(self) -> str:
        """ok, MISSED or skipped."""
        if self.measured is None:
            return "skipped"
        return "ok" if self.measured <= self.target else "MISSED"


def table(rows: Sequence[Row]) -> str:
    """A Markdown table with aligned columns."""
    head = ("#", "what", "against", "measured", "target", "", "note")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    ruled = [lines[0], tuple("-" * w for w in widths), *lines[1:]]
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |" for line in ruled
    )


def write_json(rows: Sequence[Row], path: Path) -> None:
    """The rows with the machine they were measured on."""
    machine = {"python": sys.version.split()[0], "machine": platform.machine(), "system": platform.system()}
    found = [asdict(row) | {"verdict": row.verdict} for row in rows]
    path.write_text(
        json.dumps({"machine": machine, "rows": found}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def read_json(path: Path) -> list[Row]:
    """The rows that `write_json` wrote."""
    found = json.loads(path.read_text(encoding="utf-8"))["rows"]
    return [Row(**{key: value for key, value in row.items() if key != "verdict"}) for row in found]


def _cells(row: Row) -> tuple[str, ...]:
    measured = "–" if row.measured is None else _number(row.measured, row.unit)
    target = f"≤ {_number(row.target, row.unit)}"
    return row.number, row.what, row.limit, measured, target, row.verdict, row.note


def _number(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}"
