"""What is done on each day of a week, chosen in the strip of seven days."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from bodymap.i18n import _
from bodymap.sights import PLAN, SIT
from bodymap.state import days_of, with_day
from bodymap.store import Store
from bodymap.ui.entries import entry_words
from bodymap.ui.time_panel.pane import TimePane
from bodymap.viewmodels.timeline.moments import day_name
from bodymap.viewmodels.timeline.reader import TimeReader


class WeekChoices(QObject):
    """Turns clicks on days into a week, and opens the menu of a day."""

    def __init__(self, pane: TimePane, store: Store, reader: TimeReader, parent: QObject) -> None:
        super().__init__(parent)
        self._strip, self._store, self._reader = pane.week, store, reader
        self._strip.turned.connect(self._turn)
        self._strip.asked.connect(self.open)

    def open(self, day: int) -> QMenu:
        """The menu of a day: the plan, sitting, or a ready day on which something moves."""
        state, button = self._store.state, self._strip.cells[day]
        now, plan = days_of(state.week)[day], self._reader.timeline(state).week.plan
        menu = QMenu(day_name(day, whole=True), button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(menu.title())
        ready = ((d.id, d.name) for d in self._reader.physiology.days.values() if d.bouts)
        for what, words in ((PLAN, plan), (SIT, _("Sitting")), *ready):
            entry = menu.addAction(entry_words(words))
            entry.setCheckable(True)
            entry.setChecked(what == now)
            entry.triggered.connect(partial(self._choose, day, what))
        menu.insertSeparator(menu.actions()[2])
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def _turn(self, day: int) -> None:
        moves = days_of(self._store.state.week)[day] != SIT
        self._choose(day, SIT if moves else PLAN)

    def _choose(self, day: int, what: str, _checked: bool = False) -> None:
        self._store.set(week=with_day(self._store.state.week, day, what))
