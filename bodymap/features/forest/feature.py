"""Installs the forest plot: one action, and its board when that is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bodymap.i18n import _
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.opener import Opener

if TYPE_CHECKING:
    from bodymap.features.forest.model import Asked
    from bodymap.features.forest.view import ForestBoard


def install(host: Host) -> None:
    """Let the forest plot into the house."""
    words, opener = _("Forest plot"), _Guest(host).opener
    host.add([Action("forest", words, _("Views"), opener.toggle, ("F3",), checked=opener.is_open)])


class _Guest:
    """Keeps what was asked; `opener` has its board while that is open."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._asked: Asked | None = None
        self.opener = Opener(host, self._view, self._bind)

    def _view(self) -> type[ForestBoard]:
        from bodymap.features.forest.view import ForestBoard

        return ForestBoard

    def _bind(self, board: ForestBoard) -> None:
        from bodymap.features.forest.model import Asked

        host, self._asked = self._host, self._asked or Asked()
        board.scope.chosen.connect(self._setter("scope"))
        board.kind.chosen.connect(self._setter("kind"))
        board.plot.chosen.connect(host.store.focus)
        board.plot.opened.connect(host.open_source)
        board.plot.copied.connect(host.copy)
        host.store.watch(board, lambda state: (host.known(state), state.focus), lambda _known: self._show())

    def _show(self) -> None:
        from bodymap.features.forest.model import plot_of

        board, state = self.opener.board, self._host.store.state
        if board is not None and self._asked is not None:
            board.show_plot(plot_of(*self._host.known(state), state, self._asked), self._asked)
            board.plot.show_focus(state.focus.id if state.focus.kind == "organ" else "")

    def _setter(self, name: str) -> Callable[[str], None]:
        def on_chosen(value: str) -> None:
            if self._asked is not None:
                self._asked = replace(self._asked, **{name: value})  # pyright: ignore[reportArgumentType] - the values of its segments
                self._show()

        return on_chosen
