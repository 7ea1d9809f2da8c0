"""Keeps the lesson that is open: in its own file, or as a draft, within a second of each edit."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from bodymap.features.lessons.keeping import Left, draft_bytes, left_in
from bodymap.features.lessons.model import ENDING, Lesson

_SOON = 600
"""Milliseconds from the first edit that is not kept yet until it is: a crash loses no more than that."""
Kept = Literal["file", "draft", "soon", "nowhere"]
"""Where all of the lesson stands: in its file, in a draft, in one of them soon, or nowhere for good."""


class Keeper(QObject):
    """Emits `kept` after each writing, and `troubled(words)` once where a file cannot be written."""

    kept = Signal()
    troubled = Signal(str, str)

    def __init__(self, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lesson: Lesson | None = None
        self._at = 0
        self.path: Path | None = None
        self._digest = b""
        self._draft: Path | None = None
        self._lock: QLockFile | None = None
        self._is_mine, self._has_failed = False, False
        self.state: Kept = "file"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self.keep_now)

    def begin(self, path: Path | None, data: bytes = b"", is_mine: bool = False) -> None:
        """Another lesson: that of a file with this content, which edits may go into where it is mine."""
        self.keep_now()
        self._release()
        self.path, self._digest, self._is_mine = path, _digest(data), is_mine
        self._lesson, self._has_failed, self.state = None, False, "file"

    def take_up(self, left: Left) -> None:
        """Go on with a draft, whose lesson was begun."""
        self._draft, self._lock = left.path, _locked(left.path)
        self._is_mine, self.state = False, "draft"

    def changed(self, lesson: Lesson, at: int) -> None:
        """Keep this soon. The timer is not begun again by each edit: the first one must not wait."""
        self._lesson, self._at, self.state = lesson, at, "soon"
        if not self._timer.isActive():
            self._timer.start()

    def copy(self) -> None:
        """From now on this is a lesson without a file: what it was opened from stays as it is."""
        self.path, self._is_mine, self._digest = None, False, b""

    def keep_now(self) -> None:
        """Write at once what is not written yet."""
        self._timer.stop()
        if self.state != "soon" or self._lesson is None:
            return
        if not (self._is_mine and self._keep_in_file(self._lesson)):
            self._keep_as_draft(self._lesson)
        self.kept.emit()

    def save(self, path: Path, lesson: Lesson) -> Path | None:
        """Write a lesson into a file, which edits go into from now on; OSError where it cannot be written.

        A file there that somebody else wrote is put beside it first: its new path, or None.
        """
        from bodymap.features.lessons.writing import text_of

        data = text_of(lesson).encode()
        aside = self._put_aside(path, data)
        self._write(path, data)
        self._timer.stop()
        self._forget_draft()
        self.path, self._is_mine, self._has_failed, self.state = path, True, False, "file"
        self.kept.emit()
        return aside

    def close(self) -> None:
        """Write what is not written yet, and let another window have the draft."""
        self.keep_now()
        self._release()

    def discard(self) -> None:
        """Forget the draft: what was not saved is gone."""
        self._timer.stop()
        self._forget_draft()
        self.state = "file"

    def others(self) -> tuple[Left, ...]:
        """The drafts that no window works on, the newest first."""
        return tuple(
            left for left in left_in(self._folder) if left.path != self._draft and _is_free(left.path)
        )

    def _keep_in_file(self, lesson: Lesson) -> bool:
        from bodymap.features.lessons.writing import text_of

        assert self.path is not None
        try:
            if self._digest != _digest(self.path.read_bytes()):
                self._is_mine = False
                self.troubled.emit("changed", self.path.name)
                return False
            self._write(self.path, text_of(lesson).encode())
        except OSError as error:
            if not self._has_failed:
                self._has_failed = True
                self.troubled.emit("unwritable", str(error))
            return False
        self._has_failed, self.state = False, "file"
        self._forget_draft()
        return True

    def _keep_as_draft(self, lesson: Lesson) -> None:
        from bodymap.loading.writing import write_whole

        self.state = "nowhere"
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._draft is None:
                self._draft = self._folder / f"{uuid4().hex[:12]}{ENDING}"
                self._lock = _locked(self._draft)
            write_whole(self._draft, draft_bytes(lesson, self.path, self._at))
        except OSError as error:
            self.troubled.emit("unwritable", str(error))
            return
        self.state = "draft"

    def _write(self, path: Path, data: bytes) -> None:
        from bodymap.loading.writing import write_whole

        write_whole(path, data)
        self._digest = _digest(data)

    def _put_aside(self, path: Path, data: bytes) -> Path | None:
        """Keep what stands in a file that this window neither wrote nor read as its own."""
        try:
            there = path.read_bytes()
        except FileNotFoundError:
            return None
        if there == data or (self._is_mine and path == self.path and _digest(there) == self._digest):
            return None
        aside = path.with_name(f"{path.name}~")
        self._write(aside, there)
        return aside

    def _forget_draft(self) -> None:
        if self._draft is not None:
            with suppress(OSError):
                self._draft.unlink(missing_ok=True)
        self._draft = None
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
        self._draft, self._lock = None, None


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()


def _lock_of(draft: Path) -> QLockFile:
    lock = QLockFile(str(draft.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # a window may stay open for days; one that died is noticed all the same
    return lock


def _locked(draft: Path) -> QLockFile:
    lock = _lock_of(draft)
    lock.tryLock(0)
    return lock


def _is_free(draft: Path) -> bool:
    lock = _lock_of(draft)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True
