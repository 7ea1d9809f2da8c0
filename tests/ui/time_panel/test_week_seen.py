"""A week as it is seen: large enough for a room, no word cut, none over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from bodymap.ui.time_panel.pane import TimePane
from tests.features.lessons.presenting.painted import Words, contrast, painted
from tests.pilot import Pilot

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


def words_of(part: QWidget) -> tuple[Words, ...]:
    """The words that a part of the panel paints itself."""

    def draw(painter: QPainter) -> None:
        part.render(painter, QPoint(), QRegion(part.rect()), QWidget.RenderFlag(0))

    return painted(draw, part.size()).words


def opened(pilot: Pilot, size: tuple[int, int], theme: str = "night") -> TimePane:
    """A week of daily runs in a window."""
    pilot.resize(*size)
    pane = pilot.open_time()
    pilot.press("Ctrl+E")
    pilot.opened.store.set(theme=theme)
    pilot.settle()
    return pane


@pytest.mark.parametrize("size", SIZES)
def test_the_curves_of_a_week_are_large(pilot: Pilot, size: tuple[int, int]) -> None:
    pane = opened(pilot, size)
    scale = pane.chart.scale
    assert scale is not None
    assert scale.bottom - scale.top > size[1] * 0.2
    assert scale.y(1.0) - scale.y(2.0) > size[1] * 0.055
    assert pilot.window.body.height() > size[1] * 0.4


def test_what_chooses_the_week_stays_under_the_mouse(pilot: Pilot, pane: TimePane) -> None:
    for size in ((1280, 720), (1920, 1080)):
        pilot.resize(*size)
        pilot.opened.store.set(span="2h", time_open=True)
        pilot.settle()
        before = pane.legend.span.mapTo(pilot.window, pane.legend.span.rect().center())
        low = pane.height()
        pane.legend.span.chosen.emit("week")
        pilot.settle()
        assert pane.height() > low
        assert pane.legend.span.mapTo(pilot.window, pane.legend.span.rect().center()) == before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", ["exercise", "both"])
def test_no_word_of_a_week_is_cut_or_over_another(pilot: Pilot, size: tuple[int, int], mode: str) -> None:
    pane = opened(pilot, size)
    pilot.opened.store.set(mode=mode)
    pilot.settle()
    legend = words_of(pane.legend)
    said = [each.words for each in legend]
    assert {"Burst hours", "Resting level"} <= set(said)
    assert {"Bursts, × rest·h", "Burst area"} & set(said)
    assert not [words for words in said if words.endswith("…") and "more" not in words]
    for one, other in combinations(legend, 2):
        assert not one.rect.adjusted(1, 3, -1, -3).intersects(other.rect.adjusted(1, 3, -1, -3)), (one, other)
    days = [[each.words for each in words_of(cell)] for cell in pane.week.cells]
    assert all(words and "30" in words[0] for words in days)


def test_large_text_leaves_out_what_can_be_seen_from_the_rest(pilot: Pilot) -> None:
    pane = opened(pilot, (1280, 720))
    assert "change" in {each.words for each in words_of(pane.legend)}
    pilot.opened.store.set(text_size=150)
    pilot.settle()
    said = [each.words for each in words_of(pane.legend)]
    assert "change" not in said
    assert {"Bursts, × rest·h", "Burst hours", "Resting level", "active", "sedentary"} <= set(said)


def test_a_day_says_what_to_see_only_where_the_week_has_room_for_all_of_it(pilot: Pilot) -> None:
    pane = opened(pilot, (1280, 720))
    pilot.press("Ctrl+D")
    pilot.choose_in_menu("The IL-6 paradox")
    pilot.settle()
    assert not pane.dose.note.isVisible()
    assert pane.dose.repeat.isVisible()
    pilot.resize(1920, 1080)
    pilot.settle()
    assert pane.dose.note.isVisible()
    assert not [each.words for each in words_of(pane.dose.note) if each.words.endswith("…")]


@pytest.mark.parametrize("theme", ["night", "day", "projector"])
def test_a_burst_is_an_area(pilot: Pilot, theme: str) -> None:
    """From the back of a room a narrow line is not seen: what lies below it is filled."""
    pane = opened(pilot, (1280, 720), theme)
    scale = pane.chart.scale
    assert scale is not None
    picture = pane.chart.grab().toImage()
    colors = {day: picture.pixelColor(*_under(pane, day)) for day in (1, 2, 4)}
    empty = QColor(picture.pixelColor(round(scale.x(1440 + 600)), round(scale.y(1.6))))
    for day, color in colors.items():
        assert contrast(color, empty) > 1.5, day


def _under(pane: TimePane, day: int) -> tuple[int, int]:
    """A place between the highest level of a day's burst and rest, px."""
    scale, timeline = pane.chart.scale, pane.chart.shown
    assert scale is not None
    assert timeline is not None
    main = timeline.main
    assert main is not None
    begin = day * 1440
    highest = begin + int(main.values[begin : begin + 1440].argmax())
    return round(scale.x(highest + 25)), round(scale.y(1.5))


def test_in_a_week_sitting_is_all_week_long(pilot: Pilot) -> None:
    pane = opened(pilot, (1920, 1080))
    timeline = pane.chart.shown
    assert timeline is not None
    assert all(words.split(",")[-1].strip().startswith("all week") for words in timeline.leak)
    pilot.opened.store.set(span="24h", week=None, day="desk-day-run")
    pilot.settle()
    timeline = pane.chart.shown
    assert timeline is not None
    assert timeline.leak
    assert not any("week" in words for words in timeline.leak)
