"""The shipped figures agree with each other, with the names, with their drawings and with their pictures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bodymap.figure.figure import Anatomy, View
from bodymap.figure.figures import Figures
from bodymap.figure.geometry import FigureError
from bodymap.figure.master import Master
from bodymap.state import CLOSEUPS

MEGABYTE = 1_000_000
SHADES = ("dark", "light")


def drawings(figures: Figures) -> Iterator[tuple[str, View]]:
    for figure in figures.ids():
        for view in figures.views(figure):
            yield f"{figure}/{view}", figures.view(figure, view)
    for name in figures.closeups:
        yield f"insets/{name}", figures.closeup(name)


def baked(figures: Figures, name: str) -> Path:
    folder, _, view = name.partition("/")
    return figures.root / folder / "baked" / view


def test_there_are_two_figures_from_two_sides_and_six_closeups(figures: Figures) -> None:
    assert figures.ids() == ("male", "female")
    assert {figures.views(figure) for figure in figures.ids()} == {("front", "back")}
    assert tuple(figures.closeups) == CLOSEUPS


def test_all_views_of_all_figures_have_the_same_regions(figures: Figures) -> None:
    regions = [set(figures.view(f, v).shapes) for f in figures.ids() for v in figures.views(f)]
    assert all(one == regions[0] for one in regions)


def test_names_and_shapes_agree_both_ways(figures: Figures) -> None:
    assert figures.disagreements() == ()


def test_a_region_without_a_shape_and_a_shape_without_a_name_are_told(figures: Figures) -> None:
    regions = dict(figures.anatomy.regions)
    regions["tail"] = regions.pop("liver")
    told = Figures(figures.root, Anatomy(regions)).disagreements()
    assert "male/front: region 'tail' has no shape" in told
    assert "female/back: shape 'liver' is no region" in told


def test_every_shape_holds_its_anchor(figures: Figures) -> None:
    for name, view in drawings(figures):
        for shape in view.shapes.values():
            (x, y), (left, top, width, height) = shape.anchor, shape.box
            assert left <= x <= left + width and top <= y <= top + height, (name, shape.region)


def test_what_hides_a_shape_is_a_shape_nearer_the_viewer(figures: Figures) -> None:
    for name, view in drawings(figures):
        for shape in view.shapes.values():
            for other in shape.hidden_by:
                assert view.shapes[other].depth > shape.depth, (name, shape.region, other)


def test_the_drawings_hold_the_regions_and_layers_of_the_geometry(figures: Figures) -> None:
    for name, view in drawings(figures):
        path = figures.root / f"{name}.svg"
        master = Master.read(path)
        assert tuple(master.layers) == view.layers, name
        assert set(master.drawn) == set(view.shapes) == set(master.regions), name
        assert len(master.drawn) == len(set(master.drawn)), name
        hidden = re.findall(r'<g id="layer-([\w-]+)" display="none"', path.read_text(encoding="utf-8"))
        assert tuple(hidden) == view.hidden_layers, name
        for region, shape in view.shapes.items():
            assert f'<g id="{region}"' in master.layers[shape.layer], (name, region)


def test_every_shape_but_the_skin_has_a_sprite_where_it_lies(figures: Figures) -> None:
    for name, view in drawings(figures):
        index = json.loads((baked(figures, name) / "index.json").read_text(encoding="utf-8"))
        scale = index["scale"]
        assert set(index["sprites"]) == set(view.shapes) - {"skin"}, name
        assert scale == index["height"] / view.height
        for region, (x, y, width, height) in index["sprites"].items():
            assert (baked(figures, name) / "glow" / f"{region}.webp").is_file(), (name, region)
            ax, ay = view.shapes[region].anchor
            assert x <= ax * scale <= x + width and y <= ay * scale <= y + height, (name, region)


def test_every_layer_and_scene_is_baked_for_both_grounds(figures: Figures) -> None:
    scenes = {"organs", "organs-dim", "muscles", "muscles-dim"}
    for name, view in drawings(figures):
        for shade in SHADES:
            found = {path.stem for path in (baked(figures, name) / shade).glob("*.webp")}
            if name.startswith("insets"):
                assert found == {"normal", "dim"}
                continue
            assert found == scenes, name
            layers = {path.stem for path in (baked(figures, name) / shade / "layer").glob("*.webp")}
            plain = {"aura", "skin", "outlines", "rim"}
            dimmed = {f"{layer}-dim" for layer in view.layers if layer not in plain}
            assert layers == {*view.layers, *dimmed}, name


def test_nothing_lies_in_the_folders_of_sprites_that_is_no_region(figures: Figures) -> None:
    for name, view in drawings(figures):
        found = {path.stem for path in (baked(figures, name) / "glow").iterdir()}
        assert found <= set(view.shapes), name


def test_all_of_it_stays_under_25_megabytes(figures: Figures) -> None:
    size = sum(path.stat().st_size for path in figures.root.rglob("*") if path.is_file())
    assert size < 25 * MEGABYTE


def test_there_are_at_least_80_muscles_counting_sides(anatomy: Anatomy) -> None:
    assert len(anatomy.leaves("muscle")) >= 80


def test_left_and_right_come_in_pairs(anatomy: Anatomy) -> None:
    for region in anatomy.regions.values():
        if region.side == "none":
            assert not region.id.endswith(("-left", "-right")), region.id
            continue
        other = {"left": "right", "right": "left"}[region.side]
        assert region.id.endswith(f"-{region.side}")
        assert region.id.removesuffix(region.side) + other in anatomy.regions, region.id


def test_an_ontology_id_is_well_formed_or_none(figures: Figures) -> None:
    closeups = [r for closeup in figures.closeups.values() for r in closeup.regions.values()]
    for region in [*figures.anatomy.regions.values(), *closeups]:
        assert region.ontology is None or re.fullmatch(r"(UBERON|FMA|CL):\d+", region.ontology), region.id


def test_a_closeup_knows_its_own_regions_by_name(figures: Figures) -> None:
    found = figures.region("mitochondria", "muscle")
    assert found is not None and found.name == "Mitochondria"
    assert figures.region("mitochondria") is None
    liver = figures.region("liver", "muscle")
    assert liver is not None and liver.name == "Liver"
    assert list(figures.anatomy.closeups["bone"].regions) == list(figures.closeup("bone").shapes)


def test_a_drawing_is_read_once(figures: Figures) -> None:
    assert figures.view("male", "front") is figures.view("male", "front")


def test_a_view_that_is_not_there_is_a_key_error(figures: Figures) -> None:
    with pytest.raises(KeyError):
        figures.view("male", "side")


def test_a_missing_index_is_told_with_its_cure(tmp_path: Path, anatomy: Anatomy) -> None:
    with pytest.raises(FigureError, match=r"index\.json:1:1: cannot be read .*fresh copy"):
        Figures(tmp_path, anatomy)


def test_a_damaged_index_is_told(tmp_path: Path, anatomy: Anatomy) -> None:
    (tmp_path / "index.json").write_text('{"figures": {"male": {}}, "closeups": {}}', encoding="utf-8")
    with pytest.raises(FigureError, match="key 'title' is missing"):
        Figures(tmp_path, anatomy)
