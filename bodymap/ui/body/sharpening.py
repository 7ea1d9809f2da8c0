"""Draws a part of a figure from its vector master; run as a process of its own, since Qt holds Python's lock.

    python -m bodymap.ui.body.sharpening JOB.json

reads a job, writes raw pictures beside it (premultiplied ARGB) and ends with 0 when all are there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from bodymap.figure.geometry import read_view

if TYPE_CHECKING:  # the window only describes jobs: it need not wait for what draws them
    from bodymap.figure.figure import Box
    from bodymap.figure.master import Look, Master, Shade

_MARGIN = 16.0
"""How far a shape's shadow reaches beyond its box, canvas units."""


@dataclass(frozen=True, slots=True)
class Glow:
    """A lit region to draw: its part of the canvas and the size in device pixels."""

    region: str
    box: Box
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Job:
    """What to draw: `layers` bottom to top with look and opacity, seen through `box` (canvas units)."""

    master: str
    styles: str
    shade: Shade
    box: Box
    width: int
    height: int
    layers: tuple[tuple[str, Look, float], ...]
    glows: tuple[Glow, ...]

    def text(self) -> str:
        """The job as JSON."""
        return json.dumps(asdict(self))

    @staticmethod
    def read(text: str) -> Job:
        """The job in a text that `text` made."""
        found = json.loads(text)
        layers = tuple((name, look, float(opacity)) for name, look, opacity in found.pop("layers"))
        glows = tuple(Glow(g["region"], tuple(g["box"]), g["width"], g["height"]) for g in found.pop("glows"))
        return Job(**(found | {"box": tuple(found["box"])}), layers=layers, glows=glows)


def figure_file(folder: Path) -> Path:
    """Where the still figure of a job is written."""
    return folder / "figure.argb"


def glow_file(folder: Path, region: str) -> Path:
    """Where the glow of a region is written."""
    return folder / f"{region}.glow.argb"


def write(job: Job, folder: Path) -> Iterator[None]:
    """Draw a job into a folder, step by step: one step is one region."""
    from bodymap.figure.master import Master, Style
    from bodymap.ui.body.brushwork import Brushwork

    master = Master.read(Path(job.master))
    styles = Path(job.styles)
    if job.layers:
        image = _blank(job.width, job.height)
        yield from _draw_layers(image, job, master)
        _save(image, figure_file(folder))
    style = Style.read(styles / "dark-glow.svg")
    for glow in job.glows:
        image = _blank(glow.width, glow.height)
        for line in master.regions.get(glow.region, ()):
            Brushwork(style, glow.box, image).draw(line)
            yield
        _save(image, glow_file(folder, glow.region))


def picture(path: Path, width: int, height: int) -> QImage:
    """A picture that was written; null where it is missing or of another size."""
    try:
        content = path.read_bytes()
    except OSError:
        return QImage()
    if len(content) != width * height * 4:
        return QImage()
    return QImage(content, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _draw_layers(image: QImage, job: Job, master: Master) -> Iterator[None]:
    from bodymap.figure.master import Style
    from bodymap.ui.body.brushwork import Brushwork

    boxes = _boxes(Path(job.master))
    looks = {look: Style.read(Path(job.styles) / f"{job.shade}-{look}.svg") for _, look, _ in job.layers}
    for name, look, opacity in job.layers:
        sheet = _blank(job.width, job.height) if opacity < 1 else image
        for line in master.layers.get(name, "").split("\n"):
            if _is_met(line, master, boxes, job.box):
                Brushwork(looks[look], job.box, sheet).draw(line)
                yield
        if sheet is not image:
            painter = QPainter(image)
            painter.setOpacity(opacity)
            painter.drawImage(0, 0, sheet)
            painter.end()


def _is_met(line: str, master: Master, boxes: dict[str, Box], seen: Box) -> bool:
    """Whether a line of the master may show in a part of the canvas; what is no region always may."""
    region = next((r for r, pieces in master.regions.items() if line in pieces), None)
    box = boxes.get(region) if region else None
    if box is None:
        return bool(line.strip())
    x, y, w, h = box
    left, top, width, height = seen
    across = x - _MARGIN < left + width and left < x + w + _MARGIN
    return across and y - _MARGIN < top + height and top < y + h + _MARGIN


def _boxes(master: Path) -> dict[str, Box]:
    view = read_view(master.with_suffix(".geometry.json"), master.stem)
    return {region: shape.box for region, shape in view.shapes.items()}


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def _save(image: QImage, path: Path) -> None:
    path.write_bytes(bytes(image.constBits()))


def main(arguments: list[str]) -> int:
    """Draw the job in a file beside that file; 0 when done."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    path = Path(arguments[0])
    for _step in write(Job.read(path.read_text(encoding="utf-8")), path.parent):
        pass
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
