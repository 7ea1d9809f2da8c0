"""What can be done with the lesson on the desk: by key, by menu and by button alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.editing import (
    step_of,
    view_of,
    with_step,
    with_step_changed,
    with_step_moved,
    with_step_twice,
    without_step,
)
from bodymap.features.lessons.model import Lesson
from bodymap.i18n import _
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.pointing import name_of

_NO_STEP = _("there is no step")


class Making:
    """Edits the lesson by doing; `shown` brings the lesson into view after a deed that needs it."""

    def __init__(self, host: Host, desk: Desk, shown: Callable[[], object]) -> None:
        self._host, self._desk, self._shown = host, desk, shown

    def actions(self) -> tuple[Action, ...]:
        """The deeds as actions, in the order of the menu."""
        group = _("Lesson")
        add = Action("lesson-add", _("Add this view as a step"), group, self.add, ("Ctrl+Return",))
        here = Action("lesson-replace", _("Show this view here instead"), group, self.replace)
        after = Action("lesson-next", _("Next step"), group, partial(self._go, 1), ("Ctrl+PgDown",))
        before = Action("lesson-previous", _("Previous step"), group, partial(self._go, -1), ("Ctrl+PgUp",))
        up = Action("lesson-up", _("Step up"), group, partial(self._move, -1), ("Ctrl+Shift+Up",))
        down = Action("lesson-down", _("Step down"), group, partial(self._move, 1), ("Ctrl+Shift+Down",))
        twice = Action("lesson-twice", _("Duplicate step"), group, self.twice, ("Ctrl+Shift+T",))
        delete = Action("lesson-delete", _("Delete step"), group, self.delete, ("Ctrl+Shift+Del",))
        return (
            add,
            here._replace(keys=("Ctrl+Shift+Return",), enabled=self._has_step, reason=_NO_STEP),
            self._where(after, lambda: self._desk.at + 1 < self._count, _("this is the last step")),
            self._where(before, lambda: self._desk.at > 0, _("this is the first step")),
            self._where(up, lambda: self._desk.at > 0, _("this is the first step")),
            self._where(down, lambda: self._desk.at + 1 < self._count, _("this is the last step")),
            self._where(twice, self._has_step, _NO_STEP),
            self._where(delete, self._has_step, _NO_STEP),
            *self._history(),
        )

    def _history(self) -> tuple[Action, ...]:
        group, desk = _("Lesson"), self._desk
        undo = Action("lesson-undo", _("Undo in the lesson"), group, desk.undo, ("Ctrl+Shift+B",), "undo")
        redo = Action("lesson-redo", _("Redo in the lesson"), group, desk.redo, ("Ctrl+Shift+Y",), "redo")
        return (
            self._where(undo, lambda: bool(desk.draft and desk.draft.before), _("nothing to undo")),
            self._where(redo, lambda: bool(desk.draft and desk.draft.after), _("nothing was undone")),
        )

    def add(self) -> None:
        """Put what the window shows after the current step, under the name of what is in focus."""
        state, lesson = self._host.store.state, self._desk.lesson or Lesson()
        step = step_of(view_of(state, lesson), name_of(self._host.reader, state.focus))
        at = self._desk.at + 1 if lesson.steps else 0
        self._shown()
        self._desk.apply(with_step(lesson, step, at), at)

    def replace(self) -> None:
        """Let the current step show what the window shows."""
        lesson = self._desk.lesson
        if lesson is not None:
            see = view_of(self._host.store.state, lesson)
            self._desk.apply(with_step_changed(lesson, self._desk.at, see=see))

    def twice(self) -> None:
        """Copy the current step, and go to the copy."""
        if self._desk.lesson is not None:
            self._desk.apply(with_step_twice(self._desk.lesson, self._desk.at), self._desk.at + 1)

    def delete(self) -> None:
        """Delete the current step; the lesson's undo brings it back."""
        if self._desk.lesson is not None:
            self._desk.apply(without_step(self._desk.lesson, self._desk.at))

    def _move(self, by: int) -> None:
        at = self._desk.at
        if self._desk.lesson is not None:
            self._desk.apply(with_step_moved(self._desk.lesson, at, at + by), at + by)

    def _go(self, by: int) -> None:
        self._desk.go(self._desk.at + by)

    @property
    def _count(self) -> int:
        return len(self._desk.lesson.steps) if self._desk.lesson is not None else 0

    def _has_step(self) -> bool:
        return self._desk.step is not None

    def _where(self, action: Action, enabled: Callable[[], bool], reason: str) -> Action:
        return action._replace(enabled=enabled, reason=reason)
