"""What a guest is given: the window and the store, what is known, and a place to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.figure.figure import Anatomy, View
from bodymap.i18n import _
from bodymap.loading.problems import Problem
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.action_set import ActionSet
from bodymap.ui.action_values import Action
from bodymap.ui.board import Board
from bodymap.ui.look import Look
from bodymap.ui.notice import Notice
from bodymap.ui.window import Window
from bodymap.ui.wiring import Wiring
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.ui.body.widget import BodyView
    from bodymap.ui.clock import Clock
    from bodymap.viewmodels.flow import Flow
    from bodymap.viewmodels.search_more import Offer
    from bodymap.viewmodels.timeline.values import Moment, Timeline


class Host:
    """The house as its guests see it. `reader` is the one of now: ask for it each time."""

    def __init__(self, window: Window, store: Store, wiring: Wiring) -> None:
        self.window, self.store, self._wiring = window, store, wiring

    @property
    def reader(self) -> Reader:
        """What is known and derived now."""
        return self._wiring.reader

    def known(self, state: State) -> tuple[Atlas, Atlas]:
        """All that is known, and what a state's filter of evidence leaves of it: cheap to compare."""
        return self.reader.atlas, self.reader.shown(state)

    @property
    def actions(self) -> ActionSet:
        """The table of everything that can be done."""
        return self._wiring.actions

    def add(self, actions: Iterable[Action]) -> None:
        """Let a guest's actions into menus, key sheet and keyboard."""
        self.actions.add(self.window, actions)

    def offer_found(self, source: Callable[[], Iterable[Offer]]) -> None:
        """Let what a guest offers be found by its names; it is asked at each letter that is typed."""
        self._wiring.sources.append(source)

    def search_again(self) -> None:
        """Show what is found now, where a search is open: a guest has more to offer."""
        if self._wiring.find is not None:
            self._wiring.find.search_again()

    def open(self, board: Board) -> None:
        """Show a guest's board in place of any other."""
        board.closed.connect(self.actions.refresh)
        self.window.boards.open(board)
        self.actions.refresh()

    def light(self, derive: Callable[[State], Stage] | None) -> None:
        """Let the body show a guest's stage; None gives it back."""
        self._wiring.staging.light(derive)

    def draw_on(self, other: Callable[[Stage], Stage] | None) -> None:
        """Let the body show every stage on another figure; None: on those that are shipped."""
        self._wiring.staging.draw_on(other)

    def answer(self, clicked: Callable[[Ref], object] | None) -> None:
        """Be told what is clicked on the body, in place of its being chosen; None gives that back."""
        self._wiring.staging.answer(clicked)

    def admit(self, name: str, view: View, anatomy: Anatomy) -> None:
        """Let the body show a figure from elsewhere, and its regions be known."""
        self.window.body.canvas.admit(name, view, anatomy)
        self.reader.learn(self.reader.atlas, anatomy)

    def another_body(self, look: Look, parent: QWidget) -> BodyView:
        """One more body, which shows what it is told and nothing else."""
        from bodymap.ui.body.widget import BodyView

        return BodyView(self.window.body.figures, look, parent, self.window.body.gallery)

    @property
    def clock(self) -> Clock:
        """The one clock."""
        return self._wiring.clock

    def flow(self, state: State) -> Flow:
        """What travels in a state; nothing before the courses over time are there."""
        return self._wiring.staging.flow(state)

    def stage(self, state: State) -> Stage:
        """What the body shows in a state, lit as at its minute; in full before the courses are there."""
        found, time = self.reader.undrawn(state), self._wiring.time
        return self.reader.drawn(time.reader.lit(found, state, now=True) if time is not None else found)

    def in_time(self, state: State) -> tuple[Timeline, Moment] | None:
        """The curves of a state and its minute; None before the courses over time are there."""
        time = self._wiring.time
        return (time.reader.timeline(state), time.reader.moment(state)) if time is not None else None

    def list_problems(self, problems: Sequence[Problem], title: str = "") -> None:
        """List what is wrong in a file that a reader opened; nothing is listed where there is nothing."""
        self._wiring.desk.list(problems, title)

    def say(self, words: str) -> None:
        """Say something quietly."""
        self._wiring.say(words)

    def offer(self, words: str, button: str, run: Callable[[], object]) -> None:
        """Say something quietly, with a button that does something about it."""
        self.window.footer.show_notice(Notice(words, button, run))

    def remind(self, words: str, button: str, run: Callable[[], object]) -> None:
        """Say something wherever there is nothing else to say; "" takes it back."""
        self.window.footer.show_reminder(Notice(words, button, run) if words else None)

    def open_source(self, source: Source) -> None:
        """Open a publication in the browser, where it has an address."""
        self.open_address(source.url)

    def open_address(self, address: str | None) -> None:
        """Open an address in the browser, where there is one."""
        if address:
            self._wiring.open_address(address)

    def copy(self, words: str, said: str) -> None:
        """Copy words and say so."""
        QGuiApplication.clipboard().setText(words)
        self.say(_("Copied: {source}").format(source=said))
