"""The bake makes the same bytes again, only what is asked for, and clears what is no longer drawn."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bodymap.app import application
from bodymap.loading.shipped import shipped
from bodymap.ui.baking import bake, drawings, index_text, refresh_layers

SHIPPED = shipped("assets", "figures")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of figures with one close-up that has one region fewer than the shipped one."""
    return copied(tmp_path)


@pytest.fixture(scope="module")
def baked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Such a folder, baked, and what was told meanwhile."""
    application()
    folder, told = copied(tmp_path_factory.mktemp("baked")), list[str]()
    bake(folder, ["insets/brain"], told.append)
    return folder, told


def copied(folder: Path) -> Path:
    shutil.copytree(SHIPPED / "styles", folder / "styles")
    shutil.copy(SHIPPED / "closeups.yaml", folder)
    (folder / "insets").mkdir()
    for name in ("brain.svg", "brain.geometry.json"):
        shutil.copy(SHIPPED / "insets" / name, folder / "insets")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()
    }


def test_a_bake_is_the_same_twice_and_clears_what_is_gone(baked: tuple[Path, list[str]]) -> None:
    root, told = baked
    first = contents(root)
    stale = root / "insets/baked/brain/glow/tail.webp"
    stale.write_bytes(b"old")
    bake(root, ["insets/brain"])
    assert contents(root) == first
    assert len(told) == 1 and told[0].startswith("insets/brain: 13 files")


def test_what_is_baked_is_transparent_and_of_the_size_it_says(baked: tuple[Path, list[str]]) -> None:
    folder = baked[0] / "insets/baked/brain"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    scene = QImage(str(folder / "dark/normal.webp"))
    assert scene.height() == index["height"]
    assert scene.hasAlphaChannel() and scene.pixelColor(0, 0).alpha() == 0
    for region, (_, _, width, height) in index["sprites"].items():
        sprite = QImage(str(folder / f"glow/{region}.webp"))
        assert (sprite.width(), sprite.height()) == (width, height), region


def test_a_name_that_no_drawing_has_is_refused(root: Path) -> None:
    with pytest.raises(ValueError, match=r"tail; there are insets/brain"):
        bake(root, ["tail"])


def test_the_drawings_are_those_of_figures_and_closeups() -> None:
    assert drawings(SHIPPED)[:5] == ("male/front", "male/back", "female/front", "female/back", "insets/brain")


def test_the_shipped_index_is_what_the_bake_would_write() -> None:
    assert (SHIPPED / "index.json").read_text(encoding="utf-8") == index_text(SHIPPED)


def test_the_layers_of_a_geometry_file_come_from_its_drawing(root: Path) -> None:
    path = root / "insets/brain.geometry.json"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace('"layers":["cortex","deep"]', '"layers":["old"]'), encoding="utf-8")
    refresh_layers(root / "insets/brain.svg")
    assert path.read_text(encoding="utf-8") == before
