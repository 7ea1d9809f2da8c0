"""Writes a fit back into data/physiology/: values and spreads in place, the left-out studies anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bodymap.physiology.fitting import Fit, Study
from bodymap.physiology.knowledge import Physiology

LEFT_OUT = "left-out.yaml"


def write_fit(folder: Path, physiology: Physiology, fit: Fit) -> None:
    """Write the numbers of a fit into the files of a folder; OSError where one cannot be written."""
    owners = dict.fromkeys(path.partition(".")[0] for path in fit.values)
    for owner in owners:
        file = folder / f"{owner}.yaml"
        text = file.read_text("utf-8")
        for path, value in fit.values.items():
            if path.startswith(f"{owner}."):
                free = physiology.free.get(path)
                spread = _spread(fit.deviations.get(path), free is not None and free.log)
                text = with_value(text, path.partition(".")[2], value, spread)
        file.write_text(text, "utf-8")
    file = folder / LEFT_OUT
    head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    file.write_text("\n".join([*head, *_studies(fit.left_out)]) + "\n", "utf-8")


def with_value(text: str, name: str, value: float, spread: str) -> str:
    """The text of a file with another value, and another spread, for one of its parameters."""
    found = re.search(rf"^{name}:\n(?:  .*\n)+", text, re.MULTILINE)
    if found is None:
        raise KeyError(name)
    block = re.sub(r"(?m)^  value: .*$", f"  value: {value:.4g}", found[0], count=1)
    if spread:
        block = re.sub(r"(?m)^  spread: .*\n", "", block)
        block = re.sub(r"(?m)^  kind: .*\n", lambda kind: f'{kind[0]}  spread: "{spread}"\n', block, count=1)
    return text[: found.start()] + block + text[found.end() :]


def _spread(deviation: float | None, log: bool) -> str:
    if deviation is None:
        return ""
    return f"±{100 * deviation:.0f} % (1 SD of the fit)" if log else f"±{deviation:.2g} (1 SD of the fit)"


def _studies(studies: Iterable[Study]) -> Iterator[str]:
    yield "studies:"
    for study in studies:
        yield f"  - id: {study.reference}"
        yield "    settings:"
        for path, value in study.values.items():
            yield f"      - {{parameter: {path}, value: {value:.6g}}}"
        yield "    predictions:"
        for p in study.points:
            yield f"      - {{course: {p.course.id}, minute: {p.minute}, value: {p.predicted:.4g}}}"
        yield ""
