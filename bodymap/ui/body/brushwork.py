"""Draws regions of a master at any zoom: edges from the vectors, shading from soft pictures laid into them.

The masters get their volume from SVG filters. Qt filters a whole shape at the size it is drawn, which
takes half a minute at 8 x; but shading is a blur and a blur needs no pixels. So each shape is drawn
sharp without its filter, and the filter's blurs are drawn small, enlarged, and laid inside its edges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bodymap.figure.figure import Box
from bodymap.figure.master import Style, document
from bodymap.ui.body.hit import outline

_FILTER = re.compile(r"url\(#([\w-]+)\)")
_STEP = re.compile(
    r'stdDeviation="([\d.]+)"/><feOffset dx="([-\d.]+)" dy="([-\d.]+)" result="\w+"/>'
    r'<feFlood flood-color="([^"]+)" flood-opacity="([\d.]+)"/><feComposite in2="\w+" operator="(in|out)"'
)
_EMBOSS = re.compile(r'dx="([-\d.]+)" dy="([-\d.]+)".*flood-color="([^"]+)" flood-opacity="([\d.]+)"')
_BLUR = re.compile(r'stdDeviation="([\d.]+)"')
_OPACITY = re.compile(r"[{;]opacity:([\d.]+)")
_FINE = 3.0
"""Pixels that one standard deviation of a blur is drawn with."""
_PAD = 6.0
"""How far strokes reach beyond the outline, canvas units."""

Element = ElementTree.Element


@dataclass(frozen=True, slots=True)
class Shade:
    """One blur of a filter: its deviation, offset, colour, opacity, and whether it lies outside or inside."""

    deviation: float
    dx: float
    dy: float
    color: str
    opacity: str
    operator: str


class Brushwork:
    """Draws lines of a master into an image that shows `box` (canvas units) of the canvas."""

    def __init__(self, style: Style, box: Box, image: QImage) -> None:
        self._style = style
        self._image = image
        self._seen = QRectF(*box)
        self._scale = image.width() / box[2]

    def draw(self, line: str) -> None:
        """Draw one region, or whatever else stands on one line of the master."""
        root = ElementTree.fromstring(f"<g>{line}</g>")
        defs = "".join(ElementTree.tostring(d, "unicode") for d in root.iter("defs"))
        self._draw(root, (defs, ()), self._image)

    def _draw(self, element: Element, around: tuple[str, tuple[str, ...]], image: QImage) -> None:
        if element.tag in ("title", "defs"):
            return
        if not any("filter" in e.attrib for e in element.iter()):
            self._plain(element, around, image)
        elif "filter" in element.attrib:
            self._filtered(element, around, image)
        elif float(element.get("opacity", "1")) < 1:
            layer = _blank(image)
            self._children(element, around, layer)
            _lay(image, layer, float(element.get("opacity", "1")))
        else:
            self._children(element, around, image)

    def _children(self, element: Element, around: tuple[str, tuple[str, ...]], image: QImage) -> None:
        kept = {
            k: v for k, v in element.attrib.items() if k not in ("opacity", "id", "data-region", "display")
        }
        opening = "<g " + " ".join(f'{k}="{v}"' for k, v in kept.items()) + ">"
        inner = (around[0], (*around[1], opening) if kept else around[1])
        for child in element:
            self._draw(child, inner, image)

    def _plain(self, element: Element, around: tuple[str, tuple[str, ...]], image: QImage) -> None:
        if element.tag == "path" and self._rect(element, 0.0).isEmpty():
            return
        self._render(image, ElementTree.tostring(element, "unicode"), around, self._seen)

    def _filtered(self, element: Element, around: tuple[str, tuple[str, ...]], image: QImage) -> None:
        name = _name(element)
        part = self._style.parts.get(name, "")
        bare = ElementTree.fromstring(ElementTree.tostring(element))
        opacity = self._opacity(bare)
        bare.attrib.pop("opacity", None)
        # Opacity counts after the filter; a class may give it, and only a style of its own overrules that.
        bare.set("style", "opacity:1")
        del bare.attrib["filter"]
        shades = [Shade(float(f[0]), float(f[1]), float(f[2]), *f[3:]) for f in _STEP.findall(part)]
        emboss = _EMBOSS.search(part) if name.startswith("emboss") else None
        target = image if opacity >= 1 else _blank(image)
        if element.tag == "g":
            self._blurred_group(bare, part, around, target)
        elif shades and "SourceGraphic" in part:
            self._shaded(bare, shades, around, target)
        elif shades:
            self._rimmed(bare, shades[::-1], around, target)
        elif emboss:
            self._embossed(
                bare,
                Shade(0.0, float(emboss[1]), float(emboss[2]), emboss[3], emboss[4], "in"),
                around,
                target,
            )
        else:
            self._soft(bare, part, around, target)
        if target is not image:
            _lay(image, target, opacity)

    def _shaded(
        self, bare: Element, shades: Sequence[Shade], around: tuple[str, tuple[str, ...]], image: QImage
    ) -> None:
        rect = self._rect(bare, max((3 * s.deviation for s in shades if s.operator == "in"), default=0.0))
        if rect.isEmpty():
            return
        box = self._units(rect)
        body = ElementTree.tostring(bare, "unicode")
        for shade in (s for s in shades if s.operator == "in"):
            self._lay_shade(body, shade, around, (image, rect, False))
        shape = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        shape.fill(0)
        self._render(shape, body, around, box)
        for shade in (s for s in shades if s.operator == "out"):
            self._lay_shade(body, shade, around, (shape, rect, True))
        _lay(image, shape, 1.0, QPointF(rect.topLeft()))

    def _lay_shade(
        self, body: str, shade: Shade, around: tuple[str, tuple[str, ...]], onto: tuple[QImage, QRect, bool]
    ) -> None:
        """Draw one blur small and lay it over the shape itself (inside its edges), or over what is below."""
        image, rect, inside = onto
        margin = 3.2 * shade.deviation + max(abs(shade.dx), abs(shade.dy))
        box = self._units(rect).adjusted(-margin, -margin, margin, margin)
        text = _filter(
            box,
            f'<feGaussianBlur in="SourceAlpha" stdDeviation="{shade.deviation}"/>'
            f'<feOffset dx="{shade.dx}" dy="{shade.dy}" result="a"/>'
            f'<feFlood flood-color="{shade.color}" flood-opacity="{shade.opacity}"/>'
            f'<feComposite in2="a" operator="{shade.operator}"/>',
        )
        small = self._small(body, text, around, (box, shade.deviation))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corner = (
            QPointF(rect.topLeft()) if image.size() == rect.size() and image is not self._image else QPointF()
        )
        if inside:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.setClipRect(QRectF(rect).translated(-corner))
        painter.drawImage(self._pixels(box).translated(-corner), small)
        painter.end()

    def _rimmed(
        self, bare: Element, shades: Sequence[Shade], around: tuple[str, tuple[str, ...]], image: QImage
    ) -> None:
        """Light along the inside of an edge: shades alone, within the shape, which itself is not seen."""
        rect = self._rect(bare, 0.0)
        if rect.isEmpty():
            return
        light = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        light.fill(0)
        shape = QImage(light)
        body = ElementTree.tostring(bare, "unicode")
        for shade in shades:
            self._lay_shade(body, shade, around, (light, rect, False))
        self._render(shape, body, around, self._units(rect))
        painter = QPainter(light)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, shape)
        painter.end()
        _lay(image, light, 1.0, QPointF(rect.topLeft()))

    def _blurred_group(
        self, bare: Element, part: str, around: tuple[str, tuple[str, ...]], image: QImage
    ) -> None:
        """A blurred group of shaded shapes: drawn so small that enlarging it is the blur."""
        deviation = max((float(d) for d in _BLUR.findall(part)), default=1.0)
        scale = min(self._scale, 1.2 / deviation)
        seen = self._seen.adjusted(-4, -4, 4, 4)
        size = (max(2, round(seen.width() * scale)), max(2, round(seen.height() * scale)))
        small = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        small.fill(0)
        box = (seen.x(), seen.y(), seen.width(), seen.height())
        Brushwork(self._style, box, small)._children(bare, around, small)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._pixels(seen), small)
        painter.end()

    def _embossed(
        self, bare: Element, shade: Shade, around: tuple[str, tuple[str, ...]], image: QImage
    ) -> None:
        rect = self._rect(bare, max(abs(shade.dx), abs(shade.dy)))
        if rect.isEmpty():
            return
        shape = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        shape.fill(0)
        self._render(shape, ElementTree.tostring(bare, "unicode"), around, self._units(rect))
        light = QImage(shape)
        painter = QPainter(light)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(light.rect(), shade.color)
        painter.end()
        offset = QPointF(shade.dx, shade.dy) * self._scale
        _lay(image, light, float(shade.opacity), QPointF(rect.topLeft()) + offset)
        _lay(image, shape, 1.0, QPointF(rect.topLeft()))

    def _soft(self, bare: Element, part: str, around: tuple[str, tuple[str, ...]], image: QImage) -> None:
        """Whatever else is filtered, as a whole and small: blurs have no edges to lose."""
        deviation = max((float(d) for d in _BLUR.findall(part)), default=1.0)
        rect = self._rect(bare, 3 * deviation)
        if rect.isEmpty():
            return
        margin = 3.2 * deviation
        box = self._units(rect).adjusted(-margin, -margin, margin, margin)
        inner = re.sub(r"^<filter[^>]*>|</filter>$", "", part)
        small = self._small(
            ElementTree.tostring(bare, "unicode"), _filter(box, inner), around, (box, deviation)
        )
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(rect)
        painter.drawImage(self._pixels(box), small)
        painter.end()

    def _opacity(self, element: Element) -> float:
        classes = (self._style.rules.get(name, "") for name in element.get("class", "").split())
        named = next((found[1] for rule in classes if (found := _OPACITY.search(rule))), "1")
        return float(element.get("opacity", named))

    def _small(
        self, body: str, filter_text: str, around: tuple[str, tuple[str, ...]], where: tuple[QRectF, float]
    ) -> QImage:
        box, deviation = where
        scale = min(self._scale, _FINE / max(deviation, 0.1))
        width, height = max(2, round(box.width() * scale)), max(2, round(box.height() * scale))
        small = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        small.fill(0)
        # The filter stands outside the clips of the groups around: it must see the whole shape.
        self._render(
            small,
            f'<g filter="url(#soft)">{body}</g>',
            (around[0] + f"<defs>{filter_text}</defs>", around[1]),
            box,
        )
        return small

    def _render(self, image: QImage, body: str, around: tuple[str, tuple[str, ...]], box: QRectF) -> None:
        defs, groups = around
        whole = defs + "".join(groups) + body + "</g>" * len(groups)
        at = (box.x(), box.y(), box.width(), box.height())
        svg = QByteArray(document(whole, self._style, at, image.width(), image.height()))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(svg).render(painter, QRectF(image.rect()))
        painter.end()

    def _rect(self, element: Element, reach: float) -> QRect:
        """The pixels an element can touch, in the image."""
        whole = QRect(0, 0, self._image.width(), self._image.height())
        if element.tag != "path":
            return whole
        try:
            box = outline(element.get("d", "")).controlPointRect()
        except ValueError:
            return whole
        grow = reach + _PAD
        return self._pixels(box.adjusted(-grow, -grow, grow, grow)).toAlignedRect().intersected(whole)

    def _pixels(self, box: QRectF) -> QRectF:
        corner = (box.topLeft() - self._seen.topLeft()) * self._scale
        return QRectF(corner, box.size() * self._scale)

    def _units(self, rect: QRect) -> QRectF:
        corner = QPointF(rect.topLeft()) / self._scale + self._seen.topLeft()
        return QRectF(corner.x(), corner.y(), rect.width() / self._scale, rect.height() / self._scale)


def _filter(box: QRectF, inner: str) -> str:
    place = f'x="{box.x():g}" y="{box.y():g}" width="{box.width():g}" height="{box.height():g}"'
    space = 'filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"'
    return f'<filter id="soft" {space} {place}>{inner}</filter>'


def _name(element: Element) -> str:
    found = _FILTER.search(element.get("filter", ""))
    return found.group(1) if found else ""


def _blank(like: QImage) -> QImage:
    image = QImage(like.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def _lay(image: QImage, over: QImage, opacity: float, at: QPointF | None = None) -> None:
    painter = QPainter(image)
    painter.setOpacity(opacity)
    painter.drawImage(at or QPointF(), over)
    painter.end()
