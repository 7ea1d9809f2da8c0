"""Puts a presentation on the screens that are there, and moves it when one comes or goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer

from bodymap.features.lessons.presenting.awake import Awake
from bodymap.features.lessons.presenting.control import Presentation
from bodymap.features.lessons.presenting.ink import Spot
from bodymap.features.lessons.presenting.keys import Meant
from bodymap.features.lessons.presenting.room_window import RoomWindow
from bodymap.features.lessons.presenting.screens import Placing, Screens, placing
from bodymap.features.lessons.presenting.slide_view import MakePlot, SlideView
from bodymap.features.lessons.presenting.teacher_window import TeacherWindow
from bodymap.features.lessons.presenting.telling import Slide
from bodymap.features.lessons.presenting.told import told_of
from bodymap.i18n import _
from bodymap.state import Camera
from bodymap.ui.beside import Beside
from bodymap.ui.host import Host
from bodymap.ui.theme import Theme

if TYPE_CHECKING:
    from bodymap.ui.overlay import Sheet

_MORPH = "morph"


class Stages(QObject):
    """The windows of a presentation: there from its start to the end of the program, seen while it is on."""

    def __init__(self, host: Host, presentation: Presentation, screens: Screens, awake: Awake) -> None:
        super().__init__(presentation)
        self._host, self._presentation, self._screens, self._awake = host, presentation, screens, awake
        self.room: RoomWindow | None = None
        self.teacher: TeacherWindow | None = None
        self.placing: Placing | None = None
        self._preview: SlideView | None = None
        self._previewed: object = None
        self._sheet: Sheet | None = None
        self._bringing: Beside | None = None
        self._make_plot: MakePlot | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second)
        presentation.changed.connect(self.show)
        presentation.keys_asked.connect(self._show_keys)
        presentation.nearer = self._nearer
        screens.changed.connect(self.show)
        host.clock.ticked.connect(self._on_tick)
        host.window.closing.connect(self.end)

    @property
    def alone(self) -> bool:
        """Whether room and teacher look at one screen."""
        return self.placing is None or self.placing.teacher is None

    def show(self) -> None:
        """Show the presentation as it is now, where it belongs now."""
        presentation = self._presentation
        if not presentation.show.on:
            self._hide()
            return
        self._make()
        self._place()
        self._show_room()
        self._show_teacher()

    def end(self) -> None:
        """Let the windows go, for the program ends."""
        self._presentation.hear(Meant("leave"))
        self._hide()
        for window in (self.room, self.teacher, self._preview):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.room = self.teacher = self._preview = None

    def _make(self) -> None:
        if self.room is not None:
            return
        theme = self._theme
        self.room = RoomWindow(self._host.another_body, theme)
        self.room.heard.connect(self._presentation.hear)
        self._listen(self.room.slide)
        self._bringing = Beside(self._import_plot, self._host.window, self._host.window.closing)
        self._bringing.start()

    def _make_teacher(self, aspect: float) -> TeacherWindow:
        if self.teacher is None:
            look = self._host.window.look
            self.teacher = TeacherWindow(self._host.another_body, look, aspect)
            self._preview = SlideView(self._host.another_body, look.theme)
            self.teacher.heard.connect(self._presentation.hear)
            self.teacher.step_chosen.connect(self._presentation.go)
            self.teacher.followed.connect(self._presentation.choose_ref)
            self.teacher.opened.connect(self._host.open_address)
            self._listen(self.teacher.slide)
            self._let_draw()
        self.teacher.aspect = aspect
        return self.teacher

    def _import_plot(self) -> Callable[[], None]:
        """Bring what draws curves beside the first slide: no start waits for it."""
        from bodymap.ui.time_panel.plot import Plot

        def then() -> None:
            self._make_plot, self._previewed = Plot, None
            self._let_draw()
            self.show()

        return then

    def _let_draw(self) -> None:
        """Let all slides draw curves, once what draws them is there."""
        slides = [window.slide for window in (self.room, self.teacher) if window is not None]
        for slide in (*slides, self._preview):
            if slide is not None and self._make_plot is not None:
                slide.bring_plot(self._make_plot)

    def _listen(self, slide: SlideView) -> None:
        presentation = self._presentation
        slide.pointed.connect(presentation.point)
        slide.pressed.connect(presentation.press)
        slide.released.connect(presentation.release)
        slide.body.chosen.connect(presentation.choose)
        slide.body.label_chosen.connect(presentation.choose_ref)
        slide.body.camera_moved.connect(presentation.look_through)

    @property
    def _theme(self) -> Theme:
        return self._presentation.theme(self._presentation.slide(self._presentation.show.now))

    def _place(self) -> None:
        """Give each window its screen, where that has changed."""
        home = self._screens.home(self._host.window)
        found = placing(self._screens.all(), home, self._presentation.show.swap)
        if found == self.placing and self.room is not None and self.room.isVisible():
            return
        was_on = self.placing is not None
        self.placing = found
        assert self.room is not None
        if not was_on:
            self._awake.hold()
            self._host.window.covered.emit(True)
        self._screens.fill(self.room, found.room)
        self._clock.start()
        window = self.room
        if found.teacher is not None:
            window = self._make_teacher(found.room.rect.width() / max(1, found.room.rect.height()))
            self._screens.fill(window, found.teacher)
            window.show_look(self._host.window.look)
        elif self.teacher is not None:
            self.teacher.hide()
        window.raise_()
        window.activateWindow()
        window.setFocus()

    def _hide(self) -> None:
        if self.placing is None:
            return
        self.placing = None
        self._close_keys()
        self._clock.stop()
        self._host.clock.want(_MORPH, False)
        self._awake.let_go()
        for window in (self.room, self.teacher):
            if window is not None:
                window.hide()
        self._host.window.covered.emit(False)
        self._host.window.activateWindow()

    def _show_room(self) -> None:
        presentation, room = self._presentation, self.room
        assert room is not None
        seen = presentation.show.now if self.alone else presentation.show.shown
        slide = presentation.slide(seen)
        self._show_slide(room.slide, slide, smooth=presentation.smooth and not slide.state.calm)
        room.slide.show_cover(presentation.cover(seen, for_room=True, alone=self.alone))
        self._open(room.slide, presentation.show.now == seen)
        self._let_flow(room.slide, slide)

    def _show_slide(self, view: SlideView, slide: Slide, smooth: bool = False) -> None:
        now = self._presentation.now()
        view.show_slide(slide, self._presentation.theme(slide), now if smooth else None)
        if view.show_moment(now):
            self._host.clock.want(_MORPH, True)

    def _let_flow(self, view: SlideView, slide: Slide) -> None:
        """Signals travel for the room as they do in the window."""
        from bodymap.ui.body.flowing import Flowing  # numpy is there once anything travels
        from bodymap.viewmodels.flow import Flow

        if view.body.flowing is None:
            view.body.flowing = Flowing(view.body, self._host.clock)
        view.body.flowing.show_calm(slide.state.calm)
        travels = any(scene.routes for scene in slide.stage.scenes)
        view.body.show_flow(self._host.flow(slide.state) if travels else Flow())
        view.body.flowing.show_covered(bool(view.cover.cover.blank or view.cover.cover.far))

    def _show_teacher(self) -> None:
        presentation, teacher = self._presentation, self.teacher
        if self.alone or teacher is None:
            return
        show = presentation.show
        slide = presentation.slide(show.now)
        self._show_slide(teacher.slide, slide)
        teacher.slide.show_cover(presentation.cover(show.now, for_room=False, alone=False))
        self._open(teacher.slide, True)
        lesson = presentation.teller.lesson if presentation.teller else None
        titles = tuple(step.title for step in lesson.steps) if lesson else ()
        teacher.show_steps(titles)
        self._show_next(teacher)
        self._tell_teacher()

    def _show_next(self, teacher: TeacherWindow) -> None:
        following = self._presentation.next_slide()
        if self._preview is None or (following, teacher.next_size()) == self._previewed:
            return
        self._previewed = (following, teacher.next_size())
        if following is None:
            teacher.show_next(None)
            return
        self._preview.lay_out(teacher.next_size())
        self._show_slide(self._preview, following)
        teacher.show_next(self._preview.picture())

    def _tell_teacher(self) -> None:
        if self.teacher is not None and self._presentation.teller is not None and not self.alone:
            at = self._presentation.show.now.at
            self.teacher.show_told(told_of(self._presentation, self._host.reader), at)

    def _open(self, view: SlideView, is_live: bool) -> None:
        show = self._presentation.show
        is_open = is_live and show.now.explored is not None and show.tool != "pen"
        view.show_open(is_open)
        in_room = self.room is not None and view is self.room.slide
        hidden = in_room and not is_open and show.tool != "pen"  # an arrow on a slide draws every eye
        view.setCursor(Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor)

    def _nearer(self, spot: Spot) -> Camera | None:
        view = self.room.slide if self.alone and self.room else self.teacher.slide if self.teacher else None
        if view is None:
            return None
        return view.closer(QPointF(spot[0] * view.width(), spot[1] * view.height()))

    def _show_keys(self) -> None:
        from bodymap.ui.overlay import Sheet
        from bodymap.ui.sheets import keys_html

        window = self.teacher if not self.alone and self.teacher is not None else self.room
        if window is None or self._close_keys():
            return
        look = self._host.window.look
        table = [action for action in self._host.actions.table if action.group == _("Presenting")]
        self._sheet = Sheet(look, window, _("Keys"), keys_html(table, look, look.grown(500)))
        self._sheet.closed.connect(self._forget_keys)
        self._sheet.open()

    def _close_keys(self) -> bool:
        if self._sheet is None:
            return False
        self._sheet.shut()
        return True

    def _forget_keys(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.window().setFocus()

    def _on_second(self) -> None:
        """Time goes on; and what travels may have become known only now."""
        if self.room is not None and self.placing is not None:
            self._show_room()
            self._tell_teacher()

    def _on_tick(self, _seconds: float) -> None:
        if self.room is not None and not self.room.slide.show_moment(self._presentation.now()):
            self._host.clock.want(_MORPH, False)
