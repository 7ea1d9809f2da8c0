"""Lists and card follow the state: plainly at once, a frame later with what time tells of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject

from bodymap.atlas.records import Ref
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.window import Window
from bodymap.viewmodels.reader import Reader

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.reader import TimeReader

Value = TypeVar("Value")


class Panes(QObject):
    """Shows lists and card of a window, and lets what is chosen in them change the state."""

    def __init__(self, window: Window, store: Store, reader: Reader) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        self._focus = store.state.focus
        lists, card = self.lists, self.card = window.fill()
        self._told = (
            _Pane(store, reader.lists, lists.show_lists, lambda time, plain, at: time.lists(plain, at)),
            _Pane(store, reader.card, card.show_card, lambda time, plain, at: time.card(plain, at)),
        )

    def show(self) -> None:
        """Let both follow the state."""
        for pane, widget in zip(self._told, (self.lists, self.card), strict=True):
            pane.follow(widget)
        self._store.watch(self, lambda s: s.focus, self._show_focus)
        self.lists.lens_chosen.connect(lambda lens: self._store.set(lens=lens))  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType] - Qt's stubs name no type
        self.lists.chosen.connect(self._choose_in_list)
        self.card.followed.connect(self._store.focus)

    def expect(self) -> None:
        """Let the card know what the state will show in it, before its place changes."""
        self.card.expect_card(self._told[1].told(self._store.state))

    def bring_time(self, reader: TimeReader) -> None:
        """Tell from now on what time knows of them."""
        for pane in self._told:
            pane.time = reader

    def catch_up(self) -> None:
        """Courses and doses in lists and card, however dear they are."""
        for pane in self._told:
            pane.catch_up()

    def _show_focus(self, focus: Ref) -> None:
        if focus != self._focus:
            self._window.drawers.show("card", True)
        self._focus = focus

    def _choose_in_list(self, ref: Ref) -> None:
        self._window.drawers.show("lists", False)
        self._store.focus(ref)


class _Pane(Generic[Value]):
    """What one of them shows, derived from the state and told again by `tell` with what time knows."""

    def __init__(
        self,
        store: Store,
        derive: Callable[[State], Value],
        show: Callable[[Value], object],
        tell: Callable[[TimeReader, Value, State], Value],
    ) -> None:
        self._store, self._derive, self._show, self._tell = store, derive, show, tell
        self._shown: Value | None = None
        self.time: TimeReader | None = None

    def follow(self, owner: QObject) -> None:
        """Show it now and whenever it differs, while its owner lives: in full where that is cheap."""
        self._store.watch(owner, self._derive, self._show_at_once)

    def catch_up(self) -> None:
        """Show it in full."""
        state = self._store.state
        plain = self._derive(state)
        self._show_told(plain if self.time is None else self._tell(self.time, plain, state))

    def told(self, state: State) -> Value:
        """What it shows of a state at once."""
        return self._telling(self._derive(state), state)

    def _show_at_once(self, plain: Value) -> None:
        self._show_told(self._telling(plain, self._store.state))

    def _telling(self, plain: Value, state: State) -> Value:
        is_ready = self.time is not None and self.time.is_ready(state)
        return self._tell(self.time, plain, state) if self.time is not None and is_ready else plain

    def _show_told(self, told: Value) -> None:
        if told != self._shown:
            self._shown = told
            self._show(told)
