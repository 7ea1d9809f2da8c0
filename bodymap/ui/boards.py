"""The board that is open in a window: the room it takes, and what it covers meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bodymap.ui.arrangement import Arrangement
from bodymap.ui.look import Look

if TYPE_CHECKING:
    from bodymap.ui.board import Board, Place
    from bodymap.ui.window import Window

_WIDER, _SHARE = 1.4, 0.46
"""How much wider than the card a board in its place is, and the most of body and card together."""
_ROOM_SHARE = 0.6
"""How much of the window a board has that a room reads."""
_BODY_LEAST = 340
"""The least width of the body beside a board, px at scale 1: where there is less, the board covers it."""


class Boards:
    """At most one board is open; `arrange` lays the window out again."""

    def __init__(self, window: Window, arrange: Callable[[], object]) -> None:
        self._window, self._arrange = window, arrange
        self.current: Board | None = None
        self._covers: Place | None = None

    @property
    def side(self) -> QWidget | None:
        """What stands in the place of the lists, while it is seen."""
        side = self.current.side if self.current is not None else None
        return side if side is not None and side.isVisible() else None

    def open(self, board: Board) -> None:
        """Show a board in place of any other."""
        self.shut()
        self.current = board
        board.closed.connect(self._forget)
        self._arrange()
        window = self._window
        for part in (board, board.side, window.lists if board.side is None else None):
            if part is not None:
                part.raise_()
        board.setFocus()

    def shut(self) -> bool:
        """Close what is open; False where nothing is."""
        if self.current is None:
            return False
        self.current.shut()
        return True

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        if self.current is not None:
            self.current.show_look(look)

    def made_room(self, places: Arrangement) -> Arrangement:
        """The places of the parts where a board widens the card's."""
        self._covers = None if self.current is None else self.current.place
        self._window.controls.show_few(self._covers == "room")
        if self._covers == "room":
            return self._made_most(places)
        if self._covers != "card":
            return places
        x, y, width, height = places.body
        right = self._window.width()
        card = 0 if places.card_drawer else places.card[2]
        wide = min(round(places.card[2] * _WIDER), round((width + card) * _SHARE))
        if right - wide - x < self._window.look.grown(_BODY_LEAST):
            self._covers = "all"
            return places
        return places._replace(
            body=(x, y, right - wide - x, height), card=(right - wide, y, wide, height), card_drawer=False
        )

    def _made_most(self, places: Arrangement) -> Arrangement:
        """Most of the window for the board, nothing for the lists."""
        _x, y, _width, height = places.body
        right = self._window.width()
        wide = round(right * _ROOM_SHARE)
        if right - wide < self._window.look.px(_BODY_LEAST):
            self._covers = "all"
            return places
        body, card = (0, y, right - wide, height), (right - wide, y, wide, height)
        return places._replace(body=body, card=card, card_drawer=False)

    def lay_out(self, foot: QRect) -> None:
        """Place the board, hide what it covers and show all else."""
        window, board, covers = self._window, self.current, self._covers
        for part in (window.body, *window.controls.parts):
            if window.lists is not None:
                part.setVisible(covers in (None, "card", "room") and part not in window.controls.left_out)
        if board is None or window.places is None:
            return
        places = window.places
        if covers != "body" and window.card is not None:
            window.card.hide()
        board.setGeometry(self._rect(foot))
        self._place_side(board.side)
        if covers not in ("card", "room"):
            edge = window.look.px(16)
            if covers == "all":
                foot = foot.adjusted(0, 0, window.width() - places.body[0] - foot.width(), 0)
                window.footer.setGeometry(foot)
            window.footer.show_span(edge, foot.width() - edge)
        board.show()

    def _place_side(self, side: QWidget | None) -> None:
        """What a guest has in the place of the lists; where a room reads, nothing."""
        lists = self._window.lists
        if lists is None or (side is None and self._covers != "room"):
            return
        if side is not None:
            side.setGeometry(lists.geometry())
            side.setVisible(lists.isVisible())
        lists.hide()

    def _rect(self, foot: QRect) -> QRect:
        assert self._window.places is not None
        places = self._window.places
        x, y, width, height = places.body
        if self._covers in ("card", "room"):
            return QRect(*places.card)
        if self._covers == "body":
            return QRect(x, y, width, foot.top() - y)
        return QRect(x, y, self._window.width() - x, height - foot.height())

    def _forget(self) -> None:
        self.current = None
        self._arrange()
        self._window.body.setFocus()
