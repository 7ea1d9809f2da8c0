"""What the help says of each part of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.help import Help, Named

if TYPE_CHECKING:
    from bodymap.ui.window import Window


def open_help(window: Window) -> None:
    """Name the parts of a window where they are."""
    window.open_overlay(Help(window.look, window, _named(window)))


def _named(window: Window) -> list[Named]:
    bar, controls, board = window.toolbar, window.controls, window.boards.current
    parts: tuple[tuple[QWidget | None, str, str], ...] = (
        (board, board.accessibleName() if board else "", _("A view of its own; Esc closes it.")),
        (window.lists, _("Lists"), _("Look by organ, movement or signal. A click chooses.")),
        (window.card, _("Card"), _("What is known, how sure it is, and from which sources.")),
        (
            window.body,
            _("Body"),
            _("Click what you want to know about. Wheel, + and − zoom; drag moves; arrows walk."),
        ),
        (
            window.time,
            _("Time"),
            _("When: play, drag the line, change how long and how hard, or look at a whole day."),
        ),
        (bar.search, _("Search"), _("Names, other names, genes, effects.")),
        (bar.modes, _("Exercise, sedentary"), _("The same body moving, sitting, or both.")),
        (bar.level, _("Reading level"), _("Plain words, or those of physiology.")),
        (
            bar.buttons["evidence"],
            _("Evidence"),
            _("Everything that is known, or only what is shown in people."),
        ),
        (bar.buttons["back"], _("Back"), _("To the cards seen before; undo takes back any choice.")),
        (controls.view, _("Views"), _("Front and back, male and female.")),
        (controls.layers, _("Layers"), _("Close-ups, and what is drawn of the body.")),
        (controls.reset, _("Reset"), _("Zoom, and back to the beginning.")),
    )
    return [
        Named(_rect_in(window, part), name, words)
        for part, name, words in parts
        if part is not None and part.isVisible()
    ]


def _rect_in(window: Window, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size())
