"""Labels beside one of two bodies: as high as their own words, with counts or without a word about counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bodymap.figure.figures import Figures
from bodymap.ui.body.lights import ring_pieces
from bodymap.ui.body.picture import Body, Frame, Picture
from bodymap.ui.body.plan import BodyPlan, planned
from bodymap.ui.look import Look
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.scene_values import Scene
from tests.ui.body.conftest import scene_of
from tests.ui.body.test_more import MANY

pytestmark = pytest.mark.usefixtures("qapp")
LOOK = Look(load_theme("night"))
NAMES = {"liver": "Liver", "heart": "Heart", "brain": "Parts of the hypothalamus", "colon": "Gut"}


def named() -> Scene:
    scene = scene_of(*NAMES)
    labels = tuple(replace(label, text=NAMES.get(label.ref.id, label.text)) for label in scene.labels)
    return replace(scene, labels=labels, caption="Exercising", caption_note="Running, 30 min")


def two(figures: Figures, width: int, height: int, scene: Scene | None = None) -> tuple[BodyPlan, ...]:
    body = Body.of(scene or named(), figures)
    return planned(Picture((body, body), Frame(width, height, LOOK, middle=480))).bodies


def promises(plan: BodyPlan) -> bool:
    return any(line.entry.shape == "pill" for line in plan.legend.lines)


def counts(plan: BodyPlan) -> list[str]:
    shown = [plan.label(place.index).badge for place in plan.layout.places if plan.pills[place.index].badge]
    return [badge for badge in shown if badge.isdigit()]


def test_a_pill_is_as_high_as_its_own_words(figures: Figures) -> None:
    for plan in two(figures, 1000, 600):
        tall = {plan.label(i).text: pill.height for i, pill in enumerate(plan.pills)}
        assert tall["Liver"] == LOOK.px(32) < tall["Parts of the hypothalamus"]
        assert len(plan.layout.places) >= 4
        rects = [plan.pill_rect(place) for place in plan.layout.places]
        assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[:n])


@pytest.mark.parametrize("width", [900, 1000, 1200, 1500, 1900])
@pytest.mark.parametrize("height", [300, 600, 900])
def test_a_legend_tells_of_counts_just_where_some_are_shown(
    figures: Figures, width: int, height: int
) -> None:
    assert [promises(plan) for plan in two(figures, width, height)] == [
        bool(counts(plan)) for plan in two(figures, width, height)
    ]


def test_both_sorts_of_legend_are_met(figures: Figures) -> None:
    assert not any(map(promises, two(figures, 1000, 600)))
    assert all(map(promises, two(figures, 1900, 600)))


@pytest.mark.parametrize("height", [280, 420, 900])
def test_a_ring_is_never_larger_than_a_share_of_the_figure(figures: Figures, height: int) -> None:
    scene = replace(named(), rings=("eye-left", "hypothalamus"), local=("adrenal-left",))
    for plan in two(figures, 1400, height, scene):
        rings = ring_pieces(plan, LOOK)
        assert rings
        room = 2 * LOOK.px(4) + 2  # what a pen needs
        most = 0.085 * plan.placement.whole.height() + room
        assert all(piece.rect.height() <= most for piece in rings)


def test_a_low_pane_gives_the_figure_the_room_of_the_notes(figures: Figures) -> None:
    assert all(plan.caption.words and not plan.caption.note for plan in two(figures, 1400, 300))
    assert all(plan.caption.note for plan in two(figures, 1400, 600))


def test_labels_stand_closer_where_none_could_be_asked_for(figures: Figures) -> None:
    body = Body.of(scene_of(*MANY), figures)
    shown = [
        len(planned(Picture((body,), Frame(1200, 310, LOOK, counts=told))).bodies[0].layout.places)
        for told in (True, False)
    ]
    assert shown[0] < shown[1]
