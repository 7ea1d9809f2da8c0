"""The forest plot against the YAML: every effect size once, on an axis that fits it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.viewmodels.axis import linear_axis, log_axis
from bodymap.viewmodels.forest import Forest, Question, cancers, forest


@pytest.fixture(scope="module")
def raw() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((shipped("data") / "findings").glob("*.yaml")):
        file = yaml.safe_load(path.read_text("utf-8"))
        found |= {row["id"]: {**row, "organ": file["organ"]} for row in file.get("findings", ())}
    return found


def points(found: Forest) -> list[str]:
    return [point.finding for group in found.groups for point in group.points]


def test_every_number_is_there_once_with_its_interval(
    library: Library, raw: dict[str, dict[str, Any]]
) -> None:
    found = forest(library.atlas, Question())
    sized = {i for i, row in raw.items() if "value" in row and row["measure"] not in ("mean", "count")}
    assert sorted(points(found)) == sorted(sized)
    assert found.left_out == len(raw) - len(sized)
    for group in found.groups:
        for point in group.points:
            row = raw[point.finding]
            assert (point.value, point.low, point.high) == (row["value"], row.get("low"), row.get("high"))
            assert (point.n, point.design, point.organ.id) == (row.get("n"), row["design"], row["organ"])


def test_scales_are_kept_apart(library: Library, raw: dict[str, dict[str, Any]]) -> None:
    """Every group is of one measure's family and one unit; ratios per hour are not ratios of extremes."""
    for group in forest(library.atlas, Question()).groups:
        measures = {raw[p.finding]["measure"] for p in group.points}
        if group.scale in ("HR", "RR", "OR"):
            assert len(measures) == 1, measures
            assert group.axis.log
            assert group.axis.none == 1
        else:
            assert not group.axis.log
            assert group.axis.none == 0
        if group.scale == "percent":
            assert len(measures) == 1
        units = {raw[p.finding].get("unit", "") for p in group.points}
        assert len(units) == 1 or group.scale == "SMD", units
    scales = [g.scale for g in forest(library.atlas, Question()).groups]
    assert {"HR", "RR", "OR", "SMD", "percent", "unit"} == set(scales)


def test_everything_lies_on_its_axis(library: Library) -> None:
    for group in forest(library.atlas, Question()).groups:
        axis = group.axis
        for point in group.points:
            ends = [e for e in (point.low, point.value, point.high) if e is not None]
            places = [axis.at(end) for end in ends]
            assert places == sorted(places)
            assert all(0 < place < 1 for place in places)
        assert 0 < axis.at(axis.none) < 1
        assert axis.none in axis.ticks


def test_what_is_asked_is_plotted(library: Library, raw: dict[str, dict[str, Any]]) -> None:
    sitting = set(points(forest(library.atlas, Question(organ="heart", kind="inactivity"))))
    assert sitting == {
        i for i, r in raw.items() if (r["organ"], r["kind"]) == ("heart", "inactivity") and "value" in r
    }
    nothing = forest(library.atlas, Question(organ="nowhere"))
    assert (nothing.groups, nothing.left_out) == ((), 0)
    assert nothing.empty


def test_the_thirteen_cancers_and_the_two_with_more_risk(
    library: Library, raw: dict[str, dict[str, Any]]
) -> None:
    (group,) = cancers(library.atlas).groups
    less = [p for p in group.points if p.bearing == "benefit"]
    assert len(less) == 13
    assert all(p.value < 1 for p in less)
    assert {p.finding for p in group.points} == {i for i, r in raw.items() if "moore2016" in r["references"]}
    assert [p.value for p in group.points] == sorted(p.value for p in group.points)
    assert (group.scale, group.title) == ("HR", "Hazard ratio")
    known = [p for p in group.points if p.low is None]
    assert all(p.interval == "no 95 % interval in what we read" for p in known)
    assert known


def test_points_cite_their_sources(library: Library) -> None:
    found = cancers(library.atlas)
    assert [s.number for s in found.sources] == [1]
    assert "Moore" in found.sources[0].short
    assert {p.numbers for g in found.groups for p in g.points} == {(1,)}


@given(st.lists(st.floats(0.01, 100), max_size=6))
def test_a_log_axis_holds_its_values_and_one(values: list[float]) -> None:
    axis = log_axis(values)
    assert all(0 <= axis.at(value) <= 1 for value in (*values, 1.0))
    assert 1.0 in axis.ticks
    assert list(axis.ticks) == sorted(axis.ticks)
    assert axis.at(2) - axis.at(1) == pytest.approx(axis.at(1) - axis.at(0.5))


@given(st.lists(st.floats(-1e6, 1e6), max_size=6))
def test_an_even_axis_holds_its_values_and_zero(values: list[float]) -> None:
    axis = linear_axis(values)
    assert all(-1e-9 <= axis.at(value) <= 1 + 1e-9 for value in (*values, 0.0))
    assert any(abs(tick) < 1e-9 for tick in axis.ticks)
    assert 2 <= len(axis.ticks) <= 8
    assert len(axis.labels()) == len(axis.ticks)
