"""A guest's board: opened and closed by one action, and there only while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from bodymap.ui.board import Board
from bodymap.ui.host import Host
from bodymap.ui.look import Look
from bodymap.ui.window import Window

B = TypeVar("B", bound=Board)


class Opener(Generic[B]):
    """`make` says of which class a board is, `bind` lets it show things, `gone` hears that it was closed."""

    def __init__(
        self,
        host: Host,
        make: Callable[[], Callable[[Look, Window], B]],
        bind: Callable[[B], object],
        gone: Callable[[], object] | None = None,
    ) -> None:
        self._host, self._make, self._bind, self._gone = host, make, bind, gone
        self.board: B | None = None

    def is_open(self) -> bool:
        """Whether there is a board."""
        return self.board is not None

    def open(self) -> None:
        """Show the board in place of any other; nothing where it is shown already."""
        if self.board is not None:
            return
        window = self._host.window
        board = self.board = self._make()(window.look, window)
        board.closed.connect(self._forget)
        self._host.open(board)
        self._bind(board)

    def shut(self) -> None:
        """Close the board, where it is open."""
        if self.board is not None:
            self.board.shut()

    def toggle(self) -> None:
        """Open what is closed, and the other way."""
        if self.board is None:
            self.open()
        else:
            self.shut()

    def _forget(self) -> None:
        self.board = None
        if self._gone is not None:
            self._gone()
