"""Geometry files: where the regions of a drawing lie, as JSON that reads in milliseconds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from bodymap.figure.figure import Shape, View
from bodymap.loading.problems import Problem

CURE = "take the file from a fresh copy of the program"


class FigureError(Exception):
    """A figure file that is missing or broken; `problem` says which, where, what, and the cure."""

    def __init__(self, path: Path, what: str, line: int = 1, column: int = 1) -> None:
        self.problem = Problem(path, line, column, f"{what}; {CURE}", rule="unreadable-file")
        super().__init__(str(self.problem))


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file of a figure; FigureError where there is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as why:
        raise FigureError(path, f"cannot be read ({why.strerror})") from why
    except json.JSONDecodeError as why:
        raise FigureError(path, f"is not JSON ({why.msg})", why.lineno, why.colno) from why
    except UnicodeDecodeError as why:
        raise FigureError(path, "is not UTF-8 text") from why
    if not isinstance(found, dict):
        raise FigureError(path, "holds no object")
    return cast("dict[str, Any]", found)


def read_view(path: Path, view: str) -> View:
    """The drawing in a `.geometry.json` file under the name `view`; FigureError where it is broken."""
    found = read_json(path)
    try:
        return View(
            id=view,
            width=int(found["width"]),
            height=int(found["height"]),
            layers=tuple(found["layers"]),
            hidden_layers=tuple(found["hidden_layers"]),
            shapes={region: _shape(path, region, shape) for region, shape in found["shapes"].items()},
        )
    except _WRONG as why:
        raise FigureError(path, said(why)) from why


def said(why: Exception) -> str:
    """What is wrong with a value read from JSON, in words."""
    return f"key {why} is missing" if isinstance(why, KeyError) else f"a value is of the wrong kind ({why})"


def geometry_text(geometry: Mapping[str, Any]) -> str:
    """The text of a geometry file: one shape a line, so that a change reads well in a comparison."""
    head = [f'"{key}":{_dumped(value)},' for key, value in geometry.items() if key != "shapes"]
    shapes = [f"{json.dumps(region)}:{_dumped(shape)}" for region, shape in geometry["shapes"].items()]
    return "{\n" + "\n".join(head) + '\n"shapes":{\n' + ",\n".join(shapes) + "\n}\n}\n"


def _shape(path: Path, region: str, shape: Mapping[str, Any]) -> Shape:
    try:
        x, y = shape["anchor"]
        left, top, width, height = shape["box"]
        return Shape(
            region=region,
            layer=shape["layer"],
            depth=int(shape["depth"]),
            anchor=(float(x), float(y)),
            box=(float(left), float(top), float(width), float(height)),
            hidden_by=tuple(shape["hidden_by"]),
            path=_path(shape["path"]),
        )
    except _WRONG as why:
        raise FigureError(path, f"{region}: {said(why)}") from why


def _path(path: str) -> str:
    if not path.startswith("M"):
        raise ValueError("a path starts with M")
    return path


def _dumped(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


_WRONG = (KeyError, TypeError, ValueError, AttributeError)
