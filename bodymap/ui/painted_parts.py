"""What a widget paints itself, told to screen readers: a tree of parts, each with role, name and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QFocusEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

Key = tuple[str, ...]
"""What tells a part from all others, wherever it lies, as long as the widget lives; () is the widget."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it is now: its role, words, box in the viewport in px, whether it is chosen or stood on."""

    role: QAccessible.Role
    name: str
    description: str = ""
    box: QRectF = field(default_factory=QRectF)
    chosen: bool = False
    stood_on: bool = False


class Spoken(Protocol):
    """What is painted now, as a tree of parts."""

    def inside(self, key: Key) -> Sequence[Key]:
        """The parts inside a part, in reading order."""
        ...

    def around(self, key: Key) -> Key:
        """The part that a part is inside of."""
        ...

    def part(self, key: Key) -> Part | None:
        """A part as it is now; None for one that is there no more."""
        ...

    def at(self, at: QPointF) -> Key:
        """The innermost part under a point of the viewport; () for none."""
        ...


class PaintedArea(QAbstractScrollArea):
    """A widget that says what it has painted; `spoken` is its interface, once a screen reader has asked."""

    spoken: object = None

    def parts_role(self) -> QAccessible.Role:
        """What the whole is."""
        return QAccessible.Role.Table

    def parts(self) -> Spoken | None:
        """What is painted now; None where nothing is."""
        return None

    def part_stood_on(self) -> Key:
        """The part where the keyboard is; () for none."""
        return ()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark and say the part where the keyboard is."""
        super().focusInEvent(event)
        self.tell_part()
        self.viewport().update()

    def tell_part(self) -> None:
        """Let a screen reader say where the keyboard is now."""
        if not QAccessible.isActive() or not self.hasFocus() or not self.part_stood_on():
            return
        QAccessible.queryAccessibleInterface(self)
        if isinstance(self.spoken, AreaInterface):
            found = self.spoken.part(self.part_stood_on())
            QAccessible.updateAccessibility(QAccessibleEvent(found, QAccessible.Event.Focus))


class _Interface(QAccessibleInterface):
    """What area and part have in common: their children are the parts inside."""

    def __init__(self, key: Key, area: AreaInterface | None) -> None:
        """`area` is None for the widget's own."""
        super().__init__()
        self.key, self._owner = key, area

    @property
    def area(self) -> AreaInterface:
        """The widget's interface."""
        found = self if self._owner is None else self._owner
        assert isinstance(found, AreaInterface)
        return found

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """As long as it is there."""
        return self.area.has(self.key)

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window it is in."""
        return self.area.view.window().windowHandle() if self.isValid() else None

    def childCount(self) -> int:
        """How many parts are inside."""
        return len(self.area.inside(self.key))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A part inside, in reading order."""
        inside = self.area.inside(self.key)
        return self.area.part(inside[index]) if 0 <= index < len(inside) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """The part inside that lies under a point of the screen."""
        for key in self.area.inside(self.key):
            found = self.area.part(key)
            if found.rect().contains(x, y):
                return found
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a part in reading order; -1 for one that is not inside."""
        inside = self.area.inside(self.key)
        return inside.index(child.key) if isinstance(child, PartInterface) and child.key in inside else -1

    def setText(self, _what: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        """It cannot be renamed."""


class PartInterface(_Interface):
    """A painted part, found again by its key."""

    def object(self) -> QObject | None:  # type: ignore[override]
        """A part is no object."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The part around, or the widget."""
        around = self.area.around(self.key)
        return self.area.part(around) if around else self.area

    def rect(self) -> QRect:
        """Where it is on the screen."""
        now = self.area.now(self.key)
        return self.area.place(now.box) if now else QRect()

    def role(self) -> QAccessible.Role:
        """Row, header, cell or link."""
        now = self.area.now(self.key)
        return now.role if now else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        """Selected where it is in focus on the body, focused where the keyboard stands."""
        state, now = QAccessible.State(), self.area.now(self.key)
        state.invalid = now is None
        if now is not None:
            state.focusable = state.selectable = True
            state.selected, state.focused = now.chosen, now.stood_on
            seen = QRectF(self.area.view.viewport().rect())
            state.offscreen = not now.box.intersects(seen)
        return state

    def text(self, what: QAccessible.Text) -> str:
        """Its name, and what can be done with it."""
        now = self.area.now(self.key)
        if now is None:
            return ""
        return {QAccessible.Text.Name: now.name, QAccessible.Text.Description: now.description}.get(what, "")


class AreaInterface(_Interface):
    """The widget around all parts."""

    def __init__(self, view: PaintedArea) -> None:
        super().__init__((), None)
        self.view = view
        self._parts: dict[Key, PartInterface] = {}
        self._gone = False
        view.destroyed.connect(self._end)

    @property
    def painted(self) -> Spoken | None:
        """What is painted now; None where nothing is, or the widget is gone."""
        return None if self._gone else self.view.parts()

    def has(self, key: Key) -> bool:
        """Whether a part is there now."""
        return self.now(key) is not None if key else not self._gone

    def now(self, key: Key) -> Part | None:
        """A part as it is now."""
        painted = self.painted
        return None if painted is None else painted.part(key)

    def inside(self, key: Key) -> Sequence[Key]:
        """The parts inside a part."""
        painted = self.painted
        return () if painted is None else painted.inside(key)

    def around(self, key: Key) -> Key:
        """The part that a part is inside of."""
        painted = self.painted
        return () if painted is None else painted.around(key)

    def part(self, key: Key) -> PartInterface:
        """The child for a part; the same one as long as the widget lives."""
        if key not in self._parts:
            self._parts[key] = PartInterface(key, self)
        return self._parts[key]

    def place(self, box: QRectF) -> QRect:
        """Where a box of the viewport is on the screen."""
        whole = box.toAlignedRect()
        return QRect(self.view.viewport().mapToGlobal(whole.topLeft()), whole.size())

    def object(self) -> QObject:
        """The widget."""
        return self.view

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The widget around."""
        around = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if around else None

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def role(self) -> QAccessible.Role:
        """What the whole is."""
        return self.view.parts_role()

    def state(self) -> QAccessible.State:
        """It can have the keyboard."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        return state

    def text(self, what: QAccessible.Text) -> str:
        """Its name, and what it says of itself."""
        if what == QAccessible.Text.Name:
            return self.view.accessibleName()
        return self.view.accessibleDescription() if what == QAccessible.Text.Description else ""

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """The part where the keyboard is."""
        key = () if self._gone or not self.view.hasFocus() else self.view.part_stood_on()
        return self.part(key) if key else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """The innermost part under a point of the screen."""
        painted = self.painted
        key = () if painted is None else painted.at(self.view.viewport().mapFromGlobal(QPointF(x, y)))
        return self.part(key) if key else None

    def _end(self) -> None:
        self._gone = True
        for part in self._parts.values():  # Qt may know them by number: nobody else takes them out
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
        self._parts.clear()


def interface_of(thing: QObject | QWidget) -> QAccessibleInterface | None:
    """The interface of a widget that paints parts; None for any other."""
    if not isinstance(thing, PaintedArea):
        return None
    if thing.spoken is None:
        thing.spoken = AreaInterface(thing)
    return thing.spoken if isinstance(thing.spoken, AreaInterface) else None
