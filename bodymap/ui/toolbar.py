"""The bar at the top: history, find, the three states, reading level, theme and help.

It never cuts anything off: where room is short it folds the choices, then leaves out what the menu has too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.state import State
from bodymap.ui.action_set import ActionSet
from bodymap.ui.button import Button
from bodymap.ui.look import Look
from bodymap.ui.search_field import SearchField
from bodymap.ui.segmented import Choice, Segmented

_ORDER = (
    ("menu", 16),
    ("wordmark", 16),
    ("undo", 8),
    ("redo", 16),
    ("back", 8),
    ("forward", 24),
    ("lists", 8),
    ("card", 16),
    ("find", 16),
    ("modes", 16),
    ("level", 16),
    ("evidence", 8),
    ("theme", 8),
    ("help", 0),
)
"""The parts from left to right with the gap after each."""
_LEAST_SEARCH, _MOST_SEARCH = 140, 336


class Toolbar(QWidget):
    """Emits `mode_chosen` and `level_chosen`; everything else runs the action table."""

    mode_chosen = Signal(str)
    level_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._drawers = look, (False, False)
        self._said: tuple[str, ...] = ()
        self.search = SearchField(look, self)
        self.modes = Segmented(look, _("Exercise or sedentary"), _mode_choices())
        levels = [Choice("school", _("School")), Choice("university", _("University"))]
        self.level = Segmented(look, _("Reading level"), levels)
        icons = ("menu", "undo", "redo", "back", "forward", "lists", "card")
        self.buttons = {name: Button(look, icon=name) for name in icons}
        self.buttons |= {"find": Button(look, icon="search"), "theme": Button(look, icon="theme")}
        self.buttons["evidence"] = Button(look, icon="evidence", words=_("All evidence"))
        self.buttons["evidence"].chevron = True
        self.buttons["help"] = Button(look, words="?")
        for part in (*self.buttons.values(), self.modes, self.level):
            part.setParent(self)
        self.modes.chosen.connect(self.mode_chosen)
        self.level.chosen.connect(self.level_chosen)
        self._set_tab_order()

    def link(self, actions: ActionSet, open_menu: Callable[[], object]) -> None:
        """Let the buttons run the table."""
        for name in ("undo", "redo", "back", "forward", "lists", "card", "find", "theme"):
            actions.link(name, self.buttons[name])
        actions.link("keys", self.buttons["help"])
        self.buttons["menu"].setAccessibleName(_("Menu"))
        self.buttons["menu"].setToolTip(_("Menu: everything that can be done"))
        self.buttons["menu"].clicked.connect(open_menu)
        evidence = self.buttons["evidence"]
        evidence.clicked.connect(lambda: actions.popup(evidence, _("Evidence")))

    def show_state(self, state: State, theme_name: str, hidden: int) -> None:
        """Mark mode, level and theme, and how many results a filter of the evidence hides."""
        self.modes.show_value(state.mode)
        self.level.show_value(state.level)
        self._show_evidence(state, hidden)
        self.buttons["theme"].show_words(theme_name)
        said = (state.mode, state.level, self.buttons["evidence"].text(), theme_name)
        if said != self._said:  # few states change what stands here, and to fit it in is dear
            self._said = said
            self._arrange()

    def _show_evidence(self, state: State, hidden: int) -> None:
        """What must be known for a thing to be shown; a filter stands out, with how much it hides."""
        words = {"all": _("All evidence"), "human": _("In people"), "human-trial": _("Human trials")}
        said, button = words[state.evidence], self.buttons["evidence"]
        is_filtered = state.evidence != "all" or state.least != "low"
        if is_filtered and state.evidence == "all":
            said = _("Sure enough")
        form = _("{shown} · {n} hidden")
        button.show_words(form.format(shown=said, n=hidden) if is_filtered else said)
        button.show_short(f"−{hidden}" if is_filtered else "")
        button.show_lit(is_filtered)
        button.setAccessibleName(_("Evidence: {words}").format(words=button.text()))
        button.setToolTip(_("What is shown: {words} (E)").format(words=button.text()))

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (*self.buttons.values(), self.modes, self.level, self.search):
            part.show_look(look)
        self._arrange()
        self.update()

    def show_drawers(self, lists: bool, card: bool) -> None:
        """Offer buttons for the panes that are drawers now."""
        self._drawers = (lists, card)
        self._arrange()

    def open_search(self) -> None:
        """Give the keyboard to the search field; where it is folded away it lies over the bar."""
        if self.search.isHidden():
            edge = self._look.px(12)
            self.search.setGeometry(edge, edge, self.width() - 2 * edge, self._look.control)
            self.search.show()
            self.search.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def close_search(self) -> None:
        """Fold the search field away again where there is no room for it."""
        self._arrange()

    def needed_height(self) -> int:
        """A control with 12 px above and below."""
        return self._look.control + self._look.px(24)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the parts out again."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, hairline and the program's name."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("panel"))
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        left, width = self._wordmark
        if width:
            painter.setFont(look.font(weight=QFont.Weight.DemiBold))
            painter.setPen(look.color("text"))
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, "Bodymap")

    def _set_tab_order(self) -> None:
        parts: dict[str, QWidget] = {**self.buttons, "modes": self.modes, "level": self.level}
        order = [self.search if name == "find" else parts[name] for name, _gap in _ORDER if name in parts]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _arrange(self) -> None:
        widths = self._fitting()
        look, x = self._look, float(self._look.px(24 if "wordmark" in widths else 12))
        height, top = look.control, look.px(12)
        spare = self.width() - self._total(widths) if widths else 0
        self._wordmark = (0, 0)
        for name, gap in _ORDER:
            part = self._part(name, "find-button" in widths)
            width = widths.get(name, 0)
            if name == "wordmark":
                self._wordmark = (round(x), width)
            elif part is not None:
                part.setVisible(bool(width))
                part.setGeometry(round(x), top, width, height)
            if width:
                x += width + look.px(gap) + (spare / 2 if name in ("find", "modes") else 0)
        (self.search if "find-button" in widths else self.buttons["find"]).setVisible(False)

    def _part(self, name: str, small: bool) -> QWidget | None:
        if name == "find":
            return self.buttons["find"] if small else self.search
        return {"modes": self.modes, "level": self.level}.get(name) or self.buttons.get(name)

    def _fitting(self) -> dict[str, int]:
        """The widths of the parts that fit: the first of ever smaller settings that does."""
        widths: dict[str, int] = {}
        for tight, bare, folded, left_out in _settings():
            self.buttons["evidence"].show_bare(bare)
            self.buttons["theme"].show_bare(bare)
            for part in (self.modes, self.level):
                part.show_room(tight=tight, folded=folded)
            widths = self._widths(left_out)
            if self._total(widths) <= self.width():
                break
        if "find-button" not in widths:
            room = self.width() - self._total(widths)
            most = self._look.grown(_MOST_SEARCH)
            widths["find"] = min(most, widths["find"] + max(0, room))
        return widths

    def _widths(self, left_out: Iterable[str]) -> dict[str, int]:
        look = self._look
        parts: dict[str, QWidget] = {**self.buttons, "modes": self.modes, "level": self.level}
        widths = {name: part.sizeHint().width() for name, part in parts.items()}
        widths["wordmark"] = look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance("Bodymap") + 2
        gone = set(left_out)
        if "search" in gone:
            widths["find-button"] = 0
        else:
            widths["find"] = look.px(_LEAST_SEARCH) + look.grown(40)
        for name, open_ in zip(("lists", "card"), self._drawers, strict=True):
            if not open_:
                gone.add(name)
        return {name: width for name, width in widths.items() if name not in gone}

    def _total(self, widths: dict[str, int]) -> int:
        gaps = sum(gap for name, gap in _ORDER if name in widths)
        edges = 48 if "wordmark" in widths else 24
        return sum(widths.values()) + self._look.px(gaps + edges)


def _settings() -> Iterable[tuple[bool, bool, bool, tuple[str, ...]]]:
    """From roomy to narrow: tight segments, bare buttons, folded segments, then parts left to the menu."""
    yield False, False, False, ()
    yield True, False, False, ()
    yield True, True, False, ()
    yield True, True, False, ("wordmark",)
    gone: tuple[str, ...] = ("wordmark",)
    yield True, True, True, gone
    for name in ("theme", "search", "redo", "undo", "forward", "evidence", "level", "help", "back"):
        gone = (*gone, name)
        yield True, True, True, gone


def _mode_choices() -> list[Choice]:
    return [
        Choice("exercise", _("Exercise"), "1"),
        Choice("sedentary", _("Sedentary"), "2"),
        Choice("both", _("Side by side"), "3"),
    ]
