"""Installs the forest plot: one action, and its board when that is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bodymap.i18n import _
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host

if TYPE_CHECKING:
    from bodymap.features.forest.model import Asked
    from bodymap.features.forest.view import ForestBoard


def install(host: Host) -> None:
    """Let the forest plot into the house."""
    guest = _Guest(host)
    action = Action("forest", _("Forest plot"), _("Views"), guest.toggle, ("F3",), checked=guest.is_open)
    host.add([action])


class _Guest:
    """Keeps what was asked; `board` is there while it is open."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._asked: Asked | None = None
        self._board: ForestBoard | None = None

    def is_open(self) -> bool:
        return self._board is not None

    def toggle(self) -> None:
        if self._board is not None:
            self._board.shut()
        else:
            self._open()

    def _open(self) -> None:
        from bodymap.features.forest.model import Asked
        from bodymap.features.forest.view import ForestBoard

        host, self._asked = self._host, self._asked or Asked()
        board = self._board = ForestBoard(host.window.look, host.window)
        board.scope.chosen.connect(self._setter("scope"))
        board.kind.chosen.connect(self._setter("kind"))
        board.plot.chosen.connect(host.store.focus)
        board.plot.opened.connect(host.open_source)
        board.plot.copied.connect(host.copy)
        board.closed.connect(self._forget)
        host.store.watch(board, lambda state: (host.known(state), state.focus), lambda _known: self._show())
        host.open(board)

    def _show(self) -> None:
        from bodymap.features.forest.model import plot_of

        if self._board is not None and self._asked is not None:
            state = self._host.store.state
            self._board.show_plot(plot_of(*self._host.known(state), state, self._asked), self._asked)
            self._board.plot.show_focus(state.focus.id if state.focus.kind == "organ" else "")

    def _setter(self, name: str) -> Callable[[str], None]:
        def on_chosen(value: str) -> None:
            if self._asked is not None:
                self._asked = replace(self._asked, **{name: value})  # pyright: ignore[reportArgumentType] - the values of its segments
                self._show()

        return on_chosen

    def _forget(self) -> None:
        self._board = None
