"""What guests have of one another, in the whole window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from bodymap.features.lessons.reading import open_lesson
from bodymap.features.quiz.view import QuizBoard
from bodymap.loading.shipped import shipped
from tests.pilot import Pilot, options


def test_a_round_begins_with_the_questions_of_the_lesson_that_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    file = shipped("data", "lessons", "2-immunity.bodymap")
    lesson = open_lesson(file).lesson
    assert lesson is not None
    asked = [question.ask for step in lesson.steps for question in step.questions]
    pilot = Pilot(qtbot, options(tmp_path / "settings.json")._replace(lesson=file))
    pilot.press("F10")
    board = pilot.window.boards.current
    assert isinstance(board, QuizBoard)
    assert board.begin.sheet.scope.choices[-1].words == "What the lesson shows"
    assert board.begin.setup.scope == "lesson", "unless somebody chooses otherwise"
    assert board.begin.sheet.own.text() == f"{len(asked)} from the lesson"
    pilot.press("Return")
    pilot.settle()
    page = board.round.page
    assert page is not None
    assert page.ask in asked
    pilot.leave()
