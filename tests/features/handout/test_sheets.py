"""Worksheets, answer keys and handouts of the ready lessons."""

from __future__ import annotations

import pytest

from bodymap.atlas.reading import Library
from bodymap.features.handout.model import Knowledge, handout, worksheet
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.shelf import ready_lessons
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.model import Question
from bodymap.features.quiz.rounds import round_of
from bodymap.loading.shipped import shipped


@pytest.fixture(scope="module")
def known(library: Library) -> Knowledge:
    return Knowledge(library.atlas, library.anatomy)


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return next(each.lesson for each in ready_lessons([shipped("data")]) if each.id == "4-fat-and-sugar")


@pytest.fixture(scope="module")
def questions(library: Library) -> tuple[Question, ...]:
    kinds = ("organ", "match", "claim")
    return round_of(Bank.of(library.atlas), kinds, 9, 5)


def test_each_organ_of_the_lesson_is_a_number_to_be_named(lesson: Lesson, known: Knowledge) -> None:
    sheet = worksheet(lesson, (), known)
    assert [blank.number for blank in sheet.blanks] == [1, 2, 3, 4, 5, 6]
    assert [blank.name for blank in sheet.blanks] == [
        "Visceral fat",
        "Skeletal muscle",
        "Subcutaneous fat",
        "Brain",
        "Pancreas",
        "Liver",
    ]
    assert all(set(blank.regions) <= set(known.anatomy.regions) for blank in sheet.blanks)
    assert sorted(sheet.names) == sorted(blank.name for blank in sheet.blanks)
    assert sheet.names != tuple(blank.name for blank in sheet.blanks), "the names give nothing away"


def test_letters_of_the_key_lead_to_the_right_words(
    lesson: Lesson, known: Knowledge, questions: tuple[Question, ...]
) -> None:
    sheet = worksheet(lesson, questions, known)
    assert {q.kind for q in questions} == {"organ", "match", "claim"}
    for exercise, solution, question in zip(sheet.exercises, sheet.solutions, questions, strict=True):
        words = dict(exercise.choices)
        if question.left:
            pairs = [words[pair[1]] for pair in solution.letters.split()]
            said = [f"{thing} – {partner}" for (_n, thing), partner in zip(exercise.left, pairs, strict=True)]
            assert "; ".join(said) == solution.words
        else:
            assert words[solution.letters] == solution.words


def test_every_source_is_listed_and_cited(
    lesson: Lesson, known: Knowledge, questions: tuple[Question, ...]
) -> None:
    sheet = worksheet(lesson, questions, known)
    cited = {number for solution in sheet.solutions for number in solution.sources}
    assert cited == {source.number for source in sheet.sources}
    pages = handout(lesson, known)
    assert {n for page in pages.pages for n in page.sources} == {source.number for source in pages.sources}
    assert all(page.sources for page in pages.pages)


def test_the_same_seed_gives_the_same_sheet(
    lesson: Lesson, known: Knowledge, questions: tuple[Question, ...]
) -> None:
    assert worksheet(lesson, questions, known, 3) == worksheet(lesson, questions, known, 3)
    assert len({worksheet(lesson, questions, known, seed).names for seed in range(5)}) > 1


def test_notes_stay_with_the_teacher_where_asked(lesson: Lesson, known: Knowledge) -> None:
    assert all(page.notes for page in handout(lesson, known).pages)
    assert not any(page.notes for page in handout(lesson, known, with_notes=False).pages)


def test_nobody_takes_a_claim_home_without_its_verdict(known: Knowledge) -> None:
    ready = ready_lessons([shipped("data")])
    claims = next(each.lesson for each in ready if each.id == "9-claims-check")
    verdicts = {claim.number: claim for claim in known.atlas.claims}
    pages = handout(claims, known, with_notes=False).pages
    told = [(page, step.claim) for page, step in zip(pages, claims.steps, strict=True)]
    assert sum(number is not None for _page, number in told) > 5
    for page, number in told:
        assert bool(page.verdict) == (number is not None)
        if number is not None:
            assert page.nuance == verdicts[number].nuance
            assert page.text.startswith("Claim: “")
