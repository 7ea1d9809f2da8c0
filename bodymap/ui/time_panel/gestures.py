"""What is dragged in the panel: dials and blocks. One gesture is one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bodymap.sights import PLAN
from bodymap.state import Block, with_own_day
from bodymap.store import Store
from bodymap.ui.time_panel.pane import TimePane
from bodymap.viewmodels.timeline.planning import moved, stretched, without
from bodymap.viewmodels.timeline.reader import TimeReader

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.values import Place


class Gestures(QObject):
    """Turns drags into changes of dose or day."""

    def __init__(self, pane: TimePane, store: Store, reader: TimeReader, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._reader = store, reader
        dose, strip = pane.dose, pane.strip
        dose.intensity.turned.connect(self._turn_intensity)
        dose.minutes.turned.connect(self._turn_minutes)
        strip.moved.connect(self._move)
        strip.stretched.connect(self._stretch)
        strip.moved_by.connect(self._move_by)
        strip.stretched_by.connect(self._stretch_by)
        strip.removed.connect(self._remove)
        for part in (dose.intensity, dose.minutes, strip):
            part.let_go.connect(store.release)

    def _turn_intensity(self, percent: float) -> None:
        self._store.drag("intensity", intensity=percent)

    def _turn_minutes(self, minutes: float) -> None:
        self._store.drag("minutes", minutes=round(minutes))

    def _move(self, index: int, start: int) -> None:
        """What is dragged on one day of a week is dragged on all on which it is planned."""
        place, blocks, day = self._day(index)
        self._keep(place.what, moved(blocks, place.number, start - day))

    def _stretch(self, index: int, minutes: int) -> None:
        state = self._store.state
        timeline = self._reader.timeline(state)
        place, blocks, _day = self._day(index)
        if timeline.day is not None or place.what != PLAN:
            self._keep(place.what, stretched(blocks, place.number, minutes))
        elif not timeline.dose.minutes.reason:
            longest = min(timeline.dose.minutes.steps[-1], timeline.dose.minutes.last)
            self._store.drag("minutes", minutes=round(max(1, min(longest, minutes))))

    def _move_by(self, index: int, minutes: int) -> None:
        """From where the block is in the state: a second key may come before the first one was painted."""
        if (block := self._block(index)) is not None:
            self._move(index, max(0, block.start + minutes))

    def _stretch_by(self, index: int, minutes: int) -> None:
        if (block := self._block(index)) is not None:
            self._stretch(index, max(1, block.minutes + minutes))

    def _remove(self, index: int) -> None:
        timeline = self._reader.timeline(self._store.state)
        if index >= len(timeline.places):
            return
        place, blocks, _day = self._day(index)
        if timeline.day is not None or place.what != PLAN:
            self._keep(place.what, without(blocks, place.number))
            self._store.release()

    def _day(self, index: int) -> tuple[Place, tuple[Block, ...], int]:
        """Whose block it is, all blocks of that day, and the minute at which the day begins in the week."""
        timeline = self._reader.timeline(self._store.state)
        place = timeline.places[index]
        blocks = self._reader.blocks_of_day(self._store.state, place.what)
        return place, blocks, timeline.blocks[index].start - blocks[place.number].start

    def _keep(self, what: str, blocks: tuple[Block, ...]) -> None:
        """The plan, or a ready day of the week, has these blocks from now on."""
        if what == PLAN:
            self._store.drag("block", blocks=blocks)
        else:
            self._store.put(with_own_day(self._store.state, what, blocks), "block")

    def _block(self, index: int) -> Block | None:
        """A block of the state; None where the last one shown was taken away meanwhile."""
        blocks = self._reader.timeline(self._store.state).blocks
        return blocks[index] if index < len(blocks) else None
