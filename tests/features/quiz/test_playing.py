"""The ways to play, as a room plays them: any key at any moment, and what it comes to."""

from __future__ import annotations

import random

import pytest

from bodymap.features.quiz.model import Answer, Choice, Question
from bodymap.features.quiz.self_test import SelfTest
from bodymap.features.quiz.teacher_led import TeacherLed
from bodymap.features.quiz.teams import Teams

RIGHT: Answer = (1,)
WRONG: Answer = (0,)


def question(number: int) -> Question:
    choices = (Choice("a", "A"), Choice("b", "B"))
    kind = "organ" if number % 2 else "signal"
    return Question(
        kind, "choice", f"Q{number}", choices, RIGHT, "Why.", (), (f"effect:e{number}",), f"{number}"
    )


FOUR = tuple(question(n) for n in range(4))


def test_the_teacher_shows_each_answer_and_goes_on_and_back() -> None:
    play = TeacherLed(FOUR[:2])
    seen: list[tuple[int, bool]] = []
    while not play.is_over:
        seen.append((play.at, play.is_revealed))
        play = play.forward()
    assert seen == [(0, False), (0, True), (1, False), (1, True)]
    assert play.forward() == play
    back = play.back()
    assert (back.at, back.is_revealed) == (1, True)
    assert TeacherLed(FOUR).back() == TeacherLed(FOUR)


def test_teams_in_turn_score_and_pass_on() -> None:
    play = Teams.of(FOUR, 3)
    play = play.answered(WRONG)
    assert (play.answering, play.out, play.is_revealed) == (1, {0}, False)
    play = play.answered(RIGHT)
    assert (play.scores, play.winner, play.is_revealed, play.answering) == ((0, 1, 0), 1, True, None)
    assert play.answered(RIGHT) == play
    play = play.forward()
    assert (play.at, play.answering, play.out, play.winner) == (1, 1, frozenset(), None)
    everyone_wrong = play.answered(WRONG).answered(WRONG).answered(WRONG)
    assert (everyone_wrong.is_revealed, everyone_wrong.scores) == (True, (0, 1, 0))


def test_the_first_to_press_answers_and_one_who_was_wrong_waits() -> None:
    play = Teams.of(FOUR, 2, "buzzer")
    assert play.answered(RIGHT) == play, "nobody has pressed"
    play = play.buzzed(1)
    assert play.buzzed(0) == play, "too late"
    play = play.answered(WRONG)
    assert (play.answering, play.buzzed(1)) == (None, play)
    play = play.buzzed(0).answered(RIGHT)
    assert (play.scores, play.leaders) == ((1, 0), (0,))
    assert play.corrected(0, -5).scores == (0, 0)
    assert play.corrected(1, 1).leaders == (0, 1)


@pytest.mark.parametrize("teams", [1, 7])
def test_there_are_two_to_six_teams(teams: int) -> None:
    with pytest.raises(ValueError, match="2 to 6"):
        Teams.of(FOUR, teams)


def test_alone_each_answer_is_explained_and_the_report_says_what_to_revisit() -> None:
    play = SelfTest(FOUR)
    for answer in (RIGHT, WRONG, RIGHT, ()):
        play = play.answered(answer)
        assert play.was_right is (answer == RIGHT)
        assert play.answered(RIGHT) == play, "a second click is none"
        play = play.forward()
    report = play.report()
    assert play.is_over
    assert (report.right, report.asked) == (2, 4)
    assert report.by_kind == (("signal", 2, 2), ("organ", 0, 2))
    assert [q.key for q in report.revisit] == ["1", "3"]
    assert report.about == ("effect:e1", "effect:e3")


def test_one_who_clicks_on_without_answering_is_shown_the_answer() -> None:
    play = SelfTest(FOUR).forward()
    assert (play.question, play.was_right) == (FOUR[0], False)
    assert play.forward().question == FOUR[1]


def pressed(play: Teams, rng: random.Random) -> Teams:
    """Any key."""
    team, answer = rng.randint(-1, 7), rng.choice([RIGHT, WRONG, (), (9,)])
    return rng.choice([play.forward(), play.revealed(), play.buzzed(team), play.answered(answer)])


@pytest.mark.parametrize("way", ["turn", "buzzer"])
def test_fast_clicking_never_ends_in_a_dead_end(way: str) -> None:
    for seed in range(200):
        rng = random.Random(seed)
        play = Teams.of(FOUR, rng.randint(2, 6), "turn" if way == "turn" else "buzzer")
        for _click in range(60):
            play = pressed(play, rng)
            assert sum(play.scores) <= len(FOUR)
            assert play.is_over or play.is_revealed or play.answering is not None or way == "buzzer"
        for _key in range(2 * len(FOUR)):
            play = play.forward()
        assert play.is_over
