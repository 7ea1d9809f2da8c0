"""The baked pictures of the figures: found, decoded once, scaled once per size."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from bodymap.figure.figure import Box
from bodymap.ui.body.piece import Stamps
from bodymap.ui.body.shelf import Shelf
from bodymap.ui.theme import Art as Shade
from bodymap.viewmodels.scene_values import Scene

_MEBIBYTE = 1024 * 1024
_ORGANS = ("organs-deep", "vessels", "organs", "vessels-upper", "organs-upper", "outlines")
COMPOSITES: Mapping[str, frozenset[str]] = {
    "organs": frozenset({"aura", "skin", "skeleton", "rim", *_ORGANS}),
    "muscles": frozenset({"aura", "skin", "muscles", "rim"}),
}
"""Sets of layers that lie ready as one picture, normal and dimmed."""
FRAME = frozenset({"aura", "rim"})
_VEILED: Mapping[str, float] = {
    "skeleton": 0.26,
    "outlines": 0.4,
    "vessels": 0.6,
    "vessels-upper": 0.6,
    "muscles": 0.92,
}
_FAINT: Mapping[str, float] = {"skeleton": 0.3, "outlines": 0.6}
"""Opacity of layers in a dimmed picture (others 0.8), and in a plain one: as the figures are baked."""


_COARSE = 1.12
"""How many device pixels a baked pixel may become before it is drawn afresh."""


class Sheet(NamedTuple):
    """Which drawing: a figure from front or back, or a close-up."""

    figure: str
    view: str
    closeup: str | None = None

    @staticmethod
    def of(scene: Scene) -> Sheet:
        """The drawing of a scene."""
        return Sheet(scene.figure, scene.view, scene.closeup)

    def master(self, root: Path) -> Path:
        """Its drawing as SVG."""
        if self.closeup:
            return root / "insets" / f"{self.closeup}.svg"
        return root / self.figure / f"{self.view}.svg"

    def baked(self, root: Path) -> Path:
        """The folder of its baked pictures."""
        if self.closeup:
            return root / "insets" / "baked" / self.closeup
        return root / self.figure / "baked" / self.view


class Index(NamedTuple):
    """Pixels per canvas unit of a drawing's baked pictures, and its sprites: x, y, width, height in px."""

    height: int
    scale: float
    sprites: Mapping[str, Box]


class Gallery:
    """Baked pictures under `assets/figures`; what is missing is left out of the picture, never a crash."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._indexes: dict[Sheet, Index] = {}
        self._files: Shelf[QImage] = Shelf(24 * _MEBIBYTE)
        self._sprites: Shelf[QImage] = Shelf(16 * _MEBIBYTE)
        self.cuts: Shelf[QImage] = Shelf(4 * _MEBIBYTE)
        """Sprites cut out and scaled for the screen."""
        self.stamps = Stamps()
        """What was drawn for any body."""

    def index(self, sheet: Sheet) -> Index:
        """The index of a drawing's sprites; an empty one where it cannot be read."""
        if sheet not in self._indexes:
            self._indexes[sheet] = _read_index(sheet.baked(self.root) / "index.json")
        return self._indexes[sheet]

    def edition(self, sheet: Sheet) -> tuple[int, int]:
        """What tells one baking of a drawing from another."""
        try:
            found = (sheet.baked(self.root) / "index.json").stat()
        except OSError:
            return (0, 0)
        return (found.st_size, found.st_mtime_ns)

    def coarse(self, sheet: Sheet, scale: float) -> bool:
        """Whether the baked pictures are too coarse for so many device pixels per canvas unit."""
        index = self.index(sheet)
        return index.height > 1 and scale > index.scale * _COARSE  # what was never baked is drawn, not shown

    def sprite(self, sheet: Sheet, region: str) -> QImage:
        """A region's glow sprite as baked; null where there is none."""
        path = sheet.baked(self.root) / "glow" / f"{region}.webp"
        return self._sprites.get(path, lambda: _read(path))

    def figure(self, scene: Scene, shade: Shade, size: QSize) -> QImage:
        """The still figure of a scene, transparent round it, at a size in device pixels."""
        baked = self.master(scene, shade)
        if baked.isNull() or baked.size() == size:
            return baked
        return baked.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def master(self, scene: Scene, shade: Shade) -> QImage:
        """The still figure of a scene at its baked size."""
        sheet = Sheet.of(scene)
        folder = sheet.baked(self.root) / shade
        if sheet.closeup:
            return self.picture(folder / ("dim.webp" if scene.dimmed else "normal.webp"))
        for name, layers in COMPOSITES.items():
            if _same(layers, frozenset(scene.layers)):
                return self.picture(folder / f"{name}{'-dim' if scene.dimmed else ''}.webp")
        key = (sheet, scene.layers, scene.dimmed, shade)
        return self._files.get(key, lambda: self._composed(folder, scene))

    def _composed(self, folder: Path, scene: Scene) -> QImage:
        image = QImage()
        for layer, dim, opacity in recipe(scene.layers, scene.dimmed):
            piece = _read(folder / "layer" / f"{layer}{'-dim' if dim else ''}.webp")
            if piece.isNull():
                continue
            if image.isNull():
                image = QImage(piece.size(), QImage.Format.Format_ARGB32_Premultiplied)
                image.fill(0)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(opacity)
            painter.drawImage(QRectF(image.rect()), piece)
            painter.end()
        return image

    def picture(self, path: Path) -> QImage:
        """A picture of a whole drawing, decoded once."""
        return self._files.get(path, lambda: _read(path))


def recipe(layers: tuple[str, ...], dimmed: bool) -> list[tuple[str, bool, float]]:
    """How layers are laid over one another, bottom to top: name, whether dimmed, opacity.

    Bones under something else are always an X-ray: they would hide what lies before them.
    """
    content = [name for name in layers if name not in FRAME and name not in ("skin", "outlines")]
    steps: list[tuple[str, bool, float]] = []
    for name in layers:
        veiled = name == "skeleton" and len(content) > 1
        dim = name in content and (dimmed or veiled)
        opacity = 1.0
        if dim or name == "outlines":
            opacity = (_VEILED if dimmed else _FAINT).get(name, 0.8)
        steps.append((name, dim, opacity))
    return steps


def _same(baked: frozenset[str], asked: frozenset[str]) -> bool:
    # The back view has no outlines, so they count on neither side.
    return baked - {"outlines"} == asked - {"outlines"}


def _read(path: Path) -> QImage:
    image = QImage(str(path))
    if image.isNull():
        return image
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read_index(path: Path) -> Index:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Index(1, 1.0, {})
    return Index(content["height"], content["scale"], {k: tuple(v) for k, v in content["sprites"].items()})
