"""Pictures of one drawing, made from its master: scenes, layers and glowing sprites.

Sizes and qualities stand here because they were measured together: see `assets/figures/README.md`.
The same master and the same Qt give the same bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from bodymap.figure.figure import Box
from bodymap.figure.master import Look, Master, Shade, Style, document

SHADES: tuple[Shade, ...] = ("dark", "light")
PLAIN_LAYERS = frozenset({"aura", "skin", "outlines", "rim"})
"""Layers without an X-ray: they look the same when the rest is dimmed."""
NO_SPRITE = frozenset({"skin"})
MARGIN = 12
"""Canvas units around a sprite, for its soft shadow."""
FINE = 75
"""WebP quality of scenes and sprites. Below 75 WebP counts alpha in few steps: soft glows show rings."""
COARSE = 60
"""Enough for a layer of solid shapes, which stands only until the vector drawing is ready."""

Sheet = tuple[str, Look, float]
"""One layer of a scene: its name, its look, its opacity."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What to bake: a master, the boxes of its regions, the scenes (sheets bottom to top), where to.

    `height` is that of scenes and sprites in pixels, `layer_height` that of single layers (0: none).
    """

    master: Path
    baked: Path
    canvas: tuple[int, int]
    boxes: Mapping[str, Box]
    scenes: Mapping[str, tuple[Sheet, ...]]
    height: int
    layer_height: int


@dataclass(slots=True)
class Bakery:
    """Bakes one drawing; `styles` are the looks by ground and state. Needs no window."""

    drawing: Drawing
    styles: Mapping[tuple[Shade, Look], Style]
    master: Master = field(init=False)

    def __post_init__(self) -> None:
        self.master = Master.read(self.drawing.master)

    def bake(self) -> tuple[Path, ...]:
        """Write all pictures and their index; what an earlier bake left over is removed."""
        written = tuple(self._written())
        for old in sorted(self.drawing.baked.rglob("*.*")):
            if old not in written:
                old.unlink()
        return written

    def _written(self) -> Iterator[Path]:
        for shade in SHADES:
            yield from self._scenes(shade)
            yield from self._layers(shade)
        index: dict[str, list[int]] = {}
        for region, box in self.drawing.boxes.items():
            if region not in NO_SPRITE and region in self.master.regions:
                index[region] = self._frame(box)
                yield self._sprite(region, index[region])
        yield self._index(index)

    def _scenes(self, shade: Shade) -> Iterator[Path]:
        size = self._size(self.drawing.height)
        drawn: dict[tuple[str, Look], QImage] = {}
        for name, sheets in self.drawing.scenes.items():
            picture = blank(*size)
            painter = QPainter(picture)
            for layer, look, opacity in sheets:
                if (layer, look) not in drawn:
                    drawn[layer, look] = self._layer(layer, shade, look, size)
                painter.setOpacity(opacity)
                painter.drawImage(0, 0, drawn[layer, look])
            painter.end()
            yield save(picture, self.drawing.baked / shade / f"{name}.webp", FINE)

    def _layers(self, shade: Shade) -> Iterator[Path]:
        if not self.drawing.layer_height:
            return
        size = self._size(self.drawing.layer_height)
        folder = self.drawing.baked / shade / "layer"
        for layer in self.master.layers:
            picture = self._layer(layer, shade, "normal", size)
            yield save(picture, folder / f"{layer}.webp", FINE if layer in PLAIN_LAYERS else COARSE)
            if layer not in PLAIN_LAYERS:
                picture = self._layer(layer, shade, "dim", size)
                yield save(picture, folder / f"{layer}-dim.webp", COARSE)

    def _layer(self, layer: str, shade: Shade, look: Look, size: tuple[int, int]) -> QImage:
        box = (0.0, 0.0, float(self.drawing.canvas[0]), float(self.drawing.canvas[1]))
        return drawn(self.master.layer(layer), self.styles[shade, look], box, size)

    def _sprite(self, region: str, frame: list[int]) -> Path:
        # One set for every ground: the program re-tints a sprite by its lightness.
        scale = self._scale()
        x, y, w, h = frame
        box = (x / scale, y / scale, w / scale, h / scale)
        picture = drawn(self.master.region(region), self.styles["dark", "glow"], box, (w, h))
        return save(picture, self.drawing.baked / "glow" / f"{region}.webp", FINE)

    def _frame(self, box: Box) -> list[int]:
        """Whole pixels of the full picture around a box, so that a sprite lies exactly on its scene."""
        scale, (width, height) = self._scale(), self.drawing.canvas
        left, top = max(0.0, box[0] - MARGIN), max(0.0, box[1] - MARGIN)
        right, bottom = min(width, box[0] + box[2] + MARGIN), min(height, box[1] + box[3] + MARGIN)
        x, y = math.floor(left * scale), math.floor(top * scale)
        return [x, y, math.ceil(right * scale) - x, math.ceil(bottom * scale) - y]

    def _index(self, sprites: Mapping[str, list[int]]) -> Path:
        entry = {"height": self.drawing.height, "scale": self._scale(), "margin": MARGIN, "sprites": sprites}
        path = self.drawing.baked / "index.json"
        path.write_text(json.dumps(entry, separators=(",", ":")) + "\n", encoding="utf-8")
        return path

    def _scale(self) -> float:
        return self.drawing.height / self.drawing.canvas[1]

    def _size(self, height: int) -> tuple[int, int]:
        width, tall = self.drawing.canvas
        return round(width * height / tall), height


def blank(width: int, height: int) -> QImage:
    """An empty, transparent picture."""
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    return picture


def drawn(body: str, style: Style, box: Box, size: tuple[int, int]) -> QImage:
    """A part of a drawing (`box`, canvas units) as a picture of a size in pixels."""
    picture = blank(*size)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    svg = QSvgRenderer(QByteArray(document(body, style, box, *size)))
    svg.render(painter, QRectF(0, 0, *size))
    painter.end()
    return picture


def save(picture: QImage, path: Path, quality: int) -> Path:
    """Write a WebP; OSError with Qt's words where that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), QByteArray(b"webp"))
    writer.setQuality(quality)
    if not writer.write(picture):
        raise OSError(f"{path}: {writer.errorString()}")
    return path
