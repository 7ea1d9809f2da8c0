"""What stands on an exported sheet, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.records import Ref
from bodymap.features.export.model import Fitted, Sheet, drawing_size, fitted, places, sheet_of, shortened
from bodymap.viewmodels.card_values import Card, EffectRow, LinkRow, NumberRow, Section, Source


def effect(title: str, *numbers: int) -> EffectRow:
    return EffectRow(
        direction="increases",
        direction_word="rises",
        title=title,
        ref=None,
        what="sends out sugar",
        how="",
        evidence="human trial",
        confidence="high",
        confidence_word="sure",
        n="n 8",
        numbers=numbers,
        role="receiving",
    )


def number(**given: str) -> NumberRow:
    return NumberRow("liver fat", "", "−3.5", "−5 to −2", (2,), "receiving", "high", "sure", **given)


def sheet() -> Sheet:
    sections = (
        Section("What acts here", "", (effect("IL-6", 1), effect("Lactate", 3))),
        Section("Empty", "", ()),
        Section("Measured", "", (number(),)),
        Section("See also", "", (LinkRow(Ref("organ", "brain"), "Brain", "7 signals"),)),
    )
    sources = tuple(Source(n, f"Author {n}", f"Author {n}, a title", None) for n in (1, 2, 3))
    return sheet_of(
        Card(Ref("organ", "liver"), "ORGAN", "Liver", "", "receiving", "It sends.", sections, (), sources)
    )


def test_a_sheet_begins_with_what_is_hidden_and_whose_claims_these_are() -> None:
    notes = (("Shown", "only what is shown in people"), ("Not from Bodymap's own data", "A course"))
    card = Card(Ref("organ", "liver"), "", "Liver", "", "receiving", "It sends.", (), notes=notes)
    assert [(line.name, line.text) for line in sheet_of(card).lines] == list(notes)


def by_lines(found: Fitted) -> float:
    return len(found.lines) + len(found.sources)


def test_a_sheet_says_what_the_card_says() -> None:
    names = [line.name for line in sheet().lines]
    assert names == ["What acts here", "IL-6", "Lactate", "Measured", "liver fat", "See also", "Brain"]
    assert sheet().title == "Liver"
    assert "not medical advice" in sheet().colophon


def test_all_is_shown_where_there_is_room() -> None:
    found = fitted(sheet(), 100, by_lines)
    assert len(found.lines) == 7
    assert [s.number for s in found.sources] == [1, 2, 3]
    assert found.rest_words == ""


def test_what_does_not_fit_is_counted_and_its_sources_are_left_out() -> None:
    found = fitted(sheet(), 3, by_lines)
    assert [line.name for line in found.lines] == ["What acts here", "IL-6"]
    assert [s.number for s in found.sources] == [1]
    assert found.rest_words == "and 3 more in Bodymap"


@given(st.integers(0, 20))
def test_a_heading_never_stands_last(space: int) -> None:
    found = fitted(sheet(), space, by_lines)
    assert not found.lines or not found.lines[-1].heading
    assert by_lines(found) <= space


def test_side_by_side_a_number_gives_both_and_their_difference() -> None:
    section = Section("Measured", "", (number(sedentary="6.9", active="2.2"),))
    card = Card(Ref("organ", "liver"), "", "Liver", "", "harm", "", (section,))
    line = sheet_of(card).lines[1]
    assert line.text == "sedentary 6.9, active 2.2: −3.5"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (2000, 2000)])
def test_words_and_body_share_the_sheet(size: tuple[int, int]) -> None:
    found = places(*size, 1.0)
    areas = [w * h for _, _, w, h in (found.words, found.body)]
    assert sum(areas) == size[0] * size[1]
    assert areas[1] > areas[0]
    assert found.upright == (size[1] > size[0])


def test_a_small_sheet_is_a_large_one_made_smaller() -> None:
    assert drawing_size(640, 360) == (0.5, (1280, 720))
    assert drawing_size(360, 640) == (0.5, (720, 1280))
    assert drawing_size(1920, 1080) == (1.0, (1920, 1080))


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (800, 1000)])
def test_large_text_has_more_room_and_leaves_half_to_the_body(width: int, height: int) -> None:
    shares: list[float] = []
    for text in (1.0, 1.5, 2.0, 3.0):
        where = places(width, height, 1.0, text)
        shares.append(where.words[2] * where.words[3] / (width * height))
        assert where.words[2] * where.words[3] + where.body[2] * where.body[3] == width * height
    assert shares == sorted(shares)
    assert shares[0] < shares[-1] <= 0.5


def test_words_that_do_not_fit_end_where_they_are_cut() -> None:
    assert shortened("one two three", lambda words: len(words) < 20) == "one two three"
    assert shortened("one two three", lambda words: len(words) < 10) == "one two …"
    assert shortened("one two three", lambda words: len(words) < 3) == ""
