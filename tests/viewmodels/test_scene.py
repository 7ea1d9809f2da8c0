"""What the body shows, on the small atlas."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Kind, Ref
from bodymap.figure.figure import Anatomy
from bodymap.state import State
from bodymap.viewmodels.scene import stage
from bodymap.viewmodels.scene_values import Scene

RUNNING = State(focus=Ref("movement", "running"), movement="running")


def on(kind: Kind, name: str, **changes: Any) -> State:
    """A state with a thing in focus while running is the context."""
    return replace(RUNNING, focus=Ref(kind, name), **changes)


@pytest.fixture
def show(atlas: Atlas, anatomy: Anatomy):
    def shown(state: State) -> Scene:
        (scene,) = stage(atlas, anatomy, state).scenes
        return scene

    return shown


def lit(scene: Scene, role: str) -> dict[str, float]:
    return {light.region: light.strength for light in scene.lights if light.role == role}


def test_running_lights_its_muscles_by_their_load(show) -> None:
    working = lit(show(RUNNING), "working")
    assert working == {
        "rectus-femoris-left": 0.9,
        "vastus-left": 0.9,
        "rectus-femoris-right": 0.9,
        "vastus-right": 0.9,
        "soleus-left": 0.6,
        "soleus-right": 0.6,
    }


def test_running_lights_only_organs_that_answer_with_firm_evidence(show) -> None:
    scene = show(RUNNING)
    assert set(lit(scene, "receiving")) == {"liver", "hippocampus"}
    named = {label.text: label for label in scene.labels}
    assert named["Liver"].badge == "1"
    assert "Brain" in named, "what is not lit is still named"
    assert named["Liver"].rank < named["Brain"].rank


def test_left_and_right_of_a_muscle_group_share_one_label(show) -> None:
    label = next(label for label in show(RUNNING).labels if label.text == "Quadriceps")
    assert label.badge == "→"
    assert label.role == "working"
    assert set(label.regions) == {
        "rectus-femoris-left",
        "vastus-left",
        "rectus-femoris-right",
        "vastus-right",
    }


def test_roads_lead_from_the_hardest_groups_to_organs_of_risen_travelling_signals(show) -> None:
    routes = show(RUNNING).routes
    assert {r.start for r in routes} == {
        "muscle:quadriceps-left",
        "muscle:quadriceps-right",
        "muscle:calf-left",
        "muscle:calf-right",
    }
    assert {r.end for r in routes} == {"organ:liver"}, "weak evidence and falling signals get no road"


def test_a_movement_without_measured_signals_has_no_roads(show) -> None:
    scene = show(on("movement", "yoga", movement="yoga"))
    assert lit(scene, "working")
    assert not scene.routes
    assert not lit(scene, "receiving")


def test_a_signal_shows_where_it_is_released_and_where_it_acts(show) -> None:
    scene = show(on("signal", "il6"))
    assert set(lit(scene, "receiving")) == {"liver", "cerebrum", "cerebellum", "hippocampus"}
    assert "soleus-left" in lit(scene, "working")
    assert {r.end for r in scene.routes} == {"organ:liver", "organ:cerebrum"}
    assert next(label for label in scene.labels if label.text == "Liver").badge == "2"


def test_muscle_is_not_lit_for_a_signal_that_the_movement_does_not_raise(show) -> None:
    scene = show(on("signal", "irisin"))
    assert not lit(scene, "working")
    assert not scene.routes
    assert any("no rise recorded in Running" in entry.words for entry in scene.legend)


def test_a_signal_that_acts_where_it_is_made_never_travels(show) -> None:
    scene = show(on("signal", "il15"))
    assert not scene.routes
    assert "rectus-femoris-left" in scene.local
    assert "autocrine or paracrine" in scene.local_words


def test_a_signal_of_an_organ_comes_from_that_organ(show) -> None:
    scene = show(on("signal", "gpld1"))
    assert set(lit(scene, "working")) == {"liver"}
    assert [(r.start, r.end) for r in scene.routes] == [("organ:liver", "organ:hippocampus")]


def test_an_organ_shows_itself_and_its_sources_only(show) -> None:
    scene = show(on("organ", "hippocampus"))
    assert set(lit(scene, "receiving")) == {"hippocampus"}
    assert set(lit(scene, "working")) == {"liver", "cerebrum", "cerebellum"}
    assert "hippocampus" in scene.rings
    assert not scene.routes, "running raises none of the signals that act there"


def test_the_liver_is_reached_by_the_working_muscles(show) -> None:
    scene = show(on("organ", "liver"))
    assert {r.end for r in scene.routes} == {"organ:liver"}
    assert all(strength < 0.9 for strength in lit(scene, "working").values())


def test_a_muscle_is_part_of_the_organ_of_all_muscles(show) -> None:
    scene = show(on("region", "rectus-femoris-left"))
    assert lit(scene, "chosen") == {"rectus-femoris-left": 1.0}
    assert scene.layers == ("aura", "skin", "muscles", "rim")


def test_what_lies_all_over_the_body_is_named_but_hides_nothing(atlas: Atlas, anatomy: Anatomy) -> None:
    effect = replace(atlas.effects[0], id="e10", organ="skeletal-muscle", agent="gpld1")
    records = [*atlas.organs.values(), *atlas.signals.values(), *atlas.movements.values()]
    more = Atlas.of([*records, *atlas.effects, effect])
    (scene,) = stage(more, anatomy, on("signal", "gpld1")).scenes
    assert set(lit(scene, "receiving")) == {"hippocampus"}
    assert "Skeletal muscle" in {label.text for label in scene.labels}


def test_a_part_without_data_is_chosen_alone(show) -> None:
    scene = show(on("region", "gallbladder"))
    assert lit(scene, "chosen") == {"gallbladder": 1.0}
    assert len(scene.lights) == 1


def test_sitting_shows_harm_and_nothing_else(show) -> None:
    for state in (replace(RUNNING, mode="sedentary"), on("movement", "sitting", movement="sitting")):
        scene = show(state)
        assert {light.role for light in scene.lights} == {"harm"}
        assert not scene.routes
        badges = {label.text: label.badge for label in scene.labels}
        assert badges["Liver"] == "2"
        assert badges["Brain"] == "1"


def test_an_organ_without_results_about_sitting_says_so(show) -> None:
    scene = show(on("organ", "kidneys", mode="sedentary"))
    assert {light.role for light in scene.lights} == {"chosen"}
    assert "nothing measured" in scene.legend[0].words


def test_while_sitting_the_targets_of_a_signal_are_rings_without_a_burst(show) -> None:
    scene = show(on("signal", "il6", mode="sedentary"))
    assert scene.rings == ("liver", "cerebrum")
    assert {light.role for light in scene.lights} == {"chosen"}
    assert "no burst" in scene.legend[0].words


def test_side_by_side_puts_sitting_at_the_left(atlas: Atlas, anatomy: Anatomy) -> None:
    left, right = stage(atlas, anatomy, on("organ", "liver", mode="both")).scenes
    assert (left.caption, left.caption_note, left.caption_role) == ("Sedentary", "higher", "harm")
    assert (right.caption, right.caption_note, right.caption_role) == ("Exercising", "lower", "receiving")
    assert lit(left, "harm")
    assert lit(right, "receiving")
    assert not left.routes


def test_hovering_does_not_change_the_stage(atlas: Atlas, anatomy: Anatomy) -> None:
    hovered = replace(RUNNING, hover=Ref("organ", "liver"))
    assert stage(atlas, anatomy, hovered) == stage(atlas, anatomy, RUNNING)


def test_layers_stand_in_the_order_of_the_drawing(show) -> None:
    front = show(replace(RUNNING, layers=("lymph", "skin", "organs", "fat")))
    assert front.layers == (
        "aura",
        "skin",
        "fat-subcutaneous",
        "organs-deep",
        "organs",
        "organs-upper",
        "outlines",
        "fat",
        "lymph",
        "rim",
    )
    back = show(replace(RUNNING, view="back"))
    assert back.layers.index("organs") < back.layers.index("organs-deep")
    assert "outlines" not in back.layers
    assert show(replace(RUNNING, layers=())).layers == ("aura", "rim")


def test_a_close_up_lights_what_the_focus_lights(show) -> None:
    scene = show(on("signal", "bdnf", closeup="brain"))
    assert [(light.region, light.role) for light in scene.lights] == [("hippocampus", "receiving")]
    assert [label.text for label in scene.labels] == ["Cerebral cortex", "Hippocampus"]
    assert scene.closeup == "brain"
    assert not scene.routes


def test_a_part_of_a_close_up_belongs_to_its_organ(show) -> None:
    scene = show(on("region", "cerebral-cortex", closeup="brain"))
    assert [(light.region, light.role) for light in scene.lights] == [("cerebral-cortex", "chosen")]


def test_something_unknown_shows_the_bare_body(show) -> None:
    scene = show(on("organ", "wing"))
    assert not scene.lights
    assert not scene.labels


def test_no_pill_and_no_legend_tells_of_nothing(library: Library) -> None:
    atlas, anatomy = library.atlas, library.anatomy
    (bare,) = stage(atlas, anatomy, on("organ", "whole-body")).scenes
    assert (bare.labels, bare.lights, bare.legend) == ((), (), ())
    (skin,) = stage(atlas, anatomy, on("organ", "skin")).scenes
    assert not atlas.signals_acting_on("skin")
    assert [label.badge for label in skin.labels if label.text == "Skin"] == [""]
