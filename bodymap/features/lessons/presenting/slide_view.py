"""A slide on a screen: body and words, and what lies over them. It is told what to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.presenting.cover import Cover, CoverView
from bodymap.features.lessons.presenting.morph import Morph, Sight
from bodymap.features.lessons.presenting.page import LEAST_OF_TWO, Page, body_look, page_of
from bodymap.features.lessons.presenting.telling import Curve, Slide
from bodymap.features.lessons.presenting.words_view import WordsView
from bodymap.state import Camera
from bodymap.ui.body.camera import closing_in
from bodymap.ui.body.widget import BodyView
from bodymap.ui.look import Look
from bodymap.ui.theme import Theme

if TYPE_CHECKING:
    from bodymap.ui.time_panel.chart import Chart
    from bodymap.ui.time_panel.plot import Plot

MakeBody = Callable[[Look, QWidget], BodyView]
MakePlot = Callable[[QWidget], "Plot"]


class SlideView(QWidget):
    """Emits `pointed(x, y)` in shares of its size, `pressed` and `released` of the left button."""

    pointed = Signal(float, float)
    pressed = Signal(float, float)
    released = Signal()

    def __init__(self, make_body: MakeBody, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.body = make_body(Look(theme), self)
        self.words = WordsView(theme, self)
        self.cover = CoverView(Look(theme), self)
        self.slide: Slide | None = None
        self.page: Page | None = None
        self.chart: Chart | None = None
        """Curves over time, once a slide has shown any."""
        self._plot: MakePlot | None = None
        self._morph: Morph | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.show_open(False)

    def show_slide(self, slide: Slide, theme: Theme, morph_at: float | None = None) -> None:
        """Show a slide: at once, or from a moment on as a morph from what is seen."""
        same = slide == self.slide and theme == self.theme
        if same:
            return
        before = self._seen(morph_at) if morph_at is not None and self.slide is not None else None
        self.slide, self.theme = slide, theme
        self.cover.look = Look(theme)
        self._lay_out(self.size())
        self.setAccessibleName(slide.title)
        self.setAccessibleDescription(" ".join((slide.text, slide.verdict_words, slide.why)).strip())
        if before is not None and morph_at is not None and before.picture.size() == self._device_size():
            self._morph = Morph(before, self.sight(), morph_at)
        else:
            self._morph = None
        self.show_moment(morph_at or 0.0)
        self._show_far()
        self.update()

    def show_moment(self, now: float) -> bool:
        """Show a morph as it is at a moment; whether one is under way."""
        if self._morph is not None and self._morph.is_over(now):
            self._morph = None
        self.cover.show_morph(None if self._morph is None else (self._morph, now))
        return self._morph is not None

    def show_open(self, is_open: bool) -> None:
        """Let the body answer the mouse, or be a picture."""
        self.body.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_open)

    def show_cover(self, cover: Cover) -> None:
        """Lay something over the slide."""
        turned = cover.far != self.cover.cover.far
        self.cover.show_cover(cover)
        if turned:
            self._show_far()

    def bring_plot(self, make: MakePlot) -> None:
        """Draw curves from now on: until then they have their place only."""
        if self._plot is None:
            self._plot = make
            self._lay_out(self.size())

    def closer(self, spot: QPointF) -> Camera | None:
        """The camera that closes in on what lies under a point of the slide; None where nothing does."""
        at = spot - QPointF(self.body.pos())
        regions = self.body.regions_at(at)
        bodies = self.body.canvas.bodies
        if not regions or not bodies:
            return None
        body = bodies[self.body.canvas.body_at(at)]
        shape = body.body.view.shapes.get(regions[0])
        return closing_in(shape.box, body.area, body.fit) if shape else None

    def picture(self) -> QPixmap:
        """The slide as it is without its cover, in device pixels."""
        picture = QPixmap(self._device_size())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        painter = QPainter(picture)
        if self.page is not None and not self.page.body.isEmpty():
            painter.drawPixmap(self.page.body.topLeft(), self.body.grab())
        painter.drawPixmap(self.words.pos(), self.words.grab())
        if self.chart is not None and self.page is not None and not self.page.curve.isEmpty():
            painter.drawPixmap(self.chart.pos(), self.chart.grab())
        painter.end()
        return picture

    def sight(self) -> Sight:
        """The slide as it looks now, for a morph."""
        area = QRectF(self.body.geometry())
        bodies = self.body.canvas.bodies
        if len(bodies) != 1:
            return Sight(self.picture(), area)
        scene, canvas = bodies[0].body.scene, bodies[0].placement.whole.translated(area.topLeft())
        return Sight(self.picture(), area, canvas, (scene.figure, scene.view, scene.closeup))

    def lay_out(self, size: QSize) -> None:
        """Be as large as asked, also while nobody sees it."""
        self.resize(size)
        self._lay_out(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again; no morph survives that."""
        self._morph = None
        self.cover.show_morph(None)
        self._lay_out(event.size())
        self._show_far()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        self.pointed.emit(*self._share(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(*self._share(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def _seen(self, now: float) -> Sight:
        return self.sight() if self._morph is None else self._morph.sight(now)

    def _device_size(self) -> QSize:
        return self.size() * self.devicePixelRatioF()

    def _share(self, at: QPointF) -> tuple[float, float]:
        return (at.x() / max(1, self.width()), at.y() / max(1, self.height()))

    def _show_far(self) -> None:
        self.cover.far = self.picture() if self.cover.cover.far else None
        self.cover.update()

    def _lay_out(self, size: QSize) -> None:
        self.cover.setGeometry(0, 0, size.width(), size.height())
        slide = self.slide
        if slide is None or size.isEmpty():
            return
        page = self.page = page_of(slide, size, self.theme)
        self.body.setVisible(not page.body.isEmpty())
        self.body.setGeometry(page.body)
        self.words.show_page(page, self.theme)
        look = body_look(self.theme, size.height())
        self.body.show_look(look)
        # Labels stay off the edge, which many a projector cuts.
        self.body.show_margins(top=look.px(8), middle=page.middle, counts=False, least=LEAST_OF_TWO)
        self.body.show_stage(slide.stage, slide.told.stage if slide.told else None)
        self.body.show_camera(slide.state.camera)
        self._lay_out_curve(slide.curve, page)
        self.cover.raise_()

    def _lay_out_curve(self, curve: Curve | None, page: Page) -> None:
        """The chart of the panel of time, in its place on the slide; it is made with the first curve."""
        if curve is None or page.curve.isEmpty():
            if self.chart is not None:
                self.chart.hide()
            return
        chart = self.chart = self.chart or self._made_chart()
        if self._plot is not None and not chart.has_plot:
            chart.show_plot(self._plot(chart))
        chart.show_look(body_look(self.theme, self.height()))
        chart.setGeometry(page.curve)
        chart.show_timeline(curve.timeline, curve.dots)
        chart.show_minute(curve.moment.minute, curve.moment.words)
        chart.show()

    def _made_chart(self) -> Chart:
        from bodymap.ui.time_panel.chart import Chart

        chart = Chart(body_look(self.theme, self.height()), self)
        chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return chart
