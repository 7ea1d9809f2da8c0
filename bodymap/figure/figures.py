"""The shipped figures: which there are, and each drawing and its vessels when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from bodymap.figure.circulation import Circulation
from bodymap.figure.figure import Anatomy, Closeup, Region, View
from bodymap.figure.geometry import FigureError, read_json, read_view, said

T = TypeVar("T")


class Figure(NamedTuple):
    """A body that can be shown: its title, the titles of its views by id, and its size."""

    id: str
    title: str
    views: Mapping[str, str]
    mm_per_unit: float


class Figures:
    """All figures under `assets/figures`; reads only `index.json` until a drawing is asked for.

    `anatomy` is the one given, with the close-ups added; `others` are views of figures from elsewhere, by
    what those are called here.
    A name that is not there raises KeyError; a file that is missing or broken raises FigureError.
    """

    def __init__(self, root: Path, anatomy: Anatomy, others: Mapping[str, View] | None = None) -> None:
        self.root = root
        index = read_json(root / "index.json")
        try:
            self.figures: Mapping[str, Figure] = {
                name: Figure(name, f["title"], dict(f["views"]), float(f["mm_per_unit"]))
                for name, f in index["figures"].items()
            }
            self.closeups: Mapping[str, Closeup] = {
                name: _closeup(name, c["title"], c["organ"], c["regions"])
                for name, c in index["closeups"].items()
            }
        except (KeyError, TypeError, ValueError, AttributeError) as why:
            raise FigureError(root / "index.json", said(why)) from why
        self.anatomy = replace(anatomy, closeups=self.closeups)
        self._read: dict[Path, object] = {}
        self._admitted: dict[tuple[str, str], View] = {}
        for name, view in (others or {}).items():
            self.admit(name, view, anatomy)

    def ids(self) -> tuple[str, ...]:
        """The figures: male, female."""
        return tuple(self.figures)

    def views(self, figure: str) -> tuple[str, ...]:
        """The views of a figure: front, back."""
        return tuple(self.figures[figure].views)

    def view(self, figure: str, view: str) -> View:
        """A figure seen from one side."""
        if view not in self.figures[figure].views:
            raise KeyError(view)
        if (figure, view) in self._admitted:
            return self._admitted[figure, view]
        return self._once(self.root / figure / f"{view}.geometry.json", lambda path: read_view(path, view))

    def closeup(self, name: str) -> View:
        """The drawing of a close-up."""
        found = self.closeups[name]
        path = self.root / "insets" / f"{found.id}.geometry.json"
        return self._once(path, lambda path: read_view(path, name))

    def circulation(self, figure: str, view: str) -> Circulation:
        """The vessels of a figure in one view; a figure from elsewhere has none."""
        if view not in self.figures[figure].views:
            raise KeyError(view)
        if (figure, view) in self._admitted:
            return Circulation({}, (), {})
        return self._once(self.root / figure / f"{view}.vessels.json", Circulation.read)

    def admit(self, name: str, view: View, anatomy: Anatomy) -> None:
        """Take in a figure from elsewhere with its one view, whose regions are among those of `anatomy`."""
        self.figures = {**self.figures, name: Figure(name, name, {view.id: name}, 1.0)}
        self._admitted[name, view.id] = view
        self.anatomy = replace(anatomy, closeups=self.closeups)

    def region(self, region: str, closeup: str | None = None) -> Region | None:
        """The record of a region of the body, or of a close-up's own; None where it is unknown."""
        own = self.closeups[closeup].regions.get(region) if closeup else None
        return own or self.anatomy.regions.get(region)

    def disagreements(self) -> tuple[str, ...]:
        """Where a drawing and the names disagree: leaves without a shape, shapes without a name."""
        found: list[str] = []
        leaves = {name for name in self.anatomy.regions if self.anatomy.leaves(name) == (name,)}
        for figure in self.ids():
            for view in self.views(figure):
                found += _compared(f"{figure}/{view}", self.view(figure, view), leaves)
        for name, closeup in self.closeups.items():
            found += _compared(f"insets/{name}", self.closeup(name), set(closeup.regions))
        return tuple(found)

    def _once(self, path: Path, read: Callable[[Path], T]) -> T:
        if path not in self._read:
            self._read[path] = read(path)
        return cast("T", self._read[path])


def _compared(where: str, view: View, named: set[str]) -> Iterable[str]:
    drawn = set(view.shapes)
    yield from (f"{where}: region '{name}' has no shape" for name in sorted(named - drawn))
    yield from (f"{where}: shape '{name}' is no region" for name in sorted(drawn - named))
    layers = set(view.layers)
    for shape in view.shapes.values():
        if shape.layer not in layers:
            yield f"{where}: '{shape.region}' lies on an unknown layer '{shape.layer}'"


def _closeup(name: str, title: str, organ: str, regions: Mapping[str, Mapping[str, str | None]]) -> Closeup:
    records = {
        region: Region(region, str(entry["name"]), None, entry["ontology"], "none", None)
        for region, entry in regions.items()
    }
    return Closeup(name, title, organ, records)
