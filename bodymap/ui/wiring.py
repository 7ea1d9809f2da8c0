"""Binds window and store: views show what is derived from the state, and what they ask for changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from bodymap.i18n import _
from bodymap.sights import FIGURES
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.action_set import ActionSet
from bodymap.ui.actions import all_actions
from bodymap.ui.later import Later
from bodymap.ui.notice import Notice
from bodymap.ui.panes import Panes
from bodymap.ui.pointing import Pointing, name_of
from bodymap.ui.staging import Staging
from bodymap.ui.theme import Theme, usable_theme
from bodymap.ui.window import Window
from bodymap.ui.window_deeds import window_deeds
from bodymap.viewmodels.reader import Reader

if TYPE_CHECKING:
    from bodymap.atlas.reading import Library
    from bodymap.loading.problems import Problem
    from bodymap.ui.clock import Clock
    from bodymap.ui.find import Find
    from bodymap.ui.problem_desk import ProblemDesk
    from bodymap.ui.searching import Searching
    from bodymap.ui.time_panel.control import TimeControl
    from bodymap.viewmodels.search_more import Offer
    from bodymap.viewmodels.timeline.reader import TimeReader


class Wiring(QObject):
    """One window on one store. `show_first` binds the body and its controls, `show_rest` all else."""

    def __init__(self, window: Window, store: Store, reader: Reader) -> None:
        super().__init__(window)
        self._window, self._store, self._reader = window, store, reader
        self._read_theme = lru_cache(usable_theme)
        self.time: TimeControl | None = None
        self.actions = ActionSet(window, all_actions(store, window_deeds(window, store, self)))
        self.staging = Staging(window, store, reader)
        self.sources: list[Callable[[], Iterable[Offer]]] = []
        self._searching: Searching | None = None
        self._panes: Panes | None = None

    def show_first(self) -> None:
        """Theme, body, toolbar and controls follow the state."""
        window, watch = self._window, self._store.watch
        window.toolbar.link(self.actions, self._open_menu)
        window.controls.link(self.actions)
        self._offer_figures()
        watch(self, lambda s: (s.theme, s.text_size), self._show_taste)
        watch(self, lambda s: s.mode == "both", self._show_side_by_side)
        watch(self, lambda s: (s.time_open, s.span == "week"), self._show_time)
        self.staging.show()
        watch(self, _without_pointer, self._show_state)

    def _show_time(self, wished: tuple[bool | None, bool]) -> None:
        self._window.show_time(wished[0], week=wished[1])

    def show_rest(self) -> None:
        """Lists, card and search follow the state, and everything answers."""
        window, store = self._window, self._store
        panes = self._panes = Panes(window, store, self._reader)
        self._show_state(store.state)
        panes.show()
        Pointing(window, store, self._reader)
        panes.card.opened.connect(self.open_address)
        panes.card.copied.connect(self.say)
        panes.card.deed_asked.connect(lambda action: self.actions[action].trigger())  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType] - Qt's stubs name no type
        self._wire_toolbar()
        self.staging.listen()

    def warm(self) -> None:
        """Make what the first search will need; for the moment after everything is seen."""
        from bodymap.ui.searching import Searching

        self._searching = Searching(self._window, self._store, self._reader, self._offers)
        self._searching.find.day_chosen.connect(self._show_day)

    def _offers(self) -> Iterator[Offer]:
        """What can be found besides what is known: ready days, what guests offer, things to do."""
        from bodymap.ui.find_actions import action_offers

        if self.time is not None:
            yield from self.time.days.offers()
        for source in self.sources:
            yield from source()
        yield from action_offers(self.actions, self._store.state.focus, self.say)

    def _show_day(self, day: str) -> None:
        if self.time is not None:
            self.time.days.choose(day)
            self._store.set(time_open=True)

    @property
    def find(self) -> Find | None:
        """What a search found, once it can be asked."""
        return None if self._searching is None else self._searching.find

    @cached_property
    def clock(self) -> Clock:
        """The one clock, which no start waits for."""
        from bodymap.ui.clock import Clock

        return Clock(self)

    def bring_time(self, reader: TimeReader) -> None:
        """Bring the panel of time to life, and courses into the lists; for when physiology was read."""
        from bodymap.ui.time_panel.control import TimeControl

        pane = self._window.bring_time()
        self.time = TimeControl((self._window, pane), self._store, reader, self.clock)
        self.time.show(
            self.actions, lambda: self.actions.popup(pane.legend.more, _("Time"), _("Dose"), _("Day"))
        )
        self.time.opened.connect(self.open_address)
        self._later = Later(self._catch_up, self)
        self._store.changed.connect(self._later.want)
        self._window.closing.connect(self._later.end)
        self.actions.refresh()
        self.staging.bring_time(reader, self.clock)
        if self._panes is not None:
            self._panes.bring_time(reader)
        self._later.want()

    def show_problems(self, problems: Sequence[Problem], others: Sequence[str] = ()) -> None:
        """Say quietly what is wrong in the user's files, and what else went wrong at the start."""
        if problems:
            self.desk.tell(problems)
        elif others:
            self._window.footer.show_notice(Notice(others[0]))

    def learn(self, library: Library) -> None:
        """Know and show other data, whatever is looked at; say what is wrong in it."""
        known = self._reader.anatomy  # its regions come with the program, and with a figure that was opened
        anatomy = replace(known, regions={**known.regions, **library.anatomy.regions})
        for found in (side for figure in library.figures.values() for side in figure.sides):
            self._window.body.canvas.admit(found.key, found.view, anatomy)
        self._reader.learn(library.atlas, anatomy, library.figures)
        self._offer_figures()
        if self._store.state.figure not in self.figures():
            self._store.set(figure=State().figure)
        self._store.refresh()
        self.actions.refresh()  # a figure may turn now
        self.desk.tell_again(library.problems, library.held)

    @cached_property
    def desk(self) -> ProblemDesk:
        """Where problems are told."""
        from bodymap.ui.problem_desk import ProblemDesk  # few starts have any

        return ProblemDesk(self._window, self._store)

    @property
    def reader(self) -> Reader:
        """What is known and derived now."""
        return self._reader

    def figures(self) -> tuple[str, ...]:
        """The figures that can be chosen: ours, and those that packs bring."""
        return tuple(dict.fromkeys((*FIGURES, *self._reader.figures)))

    def _offer_figures(self) -> None:
        titles = {name: figure.title for name, figure in self._reader.figures.items()}
        self._window.controls.show_figures(titles)
        self._window.controls.show_turns(self.turns())

    def turns(self) -> bool:
        """Whether the figure has a front and a back; that of a pack need not."""
        found = self._reader.figures.get(self._store.state.figure)
        return found is None or found.back is not None

    def _wire_toolbar(self) -> None:
        window = self._window
        window.toolbar.mode_chosen.connect(self._setter("mode"))
        window.toolbar.level_chosen.connect(self._setter("level"))
        window.controls.view.chosen.connect(self._setter("view", closeup=None))
        window.controls.figure.chosen.connect(self._setter("figure"))

    def _setter(self, name: str, **also: object) -> Callable[[object], None]:
        def on_chosen(value: object) -> None:
            self._store.set(**{name: value, **also})

        return on_chosen

    @property
    def is_settled(self) -> bool:
        """Whether all that comes a frame later was shown."""
        return self.time is not None and not self._later.waits and not self.time.waits

    def _catch_up(self) -> None:
        """Courses and doses in lists and card, and what travels: a frame after what is shown at once."""
        if self._panes is not None:
            self._panes.catch_up()
        self.staging.show_again()

    def open_address(self, address: str) -> None:
        """Open an address in the browser; where there is none, copy it and say so."""
        if not QDesktopServices.openUrl(QUrl(address)):
            QGuiApplication.clipboard().setText(address)
            self.say(_("No browser was found; the address is copied: {address}").format(address=address))

    def say(self, words: str) -> None:
        """Say something quietly."""
        self._window.footer.show_notice(Notice(words))

    def _show_side_by_side(self, side_by_side: bool) -> None:
        if self._panes is not None:
            self._panes.expect()
        self._window.show_side_by_side(side_by_side)

    def _show_taste(self, taste: tuple[str, int]) -> None:
        theme, problems = self._theme(taste[0])
        self._window.show_taste(theme, taste[1])
        self.actions.show_look(self._window.look)
        if self.find is not None:
            self.find.show_look(self._window.look)
        if problems:
            self._window.footer.show_notice(Notice(problems[0]))

    def _theme(self, theme_id: str) -> tuple[Theme, tuple[str, ...]]:
        worn = self._window.look.theme
        return (worn, ()) if worn.id == theme_id else self._read_theme(theme_id)

    def _show_state(self, state: State) -> None:
        theme: Theme = self._theme(state.theme)[0]
        self.actions.refresh()
        self._window.toolbar.show_state(state, theme.name, self._reader.hidden(state))
        self._window.controls.show_state(state)
        self._window.controls.show_turns(self.turns())
        name = name_of(self._reader, state.focus)
        self._window.setWindowTitle(_("{name} – Bodymap").format(name=name))

    def _open_menu(self) -> None:
        self.actions.popup_all(self._window.toolbar.buttons["menu"])


def _without_pointer(state: State) -> State:
    """A state without what neither actions nor toolbar ask for."""
    plain = State()
    return replace(state, hover=None, camera=plain.camera, minute=plain.minute)
