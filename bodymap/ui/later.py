"""What can wait until that which was asked for is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Later(QObject):
    """Runs something once, in the turn after the next paint; what is wanted meanwhile joins.

    What it runs asks for the state of that moment, so that nothing old is ever shown.
    """

    def __init__(self, run: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._ended = run, False
        # A timer of no time fires when all events, paints too, were answered; the second one a turn later.
        self._painted, self._due = _once(self, 0), _once(self, 1)
        self._painted.timeout.connect(self._due.start)
        self._due.timeout.connect(self._on_due)

    @property
    def waits(self) -> bool:
        """Whether it is still to come."""
        return self._painted.isActive() or self._due.isActive()

    def want(self) -> None:
        """Let it run soon, if that is not so already."""
        if not self.waits and not self._ended:
            self._painted.start()

    def end(self) -> None:
        """Run nothing any more: the window is closed."""
        self._ended = True
        self._painted.stop()
        self._due.stop()

    def _on_due(self) -> None:
        self._run()


def _once(parent: QObject, after: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    return timer
