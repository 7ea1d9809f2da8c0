"""The composition root: from options to a window that shows the atlas."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QRect
from PySide6.QtWidgets import QApplication

from bodymap.options import Moment, Options
from bodymap.settings import Remembered, remember, settings_path
from bodymap.sights import THEMES
from bodymap.ui import afterimage
from bodymap.ui.look import Look
from bodymap.ui.opening import Opening
from bodymap.ui.theme import usable_theme
from bodymap.ui.window import Window

if TYPE_CHECKING:
    from bodymap.atlas.reading import Library
    from bodymap.furnishing import Furnishing
    from bodymap.store import Store
    from bodymap.ui.body.art import Gallery
    from bodymap.ui.wiring import Wiring

_SIZE = (1920, 1080)
"""The window's size at the very first start, px; less where the screen is smaller."""


class Opened(QObject):
    """An open window: first its opening picture, then, once that is seen, everything else.

    `reached` hears each moment once; true stops there. `failed` is why there is nothing more to show.
    `library` is one already read, `gallery` holds what another window has drawn.
    """

    def __init__(
        self,
        options: Options,
        reached: Callable[[Moment], object],
        library: Library | None = None,
        gallery: Gallery | None = None,
    ) -> None:
        super().__init__()
        self._options, self._reached = options, reached
        self._library, self._gallery = library, gallery
        self._path = options.settings or settings_path()
        self._kept = Remembered({}) if options.reset else remember(self._path)
        self._furnishing: Furnishing | None = None
        self.failed: Exception | None = None
        self._afterimage = (
            None if options.select else afterimage.recall(afterimage.path_of_user(options.packs))
        )
        opening = Opening({**self._kept.values, **options.taken()}, self._afterimage, gallery)
        self.window = _window(opening)
        _place(self.window, self._kept.values)
        self.window.painted.connect(self._go_on)
        self.window.filled.connect(self._tell_usable)

    @property
    def store(self) -> Store:
        """Where the state is kept; there from the moment that everything is usable."""
        return self._furnished.store

    @property
    def library(self) -> Library:
        """What is known; there from the moment that everything is usable."""
        return self._furnished.library

    @property
    def wiring(self) -> Wiring:
        """What binds window and store; there from the moment that everything is usable."""
        return self._furnished.wiring

    def close(self) -> None:
        """Keep the session and let everything go."""
        self.window.close()
        self.window.deleteLater()

    @property
    def _furnished(self) -> Furnishing:
        assert self._furnishing is not None, "the window is not furnished yet"
        return self._furnishing

    def _go_on(self) -> None:
        if self._reached("first-picture"):
            return
        from bodymap.figure.geometry import FigureError
        from bodymap.furnishing import Furnishing

        done = False
        try:
            self._furnishing = Furnishing(
                self.window, self._options, self._library, self._afterimage, self._gallery
            )
            self._afterimage = None
            self._furnishing.show(self._path, self._kept)
            done = True
        except (FigureError, OSError) as error:
            self.failed = error  # Qt's loop would swallow it
        finally:
            if not done:  # after any other error too: a window that answers nothing must not stay
                QApplication.exit(1)

    def _tell_usable(self) -> None:
        if not self._reached("usable"):
            self._furnished.warm()


def run(options: Options, library: Library | None = None) -> int:
    """Open the window and stay until it is closed; the exit code, 0. `library` is one already read.

    Raises FigureError or OSError where what is shipped cannot be read.
    """
    app = application()

    def reached(moment: Moment) -> bool:
        if moment == "usable":
            gc.freeze()
            gc.enable()
        ends = moment == options.quit_when
        if ends:
            app.exit(0)
        return ends

    opened = Opened(options, reached, library)
    opened.window.show()
    code = app.exec()
    opened.close()
    if opened.failed is not None:
        raise opened.failed
    return code


def application() -> QApplication:
    """The one QApplication, styled so that themes reach everything."""
    found = QApplication.instance()
    # Not `setStyle`: it gives the style back, and to wrap that costs a start 5 ms.
    app = found if isinstance(found, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("bodymap")
    app.setApplicationDisplayName("Bodymap")
    app.setDesktopFileName("bodymap")
    return app


def _window(opening: Opening) -> Window:
    asked, size = opening.values.get("theme"), opening.values.get("text_size")
    theme, _problems = usable_theme(asked if asked in THEMES else THEMES[0])
    text = size if isinstance(size, int) and 100 <= size <= 300 else 100
    return Window(Look(theme, text=text / 100), opening)


def _place(window: Window, values: Mapping[str, Any]) -> None:
    """The last place and size where they still fit a screen, else as large as is useful."""
    kept = values.get("window")
    encoded = QByteArray(kept.encode("ascii", "ignore")) if isinstance(kept, str) else QByteArray()
    if not encoded.isEmpty() and window.restoreGeometry(QByteArray.fromBase64(encoded)):
        return
    room: QRect = window.screen().availableGeometry()
    size = room.size().boundedTo(room.size() if room.width() > 2560 else QRect(0, 0, *_SIZE).size())
    window.resize(size)
    window.move(room.center() - window.rect().center())
