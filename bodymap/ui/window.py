"""The window: its parts, where they lie, and what lies over them. It knows no state; `wiring` tells it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from bodymap.ui.arrangement import Arrangement, Wishes, arranged, time_height
from bodymap.ui.boards import Boards
from bodymap.ui.drawers import Drawers
from bodymap.ui.look import Look, base_scale

if TYPE_CHECKING:
    from bodymap.ui.body.widget import BodyView
    from bodymap.ui.body_controls import BodyControls
    from bodymap.ui.card import CardPane
    from bodymap.ui.footer import Footer
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
        self._in_week = False
        self._side_by_side = False
        self._overlay: Overlay | None = None
        self.places: Arrangement | None = None
        self.drawers = Drawers(self, self._arrange)
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

    def show_time(self, wished: bool | None, *, week: bool = False) -> None:
        """Open or close the panel of time, higher for a `week`; None: as the height of the window allows."""
        self._time_wished, self._in_week = wished, week
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
        return self.drawers.shut()

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
        bar = time_height(self.height(), look.base, look.text, wished, week=self._in_week)
        side_by_side = self._side_by_side and not has_board
        wishes = Wishes(look.base, look.text, side_by_side, self.toolbar.needed_height(), bar)
        places = self.places = self.boards.made_room(arranged(self.width(), self.height(), wishes))
        self.toolbar.setGeometry(*places.toolbar)
        self.toolbar.show_drawers(places.lists_drawer, places.card_drawer)
        x, y, width, height = places.body
        foot = QRect(x, y + height - self.footer.needed_height(), width, self.footer.needed_height())
        body = QRect(x, y, width, height - foot.height() - self._taken)
        self.footer.setGeometry(foot)
        above = self.controls.show_area(body, foot, low=places.card_middle)
        self.footer.show_span(self.controls.free_left(foot) - x, self.controls.free_right() - x)
        middle = self.drawers.lay_out(places, foot.top() - self._taken)
        if self.time is not None:
            self.time.setGeometry(*places.bar)
            self.time.show_columns(places.lists[2], places.card[2] if not places.card_middle else 0)
            self.time.setVisible(self.is_time_open)
        self.body.show_place(body, above, middle)
        self.boards.lay_out(foot)
        if self._overlay is not None:
            self._overlay.setGeometry(self.rect())

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
