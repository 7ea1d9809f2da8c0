"""The composition root: from options to a window that shows the atlas."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QObject, QRect
from PySide6.QtWidgets import QApplication, QStyle

from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.records import Level, Ref
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.settings import Remembered, remember, settings_path
from bodymap.state import Mode, State
from bodymap.store import Store
from bodymap.ui.body import accessibility
from bodymap.ui.body.widget import BodyView
from bodymap.ui.look import Look
from bodymap.ui.session import Session, state_of, state_values
from bodymap.ui.theme import usable_theme
from bodymap.ui.window import Window
from bodymap.ui.wiring import Wiring
from bodymap.viewmodels.reader import Reader

Moment = Literal["first-picture", "usable"]
_SIZE = (1920, 1080)
"""The window's size at the very first start, px; less where the screen is smaller."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for at the start; None leaves it as it was in the last session.

    `packs` are folders of data laid over the shipped one; `quit_when` ends the program at a moment;
    `reset` forgets the last session; `settings` is the file it is kept in, None for the usual one.
    """

    select: Ref | None = None
    mode: Mode | None = None
    figure: str | None = None
    view: str | None = None
    closeup: str | None = None
    layers: tuple[str, ...] | None = None
    theme: str | None = None
    level: Level | None = None
    text_size: int | None = None
    packs: tuple[Path, ...] = ()
    quit_when: Moment | None = None
    reset: bool = False
    settings: Path | None = None


class Opened(QObject):
    """An open window with what keeps it alive; `reached` hears each moment once; true stops there."""

    def __init__(
        self, options: Options, reached: Callable[[Moment], object], library: Library | None = None
    ) -> None:
        super().__init__()
        self._reached = reached
        path = options.settings or settings_path()
        kept = Remembered({}) if options.reset else remember(path)
        self.library = library or read_library((shipped("data"), *options.packs))
        figures = Figures(shipped("assets", "figures"), self.library.anatomy)
        self.store = Store(_first_state(kept.values, options, self.library))
        self.window = _window(self.store.state, figures)
        self.wiring = Wiring(self.window, self.store, Reader(self.library.atlas, figures.anatomy))
        self.session = Session(path, self._values, self)
        self._notes = tuple(note for note in (kept.problem,) if note)
        _place(self.window, kept.values)
        self.wiring.show_first()
        self.window.painted.connect(self._go_on)

    def close(self) -> None:
        """Keep the session and let everything go."""
        self.window.close()
        self.window.deleteLater()

    def _go_on(self) -> None:
        if self._reached("first-picture"):
            return
        self.wiring.show_rest()
        self.wiring.show_problems([str(p) for p in self.library.problems], self._notes)
        self.session.failed.connect(self.wiring.say)
        self.store.changed.connect(self.session.changed)
        self.window.rearranged.connect(self.session.changed)
        self.window.closing.connect(self.session.keep_now)
        self._reached("usable")

    def _values(self) -> Mapping[str, Any]:
        place = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        return {**state_values(self.store.state), "window": place}


def run(options: Options, library: Library | None = None) -> int:
    """Open the window and stay until it is closed; the exit code, 0. `library` is one already read."""
    app = application()
    accessibility.install()

    def reached(moment: Moment) -> bool:
        ends = moment == options.quit_when
        if ends:
            app.exit(0)
        return ends

    opened = Opened(options, reached, library)
    opened.window.show()
    code = app.exec()
    opened.close()
    return code


def application() -> QApplication:
    """The one QApplication, styled so that themes reach everything."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("bodymap")
    app.setApplicationDisplayName("Bodymap")
    app.setDesktopFileName("bodymap")
    app.setStyle("Fusion")
    return app


def _window(state: State, figures: Figures) -> Window:
    theme, _problems = usable_theme(state.theme)
    look = Look(theme)
    return Window(look, BodyView(figures, look))


def _first_state(values: Mapping[str, Any], options: Options, library: Library) -> State:
    """The last session's state, with what the options ask for and without what is no longer known."""
    state = replace(state_of(values), calm=bool(values.get("calm", False)) or _wants_calm())
    if not _knows(library, state.focus):
        state = replace(state, focus=State().focus, lens=State().lens, part=None)
    if state.movement not in library.atlas.movements:
        state = replace(state, movement=next(iter(library.atlas.movements), State().movement))
    names = ("mode", "figure", "view", "closeup", "layers", "theme", "level", "text_size")
    asked: dict[str, Any] = {n: getattr(options, n) for n in names if getattr(options, n) is not None}
    if options.select is not None:
        asked |= {"focus": options.select, "part": None}
        if options.select.kind in ("organ", "movement"):
            asked["lens"] = options.select.kind
        if options.select.kind == "movement":
            asked["movement"] = options.select.id
    return replace(state, **asked)


def _knows(library: Library, ref: Ref) -> bool:
    return ref.id in library.anatomy.regions if ref.kind == "region" else library.atlas.holds(ref)


def _wants_calm() -> bool:
    """Whether the system asks for no motion; Qt's styles then have animations of 0 ms."""
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


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
