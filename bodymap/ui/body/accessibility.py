"""The body for screen readers: one child for each region that is shown, with its name and state."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow

from bodymap.i18n import _
from bodymap.ui.body.widget import BodyView
from bodymap.ui.painted_parts import interface_of
from bodymap.viewmodels.scene_values import Role

_ROLES: tuple[Role, ...] = ("working", "receiving", "harm", "chosen")


def install() -> None:
    """Let Qt ask here for the interface of every widget that paints its parts; once, after the start."""
    QAccessible.installFactory(_interface)


def state_words(role: Role | None) -> str:
    """What a screen reader says about a region's light."""
    words = (_("works"), _("answers"), _("changed by sitting"), _("chosen"))
    return dict(zip(_ROLES, words, strict=True)).get(role, "") if role else ""


class RegionInterface(QAccessibleInterface):
    """A region of the body, found again by its id."""

    def __init__(self, body: BodyInterface, region: str) -> None:
        super().__init__()
        self._body, self._region = body, region

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """As long as its body is."""
        return self._body.isValid()

    def object(self) -> QObject | None:  # type: ignore[override]
        """A region is no object."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the body."""
        return self._body.window()

    def childCount(self) -> int:
        """None."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """None."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """None."""
        return -1

    def parent(self) -> QAccessibleInterface:
        """The body."""
        return self._body

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._body.place(self._region)

    def role(self) -> QAccessible.Role:
        """Something to choose from."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Selected means lit."""
        return self._body.region_state(self._region)

    def text(self, what: QAccessible.Text) -> str:
        """Its name, and what its light means."""
        return self._body.region_text(self._region, what)

    def setText(self, _what: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        """It cannot be renamed."""


class BodyInterface(QAccessibleInterface):
    """The body as a list of regions, in reading order."""

    def __init__(self, view: BodyView) -> None:
        super().__init__()
        self._view = view
        self._regions: dict[str, RegionInterface] = {}
        self._gone = False
        view.destroyed.connect(self._end)
        view.walked.connect(self._tell_focus)

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """As long as the widget lives."""
        return not self._gone

    def object(self) -> QObject:
        """The widget."""
        return self._view

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window it is in."""
        return self._view.window().windowHandle()

    def childCount(self) -> int:
        """How many regions are shown."""
        return len(self._shown())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A region by its place in reading order."""
        shown = self._shown()
        return self.region(shown[index]) if 0 <= index < len(shown) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """The region under a point of the screen."""
        found = self._view.regions_at(self._view.mapFromGlobal(QPoint(x, y)).toPointF())
        return self.region(found[0]) if found else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a region in reading order."""
        return next((i for i, r in enumerate(self._shown()) if self._regions.get(r) is child), -1)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The widget around."""
        around = self._view.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if around else None

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self._view.mapToGlobal(QPoint(0, 0)), self._view.size())

    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """It can have the keyboard."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._view.hasFocus()
        state.invisible = not self._view.isVisible()
        return state

    def text(self, what: QAccessible.Text) -> str:
        """Its name, and the scene in a sentence."""
        if what == QAccessible.Text.Name:
            return self._view.accessibleName()
        return self._view.accessibleDescription() if what == QAccessible.Text.Description else ""

    def setText(self, _what: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        """It cannot be renamed."""

    def region(self, region: str) -> RegionInterface:
        """The child for a region; the same one as long as the widget lives."""
        if region not in self._regions:
            self._regions[region] = RegionInterface(self, region)
        return self._regions[region]

    def place(self, region: str) -> QRect:
        """Where a region is on the screen."""
        box = self._view.region_rect(region)
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size())

    def region_state(self, region: str) -> QAccessible.State:
        """Selected where it is lit, focused where the keyboard stands."""
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.selected = self._view.light_of(region) is not None
        state.focused = self._view.hasFocus() and self._view.focused_region == region
        return state

    def region_text(self, region: str, what: QAccessible.Text) -> str:
        """A region's name, and what its light means."""
        if what == QAccessible.Text.Name:
            return self._view.region_name(region)
        return state_words(self._view.light_of(region)) if what == QAccessible.Text.Description else ""

    def _shown(self) -> list[str]:
        return [] if self._gone else self._view.canvas.visible_regions(0)

    def _tell_focus(self, region: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.region(region), QAccessible.Event.Focus))

    def _end(self) -> None:
        self._gone = True


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, BodyView):
        return interface_of(thing)
    if thing.spoken is None:
        thing.spoken = BodyInterface(thing)
    return thing.spoken if isinstance(thing.spoken, BodyInterface) else None
