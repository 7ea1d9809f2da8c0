"""The body on the screen: shows a stage, and says what the pointer and the keyboard choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.i18n import _
from bodymap.state import Camera
from bodymap.ui.body.camera import STEP, closing_in, panned, zoomed
from bodymap.ui.body.canvas import Canvas
from bodymap.ui.body.keyboard import Keyboard
from bodymap.ui.body.menus import menu_at
from bodymap.ui.body.picture import Frame, Touch
from bodymap.ui.body.plan import BodyPlan, Plan
from bodymap.ui.body.pointer import Drag, Steps, gesture_zoom, wheel_factor
from bodymap.ui.look import Look
from bodymap.viewmodels.scene_values import Label, Role, Stage

if TYPE_CHECKING:
    from bodymap.ui.body.flowing import Flowing
    from bodymap.ui.body.sharpener import Sharpener
    from bodymap.viewmodels.flow import Flow

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class BodyView(QWidget):
    """One or two bodies with their labels; a click chooses a region or a label's thing."""

    chosen = Signal(str)
    """A region, by id."""
    hovered = Signal(str)
    """The region under the pointer, empty where there is none."""
    label_chosen = Signal(object)
    """The Ref of a label."""
    label_hovered = Signal(object)
    """The Ref of the label under the pointer, or None."""
    camera_moved = Signal(object)
    """The Camera after the reader zoomed or panned."""
    walked = Signal(str)
    """The region that the keyboard stands on now."""

    def __init__(self, figures: Figures, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = figures
        self.canvas = Canvas(figures, Frame(max(1, self.width()), max(1, self.height()), look))
        self.spoken: object = None
        """The interface for screen readers, once one has asked."""
        self.flowing: Flowing | None = None
        """What moves molecules over the picture, once it is there."""
        self._words = ("", "")
        self._drag, self._steps = Drag(), Steps()
        self._region = ""
        self._label: Label | None = None
        self._keyboard = Keyboard(self.canvas, self.region_name)
        self._sharpener: Sharpener | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Body"))

    def show_stage(self, stage: Stage, told: Stage | None = None) -> None:
        """Show one body, or two side by side; where more will be `told` of them, in the same place."""
        if self.flowing is not None:
            self.flowing.rest()
        self._repaint(self.canvas.show_stage(stage, told))
        self._describe(" ".join(scene.summary for scene in stage.scenes if scene.summary), self._words[1])

    def show_flow(self, flow: Flow) -> None:
        """Let signals travel; said to screen readers also where nothing moves."""
        if self.flowing is not None:
            self.flowing.show_flow(flow)
        self._describe(self._words[0], flow.words)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._show_frame(self.canvas.picture.frame._replace(look=look))

    def show_margins(self, top: int = 0, middle: int = 0, counts: bool = True, least: float = 1.0) -> None:
        """Keep labels and words off controls at the top; room between two bodies, px; see Frame."""
        frame = self._frame(self.size())
        self._show_frame(frame._replace(top=top, middle=middle, counts=counts, least=least))

    def show_camera(self, camera: Camera) -> None:
        """Look through a camera, without telling so."""
        self._repaint(self.canvas.moved(camera))

    def show_hover(self, ref: Ref | None, regions: tuple[str, ...] = ()) -> None:
        """Mark a thing in its label, and its leaf regions in the figure; None: nothing."""
        self._repaint(self.canvas.show_touch(self.canvas.touch._replace(ref=ref, regions=regions)))

    def warm(self) -> None:
        """Make ready for what the first change and the first pinch need."""
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.canvas.warm()

    def zoom_in(self) -> None:
        """One step nearer the middle of the view."""
        self._zoom(STEP, None)

    def zoom_out(self) -> None:
        """One step away."""
        self._zoom(1 / STEP, None)

    def fit(self) -> None:
        """The whole figure again."""
        self._look_through(Camera())

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by so many px."""
        body = self._first()
        if body:
            self._look_through(panned(self.canvas.picture.camera, QPointF(dx, dy), body.area, body.fit))

    def zoom_to(self, region: str) -> None:
        """Close in on a region."""
        body = self._first()
        shape = body.body.view.shapes.get(region) if body else None
        if body and shape:
            self._look_through(closing_in(shape.box, body.area, body.fit))

    @property
    def camera(self) -> Camera:
        """The camera now looked through."""
        return self.canvas.picture.camera

    def region_name(self, region: str) -> str:
        """A region's name in words."""
        body = self._first()
        found = self.figures.region(region, body.body.scene.closeup if body else None)
        return found.name if found else region

    def regions_at(self, point: QPointF) -> tuple[str, ...]:
        """Regions under a point of the widget, top first."""
        return self.canvas.regions_at(point)

    def spot_of(self, region: str, body: int = 0) -> QPoint | None:
        """A point of the widget where a click meets a region; None where it is not shown."""
        at = self.canvas.spot(region, body)
        return at.toPoint() if at and region in self.canvas.visible_regions(body) else None

    def label_rect(self, ref: Ref) -> QRect:
        """Where a label's pill is; empty where it is not shown."""
        return self.canvas.label_rect(ref)

    def region_rect(self, region: str, body: int = 0) -> QRect:
        """The box of a region on the widget; empty where the view has it not."""
        return self.canvas.region_rect(region, body)

    def light_of(self, region: str, body: int = 0) -> Role | None:
        """The role in which a region is lit."""
        return self.canvas.light_of(region, body)

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

    def sizeHint(self) -> QSize:
        """A body of a comfortable size."""
        return QSize(960, 800)

    @property
    def sharpener(self) -> Sharpener:
        """What draws afresh where the baked picture is too coarse; made when it is first needed."""
        if self._sharpener is None:
            from bodymap.ui.body.sharpener import Sharpener

            self._sharpener = Sharpener(self.canvas.easel.gallery, self)
            self._sharpener.ready.connect(self._show_sharp)
            self.canvas.easel.sharp = self._sharpener.sharp
        return self._sharpener

    def stop(self) -> None:
        """End what runs in the background."""
        if self._sharpener is not None:
            self._sharpener.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is asked for from what was drawn before."""
        painter = QPainter(self)
        self.canvas.paint(painter, event.region())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out again."""
        self._show_frame(self._frame(event.size()))

    def showEvent(self, event: QShowEvent) -> None:
        """The background may work again."""
        super().showEvent(event)
        self._want_sharp(self.canvas.plan)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs for a body that is not seen."""
        self._want_sharp(None)
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing runs any longer."""
        self.stop()
        super().closeEvent(event)

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
        self._zoom(wheel_factor(event), event.position())
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
        self._repaint(self.canvas.show_touch(self.canvas.touch._replace(focus=None)))
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinches and tooltips come this way."""
        pinch = gesture_zoom(event)
        if pinch is not None:
            self._zoom(*pinch)
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

    def _first(self) -> BodyPlan | None:
        return self.canvas.bodies[0] if self.canvas.bodies else None

    def _frame(self, size: QSize) -> Frame:
        frame, ratio = self.canvas.picture.frame, self.devicePixelRatio()
        return frame._replace(width=max(1, size.width()), height=max(1, size.height()), ratio=ratio)

    def _show_frame(self, frame: Frame) -> None:
        self._repaint(self.canvas.show(self.canvas.picture._replace(frame=frame)))

    def _repaint(self, region: QRegion) -> None:
        if not region.isEmpty():
            self.update(region)
        self._want_sharp(self.canvas.plan if self.isVisible() else None)

    def _want_sharp(self, plan: Plan | None) -> None:
        if self._sharpener is not None or (plan is not None and self.canvas.is_coarse):
            self.sharpener.want(plan)

    def _show_sharp(self) -> None:
        self.update(self.canvas.refresh())

    def _look_through(self, camera: Camera) -> None:
        before = self.camera
        self._repaint(self.canvas.moved(camera))
        if self.camera != before:
            self.camera_moved.emit(self.camera)

    def _zoom(self, factor: float, about: QPointF | None) -> None:
        if not self.canvas.bodies:
            return
        at = about or self.canvas.bodies[0].area.center()
        body = self.canvas.bodies[self.canvas.body_at(at)]
        self._look_through(zoomed(self.camera, factor, at, body.area, body.fit))

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

    def _describe(self, summary: str, flow: str) -> None:
        self._words = (summary, flow)
        self.setAccessibleDescription(" ".join(words for words in self._words if words))

    def _show_focus(self) -> None:
        region = self._keyboard.region if self.hasFocus() and self._keyboard.walking else None
        touch = Touch(self.canvas.touch.ref, self.canvas.touch.regions, region, self._keyboard.body)
        self._repaint(self.canvas.show_touch(touch))
