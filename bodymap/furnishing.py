"""Fills an open window: library, store, wiring and session; imported only after the first picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.records import Ref
from bodymap.loading.pack_folders import pack_folders, user_folder
from bodymap.loading.problems import wrong
from bodymap.loading.shipped import shipped
from bodymap.options import Options
from bodymap.settings import Remembered, language_of
from bodymap.sights import FIGURES
from bodymap.state import State, focused
from bodymap.store import Store
from bodymap.ui import afterimage
from bodymap.ui.afterimage import Afterimage, session_key
from bodymap.ui.body.easel import Memory
from bodymap.ui.body.widget import BodyView
from bodymap.ui.session import Session, state_of, state_values
from bodymap.ui.window import Window
from bodymap.ui.wiring import Wiring
from bodymap.viewmodels.reader import Reader

if TYPE_CHECKING:
    from bodymap.features.handout.given import Taught
    from bodymap.physiology.knowledge import Physiology
    from bodymap.ui.author_loop import AuthorLoop
    from bodymap.ui.body.art import Gallery


class Furnishing(QObject):
    """What a window shows and what keeps that alive; raises FigureError where no figure can be read."""

    _warmed = Signal()

    def __init__(
        self,
        window: Window,
        options: Options,
        library: Library | None,
        seen: Afterimage | None = None,
        gallery: Gallery | None = None,
    ) -> None:
        super().__init__(window)
        # Queued: between the steps of what comes late, the reader is answered.
        self._warmed.connect(self._bring_time, Qt.ConnectionType.QueuedConnection)
        self._window, self._packs, self._seen = window, options.packs, seen
        self._options = options
        self._kept = (seen.session, seen.rect, seen.likeness) if seen else None
        self._language = self._afterwards = ""
        self.loop: AuthorLoop | None = None
        self._gallery = gallery
        self.library = library or read_library(pack_folders(options.packs))
        self._figures = self.library.shown_on(shipped("assets", "figures"))

    def show(self, path: Path, kept: Remembered) -> None:
        """Show everything, from the session kept in a file and what was asked for; keep it there too."""
        window, figures = self._window, self._figures
        self._language = language_of(kept.values)
        self.store = Store(_first_state(kept.values, self._options, self.library), self.library.atlas.rests)
        window.furnish(BodyView(figures, window.look, gallery=self._gallery))
        if self._seen is not None:
            window.body.canvas.remember(Memory(self._seen.likeness, self._seen.whole, self._seen.lit))
        self.wiring = Wiring(
            window, self.store, Reader(self.library.atlas, figures.anatomy, self.library.figures)
        )
        self.wiring.show_first()
        self.wiring.show_rest()
        notes = tuple(note for note in (kept.problem,) if note)
        self.wiring.show_problems(self.library.problems, notes)
        self.session = Session(path, self._values, self)
        self.session.failed.connect(self.wiring.say)
        self.store.changed.connect(self.session.changed)
        window.rearranged.connect(self.session.changed)
        window.closing.connect(self.session.keep_now)
        window.closing.connect(self._keep_afterimage)

    def warm(self) -> None:
        """Make what the first change will need; for the moment after everything is seen."""
        self._seen = None  # it holds its file open
        from bodymap.ui.body import accessibility

        accessibility.install()
        if _wants_calm():
            self.store.set(calm=True)
        self.wiring.warm()
        self._install_guests()
        self._window.body.warm()
        self._warmed.emit()
        self._follow_author()

    def _bring_time(self) -> None:
        """Read the courses over time, which bring numpy, beside the interface; they let signals travel."""
        from bodymap.ui.beside import Beside

        self._beside = Beside(self._read_time, self._window, self._window.closing)
        self._beside.start()

    def _read_time(self) -> Callable[[], None]:
        from bodymap.ui.beside import Beside
        from bodymap.viewmodels.timeline.reader import TimeReader

        library = self.library
        read = TimeReader(library.atlas, self._figures.anatomy, self._physiology())

        def show() -> None:
            if self.library is not library:  # an author saved something meanwhile
                read.learn(self.library.atlas, self._figures.anatomy, self._physiology())
            self.wiring.bring_time(read)
            Beside(self._read_index, self._window, self._window.closing).start()

        return show

    def _read_index(self) -> Callable[[], None]:
        """Let the first search, the first sentence and the first slip of the finger be as quick as any."""
        self.wiring.reader.index.prepare()
        return lambda: None

    def _physiology(self) -> Physiology:
        from bodymap.physiology.knowledge import read_physiology

        return read_physiology(pack_folders(self._packs), self.library.atlas)

    def _follow_author(self) -> None:
        """Show what is saved in packs, where there are any besides the shipped one."""
        home = user_folder()
        others = [home] if home is not None and home.is_dir() else []
        if not others and not self._packs:
            return
        from bodymap.ui.author_loop import AuthorLoop

        self.loop = AuthorLoop(lambda: pack_folders(self._packs), others, self.library.problems, self)
        self.loop.learned.connect(self._learn)
        self.loop.saved.connect(self._read_lesson_again)
        self._window.closing.connect(self.loop.stop)
        if self._packs and wrong(self.library.problems):
            self.wiring.desk.open()

    def _hear(self, code: str, words: str) -> None:
        """Keep the language that is asked for, read what packs say in it, and say the words then."""
        self._language, self._afterwards = code, words
        self.session.changed()
        if self.loop is not None:
            self.loop.read()
        elif words:
            self.wiring.say(words)

    def _learn(self, library: Library) -> None:
        from bodymap.atlas.rereading import renamed

        other = renamed(self.store.state.focus, self.library.atlas, library.atlas)
        self.library = library
        self.store.rests = library.atlas.rests
        if self.wiring.time is not None:
            self.wiring.time.reader.learn(library.atlas, self._figures.anatomy, self._physiology())
        self.wiring.learn(library)
        self._read_lesson_again()  # it may name what is new, and speaks this language
        if other is not None:  # whoever writes a pack begins by calling its example otherwise
            self.store.focus(other)
        if self._afterwards:
            self.wiring.say(self._afterwards)
            self._afterwards = ""

    def _install_guests(self) -> None:
        """Let guests add their actions; each brings its view when that is first asked for."""
        from bodymap.features.article import feature as article
        from bodymap.features.forest import feature as forest
        from bodymap.features.handout import feature as handout
        from bodymap.features.language import feature as language
        from bodymap.features.lessons import feature as lessons
        from bodymap.features.matrix import feature as matrix
        from bodymap.features.opened_figure import feature as opened_figure
        from bodymap.features.quiz import feature as quiz
        from bodymap.features.references import feature as references
        from bodymap.features.values import feature as values
        from bodymap.ui.host import Host

        host = Host(self._window, self.store, self.wiring)
        for guest in (matrix, forest, article, references):
            guest.install(host)
        values.install(host, self._options.values)
        opened_figure.install(host, self._options.figure_file)
        language.install(host, self._hear)
        asked, packs = self._options, partial(pack_folders, self._packs)
        desk = lessons.install(host, packs, asked.lesson, asked.present)
        self._read_lesson_again = desk.read_again
        quiz.install(host, self._figures, packs, desk.questions, desk.shown)
        handout.install(host, lambda: desk.lesson, self._lesson_file, self._packs)

    def _lesson_file(self, lesson: Taught | None) -> bytes:
        """A lesson as its file; without one, the present view as a lesson of one step."""
        from bodymap.features.lessons.model import Lesson
        from bodymap.features.lessons.one_step import lesson_of
        from bodymap.features.lessons.writing import text_of

        state = self.store.state
        open_lesson = lesson if isinstance(lesson, Lesson) else None
        card = self.wiring.reader.card(state)
        return text_of(open_lesson or lesson_of(card, state, self.library.atlas)).encode()

    def _keep_afterimage(self) -> None:
        window, path = self._window, afterimage.path_of_user(self._packs)
        canvas, rect = window.body.canvas, window.body.geometry()
        if path is None or not canvas.bodies or self.wiring.staging.shows_guest:
            return
        session = session_key(self._values(), window.width(), window.height())
        if self._kept == (session, rect, canvas.likeness()):
            return
        now = canvas.memory()
        with suppress(OSError):  # a copy, made again at the next start
            afterimage.keep(path, Afterimage(session, now.likeness, rect, now.whole, now.lit))

    def _values(self) -> Mapping[str, Any]:
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        values = {**state_values(self.store.state), "window": geometry, "language": self._language}
        body = self._window.body
        if body.canvas.bodies:
            figure = body.canvas.bodies[0].placement.whole.translated(body.x(), body.y())
            place = [figure.x(), figure.y(), figure.width(), figure.height()]
            values["opening"] = [self._window.width(), self._window.height(), *place]
        return values


def _first_state(values: Mapping[str, Any], options: Options, library: Library) -> State:
    """The last session's state, with what the options ask for and without what is no longer known."""
    state = state_of(values)
    if not _knows(library, state.focus):
        state = replace(state, focus=State().focus, lens=State().lens, part=None)
    if state.movement not in library.atlas.movements:
        state = replace(state, movement=next(iter(library.atlas.movements), State().movement))
    state = replace(state, **options.taken())
    if state.figure not in (*FIGURES, *library.figures):
        state = replace(state, figure=FIGURES[0])
    if options.select is None:
        return state
    chosen = focused(state, options.select)
    return replace(chosen, lens="signal") if options.select.kind == "signal" else chosen


def _knows(library: Library, ref: Ref) -> bool:
    return ref.id in library.anatomy.regions if ref.kind == "region" else library.atlas.holds(ref)


def _wants_calm() -> bool:
    """Whether the system asks for no motion; Qt's styles then have animations of 0 ms."""
    from PySide6.QtWidgets import QApplication, QStyle

    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
