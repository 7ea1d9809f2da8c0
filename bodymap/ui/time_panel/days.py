"""Ready days: their menu, what they say, and what is put into them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.store import Store
from bodymap.ui.action_set import ActionSet
from bodymap.ui.entries import entry_words
from bodymap.ui.notice import Notice
from bodymap.ui.overlay import Sheet
from bodymap.ui.time_panel.pane import TimePane
from bodymap.ui.time_panel.takes_sheet import day_html
from bodymap.ui.window import Window
from bodymap.viewmodels.search_more import Offer
from bodymap.viewmodels.timeline.day_search import day_offers
from bodymap.viewmodels.timeline.planning import added
from bodymap.viewmodels.timeline.reader import TimeReader


class Days(QObject):
    """Opens the menus and the sheet of days."""

    actions: ActionSet | None = None

    def __init__(
        self, seen: tuple[Window, TimePane], store: Store, reader: TimeReader, parent: QObject
    ) -> None:
        """`seen` is the window with its panel."""
        super().__init__(parent)
        self._window, self._pane = seen
        self._store, self._reader = store, reader

    def open(self) -> QMenu:
        """The menu of ready days; the first entry leads back to the single bout."""
        days = self._reader.physiology.days
        now = self._store.state.day if self._store.state.day in days else ""
        menu = self._menu(_("Ready days"))
        for day, name in (("", _("One bout, no day")), *((d.id, d.name) for d in days.values())):
            entry = menu.addAction(entry_words(name))
            entry.setCheckable(True)
            entry.setChecked(now == day)
            entry.triggered.connect(partial(self.choose, day))
        menu.addSeparator()
        if self.actions is not None:
            menu.addActions([self.actions[name] for name in ("day-about", "day-add", "day-restore")])
        return self._opened(menu)

    def open_additions(self) -> QMenu:
        """The menu of movements that can be put into the day shown, each at its usual dose."""
        menu = self._menu(_("Add a movement to the day"))
        for usual in self._reader.physiology.usual.values():
            if usual.minutes and not usual.laboratory and usual.group != "rest":
                name = self._reader.atlas.name_of(Ref("movement", usual.id))
                menu.addAction(entry_words(name)).triggered.connect(
                    partial(self._add, usual.id, usual.minutes)
                )
        return self._opened(menu)

    def offers(self) -> Iterator[Offer]:
        """The ready days, for the search."""
        return day_offers(self._reader.physiology.days.values(), self._store.state.focus)

    def tell(self) -> None:
        """Say what is to be seen in the day shown, with its sources."""
        day = self._reader.timeline(self._store.state).day
        if day is not None:
            look = self._window.look
            self._window.open_overlay(Sheet(look, self._window, day.name, day_html(day, look)))

    def restore(self) -> None:
        """The day as it was, and those of its week."""
        self._store.set(blocks=None, own_days=())

    def choose(self, day: str, _checked: bool = False) -> None:
        """Show a ready day; "" leads back to the single bout."""
        span = self._store.state.span
        kept = {"day": day or None, "blocks": None, "minute": None, **self._lived(day)}
        self._store.set(**kept, span="24h" if day and span == "2h" else span)

    def _lived(self, day: str) -> dict[str, Any]:
        """What the body shows of a day: its longest movement, or sitting where nothing is moved."""
        found, state = self._reader.physiology.days.get(day), self._store.state
        rests = self._reader.atlas.rests
        looks_at_movement = state.focus.kind == "movement"
        if found is None:
            sat = looks_at_movement and state.focus.id in rests
            return {"focus": Ref("movement", state.movement), "mode": "exercise"} if sat else {}
        if not found.bouts:
            rest = next(iter(rests), "") if looks_at_movement else ""
            return {"mode": "sedentary", **({"focus": Ref("movement", rest)} if rest else {})}
        movement = max(found.bouts, key=lambda bout: bout.minutes or 0).movement
        focus = Ref("movement", movement) if looks_at_movement else state.focus
        mode = "exercise" if state.mode == "sedentary" else state.mode
        return {"movement": movement, "focus": focus, "mode": mode}

    def _add(self, movement: str, minutes: int, _checked: bool = False) -> None:
        blocks = added(self._reader.timeline(self._store.state).plan, movement, minutes)
        if blocks is None:
            self._window.footer.show_notice(Notice(_("There is no room left in this day.")))
        else:
            self._store.set(blocks=blocks)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(name, self._button())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(name)
        return menu

    def _opened(self, menu: QMenu) -> QMenu:
        """Above its button: what the panel says stays in sight."""
        menu.popup(self._button().mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def _button(self) -> QWidget:
        shown = self._pane.dose.day
        return shown if shown.isVisible() else self._window.controls.time
