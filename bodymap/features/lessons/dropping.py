"""Lesson files that are dropped on the window are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from bodymap.features.lessons.model import ENDING


class Dropping(QObject):
    """Watches a window for what is dropped on it; `opened` hears the path of the first lesson."""

    def __init__(self, window: QWidget, opened: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._opened = opened
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take lesson files, and leave all else to others."""
        if not isinstance(event, QDropEvent):
            return False
        path = lesson_in(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._opened(path)
        return True


def lesson_in(dragged: QMimeData) -> Path | None:
    """The first lesson file among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() == ENDING), None)
