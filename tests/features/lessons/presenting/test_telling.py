"""How a step is told: beats, verdicts and answers that wait, names that are revealed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.presenting.pace import clock_words, pace_of
from bodymap.features.lessons.presenting.show import Seen
from bodymap.features.lessons.presenting.telling import MOST_HIDDEN, Teller, beats_of
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import read_physiology
from bodymap.state import Camera, State, focused
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.timeline.reader import TimeReader
from tests.features.lessons.presenting.known import Knowledge

ASKED = Asked(ask="Which?", right="this", wrong=("that", "none"), why="Because.")


def teller(library: Library, *steps: Step, onlooker: State | None = None) -> Teller:
    known = Knowledge(Reader(library.atlas, library.anatomy))
    return Teller(Lesson(steps=steps), known, onlooker or State(), tuple(library.atlas.rests))


def test_a_plain_step_is_told_at_once() -> None:
    assert [beat.kind for beat in beats_of(Step())] == ["step"]


def test_names_come_before_the_verdict_and_questions_last() -> None:
    step = Step(claim=10, questions=(ASKED, ASKED))
    kinds = [beat.kind for beat in beats_of(step, labels=2)]
    assert kinds == ["step", "label", "label", "verdict", "ask", "answer", "ask", "answer"]


def test_the_verdict_is_that_of_the_data_and_waits(library: Library) -> None:
    told = teller(library, Step(title="10", text="The sentence.", claim=10))
    before, after = (told.slide(Seen(0, beat)) for beat in (0, 1))
    assert (before.verdict, before.verdict_words, before.why) == (None, "", "")
    claim = next(claim for claim in library.atlas.claims if claim.number == 10)
    assert (after.verdict, after.why) == (claim.verdict, claim.nuance)
    assert after.text == "The sentence."


def test_a_claim_that_there_is_not_is_said(library: Library) -> None:
    told = teller(library, Step(claim=9999))
    assert "9999" in told.slide(Seen(0, 1)).why


def test_answers_keep_their_letters_and_only_the_telling_marks_one(library: Library) -> None:
    told = teller(library, Step(text="Before.", questions=(ASKED,)))
    asked, answered = told.slide(Seen(0, 1)), told.slide(Seen(0, 2))
    assert asked.text == answered.text == "Which?"
    assert [(c.letter, c.words) for c in asked.choices] == [(c.letter, c.words) for c in answered.choices]
    assert {c.right for c in asked.choices} == {None}
    assert [c.words for c in answered.choices if c.right] == ["this"]
    assert (asked.why, answered.why) == ("", "Because.")


def test_an_open_question_leaves_nothing_lit_or_named(library: Library) -> None:
    told = teller(library, Step(see=focused(State(), Ref("organ", "liver")), questions=(ASKED,)))
    before, asked, answered = (told.slide(Seen(0, beat)).stage for beat in range(3))
    scene = asked.scenes[0]
    assert not (scene.lights or scene.labels or scene.routes or scene.rings or scene.local or scene.legend)
    assert "iver" not in scene.summary
    assert (scene.figure, scene.view, scene.layers) == ("male", "front", before.scenes[0].layers)
    assert before.scenes[0].labels
    assert answered == before


def test_hidden_names_are_revealed_in_the_order_asked_for(library: Library) -> None:
    see = focused(State(), Ref("signal", "il6"))
    step = Step(labels="hidden", reveal=("organ:liver", "organ:brain"), see=see)
    told = teller(library, step)
    names = [
        [str(label.ref) for label in told.slide(Seen(0, beat)).stage.scenes[0].labels if not label.masked]
        for beat in range(told.counts[0])
    ]
    assert names[0] == []
    assert names[1] == ["organ:liver"]
    assert set(names[2]) == {"organ:liver", "organ:brain"}
    assert [len(set(n)) for n in names] == list(range(len(names)))
    assert len(names) - 1 <= MOST_HIDDEN
    assert len(names[-1]) == len(told.slide(Seen(0)).stage.scenes[0].labels)


def test_the_step_is_seen_in_the_taste_of_whoever_looks(library: Library) -> None:
    onlooker = State(theme="projector", calm=True)
    told = teller(library, Step(see=State(theme="night")), Step(theme="day"), onlooker=onlooker)
    assert (told.slide(Seen(0)).state.theme, told.slide(Seen(0)).state.calm) == ("projector", True)
    assert told.slide(Seen(1)).state.theme == "day"


def test_looking_round_says_what_is_in_focus(library: Library) -> None:
    told = teller(library, Step(title="A step", notes="Mine."))
    looked = focused(State(), Ref("organ", "liver"))
    slide = told.slide(Seen(0, explored=looked, camera=Camera(2, 450, 700)))
    assert (slide.title, slide.notes) == ("Liver", "Mine.")
    assert slide.state.camera == Camera(2, 450, 700)


@pytest.mark.parametrize(
    ("elapsed", "words"),
    [(30, "0:30 of 10:00"), (170, "2:50 of 10:00"), (300, "5:00 of 10:00 – 3 min behind")],
)
def test_time_is_told_against_the_plan_of_the_steps_so_far(elapsed: float, words: str) -> None:
    lesson = Lesson(steps=(Step(minutes=2), Step(minutes=8)))
    assert pace_of(lesson, 0, elapsed).words == words


def test_without_a_plan_only_the_time_is_told() -> None:
    assert pace_of(Lesson(steps=(Step(),)), 0, 61).words == "1:01"
    assert pace_of(Lesson(steps=(Step(),), minutes=20), 0, 61).words == "1:01 of 20:00"
    assert clock_words(3750) == "1:02:30"


@pytest.fixture(scope="module")
def times(library: Library) -> TimeReader:
    physiology = read_physiology([shipped("data")], library.atlas)
    return TimeReader(library.atlas, library.anatomy, physiology)


SPRINTS = focused(State(), Ref("movement", "sprint-intervals"))


def in_time(library: Library, times: TimeReader, *steps: Step) -> Teller:
    known = Knowledge(Reader(library.atlas, library.anatomy), times)
    return Teller(Lesson(steps=steps), known, State(), tuple(library.atlas.rests))


def test_a_slide_is_lit_as_at_its_minute(library: Library, times: TimeReader) -> None:
    minutes = (5, 45, 1440)
    told = in_time(library, times, *(Step(see=replace(SPRINTS, minute=m, span="24h")) for m in minutes))
    dimmed = [
        {light.role for light in told.slide(Seen(at)).stage.scenes[0].lights if light.strength == 0}
        for at in range(3)
    ]
    assert dimmed == [set(), {"working"}, {"working", "receiving"}]
    words = [{entry.words for entry in told.slide(Seen(at)).stage.scenes[0].legend} for at in range(3)]
    assert ["dim: not at the time shown" in said for said in words] == [False, True, True]


@pytest.mark.parametrize(
    ("see", "shown"),
    [
        (SPRINTS, False),
        (replace(SPRINTS, minute=45), True),
        (replace(SPRINTS, minute=45, time_open=False), False),
        (replace(SPRINTS, time_open=True), True),
        (focused(State(time_open=True), Ref("signal", "apelin")), False),  # it has no course
    ],
)
def test_a_slide_shows_the_curves_that_its_step_looks_at(
    library: Library, times: TimeReader, see: State, shown: bool
) -> None:
    told = in_time(library, times, Step(see=see, questions=(ASKED,)))
    assert (told.slide(Seen(0)).curve is not None) is shown
    assert told.slide(Seen(0, 1)).curve is None  # it might be the answer


def test_the_curves_of_a_slide_are_those_of_its_minute(library: Library, times: TimeReader) -> None:
    curve = in_time(library, times, Step(see=replace(SPRINTS, minute=45))).slide(Seen(0)).curve
    assert curve is not None
    assert (curve.moment.minute, curve.moment.place) == (45, "35 min after Sprint intervals")


def test_a_question_lies_where_its_answer_will(library: Library) -> None:
    see = replace(focused(State(), Ref("signal", "bdnf")), closeup="brain")
    told = teller(library, Step(see=see, questions=(ASKED,)))
    asked, answered = told.slide(Seen(0, 1)), told.slide(Seen(0, 2))
    assert asked.told == answered
    assert answered.told is None
    assert [str(label.ref) for label in answered.stage.scenes[0].labels] == ["organ:hippocampus"]
