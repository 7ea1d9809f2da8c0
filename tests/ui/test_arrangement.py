from __future__ import annotations

import pytest

from bodymap.ui.arrangement import Arrangement, Rect, Wishes, arranged
from bodymap.ui.look import base_scale

SIZES = [(1280, 720), (1366, 768), (1440, 900), (1920, 1080), (2560, 1440), (3840, 2160)]


def right(rect: Rect) -> int:
    return rect[0] + rect[2]


def placed(size: tuple[int, int], text: float = 1.0, side_by_side: bool = False) -> Arrangement:
    base = base_scale(*size)
    return arranged(*size, Wishes(base, text, side_by_side, round(64 * base)))


@pytest.mark.parametrize("size", SIZES)
def test_all_three_panes_fit_beside_each_other(size: tuple[int, int]) -> None:
    places = placed(size)
    assert not places.lists_drawer
    assert not places.card_drawer
    assert right(places.lists) == places.body[0]
    assert right(places.body) == places.card[0]
    assert right(places.card) == size[0]
    assert places.body[2] >= size[0] * 0.5


@pytest.mark.parametrize("size", SIZES)
def test_the_card_stands_between_two_bodies_of_equal_width(size: tuple[int, int]) -> None:
    places = placed(size, side_by_side=True)
    assert places.card_middle
    left_flank = places.card[0] - places.body[0]
    right_flank = right(places.body) - right(places.card)
    assert abs(left_flank - right_flank) <= 1
    assert left_flank >= 240


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("side_by_side", [False, True])
def test_nothing_leaves_the_window(size: tuple[int, int], text: float, side_by_side: bool) -> None:
    places = placed(size, text, side_by_side)
    for rect in (places.toolbar, places.lists, places.body, places.card, places.bar):
        assert rect[0] >= 0
        assert right(rect) <= size[0]
        assert rect[1] + rect[3] <= size[1]
    assert places.body[2] >= 560


def test_large_text_makes_drawers_of_what_no_longer_fits() -> None:
    assert placed((1280, 720), 1.5).card_drawer
    assert placed((1280, 720), 3.0).lists_drawer
    assert not placed((3840, 2160), 1.5).lists_drawer


def test_a_large_screen_without_scaling_gets_larger_things() -> None:
    assert base_scale(1920, 1080) == 1
    assert base_scale(1280, 720) == 1
    assert base_scale(3840, 2160) == 2
    assert base_scale(1080, 1920) == 1
