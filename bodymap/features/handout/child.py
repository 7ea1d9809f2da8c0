"""Makes files in a process of its own, by the command line, so that the window answers all the while."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import time
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from bodymap.i18n import _

_PACKAGE = Path(__file__).resolve().parents[2]
_TOLD = re.compile(r"\[(\d+)/(\d+)\] (.+)")
_STAGING, _OLD = ".bodymap-", 3600.0
_LONGEST_WAIT = 2000
"""ms for a process that was killed to be gone."""


class Order(NamedTuple):
    """What is wanted: the lesson's file and what it is called, where to, and the words of the options."""

    name: str
    lesson: bytes
    folder: Path
    options: tuple[str, ...]


class Child(QObject):
    """Emits `told(done, total, name)` before each file, and in the end `ended(files, why_not)`.

    Files are made in a hidden folder inside the one that was chosen, and put into it when all are there.
    """

    told = Signal(int, int, str)
    ended = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._place: tuple[Path, Path] | None = None
        self._is_new = False
        self._heard = ""

    def begin(self, order: Order) -> None:
        """Start; OSError where the folder cannot be written into."""
        self._is_new = not order.folder.exists()
        order.folder.mkdir(parents=True, exist_ok=True)
        _sweep(order.folder)
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=order.folder))
        self._place, self._heard = (staging, order.folder), ""
        lesson = staging / f"{order.name}.bodymap"
        lesson.write_bytes(order.lesson)
        process = self._process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardError.connect(self._hear)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        words = ["-m", "bodymap", "export", str(lesson), str(staging / "out"), *order.options]
        process.start(sys.executable, words)

    def stop(self) -> None:
        """End it now; nothing of it is left."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finish)
            process.errorOccurred.disconnect(self._fail)
            process.kill()
            process.waitForFinished(_LONGEST_WAIT)
            process.deleteLater()
        self._clear()

    def _hear(self) -> None:
        if self._process is None:
            return
        self._heard += bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        for done, total, name in _TOLD.findall(self._heard)[-1:]:
            self.told.emit(int(done), int(total), name.strip())

    def _finish(self, code: int) -> None:
        self._hear()
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        count, why = 0, ""
        try:
            if code == 0:
                count = self._put()
            else:
                why = self._reason()
        except OSError as error:
            why = str(error)
        self._clear()
        self.ended.emit(count, why)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finish(1)

    def _put(self) -> int:
        """Give the files their places; how many there are."""
        if self._place is None:
            return 0
        staging, folder = self._place
        made = sorted((staging / "out").iterdir())
        for path in made:
            path.replace(folder / path.name)
        self._is_new = False
        return len(made)

    def _reason(self) -> str:
        said = [line for line in self._heard.splitlines() if line and not _TOLD.match(line)]
        return said[-1].removeprefix("bodymap: ") if said else _("it ended without a word")

    def _clear(self) -> None:
        place, self._place = self._place, None
        if place is None:
            return
        shutil.rmtree(place[0], ignore_errors=True)
        if self._is_new and not any(place[1].iterdir()):
            place[1].rmdir()


def options_of(wanted: Sequence[str], packs: Sequence[Path]) -> tuple[str, ...]:
    """The words of the command line for what is wanted, and the packs that are read."""
    return (*(f"--{name}" for name in wanted), *(word for pack in packs for word in ("--data", str(pack))))


def _sweep(folder: Path) -> None:
    """Take away what a window that was killed left, an hour ago or more."""
    for left in folder.glob(f"{_STAGING}*"):
        if time() - left.stat().st_mtime > _OLD:
            shutil.rmtree(left, ignore_errors=True)


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    paths = [str(_PACKAGE.parent), environment.value("PYTHONPATH")]
    environment.insert("PYTHONPATH", (";" if sys.platform == "win32" else ":").join(p for p in paths if p))
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    return environment
