"""The controls of the body: views, close-ups and layers over its upper corners, zoom and Reset below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.state import State
from bodymap.ui.action_set import ActionSet
from bodymap.ui.button import Button
from bodymap.ui.figure_actions import closeup_words, one_view
from bodymap.ui.look import Look
from bodymap.ui.segmented import Choice, Segmented

_SETTINGS = (
    (False, False, False),
    (True, False, False),
    (True, False, True),
    (True, True, True),
)
"""From roomy to narrow: tight segments, buttons without words, folded choices."""
_HEAD = 0.12
"""The share of the body's height that is kept free for the head, in the middle of the width."""

_LONGEST = 24
"""Letters of a figure's title."""


class BodyControls:
    """Siblings of the body, laid over its corners; no widget of its own, so that clicks reach the body."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self._look, self._few = look, False
        self.view = Segmented(look, _("View"), [Choice("front", _("Front")), Choice("back", _("Back"))])
        self.figure = Segmented(look, _("Figure"), _figures({}))
        self.closeups = Button(look, icon="closeup", words=closeup_words(None))
        self.layers = Button(look, icon="layers", words=_("Layers"))
        self.closeups.chevron = self.layers.chevron = True
        self.time = Button(look, icon="time", words=_("Time"))
        self.zoom = [Button(look, icon=name) for name in ("zoom-out", "zoom-in", "fit")]
        self.reset = Button(look, words=_("Reset"))
        for part in self.parts:
            part.setParent(parent)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """All controls, in the order of the tab key."""
        return (self.view, self.figure, self.closeups, self.layers, self.time, *self.zoom, self.reset)

    @property
    def left_out(self) -> tuple[QWidget, ...]:
        """What is not shown where only few have a place."""
        if not self._few:
            return ()
        return (self.figure, self.closeups, self.layers, self.time, self.reset)

    def show_few(self, few: bool) -> None:
        """Only turn and zoom, beside a board that a room reads; `show_area` lays out what is left."""
        self._few = few

    def link(self, actions: ActionSet) -> None:
        """Let the buttons run the table."""
        linked = zip(("zoom-out", "zoom-in", "fit"), self.zoom, strict=True)
        for name, button in (*linked, ("reset", self.reset), ("layers", self.layers), ("time", self.time)):
            actions.link(name, button)
        actions.link("closeups", self.closeups)

    def show_figures(self, others: Mapping[str, str]) -> None:
        """Offer the figures that packs bring too, by name and title."""
        self.figure.show_choices(_figures(others))

    def show_state(self, state: State) -> None:
        """Mark view, figure and close-up."""
        self.view.show_value(state.view)
        self.figure.show_value(state.figure)
        self.closeups.show_words(closeup_words(state.closeup))

    def show_turns(self, turns: bool) -> None:
        """Grey the views of a figure that has one, and say why."""
        self.view.setEnabled(turns)
        self.view.setToolTip("" if turns else one_view())

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (self.view, self.figure, self.closeups, self.layers, self.time, *self.zoom, self.reset):
            part.show_look(look)

    def show_area(self, body: QRect, foot: QRect, *, low: bool) -> int:
        """Lay views over the body's upper corners, or all into the foot; the height taken above, in px."""
        look = self._look
        edge, gap = look.px(16), look.px(8)
        ends: list[QWidget] = [p for p in (self.time, *self.zoom, self.reset) if p not in self.left_out]
        y = foot.top() + (foot.height() - look.control) // 2
        right = foot.right() + 1 - edge - _width(ends, gap)
        self._place(ends, right, y, gap)
        head = round(body.height() * _HEAD)
        room = (right - foot.left() if low else body.width() - head) // 2 - edge - gap
        rows = self._rows(room, gap)
        if low and len(rows) == 1:
            self._place([*rows[0][0], *rows[0][1]], foot.left() + edge, y, gap)
            return 0
        y = body.top() + edge
        for lefts, rights in rows:
            self._place(lefts, body.left() + edge, y, gap)
            self._place(rights, body.right() + 1 - edge - _width(rights, gap), y, gap)
            y += look.control + gap
        return y - body.top()

    def free_left(self, foot: QRect) -> int:
        """Where words can begin in the foot."""
        beside = [p.geometry().right() for p in self.parts[:4] if p.y() >= foot.top()]
        return max([foot.left(), *beside]) + self._look.px(16)

    def free_right(self) -> int:
        """Where words must end in the foot."""
        return min(p.x() for p in (self.time, *self.zoom) if p not in self.left_out) - self._look.px(16)

    def _rows(self, room: int, gap: int) -> list[tuple[list[QWidget], list[QWidget]]]:
        """One row whose halves leave the middle free, ever tighter; two rows where even that is too wide."""
        lefts: list[QWidget] = [p for p in (self.view, self.figure) if p not in self.left_out]
        rights: list[QWidget] = [p for p in (self.closeups, self.layers) if p not in self.left_out]
        for tight, folded, bare in _SETTINGS:
            for part in (self.view, self.figure):
                part.show_room(tight=tight, folded=folded)
            for button in (self.closeups, self.layers):
                button.show_bare(bare)
            if max(_width(lefts, gap), _width(rights, gap)) <= room:
                return [(lefts, rights)]
        return [(lefts, []), (rights, [])]

    def _place(self, parts: Sequence[QWidget], x: int, y: int, gap: int) -> None:
        for part in parts:
            hint = part.sizeHint()
            part.setGeometry(x, y, hint.width(), hint.height())
            x += hint.width() + gap


def _figures(others: Mapping[str, str]) -> list[Choice]:
    titles = {"male": _("Male"), "female": _("Female"), **others}
    return [
        Choice(name, title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…")
        for name, title in titles.items()
    ]


def _width(parts: Sequence[QWidget], gap: int) -> int:
    return sum(p.sizeHint().width() for p in parts) + gap * max(0, len(parts) - 1)
