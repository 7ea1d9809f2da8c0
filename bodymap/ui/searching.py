"""Search in a window: what is found by names, and what happens when it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bodymap.store import Store
from bodymap.ui.find import Find
from bodymap.ui.window import Window
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.search_entries import Hit
from bodymap.viewmodels.search_more import Offer, with_more


class Searching:
    """Binds the field and what is found (`find`) to the store; `offers` is asked at each letter."""

    def __init__(
        self, window: Window, store: Store, reader: Reader, offers: Callable[[], Iterable[Offer]]
    ) -> None:
        self._window, self._store, self._reader, self._offers = window, store, reader, offers
        self.find = Find(window.look, window.toolbar.search, self._search)
        self.find.chosen.connect(store.focus)
        self.find.closed.connect(self._end)

    def _search(self, words: str) -> Sequence[Hit]:
        return with_more(self._reader.found(words, self._store.state), self._offers(), words)

    def _end(self) -> None:
        """Give the keyboard to the body, unless it has gone elsewhere already."""
        window = self._window
        if window.toolbar.search.edit.hasFocus():
            window.body.setFocus()
        window.toolbar.close_search()
