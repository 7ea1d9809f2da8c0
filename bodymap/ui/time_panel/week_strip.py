"""The seven days above the curves of a week: what each is, to be changed by a click or from a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from bodymap.i18n import _
from bodymap.sights import DAYS_OF_WEEK
from bodymap.ui.look import META, Look

if TYPE_CHECKING:
    from bodymap.ui.time_panel.scale import Scale
    from bodymap.viewmodels.timeline.values import DayCell, Timeline


class DayButton(QAbstractButton):
    """One day. Emits `asked` where its menu is wanted, and `stepped(days)` to go to another."""

    asked = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, parent: WeekStrip) -> None:
        super().__init__(parent)
        self._look, self._strip = look, parent
        self._cell: DayCell | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_("Click: move or sit on this day. Right click, or the down key: another day."))

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.update()

    def show_day(self, cell: DayCell) -> None:
        """Say what this day is."""
        if cell != self._cell:
            self._cell = cell
            self.setAccessibleName(_("{day}: {words}").format(day=cell.name, words=cell.words[0]))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled where people move; its words in short, or none, where there is little room."""
        painter, look, cell = QPainter(self), self._look, self._cell
        if cell is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.hasFocus() or self.underMouse()
        edge = look.color("text" if chosen else "working" if cell.moves else "outline")
        painter.setPen(QPen(edge, (2.0 if chosen else 1.0) * look.base))
        painter.setBrush(look.color("working" if cell.moves else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        painter.setFont(look.font(META, QFont.Weight.DemiBold if cell.moves else QFont.Weight.Normal))
        painter.setPen(look.color("on_accent" if cell.moves else "muted"))
        metrics, room = painter.fontMetrics(), self.width() - look.px(6)
        fitting = (words for words in cell.words if metrics.horizontalAdvance(words) <= room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, next(fitting, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to other days, down opens the menu, space is a click."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -9, Qt.Key.Key_End: 9}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key == Qt.Key.Key_Down:
            self.asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse, or by the key for it."""
        self.asked.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The tab key comes back to the day where it left."""
        super().focusInEvent(event)
        self._strip.stand_on(self)


class WeekStrip(QWidget):
    """Seven days over their curves. Emits `turned(day)` where a day is clicked, `asked(day)` for its menu."""

    turned = Signal(int)
    asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._scale: Scale | None = None
        self.cells = [DayButton(look, self) for _day in range(DAYS_OF_WEEK)]
        self.setAccessibleName(_("Days of the week"))
        for day, cell in enumerate(self.cells):
            cell.clicked.connect(partial(self._turn, day))
            cell.asked.connect(partial(self.asked.emit, day))
            cell.stepped.connect(partial(self._go, day))
        self.stand_on(self.cells[0])

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for cell in self.cells:
            cell.show_look(look)
        self.update()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another week."""
        for button, cell in zip(self.cells, timeline.week.cells, strict=True):
            button.show_day(cell)

    def show_scale(self, scale: Scale) -> None:
        """Lie over the same days as the curves."""
        self._scale = scale
        self._arrange()

    def stand_on(self, chosen: DayButton) -> None:
        """All days are one stop of the tab key."""
        for cell in self.cells:
            one = cell is chosen
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """As high as a line of small text."""
        return QSize(10, self._look.grown(META) + self._look.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), self._look.color("panel"))

    def _turn(self, day: int, _checked: bool = False) -> None:
        self.turned.emit(day)

    def _go(self, day: int, days: int) -> None:
        self.cells[max(0, min(DAYS_OF_WEEK - 1, day + days))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        scale = self._scale
        if scale is None:
            return
        each, gap, top = (scale.right - scale.left) / DAYS_OF_WEEK, self._look.px(2), round(self._look.px(1))
        for day, cell in enumerate(self.cells):
            left, right = (round(scale.left + n * each) for n in (day, day + 1))
            cell.setGeometry(left + gap, top, max(1, right - left - 2 * gap), self.height() - 2 * top)
