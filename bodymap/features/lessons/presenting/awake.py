"""Keeps the display awake while somebody presents, as each system offers it; silently not where none does."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, Protocol

_WHO, _WHY = "Bodymap", "A lesson is being presented"
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_CONNECTION, _PATIENCE = "bodymap-awake", 500
"""The name of our connection, and how many ms we wait for an answer."""
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""Flags of SetThreadExecutionState in winbase.h."""


class Awake(Protocol):
    """Holds the display awake until it lets go; both may be called at any time, and again."""

    def hold(self) -> None:
        """Keep the display awake from now on."""
        ...

    def let_go(self) -> None:
        """Let it sleep again."""
        ...


class Asleep:
    """For systems that offer nothing."""

    def hold(self) -> None:
        """Nothing can be done."""

    def let_go(self) -> None:
        """Nothing was done."""


class OverDBus:
    """Asks the screen saver of a Linux desktop; does nothing where none answers.

    It asks over a connection of its own: desktops let go by themselves when that is closed, also by a crash.
    """

    def hold(self) -> None:
        """Ask it to wait."""
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if bus.isConnected():
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
            message.setArguments([_WHO, _WHY])
            bus.call(message, QDBus.CallMode.Block, _PATIENCE)

    def let_go(self) -> None:
        """Close the connection."""
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(_CONNECTION)


class OnWindows:
    """Tells Windows that the display is in use."""

    def hold(self) -> None:
        """In use until told otherwise."""
        self._set(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def let_go(self) -> None:
        """No longer."""
        self._set(_CONTINUOUS)

    def _set(self, flags: int) -> None:
        import ctypes

        library: Any = getattr(ctypes, "windll", None)
        if library is not None:
            library.kernel32.SetThreadExecutionState(ctypes.c_uint(flags))


class ByCaffeinate:
    """Runs the tool that macOS brings for this, for as long as it is needed; it ends with this program."""

    def __init__(self, words: tuple[str, ...] = ("/usr/bin/caffeinate", "-d", "-i", "-w")) -> None:
        self._words = words
        self._tool: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Start it, once."""
        if self._tool is not None:
            return
        import os

        try:
            self._tool = subprocess.Popen([*self._words, str(os.getpid())])
        except OSError:
            self._tool = None

    def let_go(self) -> None:
        """End it."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.terminate()
            tool.wait()


def awake_of(platform: str = sys.platform) -> Awake:
    """What keeps the display awake on a platform."""
    if platform == "win32":
        return OnWindows()
    if platform == "darwin":
        return ByCaffeinate()
    if platform.startswith("linux"):
        from importlib.util import find_spec

        if find_spec("PySide6.QtDBus") is None:  # not every build of Qt has it
            return Asleep()
        return OverDBus()
    return Asleep()
