"""Draws the part of a figure that a deck of cards shows, afresh from its master, so that it is sharp."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter, QPainter

from bodymap.features.handout.masks import Plate
from bodymap.features.handout.paper import grey
from bodymap.ui.body.art import Sheet, recipe
from bodymap.ui.body.sharpening import Job, figure_file, picture, write
from bodymap.ui.pdf import written_bytes

_LONG = 1200
"""px of the longer side: sharp on a telephone, and small enough to sync."""


def plate_picture(plate: Plate, root: Path) -> bytes:
    """The drawing as PNG on white; `root` is the folder of the figures. Needs a QGuiApplication."""
    scene, (_x, _y, w, h) = plate.scene, plate.box
    scale = _LONG / max(w, h)
    width, height = round(w * scale), round(h * scale)
    steps = recipe(scene.layers, dimmed=False)
    job = Job(
        master=str(Sheet.of(scene).master(root)),
        styles=str(root / "styles"),
        shade="light",
        box=plate.box,
        width=width,
        height=height,
        layers=tuple((layer, "dim" if dim else "normal", opacity) for layer, dim, opacity in steps),
        glows=(),
    )
    with TemporaryDirectory() as folder:
        for _step in write(job, Path(folder)):
            pass
        drawn = picture(figure_file(Path(folder)), width, height)
    return _png(drawn)


def _png(drawn: QImage) -> bytes:
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(grey(1.0))
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return written_bytes(lambda device: QImageWriter(device, QByteArray(b"png")).write(image))
