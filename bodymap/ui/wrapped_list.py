"""A list whose rows wrap over as many lines as they need, and its model; guests bring rows and a delegate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from bodymap.ui.look import Look
from bodymap.ui.row_model import ROW_ROLE, Index

R = TypeVar("R")
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Words(NamedTuple):
    """What a row says: on the screen, to a screen reader, and as a tooltip."""

    shown: str
    spoken: str
    tip: str | None = None


class WrappedRows(QAbstractListModel, Generic[R]):
    """Rows of one kind; `words` says what each says. Each is there whole under ROW_ROLE."""

    def __init__(self, words: Callable[[R], Words], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: tuple[R, ...] = ()

    def show_rows(self, rows: tuple[R, ...], *, alike: bool = False) -> None:
        """Take on rows; those that are `alike`, one by one, are only painted again."""
        if alike:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the row says, or the row itself under ROW_ROLE."""
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row).shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row).spoken
        return self._words(row).tip if role == Qt.ItemDataRole.ToolTipRole else None


class WrappedDelegate(QStyledItemDelegate):
    """Paints rows in a look; for guests to say how."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look


class WrappedList(QListView):
    """Scrolls by pixels and wraps anew at each width; guests say what is chosen, and how."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        delegate = self.itemDelegate()
        if isinstance(delegate, WrappedDelegate):
            delegate.look = look
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
