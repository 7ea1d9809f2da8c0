"""A lesson, questions about it and what draws them, for the tests of sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.atlas.reading import Library
from bodymap.features.handout.model import Knowledge
from bodymap.features.handout.studio import Studio
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.shelf import ready_lessons
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.model import Question
from bodymap.features.quiz.rounds import round_of
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import read_physiology
from bodymap.ui.body.art import Gallery
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.timeline.reader import TimeReader


@pytest.fixture(scope="session")
def figures(library: Library) -> Figures:
    return Figures(shipped("assets", "figures"), library.anatomy)


@pytest.fixture(scope="session")
def known(library: Library) -> Knowledge:
    return Knowledge(library.atlas, library.anatomy)


@pytest.fixture(scope="session")
def studio(library: Library, figures: Figures) -> Studio:
    reader = Reader(library.atlas, figures.anatomy)
    return Studio(reader, figures, Gallery(figures.root), load_theme("projector"))


@pytest.fixture(scope="session")
def times(library: Library, figures: Figures) -> TimeReader:
    physiology = read_physiology([shipped("data")], library.atlas)
    return TimeReader(library.atlas, figures.anatomy, physiology)


@pytest.fixture(scope="session")
def fat() -> Lesson:
    return next(each.lesson for each in ready_lessons([shipped("data")]) if each.id == "4-fat-and-sugar")


@pytest.fixture(scope="session")
def asked(library: Library) -> tuple[Question, ...]:
    return round_of(Bank.of(library.atlas), n=12, seed=5)


@pytest.fixture
def lesson_file() -> Path:
    return shipped("data", "lessons", "4-fat-and-sugar.bodymap")
