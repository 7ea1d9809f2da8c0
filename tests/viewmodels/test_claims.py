"""The article against the literature, and the YAML counted by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
import yaml

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.card_values import ClaimRow, EffectRow
from bodymap.viewmodels.claims import Article, article, claims_touching
from bodymap.viewmodels.scene_claim import claim_stage


@pytest.fixture(scope="module")
def raw() -> list[dict[str, Any]]:
    found = yaml.safe_load((shipped("data") / "claims.yaml").read_text("utf-8"))["claims"]
    assert isinstance(found, list)
    return found


@pytest.fixture(scope="module")
def told(library: Library) -> Article:
    return article(library.atlas)


def test_all_claims_are_told_with_verdict_nuance_and_sources(
    told: Article, raw: list[dict[str, Any]]
) -> None:
    assert len(told.claims) == 47
    for view, row in zip(told.claims, sorted(raw, key=lambda r: r["number"]), strict=True):
        assert (view.number, view.verdict) == (row["number"], row["verdict"])
        assert view.nuance.split() == row["nuance"].split()
        assert len(view.sources) == len(row.get("references", ()))
        assert len(view.context) == len(row.get("context", ()))
        named = [
            *(f"organ:{o}" for o in row.get("organs", ())),
            *(f"signal:{s}" for s in row.get("signals", ())),
        ]
        assert [str(ref) for ref in view.refs] == named
        assert view.origin == ""


def test_verdicts_are_counted(told: Article, raw: list[dict[str, Any]]) -> None:
    counts = Counter(row["verdict"] for row in raw)
    assert {verdict: n for verdict, _words, n in told.counts} == dict(counts)
    words = [words for _verdict, words, _n in told.counts]
    assert words == ["Well supported", "Supported with nuance", "Overstated", "Not verified"]


def test_a_teacher_can_step_through_all_of_them(told: Article) -> None:
    at, seen = told.claims[0], [told.claims[0].number]
    assert at.before is None
    while at.after is not None:
        following = told.step(at.after)
        assert following is not None
        assert following.before == at.number
        at = following
        seen.append(at.number)
    assert seen == [claim.number for claim in told.claims]
    assert told.step(4711) is None


def test_a_claim_knows_the_effects_that_bear_on_it(told: Article, library: Library) -> None:
    for effect in library.atlas.effects:
        if effect.claim is not None:
            view = told.step(effect.claim)
            assert view is not None
            assert effect.id in view.effects
    assert sum(len(c.effects) for c in told.claims) == sum(e.claim is not None for e in library.atlas.effects)


def test_a_card_links_to_every_claim_that_touches_it(library: Library, raw: list[dict[str, Any]]) -> None:
    for kind, key, shelf in (
        ("organ", "organs", library.atlas.organs), ("signal", "signals", library.atlas.signals)
    ):  # fmt: skip
        for name in shelf:
            ref = Ref(kind, name)  # type: ignore[arg-type]
            shown = card(library.atlas, library.anatomy, State(focus=ref))
            rows = [row for section in shown.sections for row in section.rows]
            numbers = [row.number for row in rows if isinstance(row, ClaimRow)]
            assert numbers == [claim.number for claim in claims_touching(library.atlas, ref)]
            assert {row["number"] for row in raw if name in row.get(key, ())} <= set(numbers)
            assert {row.claim for row in rows if isinstance(row, EffectRow)} - {None} <= set(numbers)


def test_nothing_else_is_touched_by_claims(library: Library) -> None:
    assert claims_touching(library.atlas, Ref("movement", "running")) == ()


def test_the_body_lights_what_a_claim_is_about_and_draws_no_road(library: Library, told: Article) -> None:
    for view in told.claims:
        (scene,) = claim_stage(library.atlas, library.anatomy, State(), view.number).scenes
        assert [label.ref for label in scene.labels] == list(view.refs)
        assert scene.routes == ()
        assert scene.summary == view.claim
        placed = [r for r in view.refs if r.kind == "organ" and library.atlas.organs[r.id].regions]
        assert bool(scene.lights) or not placed


def test_a_claim_that_is_not_there_leaves_the_body_dark(library: Library) -> None:
    (scene,) = claim_stage(library.atlas, library.anatomy, replace(State(), figure="female"), 4711).scenes
    assert (scene.lights, scene.labels, scene.figure) == ((), (), "female")
