"""The window: its parts, where they lie, its drawers and overlays. It knows no state; `wiring` tells it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from bodymap.i18n import _
from bodymap.ui.arrangement import Arrangement, Rect, Wishes, arranged, time_height
from bodymap.ui.boards import Boards
from bodymap.ui.look import Look, base_scale

if TYPE_CHECKING:
    from bodymap.ui.body.widget import BodyView
    from bodymap.ui.body_controls import BodyControls
    from bodymap.ui.card import CardPane
    from bodymap.ui.footer import Footer
    from bodymap.ui.help import Named
    from bodymap.ui.lists import ListsPane
    from bodymap.ui.opening import Opening
    from bodymap.ui.overlay import Overlay
    from bodymap.ui.theme import Theme
    from bodymap.ui.time_panel.pane import TimePane
    from bodymap.ui.toolbar import Toolbar

LEAST = (960, 600)
"""The smallest window, px."""


class Window(QWidget):
    """An opening picture; then toolbar, body and foot by `furnish`, and lists and card by `fill`.

    Emits `painted` once, when the opening picture is on the screen, `filled` once, when all parts are,
    `rearranged` after each change of place or size, `covered` when a sheet comes over everything and when
    it goes, and `closing`.
    """

    body: BodyView
    toolbar: Toolbar
    footer: Footer
    controls: BodyControls
    painted = Signal()
    filled = Signal()
    rearranged = Signal()
    covered = Signal(bool)
    closing = Signal()
    _opened = Signal()
    _seen = Signal()

    def __init__(self, look: Look, opening: Opening) -> None:
        super().__init__()
        self.look = look
        self.setWindowTitle("Bodymap")
        self.setMinimumSize(*LEAST)
        self._opening: Opening | None = opening
        self._parts: list[QWidget] = []
        self._announced = False
        self.lists: ListsPane | None = None
        self.card: CardPane | None = None
        self.time: TimePane | None = None
        self._time_wished: bool | None = None
        self._side_by_side, self._open = False, {"lists": False, "card": False}
        self._overlay: Overlay | None = None
        self.places: Arrangement | None = None
        self.boards = Boards(self, self._arrange)
        self._taken = 0
        # Queued: what is being painted is on the screen only afterwards.
        self._opened.connect(self.painted, Qt.ConnectionType.QueuedConnection)
        self._seen.connect(self.filled, Qt.ConnectionType.QueuedConnection)

    def furnish(self, body: BodyView) -> None:
        """Take in a body, with toolbar, foot and controls; nothing of it is seen before `fill`."""
        from bodymap.ui.body_controls import BodyControls
        from bodymap.ui.footer import Footer
        from bodymap.ui.toolbar import Toolbar

        self.body = body
        body.setParent(self)
        self.footer = Footer(self.look, self)
        self.toolbar = Toolbar(self.look, self)
        self.controls = BodyControls(self.look, self)
        self._parts = [self.body, self.footer, self.toolbar, *self.controls.parts]
        body.installEventFilter(self)

    def fill(self) -> tuple[ListsPane, CardPane]:
        """Make lists and card, and show all parts."""
        from bodymap.ui.card import CardPane
        from bodymap.ui.lists import ListsPane
        from bodymap.ui.style import palette, sheet

        # The window's own palette would not reach its parts: its style sheet stands between.
        QApplication.setPalette(palette(self.look))
        self.lists, self.card = ListsPane(self.look, self), CardPane(self.look, self)
        self.setStyleSheet(sheet(self.look))
        self._set_tab_order()
        self._arrange()
        for part in self._parts:
            part.show()
        for pane in (self.lists, self.card):
            pane.raise_()
        self._opening = None
        self.body.setFocus()
        return self.lists, self.card

    def bring_time(self) -> TimePane:
        """Make the panel of time, whose place is kept free from the first picture on."""
        from bodymap.ui.time_panel.pane import TimePane

        self.time = TimePane(self.look, self)
        before: QWidget = self.card.text if self.card is not None else self.body
        for part in self.time.tab_order:
            QWidget.setTabOrder(before, part)
            before = part
        self._arrange()
        return self.time

    def show_taste(self, theme: Theme, text_size: int) -> None:
        """Take on a theme and a text size in per cent."""
        look = Look(theme, base_scale(self.width(), self.height()), text_size / 100)
        if look != self.look:
            self._show_look(look)

    def show_side_by_side(self, side_by_side: bool) -> None:
        """Make room for the card between two bodies, or at the right of one."""
        self._side_by_side = side_by_side
        self._arrange()

    def show_time(self, wished: bool | None) -> None:
        """Open or close the panel of time; None: as the height of the window allows."""
        self._time_wished = wished
        self._arrange()

    @property
    def is_time_open(self) -> bool:
        """Whether there is room for the panel of time, and it is wished for."""
        return self.places is not None and self.places.bar[3] > 0

    def take_foot(self, height: int) -> None:
        """Let the body end so many px above the foot, for what is listed between them."""
        if height != self._taken:
            self._taken = height
            self._arrange()

    def toggle_drawer(self, name: str) -> None:
        """Open or close lists or card where they are drawers, else give them the keyboard."""
        pane = self.lists if name == "lists" else self.card
        if self._is_drawer(name):
            self._open[name] = not self._open[name]
            self._arrange()
        side = self.boards.side if name == "lists" else None
        if side is not None:
            side.setFocus()
        elif pane is not None and pane.isVisible():
            target = self.lists.above if self.lists is pane and self.lists else pane.focusWidget() or pane
            (self.card.text if pane is self.card and self.card else target).setFocus()

    def show_drawer(self, name: str, is_open: bool) -> None:
        """Open or close lists or card where they are drawers."""
        if self._open[name] != is_open:
            self._open[name] = is_open
            self._arrange()

    def open_overlay(self, overlay: Overlay) -> None:
        """Lay a sheet over everything in place of any other."""
        self._uncover()
        self._overlay = overlay
        overlay.closed.connect(self._forget_overlay)
        overlay.open()
        self.covered.emit(True)

    @property
    def is_covered(self) -> bool:
        """Whether a sheet lies over everything."""
        return self._overlay is not None

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    def leave(self) -> bool:
        """Close what lies over the window, else over the body; False where nothing did."""
        return self._uncover() or self.boards.shut()

    def _uncover(self) -> bool:
        if self._overlay is not None:
            self._overlay.shut()
            return True
        was_open = [n for n in self._open if self._open[n] and self._is_drawer(n)]
        self._open = dict.fromkeys(self._open, False)
        self._arrange()
        return bool(was_open)

    def open_help(self) -> None:
        """Name the parts where they are."""
        from bodymap.ui.help import Help

        self.open_overlay(Help(self.look, self, self._named_parts()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Notice the body's first picture."""
        if watched is self.body and event.type() == QEvent.Type.Paint:
            self.body.removeEventFilter(self)
            self._seen.emit()
        return False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again, at another scale where the size asks for it."""
        base = base_scale(self.width(), self.height())
        if base != self.look.base:
            self._show_look(Look(self.look.theme, base, self.look.text))
        else:
            self._arrange()
        self.rearranged.emit()

    def moveEvent(self, _event: QMoveEvent) -> None:
        """The place is worth keeping."""
        self.rearranged.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell before going, as the window will be found again: without a board, nothing listed."""
        self.boards.shut()
        self.take_foot(0)
        self.closing.emit()
        if self._parts:
            self.body.stop()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The opening picture, then the ground between the panes."""
        painter = QPainter(self)
        if self._opening is None:
            painter.fillRect(self.rect(), self.look.color("panel"))
            if self.is_time_open and self.places is not None:
                painter.setPen(QPen(self.look.color("hairline"), 1))
                painter.drawLine(0, self.places.bar[1], self.width(), self.places.bar[1])
            return
        self._opening.paint(painter, self.rect(), self.look)
        painter.end()
        if not self._announced:
            self._announced = True
            self._opened.emit()

    def _show_look(self, look: Look) -> None:
        self.look = look
        if not self._parts:
            self.update()
            return
        from bodymap.ui.style import palette, sheet

        QApplication.setPalette(palette(look))
        if self.card is not None:
            self.setStyleSheet(sheet(look))
        for part in (self.toolbar, self.body, self.footer, self.controls, self.lists, self.card, self.time):
            if part is not None:
                part.show_look(look)
        self.boards.show_look(look)
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        if not self._parts:
            return
        look = self.look
        has_board = self.boards.current is not None
        # A board needs the height more than the panel of time, unless that was asked for.
        wished = False if has_board and self._time_wished is None else self._time_wished
        bar = time_height(self.height(), look.base, look.text, wished)
        side_by_side = self._side_by_side and not has_board
        wishes = Wishes(look.base, look.text, side_by_side, self.toolbar.needed_height(), bar)
        places = self.places = self.boards.made_room(arranged(self.width(), self.height(), wishes))
        self.toolbar.setGeometry(*places.toolbar)
        self.toolbar.show_drawers(places.lists_drawer, places.card_drawer)
        x, y, width, height = places.body
        foot = QRect(x, y + height - self.footer.needed_height(), width, self.footer.needed_height())
        body = QRect(x, y, width, height - foot.height() - self._taken)
        self.body.setGeometry(body)
        self.footer.setGeometry(foot)
        above = self.controls.show_area(body, foot, low=places.card_middle)
        self.footer.show_span(self.controls.free_left(foot) - x, self.controls.free_right() - x)
        middle = self._place_panes(places, foot)
        if self.time is not None:
            self.time.setGeometry(*places.bar)
            self.time.show_columns(places.lists[2], places.card[2] if not places.card_middle else 0)
            self.time.setVisible(self.is_time_open)
        self.body.show_margins(top=above, middle=middle)
        self.boards.lay_out(foot)
        if self._overlay is not None:
            self._overlay.setGeometry(self.rect())

    def _place_panes(self, places: Arrangement, foot: QRect) -> int:
        """Lay out lists and card; the width to keep free between two bodies."""
        card = QRect(*places.card)
        if places.card_middle:
            card.setBottom(foot.top() - self._taken - self.look.px(16))
        if self.lists is not None:
            self._place(self.lists, places.lists, "lists")
        if self.card is not None:
            self.card.show_framed(places.card_middle)
            self._place(self.card, (card.x(), card.y(), card.width(), card.height()), "card")
        return card.width() + self.look.px(16) if places.card_middle else 0

    def _place(self, pane: QWidget, rect: Rect, name: str) -> None:
        pane.setGeometry(*rect)
        pane.setVisible(not self._is_drawer(name) or self._open[name])

    def _is_drawer(self, name: str) -> bool:
        if self.places is None:
            return False
        return self.places.lists_drawer if name == "lists" else self.places.card_drawer

    def _forget_overlay(self) -> None:
        self._overlay = None
        (self.boards.current or self.body).setFocus()
        self.covered.emit(False)

    def _set_tab_order(self) -> None:
        if self.lists is None or self.card is None:
            return
        lists = (self.lists.lens, self.lists.above, self.lists.below)
        order = [self.toolbar.buttons["help"], *lists, self.body, *self.controls.parts, self.card.text]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _named_parts(self) -> list[Named]:
        from bodymap.ui.help import Named

        bar, parts = self.toolbar, list[tuple[QWidget | None, str, str]]()
        board = self.boards.current
        parts.append((board, board.accessibleName() if board else "", _("A view of its own; Esc closes it.")))
        parts.append((self.lists, _("Lists"), _("Look by organ, movement or signal. A click chooses.")))
        parts.append((self.card, _("Card"), _("What is known, how sure it is, and from which sources.")))
        body = _("Click what you want to know about. Wheel, + and − zoom; drag moves; arrows walk.")
        parts.append((self.body, _("Body"), body))
        time = _("When: play, drag the line, change how long and how hard, or look at a whole day.")
        parts.append((self.time, _("Time"), time))
        parts.append((bar.search, _("Search"), _("Names, other names, genes, effects.")))
        parts.append((bar.modes, _("Exercise, sedentary"), _("The same body moving, sitting, or both.")))
        parts.append((bar.level, _("Reading level"), _("Plain words, or those of physiology.")))
        known = _("Everything that is known, or only what is shown in people.")
        parts.append((bar.buttons["evidence"], _("Evidence"), known))
        parts.append(
            (bar.buttons["back"], _("Back"), _("To the cards seen before; undo takes back any choice."))
        )
        parts.append((self.controls.view, _("Views"), _("Front and back, male and female.")))
        parts.append((self.controls.layers, _("Layers"), _("Close-ups, and what is drawn of the body.")))
        parts.append((self.controls.reset, _("Reset"), _("Zoom, and back to the beginning.")))
        return [Named(_rect_in(self, w), n, t) for w, n, t in parts if w is not None and w.isVisible()]


def _rect_in(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size())
