"""Work that would hold up the interface: imports, reading."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QThread, SignalInstance
from PySide6.QtWidgets import QWidget


class Beside(QThread):
    """Works in a thread, then does what the work returned in the interface's own thread.

    Where the window is `closing` before that, it is waited for and nothing more is done.
    """

    def __init__(
        self, work: Callable[[], Callable[[], object]], parent: QWidget, closing: SignalInstance
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._then: Callable[[], object] | None = None
        self._stopped = False
        self.finished.connect(self._on_finished)
        closing.connect(self._stop)

    def run(self) -> None:
        """Work."""
        self._then = self._work()

    def _stop(self) -> None:
        self._stopped = True
        self.wait()

    def _on_finished(self) -> None:
        if self._then is not None and not self._stopped:
            self._then()
