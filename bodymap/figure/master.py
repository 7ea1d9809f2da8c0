"""A drawing by hand, read as text: its layers, its regions and the looks it can wear.

`assets/figures/README.md` is the contract. Nothing here draws; it cuts and joins SVG.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bodymap.figure.figure import Box

Look = Literal["normal", "dim", "glow"]
Shade = Literal["dark", "light"]
"""The two grounds a figure is drawn for; every theme of the program uses one of them."""

_LAYER = re.compile(r'\n<g id="layer-([\w-]+)"[^>]*>\n(.*?)\n</g>(?=\n<g id="layer-|\n</svg>)', re.DOTALL)
_REGION = re.compile(r'<g (id|data-region)="([\w-]+)"')
_RULE = re.compile(r"\.([\w-]+)(\{[^}]*\})")
_PART = re.compile(r"<(radialGradient|linearGradient|filter) .*?</\1>", re.DOTALL)
_ID = re.compile(r'id="([\w-]+)"')
_CLASS = re.compile(r'class="([^"]+)"')
_USE = re.compile(r"url\(#([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of one state on one ground: CSS rules by class, gradients and filters by id."""

    rules: Mapping[str, str]
    parts: Mapping[str, str]

    @staticmethod
    def read(path: Path) -> Style:
        """The style block of a file in `styles/`; OSError where it cannot be read."""
        text = path.read_text(encoding="utf-8")
        parts = {_first_id(found.group()): found.group() for found in _PART.finditer(text)}
        return Style(rules=dict(_RULE.findall(text)), parts=parts)

    def needed(self, body: str) -> str:
        """A `<defs>` with what a piece of drawing uses and no more: small renders stay quick."""
        classes = {name for names in _CLASS.findall(body) for name in names.split()}
        rules = "".join(f".{name}{rule}" for name, rule in self.rules.items() if name in classes)
        used = set(_USE.findall(body + rules))
        parts = "".join(part for name, part in self.parts.items() if name in used)
        return f"<defs><style>{rules}</style>{parts}</defs>"


@dataclass(frozen=True, slots=True)
class Master:
    """A master SVG: `layers` bottom to top, and `regions` with all their pieces in drawing order.

    `drawn` names the regions that have a `<g id>` of their own, in the order of the file.
    """

    layers: Mapping[str, str]
    regions: Mapping[str, tuple[str, ...]]
    drawn: tuple[str, ...]

    @staticmethod
    def read(path: Path) -> Master:
        """The drawing in an SVG file; OSError where it cannot be read."""
        text = path.read_text(encoding="utf-8")
        layers = {found.group(1): found.group(2) for found in _LAYER.finditer(text)}
        return Master(layers, *_cut(layers.values()))

    def layer(self, *names: str) -> str:
        """The SVG of layers, in the order asked; a layer the drawing has not is left out."""
        return "\n".join(self.layers[name] for name in names if name in self.layers)

    def region(self, region: str) -> str:
        """The SVG of a region with all its pieces; empty where the drawing has it not."""
        return "\n".join(self.regions.get(region, ()))


def document(body: str, style: Style, box: Box, width: int, height: int) -> bytes:
    """A whole SVG: a part of the canvas (`box`, canvas units) at a size in pixels."""
    x, y, w, h = (f"{value:g}" for value in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{x} {y} {w} {h}">{style.needed(body)}{body}</svg>'
    ).encode()


def _cut(layers: Iterable[str]) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    # One region is one line of the file: the rule that keeps this a cut and not a parse.
    pieces: dict[str, list[str]] = {}
    drawn: list[str] = []
    for line in (line for body in layers for line in body.split("\n")):
        found = _REGION.match(line)
        if found:
            pieces.setdefault(found.group(2), []).append(line)
            if found.group(1) == "id":
                drawn.append(found.group(2))
    return {region: tuple(lines) for region, lines in pieces.items()}, tuple(drawn)


def _first_id(part: str) -> str:
    found = _ID.search(part)
    return found.group(1) if found else ""
