"""Installs the references: their actions, and their board when it is first asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.i18n import _, counted
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.opener import Opener

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from bodymap.atlas.atlas import Atlas
    from bodymap.features.references.model import Search
    from bodymap.features.references.view import ReferencesBoard
    from bodymap.viewmodels.references import ReferenceRow


def install(host: Host) -> None:
    """Let the references into the house."""
    host.add(_Guest(host).actions())


class _Guest:
    """Keeps what was asked for; the opener has its board while that is open."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._search: Search | None = None
        self._known: tuple[Atlas, tuple[ReferenceRow, ...]] | None = None
        self._opener = Opener(host, self._view, self._bind)

    def actions(self) -> tuple[Action, ...]:
        group, reason = _("Views"), _("the references are not open")
        opener = self._opener
        show = Action("references", _("References"), group, opener.toggle, ("F12",), checked=opener.is_open)
        export = Action("references-export", _("Export references …"), group, self._ask_for_file)
        return show, export._replace(keys=("Ctrl+Shift+E",), enabled=opener.is_open, reason=reason)

    def _view(self) -> type[ReferencesBoard]:
        from bodymap.features.references.view import ReferencesBoard

        return ReferencesBoard

    def _bind(self, board: ReferencesBoard) -> None:
        from bodymap.features.references.model import Search

        host, self._search = self._host, self._search or Search()
        board.edit.setText(self._search.words)
        board.asked.connect(self._ask)
        board.searched.connect(self._find)
        board.list.opened.connect(self._open_row)
        board.list.chosen_changed.connect(self._show_count)
        board.open_asked.connect(self._open_chosen)
        board.copy_asked.connect(self._copy)
        board.export_asked.connect(self._ask_for_file)
        host.store.watch(board, lambda _state: host.reader.atlas, lambda _atlas: self._show())
        host.store.watch(board, lambda state: state.focus, board.list.show_focus)

    @property
    def _rows(self) -> tuple[ReferenceRow, ...]:
        """All rows of what is known now; made once, not for each letter that is typed."""
        from bodymap.viewmodels.references import reference_rows

        atlas = self._host.reader.atlas
        if self._known is None or self._known[0] is not atlas:
            self._known = atlas, reference_rows(atlas)
        return self._known[1]

    def _ask(self, search: Search) -> None:
        self._search = search
        self._show()

    def _find(self, words: str) -> None:
        if self._search is not None:
            self._ask(replace(self._search, words=words))

    def _show(self) -> None:
        from bodymap.features.references.model import listed, menus

        board, rows = self._opener.board, self._rows
        if board is not None and self._search is not None:
            board.show_menus(menus(self._host.reader.atlas, rows, self._search))
            board.list.show_rows(listed(rows, self._search))

    def _show_count(self) -> None:
        from bodymap.features.references.model import count_words

        board = self._opener.board
        if board is not None:
            rows, chosen = board.list.rows, board.list.chosen()
            words = count_words(len(rows), len(self._host.reader.atlas.references), len(chosen))
            board.show_count(words, any(row.url for row in chosen), bool(rows))

    def _taken(self) -> tuple[ReferenceRow, ...]:
        """What is chosen, else everything that is listed."""
        board = self._opener.board
        return (board.list.chosen() or board.list.rows) if board is not None else ()

    def _open_row(self, row: ReferenceRow) -> None:
        self._host.open_address(row.url)

    def _open_chosen(self) -> None:
        first = next((row for row in self._taken() if row.url), None)
        if first is not None:
            self._open_row(first)

    def _copy(self) -> None:
        from bodymap.features.references.model import exported

        rows = self._taken()
        said = counted("{n} reference", "{n} references", len(rows))
        self._host.copy(exported(rows, "text").decode(), said)

    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from bodymap.features.references.model import file_kinds

        dialog = QFileDialog(self._host.window, _("Export references"), "", file_kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setObjectName("export-references")
        dialog.selectFile("references.bib")
        dialog.fileSelected.connect(lambda name: self._export(name, dialog))  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType] - Qt's stubs name no type
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self, name: str, dialog: QFileDialog) -> None:
        from bodymap.features.references.model import exported, format_of
        from bodymap.loading.writing import write_whole

        form, whole = format_of(name, dialog.selectedNameFilter())
        rows, path = self._taken(), Path(whole)
        try:
            write_whole(path, exported(rows, form))
        except OSError as error:
            self._host.say(_("The references cannot be written: {reason}").format(reason=error))
            return
        count = counted("{n} reference", "{n} references", len(rows))
        self._host.say(_("{file} holds {count}.").format(file=path.name, count=count))
