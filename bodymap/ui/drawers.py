"""Lists and card in a window: beside the body, or drawers over it where there is no room for both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bodymap.ui.arrangement import Arrangement

if TYPE_CHECKING:
    from bodymap.ui.window import Window

Pane = Literal["lists", "card"]


class Drawers:
    """Keeps which drawers are open; `arrange` lays the window out again."""

    def __init__(self, window: Window, arrange: Callable[[], object]) -> None:
        self._window, self._arrange = window, arrange
        self._open: dict[Pane, bool] = {"lists": False, "card": False}

    def toggle(self, name: Pane) -> None:
        """Open or close lists or card where they are drawers, else give them the keyboard."""
        if self._is_drawer(name):
            self.show(name, not self._open[name])
        taker = self._keyboard(name)
        if taker is not None:
            taker.setFocus()

    def show(self, name: Pane, is_open: bool) -> None:
        """Open or close lists or card where they are drawers."""
        if self._open[name] != is_open:
            self._open[name] = is_open
            self._arrange()

    def shut(self) -> bool:
        """Close those that are open; False where none was."""
        was_open = any(is_open and self._is_drawer(name) for name, is_open in self._open.items())
        self._open = {"lists": False, "card": False}
        self._arrange()
        return was_open

    def lay_out(self, places: Arrangement, bottom: int) -> int:
        """Place lists and card, a card between two bodies down to `bottom`; the width it needs there."""
        window, card = self._window, QRect(*places.card)
        gap = window.look.px(16)
        if places.card_middle:
            card.setBottom(bottom - gap)
        if window.lists is not None:
            self._place(window.lists, QRect(*places.lists), "lists")
        if window.card is not None:
            window.card.show_framed(places.card_middle)
            self._place(window.card, card, "card")
        return card.width() + gap if places.card_middle else 0

    def _keyboard(self, name: Pane) -> QWidget | None:
        """What takes the keyboard in lists or card, where these are seen."""
        lists, card, side = self._window.lists, self._window.card, self._window.boards.side
        if name == "lists" and side is not None:
            return side
        taker = (lists and lists.above) if name == "lists" else (card and card.text)
        return taker if taker is not None and taker.isVisible() else None

    def _place(self, pane: QWidget, rect: QRect, name: Pane) -> None:
        pane.setGeometry(rect)
        pane.setVisible(not self._is_drawer(name) or self._open[name])

    def _is_drawer(self, name: Pane) -> bool:
        places = self._window.places
        if places is None:
            return False
        return places.lists_drawer if name == "lists" else places.card_drawer
