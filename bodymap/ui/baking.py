"""Baking: everything under `assets/figures` that is made, made again from the masters.

    python -m bodymap.ui.baking [--root assets/figures] [male male/front insets insets/brain …]

Made are `baked/` folders, the layer lists at the head of the geometry files, and `index.json`.
Written by hand are the SVG masters, the shapes and vessels in JSON, and the YAML files.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import yaml
from PySide6.QtGui import QGuiApplication

from bodymap.figure.figure import Box
from bodymap.figure.geometry import geometry_text
from bodymap.figure.master import Look, Master, Shade, Style
from bodymap.loading.shipped import shipped
from bodymap.ui.bake_pictures import SHADES, Bakery, Drawing, Sheet

FIGURE_HEIGHT = 1440
LAYER_HEIGHT = 900
CLOSEUP_HEIGHT = 980
LOOKS: tuple[Look, ...] = ("normal", "dim", "glow")


def bake(root: Path, only: Sequence[str] = (), told: Callable[[str], None] = lambda _: None) -> None:
    """Make everything that is made, or only some figures (`male`), views (`male/front`), close-ups.

    `root` is the folder `figures`; `told` hears a line per drawing. Needs a QGuiApplication.
    OSError where a file cannot be read or written, ValueError where `only` names nothing.
    """
    styles = {key: Style.read(root / "styles" / f"{key[0]}-{key[1]}.svg") for key in _styles()}
    chosen = [n for n in drawings(root) if not only or n in only or n.split("/")[0] in only]
    if not chosen:
        raise ValueError(f"no drawing is called {', '.join(only)}; there are {', '.join(drawings(root))}")
    for name in chosen:
        refresh_layers(root / f"{name}.svg")
        written = Bakery(_drawing(root, name), styles).bake()
        size = sum(path.stat().st_size for path in written)
        told(f"{name}: {len(written)} files, {size / 1e6:.2f} MB")
    (root / "index.json").write_text(index_text(root), encoding="utf-8")


def drawings(root: Path) -> tuple[str, ...]:
    """The names of all drawings: `male/front` … `insets/brain`."""
    views = [f"{figure}/{view}" for figure in _figures(root) for view in _read(root / figure)["views"]]
    return (*views, *(f"insets/{name}" for name in _closeups(root)))


def refresh_layers(master: Path) -> None:
    """Write the layers of a master, bottom to top, and those hidden in it into its geometry file."""
    text = master.read_text(encoding="utf-8")
    path = master.with_suffix(".geometry.json")
    geometry = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
    layers = list(Master.read(master).layers)
    geometry["layers"] = layers
    geometry["hidden_layers"] = [n for n in layers if f'<g id="layer-{n}" display="none"' in text]
    path.write_text(geometry_text(geometry), encoding="utf-8")


def index_text(root: Path) -> str:
    """The text of `index.json`: what the program must know of all figures without reading YAML."""
    figures: dict[str, object] = {}
    for name in _figures(root):
        figure = _read(root / name)
        views = {view: entry["title"] for view, entry in figure["views"].items()}
        figures[name] = {
            "title": figure["title"],
            "mm_per_unit": figure["mm_per_unit"],
            "views": views,
        }
    index = {"figures": figures, "closeups": _closeups(root)}
    return json.dumps(index, indent=1, ensure_ascii=False) + "\n"


def _drawing(root: Path, name: str) -> Drawing:
    folder, _, view = name.partition("/")
    geometry = json.loads((root / f"{name}.geometry.json").read_text(encoding="utf-8"))
    boxes: dict[str, Box] = {region: tuple(s["box"]) for region, s in geometry["shapes"].items()}
    inset = folder == "insets"
    return Drawing(
        master=root / f"{name}.svg",
        baked=root / folder / "baked" / view,
        canvas=(geometry["width"], geometry["height"]),
        boxes=boxes,
        scenes=_plain(geometry["layers"]) if inset else _scenes(_read(root / folder)["views"][view]),
        height=CLOSEUP_HEIGHT if inset else FIGURE_HEIGHT,
        layer_height=0 if inset else LAYER_HEIGHT,
    )


def _plain(layers: Sequence[str]) -> Mapping[str, tuple[Sheet, ...]]:
    looks: tuple[Look, ...] = ("normal", "dim")
    return {look: tuple((layer, look, 1.0) for layer in layers) for look in looks}


def _scenes(view: Mapping[str, Any]) -> Mapping[str, tuple[Sheet, ...]]:
    return {name: tuple((s[0], s[1], float(s[2])) for s in sheets) for name, sheets in view["scenes"].items()}


def _styles() -> Iterator[tuple[Shade, Look]]:
    # Sprites serve both grounds, so there is one glow.
    return ((shade, look) for shade in SHADES for look in LOOKS if (shade, look) != ("light", "glow"))


def _figures(root: Path) -> list[str]:
    return sorted((path.parent.name for path in root.glob("*/figure.yaml")), reverse=True)


def _closeups(root: Path) -> dict[str, Any]:
    return _yaml(root / "closeups.yaml")["closeups"]


def _read(folder: Path) -> dict[str, Any]:
    return _yaml(folder / "figure.yaml")


def _yaml(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 0 when all is baked, 2 when a name is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m bodymap.ui.baking", description="Bake the figures again."
    )
    parser.add_argument("only", nargs="*", help="figures, views or close-ups: male, male/front, insets/brain")
    parser.add_argument("--root", type=Path, default=shipped("assets", "figures"))
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    try:
        bake(chosen.root, chosen.only, print_line)
    except ValueError as wrong:
        parser.error(str(wrong))
    del app
    return 0


def print_line(line: str) -> None:
    """Say a line at once: a bake takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
