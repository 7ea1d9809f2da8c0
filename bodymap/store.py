"""The one place where the state is kept and changed, with its history."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from bodymap.atlas.records import Ref
from bodymap.state import CHOICES, State, agreed, at_same_moment, focused, whole_again

T = TypeVar("T")
_MOST_STEPS = 500


class Store(QObject):
    """Holds a State; every change is one new State and one `changed`."""

    changed = Signal(object)

    def __init__(self, state: State | None = None, rests: Collection[str] = ()) -> None:
        super().__init__()
        self.rests = rests
        """Ids of the movements that are none, such as sitting."""
        self._state = agreed(state or State(), State(), rests)
        self._first = State()
        self._steps: list[State] = [self._state]
        self._at = 0
        self._gesture = ""
        self._telling = False
        self._watchers: list[tuple[QObject, Callable[[State], None]]] = []

    @property
    def state(self) -> State:
        """What is looked at now."""
        return self._state

    def set(self, **changes: Any) -> None:
        """Change fields of the state; raises RuntimeError while views are being shown.

        Another close-up is seen as a whole, unless a camera is named too. A bout that gets a time of day, in
        a week, is seen at the same moment, unless a minute is named.
        """
        state = replace(self._state, **changes)
        state = state if "minute" in changes else at_same_moment(state, self._state)
        self.put(state if "camera" in changes else whole_again(state, self._state))

    def put(self, state: State, gesture: str = "") -> None:
        """Make this the state; a change of choice becomes a step that can be undone.

        Changes that follow each other in one `gesture` (a dial that is dragged) are one step together.
        """
        state = agreed(state, self._state, self.rests)
        if _choice(state) != _choice(self._state):
            goes_on = gesture != "" and gesture == self._gesture
            del self._steps[self._at + (0 if goes_on else 1) :]
            self._steps = [*self._steps, state][-_MOST_STEPS:]
            self._at = len(self._steps) - 1
            self._gesture = gesture
        self._show(state)

    def drag(self, gesture: str, **changes: Any) -> None:
        """Change fields within a gesture; the steps of one gesture are undone together."""
        self.put(replace(self._state, **changes), gesture)

    def release(self) -> None:
        """End a gesture: the next one is a step of its own."""
        self._gesture = ""

    def focus(self, ref: Ref, part: str | None = None) -> None:
        """Choose a thing: a movement also becomes the one whose muscles work."""
        self.put(focused(self._state, ref, part))

    def reset(self) -> None:
        """Back to the first state; taste (theme, text size, level, calm) stays."""
        now = self._state
        taste = {n: getattr(now, n) for n in ("theme", "text_size", "level", "calm", "figure", "time_open")}
        self.put(replace(self._first, **taste))

    @property
    def can_undo(self) -> bool:
        """Whether a choice can be undone."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether an undone choice can be made again."""
        return self._at < len(self._steps) - 1

    def undo(self) -> None:
        """One choice back."""
        self._go(self._at - 1)

    def redo(self) -> None:
        """One choice forward."""
        self._go(self._at + 1)

    @property
    def can_go_back(self) -> bool:
        """Whether another card was seen before."""
        return self._other_focus(-1) is not None

    @property
    def can_go_forward(self) -> bool:
        """Whether another card was left by going back."""
        return self._other_focus(1) is not None

    def back(self) -> None:
        """To the card seen before this one, as it was left."""
        self._go(self._other_focus(-1))

    def forward(self) -> None:
        """To the next card."""
        self._go(self._other_focus(1))

    def watch(self, owner: QObject, derive: Callable[[State], T], show: Callable[[T], None]) -> None:
        """Show a derived value now, and again each time that it differs, while the owner lives."""
        last = derive(self._state)
        show(last)

        def on_change(state: State) -> None:
            nonlocal last
            value = derive(state)
            if value != last:
                last = value
                show(value)

        self._watchers.append((owner, on_change))

    def refresh(self) -> None:
        """Show the same state again, after what is known has changed; it is no step to undo."""
        self._show(self._state, known=True)

    def _tell(self, state: State) -> None:
        # Asked before each telling, not cut on `destroyed`: Qt refuses to disconnect while both ends die.
        self._watchers = [(owner, hear) for owner, hear in self._watchers if isValid(owner)]
        for _, hear in tuple(self._watchers):
            hear(state)

    def _other_focus(self, direction: int) -> int | None:
        at = self._at + direction
        while 0 <= at < len(self._steps):
            if self._steps[at].focus != self._state.focus:
                return at
            at += direction
        return None

    def _go(self, at: int | None) -> None:
        if at is None or not 0 <= at < len(self._steps):
            return
        self._at, self._gesture = at, ""
        step = self._steps[at]
        state = replace(self._state, **{name: getattr(step, name) for name in CHOICES})
        self._show(at_same_moment(whole_again(state, self._state), self._state))

    def _show(self, state: State, known: bool = False) -> None:
        if self._telling:
            raise RuntimeError("a view tried to change the state while it was being shown")
        if state == self._state and not known:
            return
        self._state, self._telling = state, True
        try:
            self._tell(state)
            self.changed.emit(state)
        finally:
            self._telling = False


def _choice(state: State) -> tuple[object, ...]:
    return tuple(getattr(state, name) for name in CHOICES)
