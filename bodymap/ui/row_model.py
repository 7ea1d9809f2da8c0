"""A listing as a model that Qt's list view can show and a screen reader can read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bodymap.i18n import _
from bodymap.viewmodels.list_values import Listing, Row

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_MARKS: Mapping[str, str] = {
    "full": _("released by muscle"),
    "half": _("disputed"),
    "ring": _("released elsewhere"),
    "none": "",
}


class RowModel(QAbstractListModel):
    """The rows of a listing; a listing of the same things only repaints them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed now."""
        return self._rows

    def show_listing(self, listing: Listing) -> None:
        """Take on a listing."""
        if [r.ref for r in listing.rows] == [r.ref for r in self._rows]:
            self._rows = listing.rows
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        self.beginResetModel()
        self._rows = listing.rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the hint, words for a screen reader, or the row itself under ROW_ROLE."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.hint or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return row if role == ROW_ROLE else None


def spoken(row: Row) -> str:
    """A row for a screen reader: name, chip, mark and state."""
    state = _("chosen") if row.chosen else _("working now") if row.context else ""
    return ", ".join(part for part in (row.text, row.chip or row.value, _MARKS[row.mark], state) if part)
