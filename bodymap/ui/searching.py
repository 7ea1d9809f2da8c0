"""Search in a window: what is found by names, and what happens when it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bodymap.store import Store
from bodymap.ui.find import Find
from bodymap.ui.window import Window
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.search_entries import Hit

if TYPE_CHECKING:
    from bodymap.ui.time_panel.control import TimeControl


class Searching:
    """Binds the field and what is found (`find`) to the store; ready days are found once there is time."""

    def __init__(
        self, window: Window, store: Store, reader: Reader, time: Callable[[], TimeControl | None]
    ) -> None:
        self._window, self._store, self._reader, self._time = window, store, reader, time
        self.find = Find(window.look, window.toolbar.search, self._search)
        self.find.chosen.connect(store.focus)
        self.find.day_chosen.connect(self._show_day)
        self.find.closed.connect(self._end)

    def _search(self, words: str) -> Sequence[Hit]:
        hits, time = self._reader.found(words, self._store.state), self._time()
        return hits if time is None else time.days.found(words, hits)

    def _show_day(self, day: str) -> None:
        time = self._time()
        if time is not None:
            time.days.choose(day)
            self._store.set(time_open=True)

    def _end(self) -> None:
        """Give the keyboard to the body, unless it has gone elsewhere already."""
        window = self._window
        if window.toolbar.search.edit.hasFocus():
            window.body.setFocus()
        window.toolbar.close_search()
