"""What is dragged in the panel: dials and blocks. One gesture is one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bodymap.state import Block
from bodymap.store import Store
from bodymap.ui.time_panel.pane import TimePane
from bodymap.viewmodels.timeline.planning import moved, stretched, without
from bodymap.viewmodels.timeline.reader import TimeReader


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
        timeline = self._reader.timeline(self._store.state)
        place = timeline.places[index]
        if place is not None:
            day = timeline.blocks[index].start - timeline.plan[place].start
            self._store.drag("block", blocks=moved(timeline.plan, place, start - day))

    def _stretch(self, index: int, minutes: int) -> None:
        state = self._store.state
        timeline = self._reader.timeline(state)
        place = timeline.places[index]
        if place is None:
            return
        if timeline.day is not None:
            self._store.drag("block", blocks=stretched(timeline.plan, place, minutes))
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
        place = timeline.places[index] if index < len(timeline.places) else None
        if place is not None:
            self._store.set(blocks=without(timeline.plan, place))

    def _block(self, index: int) -> Block | None:
        """A block of the state; None where the last one shown was taken away meanwhile."""
        blocks = self._reader.timeline(self._store.state).blocks
        return blocks[index] if index < len(blocks) else None
