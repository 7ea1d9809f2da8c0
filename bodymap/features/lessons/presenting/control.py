"""The presentation itself: hears keys and pointer, keeps the show, says what each window shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bodymap.atlas.records import Ref
from bodymap.features.lessons.presenting import show as showing
from bodymap.features.lessons.presenting.cover import Cover
from bodymap.features.lessons.presenting.ink import Ink, Spot
from bodymap.features.lessons.presenting.keys import Meant, as_wish
from bodymap.features.lessons.presenting.pace import Pace, pace_of
from bodymap.features.lessons.presenting.show import Seen, Show, Wish
from bodymap.features.lessons.presenting.telling import Slide, Teller
from bodymap.i18n import _
from bodymap.state import MODES, THEMES, Camera, State, agreed, focused
from bodymap.ui.host import Host
from bodymap.ui.theme import Theme, usable_theme
from bodymap.viewmodels.places import ref_of_region

if TYPE_CHECKING:
    from bodymap.features.lessons.desk import Desk

_INK = "ink"


class Presentation(QObject):
    """Emits `changed` when anything is to be shown anew, and `keys_asked`.

    It never touches the state of the window: what the teacher looked at before is there afterwards.
    `now` tells the time in s; a test may tell its own.
    """

    changed = Signal()
    keys_asked = Signal()

    def __init__(self, host: Host, desk: Desk, now: Callable[[], float] = monotonic) -> None:
        super().__init__(host.window)
        self._host, self._desk, self.now = host, desk, now
        self.show = Show()
        self.teller: Teller | None = None
        self.smooth = False
        """Whether the last change may be seen as a morph."""
        self._ink, self._spot = Ink(), (0.5, 0.5)
        self._theme = ""
        self._begun = self._ran = 0.0
        self._left: object = None
        self._asks = False
        self._read_theme = lru_cache(usable_theme)
        self.nearer: Callable[[Spot], Camera | None] = lambda _spot: None
        """Asks the slide for the camera that closes in on a spot."""
        desk.changed.connect(self._on_lesson)
        host.clock.ticked.connect(self._on_tick)

    def begin(self, from_here: bool) -> None:
        """Present from the first step or from the one on the desk; or go on, where nothing happened since.

        Remotes alternate F5 and Esc on one button: whoever left by accident is back where she was.
        """
        lesson = self._desk.lesson
        if self.show.on or lesson is None or not lesson.steps:
            return
        state = self._host.store.state
        if self.teller is not None and self._goes_on():
            self.teller.onlooker_is(state)
            self._begun, self._asks = self.now(), False
            self._put(showing.wished(self.show, Wish("start"), self.teller.counts), smooth=False)
            return
        self.teller = Teller(lesson, self._host, state, tuple(self._host.store.rests))
        self._ink, self._theme, self._ran, self._begun, self._asks = Ink(), "", 0.0, self.now(), False
        keep = replace(self.show, now=Seen(), blank="", frozen=None, digits="", light=False)
        begun = showing.begun(self._desk.at if from_here else 0, self.teller.counts)
        self._put(replace(keep, now=begun.now, on=begun.on), smooth=False)

    def hear(self, meant: Meant) -> None:
        """Do what a key means."""
        if self.teller is None or not self.show.on:
            return
        wish = as_wish(meant.deed)
        if meant.deed == "digit" and self.show.now.explored is not None and meant.number in (1, 2, 3):
            self._explore(replace(self._explored, mode=MODES[meant.number - 1]))
        elif wish is not None:
            before = self.show.on
            self._put(showing.wished(self.show, Wish(wish, meant.number), self.teller.counts))
            if before and not self.show.on:
                self._ran += self.now() - self._begun
                self._left = self._mark()
        else:
            self._deed(meant)

    def go(self, at: int) -> None:
        """Jump to a step."""
        if self.teller is not None and self.show.on:
            typed = replace(self.show, digits=str(at + 1), blank="")
            self._put(showing.wished(typed, Wish("enter"), self.teller.counts))

    def slide(self, seen: Seen) -> Slide:
        """What is shown at a place, in the theme that was asked for last."""
        assert self.teller is not None
        slide = self.teller.slide(seen)
        return replace(slide, state=replace(slide.state, theme=self._theme)) if self._theme else slide

    def theme(self, slide: Slide) -> Theme:
        """The theme of a slide."""
        return self._read_theme(slide.state.theme)[0]

    def next_slide(self) -> Slide | None:
        """The step that comes after this one, where there is one."""
        at = self.show.now.at + 1
        if self.teller is None or at >= len(self.teller.counts):
            return None
        return self.slide(Seen(at))

    def pace(self) -> Pace:
        """How the lesson goes."""
        assert self.teller is not None
        running = self.now() - self._begun if self.show.on else 0.0
        return pace_of(self.teller.lesson, self.show.now.at, self._ran + running)

    def cover(self, seen: Seen, *, for_room: bool, alone: bool) -> Cover:
        """What lies over a slide of the room, or of the teacher; alone on one screen it is both."""
        show = self.show
        strokes = tuple((stroke, stroke.opacity(self.now())) for stroke in self._ink.on(seen.at))
        whose = not for_room or alone
        notes = show.notes and alone and self.teller is not None
        return Cover(
            blank=show.blank if for_room else "",
            light=show.light,
            pointer=show.tool == "pointer",
            spot=self._spot if show.light or show.tool == "pointer" else None,
            strokes=strokes,
            digits=show.digits if whose else "",
            words=self._words(alone) if whose and not show.digits else "",
            notes=self.slide(show.now).notes if notes else "",
            time=self.pace().words if notes else "",
            far=show.far and whose,
        )

    def point(self, x: float, y: float) -> None:
        """The pointer went there, in shares of the slide."""
        self._spot = (x, y)
        if self._ink.drawing:
            self._ink = self._ink.drawn(self._spot)
            self._tell(smooth=False)
        elif self.show.light or self.show.tool == "pointer":
            self._tell(smooth=False)

    def press(self, x: float, y: float) -> None:
        """The button of the mouse went down: the pen draws, else a click is as good as a key."""
        self._spot = (x, y)
        if self.show.tool == "pen":
            self._ink = self._ink.begun(self.show.now.at, self._spot)
            self._tell(smooth=False)
        elif self.show.now.explored is None:
            self.hear(Meant("next"))

    def release(self) -> None:
        """It came up."""
        if self._ink.drawing:
            self._ink = self._ink.ended(self.now(), self.show.keep)
            self._host.clock.want(_INK, self._ink.fades)
            self._tell(smooth=False)

    def choose(self, region: str) -> None:
        """A region was chosen while somebody looks round."""
        reader = self._host.reader
        self.choose_ref(*ref_of_region(reader.atlas, reader.anatomy, region))

    def choose_ref(self, ref: Ref, part: str | None = None) -> None:
        """A thing was chosen while somebody looks round."""
        if self.show.now.explored is not None:
            self._explore(focused(self._explored, ref, part))

    def look_through(self, camera: Camera) -> None:
        """The body was zoomed or moved by hand."""
        if self.show.now.explored is not None:
            self._put(showing.closed_in(self.show, camera), smooth=False)

    @property
    def _explored(self) -> State:
        return self.show.now.explored or State()

    def _explore(self, state: State) -> None:
        state = agreed(state, self._explored, self._host.store.rests)
        self._put(showing.explored(self.show, state))

    def _deed(self, meant: Meant) -> None:
        if meant.deed == "explore":
            self._toggle_exploring()
        elif meant.deed == "zoom":
            camera = None if self.show.now.camera else self.nearer(self._spot)
            self._put(showing.closed_in(self.show, camera))
        elif meant.deed == "clear":
            self._ink = Ink()
            self._tell(smooth=False)
        elif meant.deed == "theme":
            now = self.slide(self.show.now).state.theme
            self._theme = THEMES[(THEMES.index(now) + 1) % len(THEMES)]
            self._tell(smooth=False)
        elif meant.deed == "ask":
            self._ask_room()
        else:
            self.keys_asked.emit()

    def _ask_room(self) -> None:
        """Leave for a round of questions in the window of the program; the lesson goes on after it."""
        self.hear(Meant("leave"))
        self._asks = True
        asking = next((action for action in self._host.actions.table if action.id == "quiz"), None)
        if asking is not None and not (asking.checked and asking.checked()):
            asking.run()

    def _goes_on(self) -> bool:
        """Whether the lesson is as it was left: what was looked at too, but for a round of questions."""
        return self.teller is not None and (
            self._left == self._mark() or (self._asks and self.teller.lesson == self._desk.lesson)
        )

    def _toggle_exploring(self) -> None:
        assert self.teller is not None
        state = None if self.show.now.explored else self.teller.state(self.show.now.at)
        self._put(showing.explored(self.show, state))

    def _words(self, alone: bool) -> str:
        """What the teacher should know of the show and cannot see."""
        show = self.show
        if alone:
            return _("Freezing needs a second screen") if show.frozen else ""
        if show.blank:
            return (
                _("The room sees a black screen")
                if show.blank == "black"
                else _("The room sees a white screen")
            )
        if show.frozen is not None:
            return _("Frozen: the room sees step {n}").format(n=show.frozen.at + 1)
        return ""

    def _mark(self) -> object:
        """What must be as it was for a presentation to go on."""
        return (self._desk.lesson, self._desk.at, replace(self._host.store.state, hover=None, minute=None))

    def _put(self, show: Show, smooth: bool = True) -> None:
        if show != self.show:
            moved = show.now != self.show.now
            self.show = show
            self._tell(smooth=smooth and moved)

    def _tell(self, smooth: bool) -> None:
        self.smooth = smooth
        self.changed.emit()

    def _on_lesson(self) -> None:
        """The lesson was edited, or another one opened, while this one is shown."""
        lesson = self._desk.lesson
        if self.teller is None or not self.show.on or lesson == self.teller.lesson:
            return
        if lesson is None or not lesson.steps:
            self.hear(Meant("leave"))
            return
        self.teller = Teller(lesson, self._host, self._host.store.state, tuple(self._host.store.rests))
        self.show = showing.settled(self.show, self.teller.counts)
        self._tell(smooth=False)

    def _on_tick(self, _seconds: float) -> None:
        if self._ink.fades:
            self._ink = self._ink.left(self.now())
            self._host.clock.want(_INK, self._ink.fades)
            self._tell(smooth=False)
