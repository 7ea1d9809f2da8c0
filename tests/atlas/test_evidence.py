"""The filter "only in people" against the YAML itself, counted here without any of the program's code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.evidence import evidence_of_finding, shown_by
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Confidence, Finding
from bodymap.loading.shipped import shipped
from bodymap.sights import Shown

ORDER = ["low", "moderate", "high"]
PEOPLE: dict[str, set[str]] = {
    "all": {"human-trial", "human-observational", "animal", "in-vitro", "review-consensus"},
    "human": {"human-trial", "human-observational"},
    "human-trial": {"human-trial"},
}
CHOICES: list[tuple[Shown, Confidence]] = [
    ("all", "low"), ("all", "moderate"), ("all", "high"), ("human", "low"), ("human", "high"),
    ("human-trial", "low"), ("human-trial", "moderate"),
]  # fmt: skip


def yaml_of(folder: str) -> Iterator[dict[str, Any]]:
    for path in sorted((shipped("data") / folder).glob("*.yaml")):
        yield yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - every word as text


def raw_effects() -> Iterator[dict[str, Any]]:
    for file in (*yaml_of("signals"), *yaml_of("effects")):
        for effect in file.get("effects", ()):
            yield {**effect, "agent": file.get("agent", file.get("id", ""))}


def raw_findings() -> Iterator[dict[str, Any]]:
    for file in yaml_of("findings"):
        yield from ({**finding, "organ": file["organ"]} for finding in file.get("findings", ()))


def kind_of_reference() -> dict[str, str]:
    return {r["id"]: file["kind"] for file in yaml_of("references") for r in file["references"]}


def seen(finding: dict[str, Any]) -> str:
    """The rule of the house in other words than the program's."""
    if finding["design"] == "controlled human trial":
        return "human-trial"
    if finding["design"] == "review":
        return "review-consensus"
    ratios = ("HR", "RR", "odds", "association", "dose")
    pooled_change = finding["design"] == "meta-analysis" and not finding["measure"].startswith(ratios)
    return "human-trial" if pooled_change else "human-observational"


def sure(row: dict[str, Any], least: str) -> bool:
    return ORDER.index(row["confidence"]) >= ORDER.index(least)


@pytest.mark.parametrize(("shown", "least"), CHOICES)
def test_effects_are_those_that_a_count_of_the_yaml_finds(
    library: Library, shown: Shown, least: Confidence
) -> None:
    atlas = shown_by(library.atlas, shown, least)
    wanted = [e for e in raw_effects() if e["evidence"] in PEOPLE[shown] and sure(e, least)]
    assert {e.id for e in atlas.effects} == {e["id"] for e in wanted}
    per_organ = Counter(e["organ"] for e in wanted)
    assert {o: len(atlas.effects_on(o)) for o in atlas.organs} == {o: per_organ[o] for o in atlas.organs}
    per_agent = Counter(e["agent"] for e in wanted)
    assert {s: len(atlas.effects_of(s)) for s in atlas.signals} == {s: per_agent[s] for s in atlas.signals}


@pytest.mark.parametrize(("shown", "least"), CHOICES)
def test_findings_are_those_that_a_count_of_the_yaml_finds(
    library: Library, shown: Shown, least: Confidence
) -> None:
    wanted = {f["id"] for f in raw_findings() if seen(f) in PEOPLE[shown] and sure(f, least)}
    assert {f.id for f in shown_by(library.atlas, shown, least).findings} == wanted


def test_responses_of_movements_are_those_that_people_showed(library: Library) -> None:
    kinds = kind_of_reference()
    wanted: set[tuple[str, str]] = set()
    for movement in yaml_of("movements"):
        for response in movement.get("responses", ()):
            cited = {kinds[r] for r in response["references"]}
            if (
                response["change"] == "not-measured"
                or cited & {"human-trial", "human-observational"}
                or "meta-analysis" in cited
            ):
                wanted.add((movement["id"], response["agent"]))
    found = shown_by(library.atlas, "human", "low").movements
    assert {(m.id, r.agent) for m in found.values() for r in m.responses} == wanted


def test_each_choice_hides_more_than_the_one_before(library: Library) -> None:
    choices: tuple[Shown, ...] = ("all", "human", "human-trial")
    counts = [len(shown_by(library.atlas, shown, "low").effects) for shown in choices]
    assert counts[0] > counts[1] > counts[2] > 0


def test_what_is_asked_about_stays(library: Library) -> None:
    left = shown_by(library.atlas, "human-trial", "high")
    assert left.organs == library.atlas.organs
    assert left.signals == library.atlas.signals
    assert left.movements.keys() == library.atlas.movements.keys()
    assert (left.claims, left.references) == (library.atlas.claims, library.atlas.references)
    assert left.origins is library.atlas.origins


def test_everything_is_the_atlas_itself(library: Library) -> None:
    assert shown_by(library.atlas, "all", "low") is library.atlas


def test_pairs_are_as_sure_as_the_finding_of_their_study(atlas: Atlas) -> None:
    """The sample's one pair rests on a review, and on the study of a finding that is sure."""
    assert [c.id for c in shown_by(atlas, "all", "high").contrasts] == ["c1"]
    assert shown_by(atlas, "human", "low").contrasts == ()


@pytest.mark.parametrize(
    ("design", "measure", "evidence"),
    [
        ("controlled human trial", "mean change", "human-trial"),
        ("meta-analysis", "HR", "human-observational"),
        ("meta-analysis", "standardised mean difference", "human-trial"),
        ("laboratory study in mice", "mean change", "animal"),
        ("cohort or cross-sectional", "HR", "human-observational"),
        ("review", "direction", "review-consensus"),
        ("cells in a dish", "change %", "in-vitro"),
    ],
)
def test_the_design_says_how_it_was_seen(design: str, measure: str, evidence: str) -> None:
    finding = Finding("f", "liver", "exercise", "", "", measure, "benefit", design, "", "high", ("a",))
    assert evidence_of_finding(finding) == evidence


def test_the_data_has_no_design_that_the_rule_does_not_know() -> None:
    known = {"meta-analysis", "cohort or cross-sectional", "controlled human trial", "review"}
    assert {f["design"] for f in raw_findings()} <= known
