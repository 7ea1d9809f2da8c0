"""Roads run with the blood, through heart and lung, and through nothing that is not theirs."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bodymap.atlas.reading import Library
from bodymap.figure.circulation import ENDS, Circulation, Leg
from bodymap.figure.figure import Anatomy
from bodymap.figure.figures import Figures
from bodymap.figure.geometry import FigureError
from bodymap.viewmodels.places import organ_node

NO_PLACE = {"blood-vessels", "lungs", "skeletal-muscle", "tumour", "whole-body"}
"""Where no road ends: every road passes the lungs; the others lie in no one place."""
VIEWS = [("male", "front"), ("male", "back"), ("female", "front"), ("female", "back")]


def ends(circulation: Circulation, kind: str) -> list[str]:
    return [name for name in circulation.nodes if name.startswith(kind)]


def all_points(legs: tuple[Leg, ...]) -> list[tuple[float, float]]:
    return [point for leg in legs for point in leg.points]


@pytest.mark.parametrize(("figure", "view"), VIEWS)
def test_every_muscle_reaches_every_organ_and_nothing_between(
    figures: Figures, figure: str, view: str
) -> None:
    circulation = figures.circulation(figure, view)
    places = {node.at: name for name, node in circulation.nodes.items() if name.startswith(ENDS)}
    for muscle in ends(circulation, "muscle:"):
        for organ in ends(circulation, "organ:"):
            legs = circulation.route(muscle, organ)
            assert legs is not None, (muscle, organ)
            passed = {places[point] for point in all_points(legs) if point in places}
            assert passed == {muscle, organ}


@pytest.mark.parametrize(("figure", "view"), VIEWS)
def test_a_road_goes_from_vein_through_the_heart_to_artery(figures: Figures, figure: str, view: str) -> None:
    circulation = figures.circulation(figure, view)
    legs = circulation.route("muscle:quadriceps-left", "organ:liver")
    assert legs is not None
    assert [leg.kind for leg in legs] == ["vein", "artery"]
    points = all_points(legs)
    way = [
        circulation.nodes[name].at for name in ("heart-right", "pulmonary-trunk", "heart-left", "aortic-root")
    ]
    assert [points.index(at) for at in way] == sorted(points.index(at) for at in way)
    assert points[0] == circulation.nodes["muscle:quadriceps-left"].at
    assert points[-1] == circulation.nodes["organ:liver"].at


def test_legs_join_without_a_gap(figures: Figures) -> None:
    legs = figures.circulation("male", "front").route("muscle:calf-right", "organ:cerebrum")
    assert legs is not None
    assert all(before.points[-1] == after.points[0] for before, after in pairwise(legs))


@pytest.mark.parametrize(("figure", "view"), VIEWS)
def test_belly_fat_reaches_the_liver_by_the_portal_vein(figures: Figures, figure: str, view: str) -> None:
    circulation = figures.circulation(figure, view)
    legs = circulation.route("organ:visceral-fat", "organ:liver")
    assert legs is not None and [leg.kind for leg in legs] == ["vein"]
    assert circulation.nodes["portal-liver"].at in all_points(legs)


def test_no_road_leads_to_itself_or_to_the_unknown(figures: Figures) -> None:
    circulation = figures.circulation("male", "front")
    assert circulation.route("organ:liver", "organ:liver") is None
    assert circulation.route("muscle:quadriceps-left", "organ:tail") is None


def test_a_road_ends_at_every_organ_with_a_place(
    figures: Figures, library: Library, anatomy: Anatomy
) -> None:
    organs = library.atlas.organs
    nodes = {name: organ_node(anatomy, organ) for name, organ in organs.items()}
    assert nodes["brain"] == "organ:cerebrum"
    assert nodes["kidneys"] == "organ:kidney-left"
    for figure, view in VIEWS:
        ends = figures.circulation(figure, view).nodes
        without = {name for name, node in nodes.items() if node not in ends}
        assert without == NO_PLACE, (figure, view)


def test_every_node_of_a_muscle_or_organ_is_a_region(figures: Figures, anatomy: Anatomy) -> None:
    for figure, view in VIEWS:
        circulation = figures.circulation(figure, view)
        for name in (*ends(circulation, "muscle:"), *ends(circulation, "organ:")):
            assert name.partition(":")[2] in anatomy.regions, name


SMALL: dict[str, Any] = {
    "nodes": {"muscle:a": {"kind": "muscle", "at": [0, 0]}, "organ:b": {"kind": "organ", "at": [1, 1]}},
    "segments": [{"from": "muscle:a", "to": "organ:b", "kind": "vein", "points": [[0, 0], [1, 1]]}],
}


def tampered(folder: Path, **changes: Any) -> Path:
    path = folder / "front.vessels.json"
    segment = {**SMALL["segments"][0], **changes}
    path.write_text(json.dumps({**SMALL, "segments": [segment]}), encoding="utf-8")
    return path


def test_a_small_circulation_is_read(tmp_path: Path) -> None:
    legs = Circulation.read(tampered(tmp_path)).route("muscle:a", "organ:b")
    assert legs == (Leg("vein", ((0.0, 0.0), (1.0, 1.0))),)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"to": "organ:tail"}, "muscle:a to organ:tail"),
        ({"kind": "nerve"}, "nerve"),
        ({"points": [[0, 0]]}, "fewer than two points"),
        ({"points": [[0], [1, 1]]}, "wrong kind"),
    ],
)
def test_a_tampered_circulation_is_told(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(FigureError, match=words):
        Circulation.read(tampered(tmp_path, **changes))
