"""A round while it is played: letters make an answer, every key is good at any moment, pages say what is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.draft import NONE, Draft
from bodymap.features.quiz.ending import ending_of, things_of
from bodymap.features.quiz.material import bank_of
from bodymap.features.quiz.model import KINDS, Answer, Choice, Form, Question
from bodymap.features.quiz.page import LETTERS, page_of
from bodymap.features.quiz.self_test import SelfTest
from bodymap.features.quiz.setup import Setup, in_view, seed_of, usual_names
from bodymap.features.quiz.sitting import Sitting
from bodymap.features.quiz.sizes import scales, sizes
from bodymap.features.quiz.stage import quiz_stage
from bodymap.features.quiz.teacher_led import TeacherLed
from bodymap.features.quiz.teams import Teams
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.viewmodels.scene_values import Stage
from tests.sample import sample_atlas

ATLAS = sample_atlas()
THREE = tuple(Choice(f"organ:{name}", name) for name in ("liver", "brain", "kidneys"))


def question(form: Form, right: Answer, number: int = 0) -> Question:
    left = tuple(Choice("", word) for word in ("IL-6", "BDNF", "Irisin")) if form == "match" else ()
    about = ("effect:e1",)
    return Question("organ", form, f"Q{number}?", THREE, right, "Why.", ("a2000",), about, str(number), left)


ONE, ORDER = question("choice", (1,)), question("order", (2, 0, 1))
PAIRS = question("match", (2, 0, 1))


def lettered(draft: Draft, asked: Question, letters: str) -> Draft:
    for letter in letters:
        draft = draft.lettered(asked, LETTERS.index(letter))
    return draft


def test_letters_make_an_order_and_a_letter_pressed_again_takes_back_all_from_there() -> None:
    assert lettered(Draft(), ORDER, "CAB").answer(ORDER) == (2, 0, 1)
    assert lettered(Draft(), ORDER, "CAC").placed == ()
    assert lettered(Draft(), ORDER, "CAA").placed == (2,)
    assert lettered(Draft(), ORDER, "CA").answer(ORDER) is None
    assert lettered(Draft(), ORDER, "CA").taken_back(ORDER).placed == (2,)
    assert lettered(Draft(), ORDER, "CH").placed == (2,), "there is no H"


def test_letters_make_pairs_for_what_is_marked() -> None:
    draft = lettered(Draft(), PAIRS, "C")
    assert (draft.placed, draft.active(PAIRS)) == ((2, NONE, NONE), 1)
    whole = lettered(draft, PAIRS, "AB")
    assert (whole.answer(PAIRS), whole.active(PAIRS)) == ((2, 0, 1), None)
    assert lettered(whole, PAIRS, "A").placed == (2, NONE, 1), "the same letter takes back"
    moved = lettered(whole.pointed(PAIRS, 0), PAIRS, "B")
    assert moved.placed == (1, 0, NONE), "a letter stands once"
    assert whole.taken_back(PAIRS).placed == (2, 0, NONE)


@pytest.mark.parametrize("asked", [ORDER, PAIRS])
def test_an_answer_of_several_letters_waits_until_it_is_given(asked: Question) -> None:
    sitting = Sitting(SelfTest((asked, ONE)))
    for choice in asked.right:
        assert not sitting.is_whole
        sitting = sitting.lettered(choice)
    assert sitting.is_whole
    page = page_of(ATLAS, sitting)
    assert page is not None
    assert (page.forward, page.told) == ("Give the answer", "")
    sitting = sitting.forward()
    assert isinstance(sitting.play, SelfTest)
    assert sitting.play.was_right
    assert sitting.forward().question == ONE


def test_the_class_is_told_whether_it_was_right_and_nothing_before() -> None:
    sitting = Sitting(TeacherLed((ONE,))).lettered(0)
    asked = page_of(ATLAS, sitting)
    assert asked is not None
    assert ([r.mark for r in asked.rows], asked.told, asked.why) == (["placed", "", ""], "", "")
    shown = page_of(ATLAS, sitting.forward())
    assert shown is not None
    assert [r.mark for r in shown.rows] == ["wrong", "right", ""]
    assert (shown.told, shown.verdict, shown.why) == ("brain", "The class was not right.", "Why.")
    assert [source.number for source in shown.sources] == [1]
    assert sitting.forward().back().question == ONE


def test_a_wrong_answer_passes_on_and_cannot_be_given_again() -> None:
    sitting = Setup("teams", teams=3).begun((ONE, ORDER)).lettered(0)
    page = page_of(ATLAS, sitting)
    assert page is not None
    assert [(c.is_answering, c.is_out) for c in page.teams] == [(False, True), (True, False), (False, False)]
    assert [r.mark for r in page.rows] == ["tried", "", ""]
    assert sitting.lettered(0) == sitting
    won = sitting.lettered(1)
    page = page_of(ATLAS, won)
    assert page is not None
    assert [c.score for c in page.teams] == [0, 1, 0]
    assert page.verdict == "Triangles: right, one point."
    assert won.back() == sitting, "a key for the wrong team is taken back"
    assert won.forward().tried == ()


def test_with_buzzers_letters_wait_for_a_team() -> None:
    sitting = Setup("teams", teams=2, way="buzzer").begun((ONE,))
    assert sitting.lettered(1) == sitting
    page = page_of(ATLAS, sitting)
    assert page is not None
    assert page.hint == "Which team is first? Keys 1 to 2."
    assert not any(row.is_open for row in page.rows)
    won = sitting.buzzed(1).lettered(1)
    assert isinstance(won.play, Teams)
    assert won.play.scores == (0, 1)


@pytest.mark.parametrize("mode", ["teacher", "teams", "self"])
@pytest.mark.parametrize("way", ["turn", "buzzer"])
def test_any_keys_in_any_order_never_end_in_a_dead_end(mode: str, way: str) -> None:
    questions = (ONE, ORDER, PAIRS, question("click", (2,), 4))
    for seed in range(150):
        rng = random.Random(seed)
        setup = Setup(mode, teams=rng.randint(2, 6), way=way)  # pyright: ignore[reportArgumentType]
        sitting = setup.begun(questions)
        for _key in range(80):
            sitting = any_key(sitting, rng)
            page = page_of(ATLAS, sitting)
            assert (page is None) == (sitting.question is None)
        for _key in range(3 * len(questions)):
            sitting = sitting.forward()
        assert sitting.question is None


def any_key(sitting: Sitting, rng: random.Random) -> Sitting:
    keys: list[Callable[[], Sitting]] = [
        sitting.forward,
        sitting.back,
        sitting.taken_back,
        lambda: sitting.lettered(rng.randint(-1, 8)),
        lambda: sitting.pointed(rng.randint(-1, 8)),
        lambda: sitting.buzzed(rng.randint(-1, 7)),
    ]
    return rng.choice(keys)()


def test_a_seed_is_a_number_of_at_most_four_figures() -> None:
    assert [seed_of(words) for words in ("7", " 0042 ", "9999", "10000", "-1", "x", "")] == [
        7, 42, 9999, None, None, None, None,
    ]  # fmt: skip


class Own(NamedTuple):
    ask: str
    right: str
    wrong: tuple[str, ...]
    why: str = "Because."
    references: tuple[str, ...] = ()


def test_questions_of_the_teacher_come_first_and_each_answer_has_a_letter() -> None:
    own = (Own("Mine?", "yes", ("no",)), Own("Which?", "this", tuple(f"not {n}" for n in range(12))))
    setup = Setup(kinds=("claim",), count=3)
    asked = setup.questions(Bank.of(ATLAS), own=own)
    assert [q.kind for q in asked] == ["written", "claim", "written"]
    sitting = setup.begun(asked).forward().forward().forward().forward()
    page = page_of(ATLAS, sitting.forward())
    assert page is not None
    assert [row.letter for row in page.rows] == list(LETTERS)
    assert [row.words for row in page.rows if row.mark == "right"] == ["this"]
    assert all(q.kind == "claim" for q in replace(setup, with_own=False).questions(Bank.of(ATLAS), own=own))


def test_teams_without_a_name_are_called_by_their_shapes() -> None:
    names = ("", " Foxes ", *usual_names()[2:])
    assert Setup("teams", teams=2, names=names).team_names() == ("Circles", "Foxes")


@pytest.mark.parametrize("height", [720, 1080, 2160])
def test_the_least_sizes_can_be_read_from_the_last_row(height: int) -> None:
    for text in (1.0, 1.5, 2.0):
        for scale in scales(text):
            found = sizes(height, scale)
            assert found.question >= height / 20
            assert found.answer >= height / 33
            assert found.small >= height / 40


@pytest.fixture(scope="module")
def figures(library: Library) -> Figures:
    return Figures(shipped("assets", "figures"), library.anatomy)


@pytest.fixture(scope="module")
def bank(library: Library, figures: Figures) -> Bank:
    return bank_of(library.atlas, figures, [shipped("data")])


def test_what_is_in_view_is_asked_about(bank: Bank) -> None:
    state = State(focus=Ref("organ", "liver"))
    seen = in_view(state, Stage(()))
    assert seen == {Ref("organ", "liver")}
    narrow, wide = (Setup(kinds=("signal",), scope=scope, count=20) for scope in ("view", "all"))
    asked = narrow.questions(bank, seen)
    assert asked
    assert all(q.ask.startswith("Liver:") for q in asked)
    assert not all(q.ask.startswith("Liver:") for q in wide.questions(bank, seen))


@pytest.mark.parametrize("kind", KINDS)
def test_the_body_gives_nothing_away_and_then_answers(bank: Bank, figures: Figures, kind: str) -> None:
    for seed in range(5):
        setup = Setup("teacher", kinds=(kind,), count=20, seed=seed)  # pyright: ignore[reportArgumentType]
        sitting = setup.begun(setup.questions(bank))
        while sitting.question is not None:
            question = sitting.question
            asked = quiz_stage(bank, figures.anatomy, figures.view, State(), sitting).scenes[0]
            assert {light.role for light in asked.lights} <= {"chosen"}
            wanted = LETTERS[: len(question.choices)] if question.form == "click" else ""
            assert sorted(label.text for label in asked.labels) == list(wanted)
            sitting = sitting.forward()
            shown = quiz_stage(bank, figures.anatomy, figures.view, State(), sitting).scenes[0]
            if kind == "order":
                assert not shown.lights, "when is not where"
            if question.choices[question.right[0]].id.startswith("organ:"):
                right = {Ref("organ", question.choices[i].id.removeprefix("organ:")) for i in question.right}
                assert {label.ref for label in shown.labels if label.role == "receiving"} == right
            sitting = sitting.forward()


def test_what_is_to_be_looked_at_again_leads_somewhere(bank: Bank) -> None:
    setup = Setup("self", count=80)
    sitting = setup.begun(setup.questions(bank))
    while sitting.question is not None:
        sitting = sitting.forward()
    ending = ending_of(bank, sitting)
    assert ending.title == f"0 of {len(sitting.play.questions)} right"
    assert len(ending.again) == len(sitting.play.questions)
    for again in ending.again:
        assert again.things, again.ask
        assert again.cited, again.ask
    numbers = {source.number for source in ending.sources}
    assert {n for again in ending.again for n in again.cited} == numbers
    assert things_of(bank, ("effect:gone", "claim:4711", "finding:gone", "course:gone")) == ()


def test_teams_that_are_level_share_their_place() -> None:
    play = Teams((ONE,), (1, 3, 1), at=1)
    ending = ending_of(Bank.of(ATLAS), Sitting(play, ("A", "B", "C")))
    assert [(p.place, p.chip.name) for p in ending.standing] == [(1, "B"), (2, "A"), (2, "C")]
    assert ending.title == "B win"
