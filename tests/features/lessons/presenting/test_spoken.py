"""A slide's curves begin with what its step speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.lessons.model import Lesson, Step
from bodymap.features.lessons.presenting.show import Seen
from bodymap.features.lessons.presenting.spoken import spoken_of
from bodymap.features.lessons.presenting.telling import Curve, Teller
from bodymap.features.lessons.shelf import ready_lessons
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import read_physiology
from bodymap.state import State, focused
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.timeline.reader import TimeReader
from tests.features.lessons.presenting.known import Knowledge

SPRINTS = focused(State(), Ref("movement", "sprint-intervals"))


@pytest.fixture(scope="module")
def known(library: Library) -> Knowledge:
    figures = Figures(shipped("assets", "figures"), library.anatomy)
    times = TimeReader(library.atlas, figures.anatomy, read_physiology([shipped("data")], library.atlas))
    return Knowledge(Reader(library.atlas, figures.anatomy), times)


def curve_of(lesson: Lesson, known: Knowledge, at: int = 0) -> Curve:
    curve = Teller(lesson, known, State(), tuple(known.reader.atlas.rests)).slide(Seen(at, 0)).curve
    assert curve is not None
    return curve


def lines(curve: Curve) -> list[str]:
    return [drawn.line.signal for drawn in curve.timeline.drawn]


def test_a_step_about_il6_shows_it_first_and_nothing_that_dwarfs_it(known: Knowledge) -> None:
    lesson = next(each.lesson for each in ready_lessons([shipped("data")]) if each.id == "8-every-day")
    for title in ("A burst", "A day later"):
        at = next(n for n, step in enumerate(lesson.steps) if step.title == title)
        curve = curve_of(lesson, known, at)
        assert lines(curve)[0] == "il6"
        assert "lactate" not in lines(curve)
        first, *others = curve.timeline.drawn
        assert (first.part, first.tone) == ("main", 0)
        assert [(d.part, d.tone > 0) for d in others] == [("other", True)] * len(others)
        assert "il10" in lines(curve)
        assert curve.timeline.more == 1


def test_what_is_named_comes_in_the_order_of_the_words(known: Knowledge) -> None:
    step = Step(see=SPRINTS, title="After sprints", text="Lactate is there before interleukin-10.")
    assert spoken_of(step, SPRINTS, known.reader.atlas) == ("lactate", "il10")


def test_a_word_inside_another_is_no_name_and_no_is_not_nitric_oxide(known: Knowledge) -> None:
    step = Step(see=SPRINTS, title="No rise", text="There was no rise, and prelactates are none.")
    assert spoken_of(step, SPRINTS, known.reader.atlas) == ()


def test_without_a_word_the_sources_tell(known: Knowledge) -> None:
    step = Step(see=SPRINTS, title="It", text="It rose.", references=("ferreira2018sit",))
    assert spoken_of(step, SPRINTS, known.reader.atlas) == ("il6", "tnfa")


@pytest.mark.parametrize("title", ["Sprints", "Lactate"])
def test_else_the_strongest_comes_first_and_all_are_there(known: Knowledge, title: str) -> None:
    see = replace(SPRINTS, time_open=True)
    found = lines(curve_of(Lesson(steps=(Step(see=see, title=title, text="Hard work."),)), known))
    assert found[0] == "lactate"
    assert {"il6", "il10"} <= set(found)


def test_a_week_keeps_moving_against_sitting(known: Knowledge) -> None:
    lesson = next(each.lesson for each in ready_lessons([shipped("data")]) if each.id == "10-one-week")
    for at in range(len(lesson.steps)):
        curve = curve_of(lesson, known, at)
        assert [drawn.part for drawn in curve.timeline.drawn] == ["main", "still"]
        assert set(lines(curve)) == {"il6"}
