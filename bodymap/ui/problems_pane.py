"""What is wrong in an author's files, in a pane at the foot of the body: where, and what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from bodymap.i18n import _, counted
from bodymap.loading.problems import Problem, wrong
from bodymap.ui.button import Button
from bodymap.ui.frames import paint_frame
from bodymap.ui.look import META, Look

_SHARE = 0.42
"""The most of the body's height that it takes: the rest of the figure stays in view."""
_MOST = 500
"""Rows; nobody reads more at once."""


class ProblemsPane(QFrame):
    """A table of problems below `body`; emits `opened(path)` on a double click or Enter.

    It covers nothing: `took(px)` says how far the body is to end above the place where it would end alone.
    """

    opened = Signal(object)
    took = Signal(int)

    def __init__(self, look: Look, body: QWidget) -> None:
        super().__init__(body.parentWidget())
        self._look, self._body = look, body
        self._problems: tuple[Problem, ...] = ()
        self._title, self._note = QLabel(self), QLabel(self)
        self._note.setWordWrap(True)
        self._taken = 0
        self._button = Button(look, icon="close", parent=self)
        self._button.setAccessibleName(_("Close"))
        self._button.setToolTip(_("Close"))
        self._button.clicked.connect(self.shut)
        self.table = _table(self)
        self.table.cellDoubleClicked.connect(self._open)
        self.setAccessibleName(_("Problems in your data"))
        self.setFocusProxy(self.table)
        body.installEventFilter(self)
        self.hide()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is listed."""
        return self._problems

    @property
    def note(self) -> str:
        """What it says below its title."""
        return self._note.text()

    def show_problems(self, problems: Sequence[Problem], title: str = "", note: str = "") -> None:
        """List these in place of any others; nothing is listed and nothing seen where there are none.

        Line 0 stands for what is in no file, and has no place to show.

        `note` says below the title what they mean for what is shown.
        """
        self._problems = tuple(problems)
        self._note.setText(note)
        usual = counted_words(problems)
        self._title.setText(title or usual)
        self.setAccessibleName(title or usual)
        shown = self._problems[:_MOST]
        self.table.setRowCount(len(shown))
        for row, problem in enumerate(shown):
            where = f"{in_folder(problem.path)}:{problem.line}:{problem.column}" if problem.line else ""
            said = (
                _("Warning: {what}").format(what=problem.message) if problem.is_warning else problem.message
            )
            for column, words in enumerate((where, said)):
                item = QTableWidgetItem(words)
                item.setToolTip(str(problem) if problem.line else said)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(row, column, item)
        self.setVisible(bool(self._problems))
        self._take(0) if self.isHidden() else self._arrange()
        self.raise_()

    def shut(self) -> None:
        """Go away and give the keyboard to the body."""
        self.hide()
        self._take(0)
        self._body.setFocus()

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._button.show_look(look)
        if not self.isHidden():  # else it would take the room of a list that nobody sees
            self._arrange()
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay below the body, wherever that is."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._arrange()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the file, Esc closes the pane."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.table.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A framed sheet."""
        paint_frame(QPainter(self), QRectF(self.rect()), self._look, "panel")

    def _open(self, row: int, _column: int = 0) -> None:
        if 0 <= row < len(self._problems) and self._problems[row].line:
            self.opened.emit(Path(self._problems[row].path))

    def _arrange(self) -> None:
        look, body = self._look, self._body.geometry().adjusted(0, 0, 0, self._taken)
        edge, bar = look.px(12), look.control + look.px(8)
        self._title.setFont(look.font())
        self._note.setFont(look.font(META))
        self.table.setFont(look.font(META))
        self.table.setStyleSheet(
            _SHEET.format(text=look.theme.text, line=look.theme.hairline, pad=look.px(4))
        )
        width = min(body.width() - 2 * edge, look.grown(1000))
        noted = self._note.heightForWidth(width - 3 * edge) + look.px(4) if self._note.text() else 0
        self._note.setGeometry(edge + look.px(4), bar, width - 3 * edge, noted)
        bar += noted
        self.table.setFixedWidth(width - 2 * edge)
        self.table.resizeColumnToContents(0)
        self.table.resizeRowsToContents()
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        height = min(round(body.height() * _SHARE), bar + rows + 2 * edge)
        x = body.x() + (body.width() - width) // 2
        self.setGeometry(x, body.bottom() + 1 - height - edge, width, height)
        self._title.setGeometry(edge + look.px(4), edge // 2, width - 4 * edge - look.control, look.control)
        self._button.setGeometry(width - look.control - edge // 2, edge // 2, look.control, look.control)
        self.table.setGeometry(edge, bar, width - 2 * edge, height - bar - edge)
        self._take(height + 2 * edge)

    def _take(self, height: int) -> None:
        if height != self._taken:
            self._taken = height
            self.took.emit(height)


def counted_words(problems: Sequence[Problem]) -> str:
    """How many mistakes there are; where there are none, how much may be meant otherwise."""
    mistakes = len(wrong(problems))
    if problems and not mistakes:
        return counted("{n} warning in your data", "{n} warnings in your data", len(problems))
    return counted("{n} problem in your data", "{n} problems in your data", mistakes)


def in_folder(path: Path) -> str:
    """A file with the folder it lies in: there are more than one `exercise.yaml`."""
    return f"{path.parent.name}/{path.name}"


_SHEET = """QTableWidget::item {{ padding: {pad}px; }}
QTableWidget {{ background: transparent; color: {text}; gridline-color: {line}; border: none;
  selection-background-color: {text}; }}"""


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, 2, parent)
    table.setAccessibleName(_("Problems in your data"))
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setTabKeyNavigation(False)
    return table
