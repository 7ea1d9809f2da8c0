"""A figure from elsewhere: elements with ids like UBERON_0002107, or those of our own masters, are regions.

The convention of the Expression Atlas: a layer LAYER_OUTLINE holds the body's outline, LAYER_EFO the
tissues; a region is any element with an ontology id, a `<use>` among them an alias for another; `<title>` is
its name. Its README: github.com/ebi-gene-expression-group/anatomogram. Ours (`assets/figures/README.md`): a
`<g>` in a `<g id="layer-…">` is a region, its `id` or `data-region` is one of ours; a layer with
`display="none"` is not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bodymap.figure.figure import Line, Shape, View
from bodymap.figure.path_data import (
    Matrix,
    Segment,
    box_of,
    ellipse,
    moved,
    numbers_of,
    path_of,
    polygon,
    text_of,
    transform_of,
)
from bodymap.figure.untrusted_svg import Element, RefusedError, svg_of
from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source, read_source

HEIGHT = 1800
"""Canvas units: as high as the figures that are shipped, so that words and camera fit it too."""
LAYER = "opened"
"""The one layer of such a figure."""
_TERM = re.compile(r"(UBERON|CL|EFO|BTO|FMA|MONDO|HP|OBI)[_:](\d{4,})")
_WIDEST = 4
"""Times its height."""
_MOST_ALIASES = 2000
_MOST_NESTED = 16
_MOST_SEGMENTS = 300_000
_HIDDEN = frozenset(("defs", "symbol", "clipPath", "mask", "marker", "pattern", "metadata"))


class Part(NamedTuple):
    """A region of the file: its id, ontology term ("" for one in our own words) and title, and its place."""

    id: str
    term: str
    title: str
    line: int
    column: int


class Anatomogram(NamedTuple):
    """A figure from elsewhere: its drawing, whose shapes have the ids of the file, and its regions."""

    title: str
    view: View
    parts: Mapping[str, Part]


def read_anatomogram(path: Path) -> Anatomogram:
    """The figure in an SVG file; raises RefusedError where there is none that can be trusted and shown."""
    return anatomogram_of(read_source(path, path.name))


def anatomogram_of(source: Source) -> Anatomogram:
    """The same of a file that was read already."""
    path, root = source.path, svg_of(source)
    reader = _Reader(path, root)
    canvas = reader.canvas()
    found = reader.regions()
    width, fit = canvas
    shapes = _shapes({name: moved(segments, fit) for name, (_part, segments) in found.items()})
    parts = {name: part for name, (part, _segments) in found.items() if name in shapes}
    if not parts:
        what = "nothing is drawn here with an id like UBERON_0002107, nor as a region in a layer-…"
        raise RefusedError(Problem(path, root.line, root.column, what, rule="plain-svg"))
    outline = [Line(text_of(moved(s, fit)), True) for s in reader.outline()]
    lines = (*outline, *(Line(shape.path, False) for shape in shapes.values()))
    view = View("front", width, HEIGHT, (LAYER,), (), shapes, lines)
    return Anatomogram(root.title or path.stem, view, parts)


class _Reader:
    """Follows groups, transforms and aliases of one file."""

    def __init__(self, path: Path, root: Element) -> None:
        self._path, self._root = path, root
        self._by_id = {e.attributes["id"]: e for e in root.walk() if "id" in e.attributes}
        self._aliases = self._segments = 0
        self._read: dict[tuple[int, int], list[Segment]] = {}

    def canvas(self) -> tuple[int, Matrix]:
        """The width in canvas units, and the map to them from those of the file."""
        root = self._root
        try:
            box = numbers_of(root.attributes.get("viewBox", ""))
            if len(box) != 4:
                size = [numbers_of(root.attributes.get(name, ""))[:1] for name in ("width", "height")]
                box = [0.0, 0.0, *size[0], *size[1]]
        except ValueError as error:
            raise self._refusal(root, str(error)) from error
        if len(box) != 4 or min(box[2:]) <= 0:
            raise self._refusal(root, "this drawing has no size: a viewBox is missing")
        if not 1 / _WIDEST <= box[2] / box[3] <= _WIDEST:
            raise self._refusal(root, f"a drawing of {box[2]:g} to {box[3]:g} is absurdly long")
        scale = HEIGHT / box[3]
        return round(box[2] * scale), Matrix(scale, 0, 0, scale, -box[0] * scale, -box[1] * scale)

    def regions(self) -> dict[str, tuple[Part, list[Segment]]]:
        """Every region with its outline, in the units of the file, in its order."""
        found: dict[str, tuple[Part, list[Segment]]] = {}
        own = _in_own_layers(self._root)
        for element, matrix in self._placed(self._root, Matrix()):
            name = element.attributes.get("id", "")
            term = _TERM.match(name)
            if term is None:
                name = own.get((element.line, element.column), "")
            if not name or (term is not None and name in found):
                continue
            segments = [s for shape in self._outlines(element, matrix, (name,)) for s in shape]
            said = f"{term[1]}:{term[2]}" if term else ""
            part = Part(name, said, element.title, element.line, element.column)
            first, before = found.get(name, (part, []))
            found[name] = first, [*before, *segments]
        return found

    def outline(self) -> list[list[Segment]]:
        """What is drawn in the layer of the outline."""
        for element, matrix in self._placed(self._root, Matrix()):
            name = element.attributes.get("id", "")
            if name.upper() == "LAYER_OUTLINE":
                return [shape for shape in self._outlines(element, matrix, (name,)) if shape]
        return []

    def _placed(self, element: Element, outer: Matrix) -> Iterator[tuple[Element, Matrix]]:
        """Every element that is drawn, with the map of everything around it."""
        waiting = [(element, outer)]
        while waiting:
            at, matrix = waiting.pop()
            yield at, matrix
            inner = self._inner(at, matrix)
            waiting.extend((child, inner) for child in reversed(at.children) if _is_drawn(child))

    def _inner(self, element: Element, outer: Matrix) -> Matrix:
        words = element.attributes.get("transform")
        if not words:
            return outer
        try:
            return outer.after(transform_of(words))
        except ValueError as error:
            raise self._refusal(element, str(error)) from error

    def _outlines(self, element: Element, outer: Matrix, chain: tuple[str, ...]) -> Iterator[list[Segment]]:
        """The outlines of an element and of everything in it, aliases followed."""
        for at, around in self._placed(element, outer):
            matrix = self._inner(at, around)
            if at.tag == "use":
                yield from self._alias(at, matrix, chain)
                continue
            yield moved(self._drawn(at), matrix)

    def _alias(self, element: Element, matrix: Matrix, chain: tuple[str, ...]) -> Iterator[list[Segment]]:
        self._aliases += 1
        if self._aliases > _MOST_ALIASES or len(chain) > _MOST_NESTED:
            raise self._refusal(element, "the aliases of this drawing have no end")
        name = element.attributes.get("href", "").strip().removeprefix("#")
        target = self._by_id.get(name)
        if target is None or name in chain:  # one that holds itself draws nothing more, as in a browser
            return
        x, y = (_length(element, name) for name in ("x", "y"))
        yield from self._outlines(target, matrix.after(Matrix(e=x, f=y)), (*chain, name))

    def _drawn(self, element: Element) -> list[Segment]:
        """The outline of one shape, read once; all together have an end."""
        key = (element.line, element.column)
        if key not in self._read:
            try:
                self._read[key] = _outline_of(element)
            except ValueError as error:
                raise self._refusal(element, str(error)) from error
        self._segments += len(self._read[key])
        if self._segments > _MOST_SEGMENTS:
            raise self._refusal(element, f"this drawing has more than {_MOST_SEGMENTS} lines and curves")
        return self._read[key]

    def _refusal(self, element: Element, what: str) -> RefusedError:
        return RefusedError(Problem(self._path, element.line, element.column, what, rule="plain-svg"))


def _is_drawn(element: Element) -> bool:
    """Whether something can be seen of it; a hidden layer is one of our masters."""
    hidden = element.attributes.get("display") == "none"
    return element.tag not in _HIDDEN and not (hidden and _is_own_layer(element))


def _is_own_layer(element: Element) -> bool:
    return element.tag == "g" and element.attributes.get("id", "").startswith("layer-")


def _in_own_layers(root: Element) -> Mapping[tuple[int, int], str]:
    """The regions in the words of our masters, by where they begin."""
    layers = [element for element in root.walk() if _is_own_layer(element)]
    groups = (child for layer in layers for child in layer.children if child.tag == "g")
    named = ((group, group.attributes.get("id") or group.attributes.get("data-region")) for group in groups)
    return {(group.line, group.column): name for group, name in named if name and not _is_own_layer(group)}


def _outline_of(element: Element) -> list[Segment]:
    """The outline of a shape; nothing for a group. ValueError where it cannot be read."""
    given = element.attributes
    if element.tag == "path":
        return path_of(given.get("d", ""))
    if element.tag in ("polygon", "polyline"):
        return polygon(numbers_of(given.get("points", "")), element.tag == "polygon")
    if element.tag == "rect":
        x, y, w, h = (_length(element, name) for name in ("x", "y", "width", "height"))
        return polygon((x, y, x + w, y, x + w, y + h, x, y + h), True) if w > 0 and h > 0 else []
    if element.tag in ("circle", "ellipse"):
        x, y = _length(element, "cx"), _length(element, "cy")
        rx, ry = (_length(element, n) or _length(element, "r") for n in ("rx", "ry"))
        return ellipse(x, y, rx, ry) if rx > 0 and ry > 0 else []
    return []


def _length(element: Element, name: str) -> float:
    return (numbers_of(element.attributes.get(name, "")) or [0.0])[0]


def _shapes(outlines: Mapping[str, list[Segment]]) -> dict[str, Shape]:
    """Shapes by id; the smaller lies over the larger, so that each can be clicked."""
    boxes = {name: box for name, segments in outlines.items() if (box := box_of(segments))}
    order = sorted(boxes, key=lambda name: -boxes[name][2] * boxes[name][3])
    return {
        name: Shape(
            name, LAYER, depth, _anchor(outlines[name], boxes[name]), boxes[name], (), text_of(outlines[name])
        )
        for depth, name in enumerate(order)
    }


def _anchor(segments: list[Segment], box: tuple[float, float, float, float]) -> tuple[float, float]:
    """A point on the shape where a label may end: the middle of the largest closed part."""
    parts: list[list[Segment]] = []
    for segment in segments:
        if segment.command == "M" or not parts:
            parts.append([])
        parts[-1].append(segment)
    sizes = [found for part in parts if (found := box_of(part))]
    x, y, w, h = max(sizes, key=lambda found: found[2] * found[3], default=box)
    return x + w / 2, y + h / 2
