"""Notices that files in folders were saved, added, replaced or taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLE = 120
"""ms without another change: editors write a new file, then rename it; a checkout changes many."""


class FolderWatch(QObject):
    """Emits `changed` once things have settled; `folders` says each time which folders there are."""

    changed = Signal()

    def __init__(self, folders: Callable[[], Iterable[Path]], parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE)
        self._settling.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._notice)
        self._watcher.directoryChanged.connect(self._notice)
        self._look()

    def stop(self) -> None:
        """Notice nothing any longer."""
        self._settling.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _notice(self, _path: str) -> None:
        self._settling.start()

    def _tell(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Watch what is there now: a file that was replaced is another one, and no longer watched."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        fresh = {str(path) for folder in self._folders() for path in _inside(folder)} - watched
        if fresh:
            self._watcher.addPaths(sorted(fresh))


def _inside(folder: Path) -> Iterator[Path]:
    """A folder with its direct subfolders and all their files; where it is missing, what it would lie in."""
    if not folder.is_dir():
        if folder.parent.is_dir():
            yield folder.parent
        return
    yield folder
    for path in _listed(folder):
        yield path
        if path.is_dir():
            yield from _listed(path)


def _listed(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if not path.name.startswith((".", "__"))]
    except OSError:
        return []
