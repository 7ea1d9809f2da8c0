"""The body under the reader's hand: says what the pointer and the keyboard choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from bodymap.figure.figures import Figures
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.keyboard import Keyboard
from bodymap.ui.body.menus import menu_at
from bodymap.ui.body.picture import Touch
from bodymap.ui.body.pointer import Drag, Steps, gesture_zoom, wheel_factor
from bodymap.ui.body.surface import BodySurface
from bodymap.ui.look import Look
from bodymap.viewmodels.scene_values import Label

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class BodyView(BodySurface):
    """A click chooses a region or a label's thing; keys walk from region to region."""

    chosen = Signal(str)
    """A region, by id."""
    hovered = Signal(str)
    """The region under the pointer, empty where there is none."""
    label_chosen = Signal(object)
    """The Ref of a label."""
    label_hovered = Signal(object)
    """The Ref of the label under the pointer, or None."""
    walked = Signal(str)
    """The region that the keyboard stands on now."""

    def __init__(
        self, figures: Figures, look: Look, parent: QWidget | None = None, gallery: Gallery | None = None
    ) -> None:
        super().__init__(figures, look, parent, gallery)
        self._drag, self._steps = Drag(), Steps()
        self._region = ""
        self._label: Label | None = None
        self._keyboard = Keyboard(self.canvas, self.region_name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def clicked(self) -> tuple[str, ...]:
        """The regions that lay under the last click, top first."""
        return self._steps.stack

    @property
    def focused_region(self) -> str:
        """The region that the keyboard stands on."""
        return self._keyboard.region

    def menu_at(self, point: QPointF) -> QMenu:
        """A menu of all regions under a point, by name, top first; or of the labels that had no room."""
        return menu_at(self, point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or hover."""
        by = self._drag.move(event.position())
        if by is not None:
            self.pan(by.x(), by.y())
        elif self._drag.start is None:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self._drag.release():
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Close in on the region, or see the whole again."""
        stack = self._steps.stack or self.regions_at(event.position())
        if self.canvas.label_at(event.position()) is None and stack:
            if self.camera.zoom > 1:
                self.fit()
            else:
                self.zoom_to(stack[self._steps.at % len(stack)])

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._tell_hover("", None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(wheel_factor(event), event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """List what lies under the pointer, or under the keyboard's place."""
        at = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._keyboard.spot() or at
        menu = self.menu_at(at)
        if menu.actions():
            menu.popup(self.mapToGlobal(at.toPoint()))
        else:
            menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose, zoom; other keys go on to the window."""
        zooms = {"+": self.zoom_in, "=": self.zoom_in, "-": self.zoom_out, "0": self.fit}
        if event.text() in zooms and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            zooms[event.text()]()
        elif self._keyboard.chooses(event):
            self.chosen.emit(self._keyboard.region)
        elif self._keyboard.moves(event):
            self._show_focus()
            self.walked.emit(self._keyboard.region)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        if event.reason() in _BY_KEY:
            self._keyboard.enter()
        self._show_focus()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has left."""
        self.repaint_where(self.canvas.show_touch(self.canvas.touch._replace(focus=None)))
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinches and tooltips come this way."""
        pinch = gesture_zoom(event)
        if pinch is not None:
            self.zoom(*pinch)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words, rect = self.hint_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self, rect)
            return True
        return super().event(event)

    def hint_at(self, point: QPointF) -> tuple[str, QRect]:
        """What a tooltip says at a point, and for which rectangle it holds."""
        label = self.canvas.label_at(point)
        if label:
            return label.hint or label.text, self.label_rect(label.ref)
        regions = self.regions_at(point)
        return (self.region_name(regions[0]) if regions else "", QRect())

    def _click(self, at: QPointF) -> None:
        label = self.canvas.label_at(at)
        if label:
            self.label_chosen.emit(label.ref)
        elif self.canvas.more_at(at):
            self.menu_at(at).popup(self.mapToGlobal(at.toPoint()))
        else:
            region = self._steps.next(at, self.regions_at(at))
            if region:
                self._keyboard.stand_on(region, self.canvas.body_at(at))
                self._show_focus()
                self.chosen.emit(region)

    def _hover(self, at: QPointF) -> None:
        label = self.canvas.label_at(at)
        regions = () if label else self.regions_at(at)
        pointed = bool(label or regions or self.canvas.more_at(at))
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor)
        self._tell_hover(regions[0] if regions else "", label)

    def _tell_hover(self, region: str, label: Label | None) -> None:
        if region != self._region:
            self._region = region
            self.hovered.emit(region)
        if label != self._label:
            self._label = label
            self.label_hovered.emit(label.ref if label else None)

    def _show_focus(self) -> None:
        region = self._keyboard.region if self.hasFocus() and self._keyboard.walking else None
        touch = Touch(self.canvas.touch.ref, self.canvas.touch.regions, region, self._keyboard.body)
        self.repaint_where(self.canvas.show_touch(touch))
