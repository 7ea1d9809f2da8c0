"""The right of the panel: span and axis, what every line says at the minute shown, and that it is a model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _, counted
from bodymap.ui.action_set import ActionSet
from bodymap.ui.button import Button
from bodymap.ui.look import META, Look
from bodymap.ui.segmented import Choice, Segmented
from bodymap.ui.time_panel.line_roles import WIDTHS, paint_mark, role_of

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.values import Difference, Reading, Timeline

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NOTE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


class Legend(QWidget):
    """Emits `span_chosen`, `axis_chosen`, and `notes_asked` when its words are pressed.

    Its buttons run the action table, `more` opens a menu.
    """

    span_chosen = Signal(str)
    notes_asked = Signal()
    axis_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._timeline: Timeline | None = None
        self._readings: tuple[Reading, ...] = ()
        spans = [Choice("2h", _("2 h")), Choice("24h", _("24 h")), Choice("72h", _("72 h"))]
        spans.append(Choice("week", _("7 d")))
        self.span = Segmented(look, _("Span of time shown"), spans)
        axes = [Choice("fold", _("× rest")), Choice("level", _("Level"))]
        self.axis = Segmented(look, _("Multiples of rest, or concentrations"), axes)
        self.measured = Button(look, words=_("Measured"), parent=self)
        self.setAccessibleName(_("Readings of a teaching model, not a measurement"))
        self.measured.setCheckable(True)
        self.more = Button(look, icon="menu", parent=self)
        self.more.setAccessibleName(_("More about time"))
        self.more.setToolTip(_("Copy, save, and everything else about time"))
        for part in (self.span, self.axis):
            part.setParent(self)
            part.show_room(tight=True)
        self.axis.show_room(tight=True, folded=True)
        self.span.chosen.connect(self.span_chosen)
        self.axis.chosen.connect(self.axis_chosen)

    @property
    def tab_order(self) -> list[QWidget]:
        """What the tab key walks through."""
        return [self.span, self.axis, self.measured, self.more]

    def link(self, actions: ActionSet) -> None:
        """Let the buttons run the table."""
        actions.link("measured", self.measured)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (self.span, self.axis, self.measured, self.more):
            part.show_look(look)
        self._arrange()
        self.update()

    def show_choices(self, span: str, axis: str, measured: bool) -> None:
        """Mark what is chosen."""
        self.span.show_value(span)
        self.axis.show_value(axis)
        self.measured.setChecked(measured)
        self._arrange()
        self.update()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show other lines."""
        self._timeline = timeline
        self.setToolTip("\n\n".join(self.notes()))
        self.update()

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Show what the lines say at another minute."""
        if readings != self._readings:
            self._readings = readings
            said = (f"{r.name} {self._value_words(r)} {r.band}" for r in readings)
            self.setAccessibleDescription("; ".join(said))
            self.update(self._area())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep buttons above and choices below, where they stay when the panel grows for a week."""
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Its words ask for themselves at length."""
        if self.notes() and self._area().contains(event.position().toPoint()):
            self.notes_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows of readings or differences, what is told in words, and what this is."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.color("panel"))
        self._paint_head(painter)
        if self._timeline is None:
            return
        area = self._area()
        tall = look.grown(META) + look.px(8)
        paints = self._rows(self._timeline)[: area.height() // tall]
        for n, paint in enumerate(paints):
            paint(painter, QRect(0, area.top() + n * tall, self.width(), tall))
        self._paint_notes(painter, area.adjusted(0, len(paints) * tall, 0, 0))

    def notes(self) -> list[str]:
        """What is said in words: whose points these are, what sitting means, signals without a curve."""
        if self._timeline is None:
            return []
        line, notes = self._timeline, list[str]()
        if self.measured.isChecked():
            from bodymap.viewmodels.timeline.hovering import measured_words  # it brings numpy

            notes.append(measured_words(line))
        if line.extent.is_week:
            notes += [words for words in (line.week.note, line.week.bursts) if words]
        if line.floor:
            notes.append(line.floor)
        if line.more:
            notes.append(counted("and {n} more curve", "and {n} more curves", line.more))
        return notes + [_("{signal}: {words}").format(signal=t.name, words=t.words) for t in line.told]

    def _rows(self, line: Timeline) -> list[_Row]:
        found: list[_Row] = []
        found += [_Row(self._paint_cells, told) for told in _compared(line)]
        return found + [_Row(self._paint_reading, r) for r in self._readings]

    def _paint_notes(self, painter: QPainter, room: QRect) -> None:
        """As many notes as there is room for, whole and wrapped; the rest is counted, and told on a press."""
        painter.setFont(self._look.font(META))
        painter.setPen(self._look.color("muted"))
        flags, notes, line = _NOTE, self.notes(), painter.fontMetrics().height()
        top = room.top()
        for n, words in enumerate(notes):
            left = room.bottom() - top - (line if n + 1 < len(notes) else 0)
            box = QRect(0, top, self.width(), 10**4)
            tall = painter.boundingRect(box, flags, words).height()
            if tall > left:
                self._paint_rest(painter, QRect(0, top, self.width(), line), len(notes) - n)
                return
            painter.drawText(box, flags, words)
            top += tall + self._look.px(3)

    def _paint_rest(self, painter: QPainter, row: QRect, count: int) -> None:
        if row.bottom() <= self._area().bottom():
            painter.setPen(self._look.color("link"))
            self._words(painter, row, counted("{n} note more …", "{n} notes more …", count))

    def _paint_reading(self, painter: QPainter, row: QRect, reading: Reading) -> None:
        look = self._look
        color = look.color(role_of(reading.part, reading.tone))
        pen = QPen(color, WIDTHS[reading.part] * look.base)
        if reading.part == "ghost":
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        y = row.center().y()
        painter.drawLine(QPointF(0, y), QPointF(look.px(20), y))
        paint_mark(painter, QPointF(look.px(10), y), reading.tone, look)
        name_at, value_at = look.px(30), self._value_left()
        painter.setFont(look.font(META))
        painter.setPen(look.color("text"))
        self._words(painter, QRect(name_at, row.y(), value_at - name_at - 4, row.height()), reading.name)
        painter.setFont(look.font(META, QFont.Weight.Bold))
        said = self._value_words(reading)
        value = painter.fontMetrics().horizontalAdvance(said) + look.px(12)
        self._words(painter, QRect(value_at, row.y(), self.width() - value_at, row.height()), said)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        left = value_at + max(value, look.grown(50))
        fits = painter.fontMetrics().horizontalAdvance(reading.band) <= self.width() - left
        band = reading.band if fits else reading.short
        if fits or painter.fontMetrics().horizontalAdvance(band) <= self.width() - left:
            self._words(painter, QRect(left, row.y(), self.width() - left, row.height()), band)

    def _paint_cells(self, painter: QPainter, row: QRect, told: Difference) -> None:
        look, (room, ends) = self._look, self._columns()
        head, count = told.name == "", len(ends)
        cells = (told.moving, told.sitting, told.between)[:count]
        painter.setFont(look.font(META))
        painter.setPen(look.color("text"))
        fits = painter.fontMetrics().horizontalAdvance(told.name) <= room
        name = told.name if fits else told.short or told.name
        self._words(painter, QRect(0, row.y(), room, row.height()), name)
        for cell, end, role in zip(cells, ends, ("working", "harm", "text")[:count], strict=True):
            painter.setFont(look.font(META, QFont.Weight.Normal if head else QFont.Weight.Bold))
            painter.setPen(look.color(role))
            painter.drawText(QRect(0, row.y(), end, row.height()), _RIGHT, cell)

    def _columns(self) -> tuple[int, tuple[int, ...]]:
        """What names may take, and where two or three columns of numbers end: each as wide as it needs."""
        rows = _compared(self._timeline) if self._timeline else []
        if not rows:
            return 0, (0, 0, 0)
        bold, least = self._look.metrics(META, QFont.Weight.Bold), self._look.px(6)
        wide = [max(bold.horizontalAdvance(row[n]) for row in rows) for n in range(4)]
        short = max(self._look.metrics(META).horizontalAdvance(row.short or row.name) for row in rows)
        if short + sum(wide[1:]) + 3 * least > self.width():  # what lies between can be seen from the two
            wide.pop()
        count = len(wide) - 1
        gap = max(least, (self.width() - sum(wide)) // count)
        ends = tuple(self.width() - sum(wide[n + 1 :]) - gap * (count - n) for n in range(1, count + 1))
        return ends[0] - wide[1] - self._look.px(4), ends

    def _value_words(self, reading: Reading) -> str:
        """What a line says now, and its peak where that is another and there is room for both."""
        if not reading.peak:
            return reading.value
        both = _("now {value} · peak {peak}").format(value=reading.value, peak=reading.peak)
        tight = _("{value}, peak {peak}").format(value=reading.value, peak=reading.peak)
        bold, room = self._look.metrics(META, QFont.Weight.Bold), self.width() - self._value_left()
        fitting = (words for words in (both, tight) if bold.horizontalAdvance(words) <= room)
        return next(fitting, reading.value)

    def _paint_head(self, painter: QPainter) -> None:
        """That this is a model: as large and as whole as there is room for."""
        look = self._look
        box = QRectF(0, 0, self.measured.x() - look.px(8), look.control)
        bold, whole, short = (
            QFont.Weight.DemiBold,
            _("Teaching model, not a measurement"),
            _("Teaching model"),
        )
        ways = [
            (whole, look.font(weight=bold)),
            (short, look.font(weight=bold)),
            (short, look.font(META, bold)),
        ]
        painter.setPen(look.color("text"))
        for words, font in ways:
            painter.setFont(font)
            if painter.fontMetrics().horizontalAdvance(words) <= box.width():
                painter.drawText(box, _MIDDLE, words)
                return
        painter.drawText(box, _MIDDLE, _("Model"))

    def _value_left(self) -> int:
        """Where values begin: after the longest name, at most at half of the width."""
        look = self._look
        names = max((look.metrics(META).horizontalAdvance(r.name) for r in self._readings), default=0)
        return min(look.px(30) + names + look.px(12), self.width() // 2)

    def _words(self, painter: QPainter, box: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _MIDDLE, shown)

    def _area(self) -> QRect:
        """Where the rows stand: between the buttons and the choices."""
        look = self._look
        top, bottom = look.control + look.px(8), self.height() - look.control - look.px(4)
        return QRect(0, top, self.width(), max(0, bottom - top))

    def _arrange(self) -> None:
        look, gap = self._look, self._look.px(8)
        self.span.show_room(tight=True)
        span, axis = self.span.sizeHint(), self.axis.sizeHint()
        self.span.show_room(tight=True, folded=span.width() > self.width())
        y, x = self.height() - look.control, self.width()
        self.span.setGeometry(QRect(0, y, self.span.sizeHint().width(), look.control))
        self.axis.setVisible(self.span.width() + gap + axis.width() <= self.width())  # it is in the menu too
        self.axis.setGeometry(QRect(self.span.width() + gap, y, axis.width(), look.control))
        for part in (self.more, self.measured):
            hint = part.sizeHint()
            x -= hint.width()
            part.setGeometry(x, 0, hint.width(), hint.height())
            x -= gap


def _compared(line: Timeline) -> list[Difference]:
    """The differences below their heads; nothing where nothing is compared."""
    from bodymap.viewmodels.timeline.values import Difference  # it brings numpy

    return [Difference("", *line.people, _("change")), *line.differences] if line.differences else []


class _Row:
    """What one row shows, and how it is painted."""

    def __init__(self, paint: Callable[..., None], value: object) -> None:
        self._paint, self._value = paint, value

    def __call__(self, painter: QPainter, row: QRect) -> None:
        self._paint(painter, row, self._value)
