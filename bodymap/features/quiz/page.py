"""What is shown of a round at a moment: question, lettered rows, teams and words, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.features.quiz.draft import NONE
from bodymap.features.quiz.model import Kind, Question
from bodymap.features.quiz.self_test import SelfTest
from bodymap.features.quiz.sitting import Sitting
from bodymap.features.quiz.teacher_led import TeacherLed
from bodymap.features.quiz.teams import Teams
from bodymap.i18n import _
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.citations import Citations

LETTERS = "ABCDEFGH"
Mark = Literal["", "placed", "right", "wrong", "tried"]
Shape = Literal["circle", "triangle", "square", "diamond", "star", "hexagon"]
SHAPES: tuple[Shape, ...] = ("circle", "triangle", "square", "diamond", "star", "hexagon")


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: its letter, words, mark, and a badge such as the place it was given; `spoken` says all."""

    letter: str
    words: str
    mark: Mark
    badge: str
    is_open: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Left:
    """A thing to find a partner for, the partner it has, and whether the next letter is for it."""

    words: str
    partner: str
    is_active: bool
    mark: Mark
    spoken: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A team: its shape and number, score, and what it does now."""

    number: int
    name: str
    shape: Shape
    score: int
    is_answering: bool
    is_out: bool
    has_won: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is shown while a question is asked. `told` is empty until the answer is shown.

    `kept` is never shown: words as long as those that will be told, for which room is kept.
    """

    place: str
    kind: Kind
    ask: str
    rows: tuple[Row, ...]
    lefts: tuple[Left, ...]
    teams: tuple[Chip, ...]
    hint: str
    verdict: str
    told: str
    why: str
    sources: tuple[Source, ...]
    forward: str
    can_back: bool
    kept: str


def page_of(atlas: Atlas, sitting: Sitting) -> Page | None:
    """The page of the question that is asked; None once all were."""
    question = sitting.question
    if question is None:
        return None
    shown = sitting.is_revealed
    cited = Citations(atlas)
    cited.cite(question.references)
    place = _("Question {n} of {all}").format(n=sitting.at + 1, all=len(sitting.play.questions))
    return Page(
        place=place,
        kind=question.kind,
        ask=question.ask,
        rows=tuple(_row(sitting, question, i) for i in range(len(question.choices))),
        lefts=tuple(_left(sitting, question, i) for i in range(len(question.left))),
        teams=chips(sitting),
        hint="" if shown else _hint(sitting, question),
        verdict=_verdict(sitting, question) if shown else _passing(sitting),
        told=question.right_words if shown else "",
        why=question.why if shown else "",
        sources=cited.sources() if shown else (),
        forward=_forward(sitting),
        can_back=sitting.back() is not sitting,
        kept=" ".join((question.right_words, question.why, *(source.short for source in cited.sources()))),
    )


def chips(sitting: Sitting) -> tuple[Chip, ...]:
    """The teams; none where there are none."""
    play = sitting.play
    return tuple(_chip(play, i, n) for i, n in enumerate(sitting.names)) if isinstance(play, Teams) else ()


def _chip(play: Teams, i: int, name: str) -> Chip:
    state = ""
    if play.answering == i:
        state = _("answers")
    elif play.winner == i:
        state = _("has the point")
    elif i in play.out:
        state = _("was wrong")
    spoken = ", ".join(part for part in (name, _("score {n}").format(n=play.scores[i]), state) if part)
    is_out = i in play.out and not play.is_over
    return Chip(i + 1, name, SHAPES[i], play.scores[i], play.answering == i, is_out, play.winner == i, spoken)


def _row(sitting: Sitting, question: Question, i: int) -> Row:
    mark, badge = _mark(sitting, question, i), _badge(sitting, question, i)
    words = question.choices[i].words
    said = {"right": _("right"), "wrong": _("wrong"), "tried": _("was wrong"), "placed": _("chosen"), "": ""}
    spoken = ", ".join(part for part in (LETTERS[i], words, badge, said[mark]) if part)
    is_open = sitting.can_answer and mark != "tried"
    return Row(LETTERS[i], words, mark, badge, is_open, spoken)


def _mark(sitting: Sitting, question: Question, i: int) -> Mark:
    given = sitting.given
    if not sitting.is_revealed:
        return "tried" if (i,) in sitting.tried else "placed" if i in given else ""
    if question.form == "match":
        return ""
    if question.form == "order":
        return ("right" if given == question.right else "wrong") if _is_at_place(given, question, i) else ""
    if question.right == (i,):
        return "right"
    return "wrong" if i in given or (i,) in sitting.tried else ""


def _is_at_place(given: tuple[int, ...], question: Question, i: int) -> bool:
    """Whether something is to be said of a row of an order: all where it is right, else those misplaced."""
    if len(given) != len(question.right):
        return False
    return given == question.right or given.index(i) != question.right.index(i)


def _badge(sitting: Sitting, question: Question, i: int) -> str:
    if question.form == "order":
        order = question.right if sitting.is_revealed else sitting.given
        return str(order.index(i) + 1) if i in order else ""
    return ""


def _left(sitting: Sitting, question: Question, i: int) -> Left:
    given, right = sitting.given, question.right[i]
    mine = given[i] if i < len(given) else NONE
    shown = right if sitting.is_revealed else mine
    partner = f"{LETTERS[shown]}  {question.choices[shown].words}" if shown != NONE else ""
    mark: Mark = "placed" if mine != NONE else ""
    if sitting.is_revealed:
        mark = "" if mine == NONE else "right" if mine == right else "wrong"
    is_active = sitting.can_answer and sitting.draft.active(question) == i
    words = question.left[i].words
    said = {"right": _("right"), "wrong": _("wrong"), "tried": "", "placed": "", "": ""}[mark]
    spoken = ", ".join(part for part in (words, partner or _("no partner yet"), said) if part)
    return Left(words, partner, is_active, mark, spoken)


def _hint(sitting: Sitting, question: Question) -> str:
    play = sitting.play
    if isinstance(play, Teams) and play.answering is None:
        return _("Which team is first? Keys 1 to {n}.").format(n=len(play.scores))
    last = LETTERS[len(question.choices) - 1]
    words = {
        "click": _("Click on the body, or press A to {last}."),
        "choice": _("Press A to {last}."),
        "order": _("Press the letters in order, first to last."),
        "match": _("Press the letter that belongs to what is marked."),
    }[question.form].format(last=last)
    if isinstance(play, Teams) and play.answering is not None:
        team = sitting.names[play.answering]
        return _("{team}: {what}").format(team=team, what=words)
    return words


def _passing(sitting: Sitting) -> str:
    """What is said while the question goes on to another team."""
    return _("Not right. The others have their chance.") if sitting.tried else ""


def _verdict(sitting: Sitting, question: Question) -> str:
    play = sitting.play
    if isinstance(play, Teams):
        if play.winner is None:
            return _("Nobody has the point.")
        return _("{team}: right, one point.").format(team=sitting.names[play.winner])
    if isinstance(play, SelfTest):
        return _("Right.") if play.was_right else _("Not right.") if sitting.given else _("No answer.")
    answer = sitting.draft.answer(question)
    if answer is None:
        return ""
    return _("The class was right.") if question.is_right(answer) else _("The class was not right.")


def _forward(sitting: Sitting) -> str:
    play = sitting.play
    if sitting.is_whole:
        return _("Give the answer")
    if not sitting.is_revealed:
        return _("Show the answer")
    is_last = sitting.at + 1 == len(play.questions)
    if not is_last:
        return _("Next question")
    return _("End") if isinstance(play, TeacherLed) else _("Result")
