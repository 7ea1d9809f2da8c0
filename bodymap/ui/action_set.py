"""The action table as Qt's actions: keys, menus and buttons that follow the state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from bodymap.ui.action_values import Action
from bodymap.ui.icons import icon
from bodymap.ui.look import Look


class ActionSet:
    """One QAction per action, owned by the window; `refresh` after each change of state.

    Of several that are enabled and share a key, the one that was added last has it: a guest's while open.
    """

    def __init__(self, window: QWidget, actions: Iterable[Action]) -> None:
        self.table = tuple(actions)
        self._qt = {action.id: _qt_action(window, action) for action in self.table}
        self._buttons: list[tuple[Action, QAbstractButton]] = []
        self._look: Look | None = None
        self._shared = _shared_keys(self.table)
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        """The QAction of an id."""
        return self._qt[action_id]

    def add(self, window: QWidget, actions: Iterable[Action]) -> None:
        """Let more actions in, at the end of the table."""
        more = tuple(actions)
        self.table += more
        self._qt |= {action.id: _qt_action(window, action) for action in more}
        self._shared = _shared_keys(self.table)
        self._show(more)
        self._hand_out_keys()

    def link(self, action_id: str, button: QAbstractButton) -> None:
        """Let a button stand for an action: run, enabled, tooltip and name."""
        action = next(a for a in self.table if a.id == action_id)
        button.clicked.connect(self._qt[action_id].trigger)
        button.setAccessibleName(action.words)
        self._buttons.append((action, button))
        _follow(action, button)

    def refresh(self) -> None:
        """Check and grey actions and their buttons as the state says."""
        self._show(self.table)
        self._hand_out_keys()
        for action, button in self._buttons:
            _follow(action, button)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale for the icons of menus, which are drawn when one opens."""
        self._look = look

    def popup(self, button: QWidget, group: str, *further: str) -> QMenu:
        """Open the menu of a group under a button, with submenus for further groups."""
        menu = QMenu(group, button)
        menu.addActions(self._drawn(group))
        for name in further:
            menu.addMenu(name).addActions(self._drawn(name))
        return _opened(menu, button)

    def popup_all(self, button: QWidget) -> QMenu:
        """Open a menu with a submenu for each group under a button."""
        menu = QMenu(button)
        for group in dict.fromkeys(a.group for a in self.table):
            menu.addMenu(group).addActions(self._drawn(group))
        return _opened(menu, button)

    def _show(self, actions: Iterable[Action]) -> None:
        for action in actions:
            mine = self._qt[action.id]
            mine.setEnabled(action.enabled())
            if action.checked is not None:
                mine.setChecked(action.checked())

    def _hand_out_keys(self) -> None:
        """Give each shared key to one action: Qt runs none of two."""
        taken = set[str]()
        for action in reversed(self.table):
            if self._shared.isdisjoint(action.keys):
                continue
            mine, keys = self._qt[action.id], [QKeySequence(k) for k in action.keys if k not in taken]
            if mine.shortcuts() != keys:
                mine.setShortcuts(keys)
            if mine.isEnabled():
                taken.update(action.keys)

    def _drawn(self, group: str) -> list[QAction]:
        """The actions of a group with their icons in the theme's colour."""
        actions = [action for action in self.table if action.group == group]
        for action in actions:
            if action.icon and self._look is not None:
                color = self._look.color("text")
                self._qt[action.id].setIcon(icon(action.icon, color, self._look.grown(16)))
        return [self._qt[action.id] for action in actions]


def _shared_keys(table: Iterable[Action]) -> frozenset[str]:
    counted = Counter(key for action in table for key in action.keys)
    return frozenset(key for key, n in counted.items() if n > 1)


def _opened(menu: QMenu, button: QWidget) -> QMenu:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(menu.title())
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return menu


def tip(action: Action) -> str:
    """Words and key of an action, and why it is greyed where it is."""
    keys = key_words(action)
    words = f"{action.words} ({keys})" if keys else action.words
    return words if action.enabled() or not action.reason else f"{words}: {action.reason}"


def key_words(action: Action) -> str:
    """The first key of an action as the platform writes it."""
    return _native(action.keys[0]) if action.keys else ""


@lru_cache
def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def all_key_words(action: Action) -> str:
    """All keys of an action as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in (*action.keys, *action.elsewhere))


def _follow(action: Action, button: QAbstractButton) -> None:
    button.setEnabled(action.enabled())
    button.setToolTip(tip(action))


def _qt_action(window: QWidget, action: Action) -> QAction:
    made = QAction(action.words, window)
    made.setObjectName(action.id)
    made.setShortcuts([QKeySequence(key) for key in action.keys])
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.setCheckable(action.checked is not None)
    made.triggered.connect(_runner(action.run))
    window.addAction(made)
    return made


def _runner(run: Callable[[], object]) -> Callable[[bool], None]:
    def on_triggered(_checked: bool) -> None:
        run()

    return on_triggered
