"""An author's loop: a file is saved, and soon the window knows it, without a start anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from bodymap.atlas.reading import Library
from bodymap.atlas.rereading import Rereading
from bodymap.loading.problems import Problem
from bodymap.ui.folder_watch import FolderWatch


class AuthorLoop(QObject):
    """Watches packs and reads them again beside the interface; emits `learned(library)`.

    Before, it emits `saved`, for what is read by others, such as lessons.

    `packs` says which packs there are, the shipped one first; all above it are watched, and `others`.
    """

    learned = Signal(object)
    saved = Signal()

    def __init__(
        self,
        packs: Callable[[], Sequence[Path]],
        others: Sequence[Path],
        problems: Iterable[Problem],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rereading = Rereading(packs, problems)
        self._watch = FolderWatch(lambda: [*packs()[1:], *others], self)
        self._watch.changed.connect(self.saved)
        self._watch.changed.connect(self.read)
        self._thread = _Reading(self._rereading, self)
        self._thread.finished.connect(self._tell)
        self._once_more = False

    def stop(self) -> None:
        """End it; what is being read is read to its end."""
        self._watch.stop()
        self._once_more = False
        self._thread.wait()

    def read(self) -> None:
        """Read now, where anything is other than it was read last: the files, or the language asked for."""
        if self._thread.isRunning():
            self._once_more = True
        else:
            self._thread.start()

    def _tell(self) -> None:
        found, self._thread.found = self._thread.found, None
        if found is not None:
            self.learned.emit(found)
        if self._once_more:
            self._once_more = False
            self._thread.start()


class _Reading(QThread):
    """Reads packs once each time that it is started."""

    def __init__(self, rereading: Rereading, parent: QObject) -> None:
        super().__init__(parent)
        self._rereading = rereading
        self.found: Library | None = None

    def run(self) -> None:
        """Read."""
        self.found = self._rereading.again()
