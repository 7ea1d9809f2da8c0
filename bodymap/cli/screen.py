"""What to say where Qt cannot open a window: no screen, or libraries of the system that are missing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import NamedTuple, NoReturn

NO_SCREEN = (
    "There is no screen to open a window on; `bodymap export picture.png` writes the picture to a file "
    "without one."
)

# file, then its package for apt, dnf, pacman and zypper
_TO_DRAW = """
libEGL.so.1             libegl1              libglvnd-egl         libglvnd             libglvnd
libGL.so.1              libgl1               libglvnd-glx         libglvnd             libglvnd
libxkbcommon.so.0       libxkbcommon0        libxkbcommon         libxkbcommon         libxkbcommon0
libfontconfig.so.1      libfontconfig1       fontconfig           fontconfig           libfontconfig1
libdbus-1.so.3          libdbus-1-3          dbus-libs            dbus                 libdbus-1-3
libglib-2.0.so.0        libglib2.0-0         glib2                glib2                libglib-2_0-0
"""
_FOR_A_WINDOW = """
libxkbcommon-x11.so.0   libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11     libxkbcommon-x11-0
libX11-xcb.so.1         libx11-xcb1          libX11-xcb           libx11               libX11-xcb1
libxcb-cursor.so.0      libxcb-cursor0       xcb-util-cursor      xcb-util-cursor      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4        xcb-util-wm          xcb-util-wm          libxcb-icccm4
libxcb-image.so.0       libxcb-image0        xcb-util-image       xcb-util-image       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0        libxcb               libxcb               libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil  libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0        libxcb               libxcb               libxcb-shape0
libxcb-xkb.so.1         libxcb-xkb1          libxcb               libxcb               libxcb-xkb1
"""
_INSTALLERS = ("apt-get", "dnf", "pacman", "zypper")
_COMMANDS = ("apt-get install", "dnf install", "pacman -S", "zypper install")


class Missing(NamedTuple):
    """A library of the system that cannot be loaded: its file, and its package for each installer."""

    file: str
    packages: tuple[str, ...]


def no_screen(environment: Mapping[str, str], system: str = sys.platform) -> bool:
    """Whether a window is bound to fail: Linux, no display named, and no other Qt platform asked for."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return system.startswith("linux") and not any(environment.get(n) for n in named)


def missing_libraries(
    window: bool, load: Callable[[str], object] | None = None, system: str = sys.platform
) -> tuple[Missing, ...]:
    """The libraries that Qt needs to draw, or to open a window, and that cannot be loaded (Linux only)."""
    from ctypes import CDLL  # only trouble needs it, and it takes 3 ms

    if not system.startswith("linux"):
        return ()
    rows = (_TO_DRAW + _FOR_A_WINDOW if window else _TO_DRAW).split("\n")
    needed = [Missing(file, tuple(packages)) for file, *packages in (r.split() for r in rows if r)]
    return tuple(m for m in needed if not _loads(m.file, load or CDLL))


def words(missing: tuple[Missing, ...], has: Callable[[str], object] | None = None) -> str:
    """Which libraries are missing, and the command of this system that installs them."""
    from shutil import which  # only trouble needs it

    lines = [f"Qt needs libraries that this system lacks: {', '.join(m.file for m in missing)}."]
    for at, installer in enumerate(_INSTALLERS):
        if (has or which)(installer):
            packages = dict.fromkeys(m.packages[at] for m in missing)
            lines.append(f"Install them: sudo {_COMMANDS[at]} {' '.join(packages)}")
            break
    return "\n".join(lines)


def why_not(error: ImportError) -> str | None:
    """Why Qt could not be imported, in words; None where the error is of another kind."""
    missing = missing_libraries(window=not os.environ.get("QT_QPA_PLATFORM"))
    return words(missing) if missing and ".so" in str(error) else None


@contextmanager
def explained(program: str) -> Generator[None]:
    """While the application is made: where Qt would abort, say in words why, and end with code 1.

    Costs nothing while all is well, for Qt calls back only with a message.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _end(program, message)
        if "could not connect to display" not in message and "platform plugin" not in message:
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _end(program: str, message: str) -> NoReturn:
    sys.stderr.write(f"{program}: {_why_no_platform() if 'platform plugin' in message else message}\n")
    sys.stderr.flush()
    os._exit(1)


def _why_no_platform() -> str:
    missing = missing_libraries(window=True)
    if missing:
        return words(missing)
    asked = os.environ.get("QT_QPA_PLATFORM")
    return f"Qt cannot draw with QT_QPA_PLATFORM={asked}." if asked else NO_SCREEN


def _loads(file: str, load: Callable[[str], object]) -> bool:
    try:
        load(file)
    except OSError:
        return False
    return True
