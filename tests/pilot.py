"""Drives the program in its own words: what a reader does with mouse and keys, and what she then sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from bodymap.app import Opened, Options, application
from bodymap.atlas.records import Ref
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.ui.body.art import Gallery
from bodymap.ui.lists import RowList
from bodymap.ui.session import ref_of
from bodymap.ui.time_panel.pane import TimePane
from bodymap.ui.window import Window
from bodymap.viewmodels.scene_values import Light

_PATIENCE = 60
"""So many seconds may pass on a busy machine before something is held never to come."""


class Pilot:
    """One reader before one window. Things are named as on the command line: `organ:liver`.

    What an earlier window drew is not drawn again, unless this one has a `gallery` of its own.
    """

    def __init__(
        self,
        qtbot: QtBot,
        options: Options,
        size: tuple[int, int] = (1280, 720),
        gallery: Gallery | None = None,
    ) -> None:
        application()  # not every fixture that opens a window has asked for it
        self._moments: list[str] = []
        self._qtbot = qtbot
        self.opened = Opened(options, self._moments.append, gallery=gallery or drawn_before())
        self.window: Window = self.opened.window
        self.window.resize(*size)
        self.window.show()
        self.wait(lambda: self._moments == ["first-picture", "usable"])
        qtbot.waitActive(self.window, timeout=_PATIENCE * 1000)

    @property
    def state(self) -> State:
        """What is looked at."""
        return self.opened.store.state

    def resize(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.window.resize(width, height)
        QCoreApplication.sendPostedEvents()

    def look_at(self, thing: str) -> None:
        """Choose a thing without mouse or keys, to begin somewhere."""
        self.opened.store.focus(ref(thing))

    def click_region(self, region: str) -> None:
        """Click a region of the figure where it can be seen."""
        spot = self.window.body.spot_of(region)
        assert spot is not None, f"{region} is not to be seen"
        self.click_at(spot)

    def click_at(self, spot: QPoint) -> None:
        """Click a point of the body."""
        self._click(self.window.body, spot)

    def click_label(self, thing: str) -> None:
        """Click a label beside the figure."""
        self._click(self.window.body, self.window.body.label_rect(ref(thing)).center())

    def click_in(self, part: QWidget, at: QPoint) -> None:
        """Click a point of a part of the window."""
        self._click(part, at)

    def press_button(self, words: str) -> None:
        """Press the visible button that is called so."""
        named = (b for b in self.window.findChildren(QAbstractButton) if b.accessibleName() == words)
        button = next(b for b in named if b.isVisible())
        self._click(button, button.rect().center())

    def choose_in_list(self, thing: str) -> None:
        """Click a row of one of the lists."""
        rows, row = self._row(thing)
        index = rows.model_rows.index(row)
        rows.scrollTo(index)
        self._click(rows.viewport(), rows.visualRect(index).center())

    def point_at_in_list(self, thing: str) -> None:
        """Let the pointer rest on a row."""
        rows, row = self._row(thing)
        rows.scrollTo(rows.model_rows.index(row))
        centre = rows.visualRect(rows.model_rows.index(row)).center()
        QTest.mouseMove(rows.viewport(), centre + QPoint(2, 2))
        QTest.mouseMove(rows.viewport(), centre)
        QCoreApplication.sendPostedEvents()

    def press(self, keys: str) -> None:
        """Press keys where the keyboard is: `2`, `Ctrl+K`, `Esc`."""
        target = QGuiApplication.focusObject()
        QTest.keySequence(target if isinstance(target, QWidget) else self.window, QKeySequence(keys))

    def choose_in_menu(self, words: str) -> None:
        """Choose an entry of the menu that is open."""
        menu = next(m for m in self.window.findChildren(QMenu) if m.isVisible())
        next(a for a in menu.actions() if a.text().replace("&&", "&") == words).trigger()
        menu.close()
        self.window.activateWindow()  # Qt's offscreen screen forgets who was active before a menu
        self.wait(self.window.isActiveWindow)

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        QTest.keyClicks(QGuiApplication.focusObject(), words)

    def listed(self, below: bool = False) -> list[str]:
        """The names in the upper or lower list."""
        return [row.text for row in self._lists()[below].model_rows.rows]

    def marked(self) -> set[str]:
        """The things that the lists mark as chosen."""
        return {str(row.ref) for rows in self._lists() for row in rows.model_rows.rows if row.chosen}

    def lit(self) -> set[str]:
        """The regions that are lit in the (first) body."""
        lights: tuple[Light, ...] = self.window.body.canvas.bodies[0].body.scene.lights
        return {light.region for light in lights}

    def card_text(self) -> str:
        """What the card says."""
        assert self.window.card is not None
        return self.window.card.plain_text()

    def problems(self) -> list[str]:
        """What the pane of problems lists, `file:line:column: what`; nothing where it is not seen."""
        pane = self.opened.wiring.desk.pane
        if pane is None or not pane.isVisible():
            return []
        return [f"{p.path.name}:{p.line}:{p.column}: {p.message}" for p in pane.problems]

    def problem_words(self) -> list[str]:
        """What is read in that pane: its note, then each cell."""
        pane = self.opened.wiring.desk.pane
        assert pane is not None
        cells = [
            pane.table.item(row, column).text() for row in range(pane.table.rowCount()) for column in (0, 1)
        ]
        return [pane.note, *cells]

    def double_click_problem(self, row: int) -> None:
        """Double-click a row of that pane."""
        pane = self.opened.wiring.desk.pane
        assert pane is not None
        at = pane.table.visualItemRect(pane.table.item(row, 1)).center()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(pane.table.viewport(), left, none, at)
        QTest.mouseDClick(pane.table.viewport(), left, none, at)

    def said(self) -> str:
        """What the foot says quietly."""
        return self.window.footer.accessibleName()

    def wait(self, until: Callable[[], bool], seconds: float = _PATIENCE) -> None:
        """Do nothing until something is so."""
        self._qtbot.waitUntil(until, timeout=round(seconds * 1000))

    def found(self) -> list[str]:
        """The titles of what the search offers."""
        find = self.opened.wiring.find
        assert find is not None
        return [hit.title for hit in find.hits] if find.isVisible() else []

    def copied(self) -> str:
        """What lies in the clipboard."""
        return QGuiApplication.clipboard().text()

    def open_sheet(self) -> str:
        """The name of what lies over the window, or nothing."""
        over = [w for w in self.window.children() if isinstance(w, QWidget) and w.isVisible()]
        return next((w.accessibleName() for w in over if w.geometry() == self.window.rect()), "")

    def board(self) -> str:
        """The name of the board that lies in the place of body or card, or nothing."""
        board = self.window.boards.current
        return board.accessibleName() if board is not None and board.isVisible() else ""

    def board_text(self) -> str:
        """What the text of the board says."""
        return self._board_text().toPlainText()

    def follow_on_board(self, start: str) -> str:
        """Click the first link of the board that begins so; what it leads to."""
        return follow(self._board_text(), f"bodymap:{start}")

    def follow_claim(self) -> int:
        """Click the first claim of the article on the card; its number."""
        assert self.window.card is not None
        return int(follow(self.window.card.text, "claim:"))

    def _board_text(self) -> QTextBrowser:
        assert self.window.boards.current is not None
        text = self.window.boards.current.findChild(QTextBrowser)
        assert isinstance(text, QTextBrowser)
        return text

    def cut_off(self) -> list[str]:
        """The visible parts of which something lies outside what holds them."""
        return [
            part.accessibleName() or type(part).__name__
            for part in self.window.findChildren(QWidget)
            if part.isVisible()
            and part.parentWidget() is self.window
            and not self.window.rect().contains(part.geometry())
        ]

    def open_time(self) -> TimePane:
        """The panel of time, open, once its curves can be drawn."""
        self.wait(lambda: self.opened.wiring.time is not None)
        pane = self.window.time
        assert pane is not None
        if not pane.isVisible():
            self.press("F8")
        self.wait(lambda: pane.chart.has_plot and pane.chart.repainted > 0)
        self.settle()
        return pane

    def settle(self) -> None:
        """Wait for what comes after everything is seen: courses over time, and what travels."""
        self.wait(lambda: self.opened.wiring.is_settled)

    def time_read(self) -> list[str]:
        """What the panel says of each line: "IL-6 ×1.7"."""
        control = self.opened.wiring.time
        assert control is not None
        return [f"{r.name} {r.value}" for r in control.reader.moment(self.state).readings]

    def leave(self) -> None:
        """Close the window and let everything go."""
        self.opened.close()
        self.opened.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _row(self, thing: str) -> tuple[RowList, int]:
        for rows in self._lists():
            for number, row in enumerate(rows.model_rows.rows):
                if row.ref == ref(thing):
                    return rows, number
        raise AssertionError(f"{thing} is in no list")

    def _lists(self) -> tuple[RowList, RowList]:
        assert self.window.lists is not None
        return self.window.lists.above, self.window.lists.below

    def _click(self, where: QWidget, at: QPoint) -> None:
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


@cache
def drawn_before() -> Gallery:
    """What the windows of this process have drawn."""
    return Gallery(shipped("assets", "figures"))


def follow(text: QTextBrowser, start: str) -> str:
    """Open the first link whose address begins so; the rest of the address."""
    found = re.search(rf'href="({re.escape(start)}[^"]*)"', text.toHtml())
    assert found, f"no link to {start}"
    text.anchorClicked.emit(QUrl(found[1]))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found[1].removeprefix(start)


def ref(thing: str) -> Ref:
    """The Ref that a word says."""
    found = ref_of(thing)
    assert found is not None
    return found


def options(settings: Path) -> Options:
    """A start that keeps its session in a file of the test."""
    return Options(settings=settings)
