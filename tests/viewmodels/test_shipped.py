"""Every question that can be asked of the shipped data has an honest answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.state import CLOSEUPS, MODES, State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.card_values import Card, EffectRow, NumberRow
from bodymap.viewmodels.lists import lists
from bodymap.viewmodels.scene import stage
from bodymap.viewmodels.topic import topic_of


def everything(atlas: Atlas) -> list[Ref]:
    """Every organ, signal and movement."""
    return [
        *(Ref("organ", i) for i in atlas.organs),
        *(Ref("signal", i) for i in atlas.signals),
        *(Ref("movement", i) for i in atlas.movements),
    ]


def questions(atlas: Atlas) -> Iterator[State]:
    """Each thing in each mode at each level, moving and sitting as the context."""
    for ref, mode, level, context in product(
        everything(atlas), MODES, ("school", "university"), ("running", "sitting")
    ):
        movement = ref.id if ref.kind == "movement" else context
        yield State(focus=ref, movement=movement, lens=ref.kind, mode=mode, level=level)


@pytest.fixture(scope="module")
def asked(library: Library) -> list[State]:
    return list(questions(library.atlas))


def check_numbers(found: Card) -> None:
    """Rows with a number or an effect have sources; sources are numbered by first use, each once."""
    rows = [row for section in found.sections for row in section.rows]
    used = [n for row in rows for n in getattr(row, "numbers", ())]
    assert all(row.numbers for row in rows if isinstance(row, EffectRow | NumberRow)), found.title
    assert [s.number for s in found.sources] == list(range(1, len(found.sources) + 1))
    assert list(dict.fromkeys(used)) == sorted(set(used)), found.title
    assert len({s.citation for s in found.sources}) == len(found.sources)


def test_every_question_gets_a_card(library: Library, asked: list[State]) -> None:
    for state in asked:
        found = card(library.atlas, library.anatomy, state)
        assert found.ref == state.focus
        assert found.title
        assert found.sentence
        assert found.sections
        assert all(s.rows or s.empty for s in found.sections), (found.title, state.mode)
        assert found.wide == (state.mode == "both")
        check_numbers(found)


def test_nothing_is_released_while_sitting(library: Library, asked: list[State]) -> None:
    for state in asked:
        scenes = stage(library.atlas, library.anatomy, state).scenes
        sits = topic_of(library.atlas, library.anatomy, state).mode != "exercise"
        if not sits:
            continue
        first = scenes[0]
        assert not first.routes, state.focus
        assert not first.local, state.focus
        assert all(light.role != "working" for light in first.lights), state.focus
        assert all(label.role != "working" for label in first.labels), state.focus


def test_every_scene_names_only_regions_of_the_figure(library: Library, asked: list[State]) -> None:
    regions = library.anatomy.regions
    for state in asked:
        for scene in stage(library.atlas, library.anatomy, state).scenes:
            lit = [light.region for light in scene.lights]
            assert len(set(lit)) == len(lit)
            assert set(lit) <= set(regions)
            assert all(0 < light.strength <= 1 for light in scene.lights)
            assert set(scene.local) | set(scene.rings) <= set(regions)
            assert all(set(label.regions) <= set(regions) for label in scene.labels)
            assert len({label.ref for label in scene.labels}) == len(scene.labels), state.focus


def test_the_thing_in_focus_is_lit_where_it_has_a_place(library: Library) -> None:
    for organ in library.atlas.organs.values():
        for mode in MODES:
            state = State(focus=Ref("organ", organ.id), lens="organ", mode=mode)
            for scene in stage(library.atlas, library.anatomy, state).scenes:
                lit = {light.region for light in scene.lights}
                leaves = {leaf for region in organ.regions for leaf in library.anatomy.leaves(region)}
                assert leaves <= lit, (organ.id, mode)


def test_signals_that_stay_where_they_are_made_get_no_road(library: Library) -> None:
    stay = [s for s in library.atlas.signals.values() if "endocrine" not in s.reach]
    assert stay
    for signal, movement in product(stay, library.atlas.movements):
        state = State(focus=Ref("signal", signal.id), lens="signal", movement=movement)
        (scene,) = stage(library.atlas, library.anatomy, state).scenes
        assert not scene.routes, signal.id


def test_every_region_opens_a_card_and_lights_up(library: Library) -> None:
    atlas, anatomy = library.atlas, library.anatomy
    for region in anatomy.regions:
        state = State(focus=Ref("region", region), lens="organ")
        assert card(atlas, anatomy, state).title
        assert stage(atlas, anatomy, state).scenes[0].lights, region


@pytest.mark.parametrize("closeup", CLOSEUPS)
def test_every_close_up_names_its_regions(library: Library, closeup: str) -> None:
    own = library.anatomy.closeups[closeup].regions
    for ref in everything(library.atlas):
        state = State(focus=ref, lens=ref.kind, closeup=closeup)
        (scene,) = stage(library.atlas, library.anatomy, state).scenes
        assert [label.regions for label in scene.labels] == [(region,) for region in own]
        assert {light.region for light in scene.lights} <= set(own)
    for region in own:
        found = card(library.atlas, library.anatomy, State(focus=Ref("region", region), closeup=closeup))
        assert found.ref.kind == "organ", region


def test_lists_hold_everything_and_mark_the_focus(library: Library, asked: list[State]) -> None:
    for state in asked:
        found = lists(library.atlas, library.anatomy, state)
        chosen = [row.ref for row in found.upper.rows if row.chosen]
        assert chosen == [state.focus]
        refs = [row.ref for row in found.lower.rows]
        assert len(set(refs)) == len(refs)


def test_lists_light_only_organs_that_the_body_names(library: Library) -> None:
    atlas, anatomy = library.atlas, library.anatomy
    for movement in atlas.movements:
        state = State(focus=Ref("movement", movement), movement=movement, lens="organ")
        named = {label.ref for label in stage(atlas, anatomy, state).scenes[0].labels}
        lit = {row.ref for row in lists(atlas, anatomy, state).upper.rows if row.lit}
        assert lit - named <= {Ref("organ", "skeletal-muscle")}, movement


def test_the_first_picture_has_muscles_signals_and_answers(library: Library) -> None:
    (scene,) = stage(library.atlas, library.anatomy, State()).scenes
    assert {light.role for light in scene.lights} == {"working", "receiving"}
    assert scene.routes
    assert lists(library.atlas, library.anatomy, State()).lower.rows


def test_shorter_at_school_than_at_university(library: Library) -> None:
    for ref in everything(library.atlas):
        state = State(focus=ref, lens=ref.kind, movement="running")
        school = card(library.atlas, library.anatomy, state)
        university = card(library.atlas, library.anatomy, replace(state, level="university"))
        assert len(school.facts) <= len(university.facts)
        rows = [row for section in school.sections for row in section.rows]
        assert all(not row.how for row in rows if isinstance(row, EffectRow))
