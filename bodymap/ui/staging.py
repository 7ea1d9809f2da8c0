"""What the body shows, and who is told what is clicked in it: reader and store, or a guest in their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bodymap.atlas.records import Ref
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.window import Window
from bodymap.viewmodels.places import ref_of_region
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.ui.clock import Clock
    from bodymap.viewmodels.flow import Flow
    from bodymap.viewmodels.timeline.reader import TimeReader


class Staging(QObject):
    """The body of one window: its stage at once, what travels on it once `bring_time` said how much."""

    def __init__(self, window: Window, store: Store, reader: Reader) -> None:
        super().__init__(window)
        self._window, self._store, self._reader = window, store, reader
        self._time: TimeReader | None = None
        self._travels: Callable[[State], Flow] | None = None
        self._lighting: Callable[[State], Stage] | None = None
        self._drawing: Callable[[Stage], Stage] | None = None
        self._answering: Callable[[Ref], object] | None = None
        self._staged: Stage | None = None

    def show(self) -> None:
        """Stage and camera follow the state."""
        self._store.watch(self, self._stage, self._show_stage)
        self._store.watch(self, lambda s: s.camera, self._window.body.show_camera)

    def listen(self) -> None:
        """What is clicked and moved in the body changes the state."""
        body = self._window.body
        body.chosen.connect(self._choose_region)
        body.label_chosen.connect(self._choose)
        body.camera_moved.connect(lambda camera: self._store.set(camera=camera))  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType] - Qt's stubs name no type

    def bring_time(self, reader: TimeReader, clock: Clock) -> None:
        """Let signals travel in the body from now on, as many molecules as their levels say."""
        from bodymap.ui.body.flowing import Flowing

        window = self._window
        flowing = window.body.flowing = Flowing(window.body, clock)
        self._store.watch(flowing, lambda s: s.calm, flowing.show_calm)
        self._time, self._travels = reader, self._reader.flow(reader.levels)
        window.covered.connect(flowing.show_covered)
        flowing.show_covered(window.is_covered)  # a sheet may have come first

    def light(self, derive: Callable[[State], Stage] | None) -> None:
        """Let the body show what a guest derives, where nothing travels; None gives it back to the reader."""
        self._lighting = derive
        self.show_again()

    def draw_on(self, other: Callable[[Stage], Stage] | None) -> None:
        """Let the body show every stage on another figure; None: on those that are shipped."""
        self._drawing = other
        self.show_again()

    def answer(self, clicked: Callable[[Ref], object] | None) -> None:
        """Let a guest be told what is clicked on the body, in place of the store; None gives that back."""
        self._answering = clicked

    @property
    def shows_guest(self) -> bool:
        """Whether the body shows what no next start will begin with."""
        return self._lighting is not None or self._drawing is not None

    def flow(self, state: State) -> Flow:
        """What travels in a state, whoever looks at it."""
        from bodymap.viewmodels.flow import Flow

        return Flow() if self._travels is None else self._travels(state)

    def show_again(self) -> None:
        """The body as it is now, and what travels in it."""
        state = self._store.state
        self._show_stage(self._stage(state))
        if self._travels is not None:
            self._window.body.show_flow(self._flow(state))

    def _flow(self, state: State) -> Flow:
        from bodymap.viewmodels.flow import Flow

        return Flow() if self.shows_guest else self.flow(state)

    def _stage(self, state: State) -> Stage:
        found = (self._lighting or self._reader.undrawn)(state)
        if self._time is not None and self._lighting is None:
            found = self._time.lit(found, state)
        return (self._drawing or self._reader.drawn)(found)

    def _show_stage(self, stage: Stage) -> None:
        if stage != self._staged:  # showing it again would let what travels begin anew
            self._staged = stage
            self._window.body.show_stage(stage)

    def _choose_region(self, region: str) -> None:
        self._choose(*ref_of_region(self._reader.atlas, self._reader.anatomy, region))

    def _choose(self, ref: Ref, part: str | None = None) -> None:
        if self._answering is not None:
            self._answering(ref)
        else:
            self._store.focus(ref, part)
