"""What was painted, measured: words with their size, colour and place, and the width of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

_SVG = "{http://www.w3.org/2000/svg}"
_MATRIX = re.compile(r"matrix\(([^)]*)\)")


@dataclass(frozen=True)
class Words:
    """A run of words as they stand on the slide."""

    words: str
    px: float
    color: str
    rect: QRectF


@dataclass(frozen=True)
class Painted:
    """All words, and the width of all lines in px with their colour."""

    words: tuple[Words, ...]
    lines: tuple[tuple[float, str], ...]


def painted(draw: Callable[[QPainter], None], size: QSize) -> Painted:
    """What a function draws: it is given a painter that writes everything down."""
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QSvgGenerator()
    device.setOutputDevice(store)
    device.setSize(size)
    device.setViewBox(QRect(0, 0, size.width(), size.height()))
    painter = QPainter(device)
    draw(painter)
    painter.end()
    words: list[Words] = []
    lines: list[tuple[float, str]] = []
    for group in ElementTree.fromstring(bytes(store.data().data())).iter(f"{_SVG}g"):
        found = _MATRIX.search(group.get("transform", ""))
        a, _b, _c, d, dx, dy = map(float, found[1].split(",")) if found else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        assert abs(a - d) < 1e-6
        for text in group.findall(f"{_SVG}text"):
            words.append(_words(text, a, dx, dy))
        shapes = [child for child in group if child.tag in (f"{_SVG}path", f"{_SVG}polyline")]
        if shapes and group.get("stroke", "none") != "none":
            lines.append((float(group.get("stroke-width", "1")) * a, group.get("stroke", "")))
    return Painted(tuple(words), tuple(lines))


def _words(text: ElementTree.Element, scale: float, dx: float, dy: float) -> Words:
    px = float(text.get("font-size", "0"))
    font = QFont()
    font.setPixelSize(round(px))
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    said = text.text or ""
    metrics = QFontMetricsF(font)
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    box = QRectF(x, y - metrics.ascent(), metrics.horizontalAdvance(said), metrics.height())
    place = QRectF(box.x() * scale + dx, box.y() * scale + dy, box.width() * scale, box.height() * scale)
    return Words(said, px * scale, text.get("fill", ""), place)


def ground(picture: QImage, place: QRectF) -> QColor:
    """The colour that fills most of a place of a picture."""
    area = place.toAlignedRect().intersected(picture.rect())
    step = max(1, area.height() // 12)
    part = picture.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(part.constBits(), np.uint32).reshape(part.height(), part.bytesPerLine() // 4)
    seen = Counter(pixels[::step, : part.width() : step].ravel().tolist())
    return QColor(seen.most_common(1)[0][0])


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2.2 has it, 1 to 21."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
