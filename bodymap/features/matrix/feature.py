"""Installs the matrix: one action, and its board when that is first asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.state import State
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.opener import Opener

if TYPE_CHECKING:
    from bodymap.features.matrix.model import Spot
    from bodymap.features.matrix.view import MatrixBoard
    from bodymap.viewmodels.matrix import Matrix, Order


def install(host: Host) -> None:
    """Let the matrix into the house."""
    words, opener = _("Evidence matrix"), _Guest(host).opener
    host.add([Action("matrix", words, _("Views"), opener.toggle, ("F2",), checked=opener.is_open)])


class _Guest:
    """Keeps how the matrix was sorted; `opener` has its board while that is open."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._order: Order | None = None
        self.opener = Opener(host, self._view, self._bind, self._forget)

    def _view(self) -> type[MatrixBoard]:
        from bodymap.features.matrix.view import MatrixBoard

        return MatrixBoard

    def _bind(self, board: MatrixBoard) -> None:
        from bodymap.viewmodels.matrix import Order

        host, self._order = self._host, self._order or Order()
        board.grid.chosen.connect(self._choose)
        board.grid.row_chosen.connect(self._choose_row)
        board.grid.column_chosen.connect(self._choose_column)
        board.grid.pointed.connect(host.window.footer.show_name)
        board.sorted_by.connect(self._sort)
        host.store.watch(board, host.known, lambda _known: self._show())
        host.store.watch(board, lambda state: state.focus, board.grid.show_focus)

    def _matrix(self, state: State) -> Matrix:
        from bodymap.viewmodels.matrix import Order, matrix

        reader = self._host.reader
        return matrix(reader.atlas, reader.shown(state), self._order or Order())

    def _show(self) -> None:
        if self.opener.board is not None and self._order is not None:
            self.opener.board.show_matrix(self._matrix(self._host.store.state), self._order)

    def _choose(self, spot: Spot) -> None:
        """The signal of a cell; its organ where the signal is in focus already."""
        store, found = self._host.store, self._matrix(self._host.store.state)
        signal, organ = found.rows[spot.row].ref, found.columns[spot.column].ref
        store.focus(organ if store.state.focus == signal else signal)

    def _choose_row(self, ref: Ref) -> None:
        from bodymap.features.matrix.model import by_row

        if self._order is not None:
            self._order = by_row(self._order, ref.id)
            self._show()
        self._host.store.focus(ref)

    def _choose_column(self, ref: Ref) -> None:
        from bodymap.features.matrix.model import by_column

        if self._order is not None:
            self._order = by_column(self._order, ref.id)
            self._show()
        self._host.store.focus(ref)

    def _sort(self, line: str, sorting: str) -> None:
        """By all lines again, in this order."""
        if self._order is not None:
            lone = "column" if line == "rows" else "row"
            self._order = replace(self._order, **{line: sorting, lone: ""})  # pyright: ignore[reportArgumentType] - the names of two pairs of fields
            self._show()

    def _forget(self) -> None:
        self._host.window.footer.show_name("")
