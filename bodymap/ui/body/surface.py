"""The body on the screen: shows a stage through a camera; whom it hears is not its business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.i18n import _
from bodymap.state import Camera
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.camera import STEP, closing_in, panned, zoomed
from bodymap.ui.body.canvas import Canvas
from bodymap.ui.body.picture import Frame
from bodymap.ui.body.plan import BodyPlan, Plan
from bodymap.ui.look import Look
from bodymap.viewmodels.scene_values import Role, Stage

if TYPE_CHECKING:
    from bodymap.ui.body.flowing import Flowing
    from bodymap.ui.body.sharpener import Sharpener
    from bodymap.viewmodels.flow import Flow


class BodySurface(QWidget):
    """One or two bodies with their labels; what another with the same `gallery` has drawn, it only copies."""

    camera_moved = Signal(object)
    """The Camera after the reader zoomed or panned."""

    def __init__(
        self, figures: Figures, look: Look, parent: QWidget | None = None, gallery: Gallery | None = None
    ) -> None:
        super().__init__(parent)
        self.figures = figures
        self.canvas = Canvas(figures, Frame(max(1, self.width()), max(1, self.height()), look), gallery)
        self.spoken: object = None
        """The interface for screen readers, once one has asked."""
        self.flowing: Flowing | None = None
        """What moves molecules over the picture, once it is there."""
        self._words = ("", "")
        self._sharpener: Sharpener | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Body"))

    def show_stage(self, stage: Stage, told: Stage | None = None) -> None:
        """Show one body, or two side by side; where more will be `told` of them, in the same place."""
        if self.flowing is not None:
            self.flowing.rest()
        self.repaint_where(self.canvas.show_stage(stage, told))
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

    def show_place(self, rect: QRect, top: int, middle: int) -> None:
        """Take a place in the window and its margins at once: everything is laid out but once."""
        frame = self._frame(rect.size())._replace(top=top, middle=middle, counts=True, least=1.0)
        self._show_frame(frame)
        self.setGeometry(rect)

    def show_camera(self, camera: Camera) -> None:
        """Look through a camera, without telling so."""
        self.repaint_where(self.canvas.moved(camera))

    def show_hover(self, ref: Ref | None, regions: tuple[str, ...] = ()) -> None:
        """Mark a thing in its label, and its leaf regions in the figure; None: nothing."""
        self.repaint_where(self.canvas.show_touch(self.canvas.touch._replace(ref=ref, regions=regions)))

    def warm(self) -> None:
        """Make ready for what the first change and the first pinch need."""
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.canvas.warm()

    def zoom_in(self) -> None:
        """One step nearer the middle of the view."""
        self.zoom(STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self.zoom(1 / STEP)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """So much nearer, about a point of the widget or the middle of the view."""
        if not self.canvas.bodies:
            return
        at = about or self.canvas.bodies[0].area.center()
        body = self.canvas.bodies[self.canvas.body_at(at)]
        self._look_through(zoomed(self.camera, factor, at, body.area, body.fit))

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
    def gallery(self) -> Gallery:
        """The pictures that it shows, and what was drawn of them."""
        return self.canvas.easel.gallery

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

    def sizeHint(self) -> QSize:
        """A body of a comfortable size."""
        return QSize(960, 800)

    @property
    def sharpener(self) -> Sharpener:
        """What draws afresh where the baked picture is too coarse; made when it is first needed."""
        if self._sharpener is None:
            from bodymap.ui.body.sharpener import Sharpener

            self._sharpener = Sharpener(self.gallery, self)
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

    def _first(self) -> BodyPlan | None:
        return self.canvas.bodies[0] if self.canvas.bodies else None

    def _frame(self, size: QSize) -> Frame:
        frame, ratio = self.canvas.picture.frame, self.devicePixelRatio()
        return frame._replace(width=max(1, size.width()), height=max(1, size.height()), ratio=ratio)

    def _show_frame(self, frame: Frame) -> None:
        self.repaint_where(self.canvas.show(self.canvas.picture._replace(frame=frame)))

    def repaint_where(self, region: QRegion) -> None:
        """Paint a region again that the canvas says has changed."""
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
        self.repaint_where(self.canvas.moved(camera))
        if self.camera != before:
            self.camera_moved.emit(self.camera)

    def _describe(self, summary: str, flow: str) -> None:
        self._words = (summary, flow)
        self.setAccessibleDescription(" ".join(words for words in self._words if words))
