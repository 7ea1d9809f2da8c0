"""Rows on pages, numbers beside a body, and names of files: no drawing needed."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from bodymap.features.handout.leaders import leaders
from bodymap.features.handout.model import Blank
from bodymap.features.handout.pagination import height_of, paginate
from bodymap.features.handout.slugs import slug
from bodymap.figure.figures import Figures


class Tall(NamedTuple):
    height: float
    above: float = 0.0
    keep: bool = False


rows = st.lists(st.builds(Tall, st.floats(1, 60), st.floats(0, 20), st.booleans()), max_size=40)


@given(rows)
def test_every_row_is_on_one_page_in_order_and_no_page_is_too_tall(given_rows: list[Tall]) -> None:
    pages = paginate(given_rows, 100)
    assert [row for page in pages for row in page] == given_rows
    assert all(height_of(page) <= 100 + 1e-6 for page in pages)


def test_what_stays_together_goes_to_the_next_page_together() -> None:
    pages = paginate([Tall(70), Tall(20, keep=True), Tall(20, keep=True), Tall(20)], 100)
    assert [len(page) for page in pages] == [1, 3]


def test_what_is_more_than_a_page_is_parted_all_the_same() -> None:
    pages = paginate([Tall(60, keep=True)] * 5, 100)
    assert [len(page) for page in pages] == [1, 1, 1, 1, 1]


def test_numbers_beside_a_body_do_not_overlap_and_lead_into_their_regions(figures: Figures) -> None:
    view = figures.view("male", "front")
    names = ("cerebrum", "liver", "pancreas", "heart", "thymus", "spleen", "stomach", "colon", "thyroid")
    blanks = [Blank(n, (name,), name) for n, name in enumerate(names, 1)]
    found = leaders(blanks, view, 60)
    assert {leader.blank.number for leader in found} == set(range(1, len(names) + 1))
    for side in (True, False):
        heights = [leader.y for leader in found if leader.is_left is side]
        assert all(b - a >= 60 - 1e-6 for a, b in pairwise(heights))
    for leader in found:
        assert leader.ends == (view.shapes[leader.blank.regions[0]].anchor,)


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert slug("How much of it is IL-6?") == "how-much-of-it-is-il-6"
    assert slug("  Çorba / мышцы ") == "çorba-мышцы"
    assert len(slug("word " * 50)) <= 40
    assert slug("???") == ""
