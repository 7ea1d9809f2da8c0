"""Where body and words lie: whatever the words, all of them are there, inside, and large enough."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics

from bodymap.app import application
from bodymap.features.lessons.presenting.page import WRAP, font, page_of
from bodymap.features.lessons.presenting.telling import Choice, Slide
from bodymap.state import State
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.scene_values import Scene, Stage

THEME = load_theme("projector")
SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (2560, 1080), (1080, 1920)]
ONE = Scene("male", "front", None, (), False)
WORDS = st.text(st.characters(categories=("Ll", "Lu", "Nd", "Zs")), min_size=1, max_size=25)
TEXT = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


def slide(title: str, text: str, answers: int = 0, bodies: int = 1, taste: int = 100) -> Slide:
    choices = tuple(Choice("ABCDEF"[n], f"answer number {n}") for n in range(answers))
    return Slide(State(text_size=taste), Stage((ONE,) * bodies), title, text, choices)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, TEXT, st.integers(0, 5), st.integers(1, 2), st.sampled_from(SIZES))
def test_all_words_are_there_inside_and_large_enough(
    title: str, text: str, answers: int, bodies: int, size: tuple[int, int]
) -> None:
    application()
    page = page_of(slide(title, text, answers, bodies), QSize(*size), THEME)
    assert [line.words for line in page.lines[:2]] == [title, text]
    assert len(page.lines) == 2 + answers
    assert page.lines[0].px >= size[1] / 20
    for line in page.lines:
        assert line.px >= size[1] / 33
        if not page.body.isEmpty():  # beyond all measure words have the whole screen
            needed = QFontMetrics(font(line.px, line.bold, THEME)).boundingRect(line.rect, WRAP, line.words)
            assert page.words.contains(line.rect)
            assert line.rect.contains(needed)


@pytest.mark.parametrize("size", SIZES[:3])
@pytest.mark.parametrize("bodies", [1, 2])
def test_the_body_is_the_hero(size: tuple[int, int], bodies: int) -> None:
    application()
    page = page_of(
        slide("A title of a step", "About as many words as a good slide has. " * 3, 0, bodies),
        QSize(*size),
        THEME,
    )
    free = page.body.width() - page.middle
    assert page.body.height() == size[1]
    assert free >= size[0] * 0.6


def test_a_taste_for_large_words_is_met_where_there_is_room() -> None:
    application()
    plain, large = (
        page_of(slide("Title", "Words.", taste=taste), QSize(1920, 1080), THEME) for taste in (100, 200)
    )
    assert large.lines[1].px > plain.lines[1].px
