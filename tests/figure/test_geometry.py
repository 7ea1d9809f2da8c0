"""A geometry file is read as written, and a broken one is told by file, place and cure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bodymap.figure.geometry import FigureError, geometry_text, read_view

SHAPE: dict[str, Any] = {
    "layer": "organs",
    "depth": 3,
    "anchor": [15, 20.5],
    "box": [10, 10, 20, 30],
    "hidden_by": ["colon"],
    "path": "M10 10c0 1 2 3 4 5Z",
}


def written(folder: Path, **changes: Any) -> Path:
    shape = {**SHAPE, **changes}
    view = {
        "width": 900,
        "height": 1800,
        "layers": ["organs"],
        "hidden_layers": [],
        "shapes": {"liver": shape},
    }
    path = folder / "front.geometry.json"
    path.write_text(geometry_text(view), encoding="utf-8")
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    view = read_view(written(tmp_path), "front")
    liver = view.shapes["liver"]
    assert (view.id, view.width, view.height, view.layers) == ("front", 900, 1800, ("organs",))
    assert (liver.anchor, liver.box) == ((15.0, 20.5), (10.0, 10.0, 20.0, 30.0))
    assert (liver.region, liver.depth, liver.hidden_by) == ("liver", 3, ("colon",))


def test_the_text_has_one_shape_a_line(tmp_path: Path) -> None:
    lines = written(tmp_path).read_text(encoding="utf-8").splitlines()
    assert sum('"path"' in line for line in lines) == 1
    assert json.loads("\n".join(lines))["shapes"]["liver"] == SHAPE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"anchor": [1]}, "liver: a value is of the wrong kind"),
        ({"box": None}, "liver: a value is of the wrong kind"),
        ({"depth": "deep"}, "liver: a value is of the wrong kind"),
        ({"path": "L0 0"}, "a path starts with M"),
        ({"path": None}, "liver: a value is of the wrong kind"),
    ],
)
def test_a_tampered_shape_is_told(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(FigureError, match=words) as told:
        read_view(written(tmp_path, **changes), "front")
    assert told.value.problem.path.name == "front.geometry.json"
    assert "fresh copy" in str(told.value)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"depth":3,', ""), encoding="utf-8")
    with pytest.raises(FigureError, match="liver: key 'depth' is missing"):
        read_view(path, "front")


def test_broken_json_is_told_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"liver":', '"liver"'), encoding="utf-8")
    with pytest.raises(FigureError) as told:
        read_view(path, "front")
    assert told.value.problem.line == 7


@pytest.mark.parametrize("content", [b"[]", b"\xff\xfe"])
def test_a_file_of_another_kind_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "front.geometry.json"
    path.write_bytes(content)
    with pytest.raises(FigureError):
        read_view(path, "front")
