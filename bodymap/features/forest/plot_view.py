"""The plot as one widget that scrolls: lines choose their organ, numbers open their source."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QToolTip, QWidget

from bodymap.features.forest.columns import Line
from bodymap.features.forest.model import Plot, spoken
from bodymap.features.forest.plotting import Drawing
from bodymap.features.forest.speaking import Spoken
from bodymap.i18n import _
from bodymap.ui.entries import entry_words
from bodymap.ui.look import BODY, Look
from bodymap.ui.painted_parts import Key, PaintedArea
from bodymap.viewmodels.card_values import Source

_STEPS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class PlotView(PaintedArea):
    """Emits `chosen(organ)`, `opened(source)` and `copied(words, said)`."""

    chosen = Signal(object)
    opened = Signal(object)
    copied = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._focus = look, ""
        self._plot: Plot | None = None
        self._drawing: Drawing | None = None
        self._over: Line | None = None
        self.at = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Effect sizes"))

    @property
    def lines(self) -> list[Line]:
        """The lines of the plot, from the top."""
        return self._drawing.lines if self._drawing else []

    @property
    def _marked(self) -> Line | None:
        """The line under the pointer, else the one where the keyboard is."""
        return self._over or (self._stood_on if self.hasFocus() else None)

    @property
    def _stood_on(self) -> Line | None:
        return self.lines[self.at] if 0 <= self.at < len(self.lines) else None

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._fit()

    def show_plot(self, plot: Plot) -> None:
        """Show a plot, from its top where it is about something else."""
        other = self._plot is None or self._plot.heading != plot.heading
        self._plot, self._over = plot, None
        self._fit()
        if other:
            self.at = -1
            self.verticalScrollBar().setValue(0)

    def show_focus(self, organ: str) -> None:
        """Mark the lines of the organ in focus."""
        self._focus = organ
        self.viewport().update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the width again."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plot, or why there is none."""
        painter, look = QPainter(self.viewport()), self._look
        if self._plot is None or self._drawing is None:
            return
        if not self.lines:
            painter.setFont(look.font(BODY))
            painter.setPen(look.color("text"))
            box = self.viewport().rect().adjusted(look.px(24), look.px(24), -look.px(24), 0)
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), self._plot.forest.empty)
            return
        y = self.verticalScrollBar().value()
        painter.translate(0, -y)
        area = QRectF(self.viewport().rect()).translated(0, y)
        marked = self._marked
        self._drawing.draw(painter, area, (self._focus, marked.point if marked else None))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the line under the pointer."""
        at = self._point(event.position())
        line = self._line_at(at)
        found = line is not None or self._source_at(at) is not None
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if line is not self._over:
            self._over = line
            self.viewport().update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._over = None
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open a source by its number, else choose the organ of a line."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._point(event.position())
        line, source = self._line_at(at), self._source_at(at)
        if source is not None:
            self.opened.emit(source)
        elif line is not None and line.cited.contains(at):
            self._open_menu(line, event.globalPosition().toPoint())
        elif line is not None:
            self.at = self.lines.index(line)
            self.chosen.emit(line.point.organ)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk over the lines, Enter chooses the organ, with Shift it opens the sources."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.lines:
            self._walk(max(0, min(len(self.lines) - 1, self.at + _STEPS[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (line := self._stood_on) is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._open_menu(line, self._below(line))
            else:
                self.chosen.emit(line.point.organ)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """A line in full, with its caution, as its tooltip; a source as its citation."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._point(QPointF(event.pos()))
            line, source = self._line_at(at), self._source_at(at)
            words = source.citation if source else spoken(line.point, line.group) if line else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def _walk(self, row: int) -> None:
        self.at, self._over = row, None
        line, bar = self.lines[row], self.verticalScrollBar()
        self.setAccessibleDescription(spoken(line.point, line.group))
        above, below = line.box.top() - 2 * line.box.height(), line.box.bottom() + line.box.height()
        bar.setValue(round(max(min(bar.value(), above), below - self.viewport().height())))
        if row == len(self.lines) - 1:
            bar.setValue(bar.maximum())
        self.tell_part()
        self.viewport().update()

    def part_stood_on(self) -> Key:
        """The line where the keyboard is."""
        line = self._stood_on
        return ("line", line.point.finding) if line is not None else ()

    def parts(self) -> Spoken | None:
        """Rows in words, where there are any."""
        if self._drawing is None:
            return None
        line = self._stood_on if self.hasFocus() else None
        at = line.point.finding if line is not None else ""
        return Spoken(self._drawing, self.verticalScrollBar().value(), (self._focus, at))

    def _below(self, line: Line) -> QPoint:
        """Where a menu of a line opens, on the screen."""
        box = line.cited.translated(0, -self.verticalScrollBar().value())
        return self.viewport().mapToGlobal(box.bottomLeft().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The sources of the line under the pointer, or of the one where the keyboard is."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        line = self._stood_on if by_key else self._line_at(self._point(QPointF(event.pos())))
        if line is not None:
            self._open_menu(line, self._below(line) if by_key else event.globalPos())

    def _open_menu(self, line: Line, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for source in self._sources(line):
            form = _("Open {source}")
            opens = menu.addAction(
                entry_words(form.format(source=source.short)), lambda s=source: self.opened.emit(s)
            )
            opens.setEnabled(source.url is not None)
            menu.addAction(_("Copy citation"), lambda s=source: self.copied.emit(s.citation, s.short))
        menu.popup(at)

    def _sources(self, line: Line) -> tuple[Source, ...]:
        sources = self._plot.forest.sources if self._plot else ()
        return tuple(source for source in sources if source.number in line.point.numbers)

    def _point(self, at: QPointF) -> QPointF:
        return at + QPointF(0, self.verticalScrollBar().value())

    def _line_at(self, at: QPointF) -> Line | None:
        return next((line for line in self.lines if line.box.contains(at)), None)

    def _source_at(self, at: QPointF) -> Source | None:
        placed = self._drawing.sources if self._drawing else []
        return next((source for source, box in placed if box.contains(at)), None)

    def _fit(self) -> None:
        if self._plot is None:
            return
        self._drawing = Drawing(self._look, self._plot, self.viewport().width())
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._drawing.height - tall))
        bar.setPageStep(tall)
        bar.setSingleStep(self._look.row)
        self.viewport().update()
