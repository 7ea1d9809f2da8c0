"""Installs the questions to a room: their actions, and their board when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.i18n import _
from bodymap.state import State
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.opener import Opener
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.features.quiz.bank import Bank
    from bodymap.features.quiz.model import Question, Written
    from bodymap.features.quiz.setup import Setup
    from bodymap.features.quiz.sitting import Sitting
    from bodymap.features.quiz.view import QuizBoard
    from bodymap.ui.look import Look

_LETTERS = "ABCDEFGH"
_TEAMS = 6


def _none() -> Sequence[Written]:
    return ()


def _unshown() -> Sequence[State]:
    return ()


def install(
    host: Host,
    figures: Figures,
    packs: Callable[[], Sequence[Path]],
    own: Callable[[], Sequence[Written]] = _none,
    shown: Callable[[], Sequence[State]] = _unshown,
) -> None:
    """Let questions into the house; `own` are those of the open lesson, `shown` what it shows."""
    host.add(_Guest(host, figures, packs, own, shown).actions())


class _Guest:
    """Keeps the round that is played, also while its board is closed."""

    def __init__(
        self,
        host: Host,
        figures: Figures,
        packs: Callable[[], Sequence[Path]],
        own: Callable[[], Sequence[Written]],
        shown: Callable[[], Sequence[State]],
    ) -> None:
        self._host, self._figures, self._packs, self._own = host, figures, packs, own
        self._shown = shown
        self._opener = Opener(host, self._view, self._bind, self._give_back_body)
        self._setup: Setup | None = None
        self._sitting: Sitting | None = None
        self._bank: Bank | None = None
        self._is_beginning = True
        self._focus: Ref | None = None

    def actions(self) -> tuple[Action, ...]:
        group, reason = _("Ask the room"), _("no question is asked")
        opener, step = self._opener, self._step
        show = Action("quiz", _("Ask the room"), group, opener.toggle, ("F10",), checked=opener.is_open)
        show = show._replace(also=(_("quiz"), _("questions")))
        ways: tuple[tuple[str, str, tuple[str, ...], Callable[[Sitting], Sitting]], ...] = (
            ("next", _("Show the answer, next question"), ("PgDown", "Right", "Space", "N"), _forward),
            ("back", _("One step back"), ("PgUp", "Left", "Backspace", "P"), _back),
            ("take-back", _("Take back a letter"), ("Del",), _taken_back),
        )
        steps = [
            Action(f"quiz-{name}", words, group, partial(step, way), keys) for name, words, keys, way in ways
        ]
        for number, letter in enumerate(_LETTERS):
            words = _("Answer {letter}").format(letter=letter)
            run = partial(step, partial(_lettered, number))
            steps.append(
                Action(f"quiz-answer-{letter.lower()}", words, group, run, (letter, f"Shift+{letter}"))
            )
        for team in range(_TEAMS):
            words = _("Team {n} is first").format(n=team + 1)
            run = partial(step, partial(_buzzed, team))
            steps.append(Action(f"quiz-team-{team + 1}", words, group, run, (str(team + 1),)))
        new = Action("quiz-new", _("New round …"), group, self._begin, enabled=opener.is_open)
        rest = (a._replace(enabled=self._is_playing, reason=reason) for a in steps)
        return (show, new._replace(reason=_("the questions are not open")), *rest)

    def _is_playing(self) -> bool:
        """Whether keys mean something in a round."""
        return self._opener.is_open() and not self._is_beginning and self._sitting is not None

    def _view(self) -> type[QuizBoard]:
        from bodymap.features.quiz.view import QuizBoard

        return QuizBoard

    def _bind(self, board: QuizBoard) -> None:
        from bodymap.features.quiz.setup import Setup

        host = self._host
        self._setup = self._setup or Setup(seed=_any_seed(), scope="lesson" if self._shown() else "all")
        self._is_beginning = self._sitting is None
        board.new_asked.connect(self._begin)
        board.worn.connect(self._wear)
        board.begin.changed.connect(self._choose)
        board.begin.another_seed.connect(self._choose_seed)
        board.begin.started.connect(self._start)
        board.begin.resumed.connect(self._go_on)
        board.round.answered.connect(self._answer)
        board.round.pointed.connect(self._point)
        board.round.buzzed.connect(self._buzz)
        board.round.forward.connect(lambda: self._step(_forward))
        board.round.back.connect(lambda: self._step(_back))
        board.round.opened.connect(self._open)
        board.end.opened.connect(self._open)
        board.end.followed.connect(self._follow)
        board.end.again.connect(self._begin)
        board.end.back.connect(lambda: self._step(_back))
        self._focus = host.store.state.focus
        host.store.watch(board, lambda state: state.focus, self._hear_focus)
        host.store.watch(board, lambda _state: host.reader.atlas, lambda _atlas: self._show())

    def _give_back_body(self) -> None:
        """The body as it is without a question."""
        host = self._host
        host.answer(None)
        host.light(None)
        host.window.body.show_look(host.window.look)

    def _show(self) -> None:
        """Show the sheet before a round, its question, or its end."""
        from bodymap.features.quiz.ending import ending_of
        from bodymap.features.quiz.page import page_of

        board, sitting, host = self._opener.board, self._sitting, self._host
        if board is None:
            return
        if self._is_beginning or sitting is None:
            self._show_begin(board)
            return
        page = page_of(host.reader.atlas, sitting)
        if page is None:
            board.show_end(ending_of(self._made_bank(), sitting), sitting.back() is not sitting)
        else:
            board.show_page(page)
        host.answer(self._click)
        host.light(self._stage)
        host.actions.refresh()

    def _show_begin(self, board: QuizBoard) -> None:
        from bodymap.features.quiz.setup import yield_words

        assert self._setup is not None
        setup, sitting = self._setup, self._sitting
        has_lesson = bool(self._shown())
        if setup.scope == "lesson" and not has_lesson:  # it was closed meanwhile
            setup = self._setup = replace(setup, scope="all")
        found = len(self._questions())
        can_resume = sitting is not None and sitting.question is not None
        board.show_begin()
        board.begin.show_lesson(has_lesson)
        board.begin.show_setup(setup, yield_words(found, setup), len(self._own()), can_resume)
        board.begin.show_startable(found > 0)
        self._give_back_body()
        self._host.actions.refresh()

    def _questions(self) -> tuple[Question, ...]:
        assert self._setup is not None
        return self._setup.questions(self._made_bank(), self._things(self._setup), self._own())

    def _things(self, setup: Setup) -> frozenset[Ref]:
        """What the round is about, unless it is about everything."""
        from bodymap.features.quiz.setup import in_lesson, in_view

        host = self._host
        if setup.scope == "lesson":
            return in_lesson(self._shown(), host.reader.stage)
        return in_view(host.store.state, host.reader.stage(host.store.state))

    def _made_bank(self) -> Bank:
        """What questions are made from: made when first asked for, and when something else is known."""
        atlas = self._host.reader.atlas
        if self._bank is None or self._bank.atlas is not atlas:
            from bodymap.features.quiz.material import bank_of

            self._bank = bank_of(atlas, self._figures, self._packs())
        return self._bank

    def _stage(self, state: State) -> Stage:
        from bodymap.features.quiz.stage import quiz_stage

        assert self._sitting is not None
        anatomy = self._host.reader.anatomy
        return quiz_stage(self._made_bank(), anatomy, self._figures.view, state, self._sitting)

    def _step(self, way: Callable[[Sitting], Sitting]) -> None:
        if self._sitting is not None and not self._is_beginning:
            after = way(self._sitting)
            if after is not self._sitting:
                self._sitting = after
                self._show()

    def _answer(self, choice: int) -> None:
        self._step(partial(_lettered, choice))

    def _point(self, left: int) -> None:
        self._step(partial(_pointed, left))

    def _buzz(self, team: int) -> None:
        self._step(partial(_buzzed, team))

    def _click(self, ref: Ref) -> None:
        """What was clicked on the body: one of the marked organs is an answer."""
        from bodymap.features.quiz.stage import choice_of

        question = self._sitting.question if self._sitting is not None else None
        if self._sitting is None or question is None or self._sitting.is_revealed:
            return
        choice = choice_of(question, self._under(ref)) if question.form == "click" else None
        if choice is not None:
            self._answer(choice)
        elif question.form == "click":
            name = self._host.reader.atlas.name_of(ref)
            self._host.say(_("{name} is not among the marked organs.").format(name=name))

    def _under(self, ref: Ref) -> tuple[Ref, ...]:
        """What was clicked, and what lies under it at the same place."""
        from bodymap.viewmodels.places import ref_of_region

        reader, regions = self._host.reader, self._host.window.body.clicked
        stack = tuple(ref_of_region(reader.atlas, reader.anatomy, region)[0] for region in regions)
        return (ref, *stack) if ref in stack[:1] else (ref,)

    def _choose(self, setup: Setup) -> None:
        self._setup = setup
        self._show()

    def _choose_seed(self) -> None:
        if self._setup is not None:
            self._choose(replace(self._setup, seed=_any_seed()))

    def _begin(self) -> None:
        self._is_beginning = True
        self._show()

    def _go_on(self) -> None:
        self._is_beginning = self._sitting is None
        self._show()

    def _start(self) -> None:
        questions = self._questions()
        if self._setup is not None and questions:
            self._sitting = self._setup.begun(questions)
            self._go_on()

    def _open(self, number: str) -> None:
        """Open a source by its number on what is shown."""
        board = self._opener.board
        if board is None:
            return
        shown = board.end.ending if board.end.isVisible() else board.round.page
        for source in shown.sources if shown is not None else ():
            if str(source.number) == number:
                self._host.open_source(source)

    def _follow(self, address: str) -> None:
        """Choose in the window what is to be looked at again; the end of the round can be opened again."""
        kind, _colon, name = address.partition(":")
        self._opener.shut()
        if kind == "claim":
            if self._host.window.card is not None:
                self._host.window.card.claim_followed.emit(int(name))
            return
        self._host.store.focus(Ref("organ" if kind == "organ" else "signal", name))

    def _wear(self, look: Look) -> None:
        """Labels on the body are read from as far as the question."""
        if not self._is_beginning:
            self._host.window.body.show_look(look)

    def _hear_focus(self, focus: Ref) -> None:
        """Something was chosen by search: show it. The round waits."""
        if focus == self._focus:
            return
        if self._is_beginning:
            self._focus = focus
            self._show()
        else:
            self._opener.shut()


def _any_seed() -> int:
    from random import randrange

    from bodymap.features.quiz.setup import SEEDS

    return randrange(1, SEEDS)


def _forward(sitting: Sitting) -> Sitting:
    return sitting.forward()


def _back(sitting: Sitting) -> Sitting:
    return sitting.back()


def _taken_back(sitting: Sitting) -> Sitting:
    return sitting.taken_back()


def _lettered(choice: int, sitting: Sitting) -> Sitting:
    return sitting.lettered(choice)


def _pointed(left: int, sitting: Sitting) -> Sitting:
    return sitting.pointed(left)


def _buzzed(team: int, sitting: Sitting) -> Sitting:
    return sitting.buzzed(team)
