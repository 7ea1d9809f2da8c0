"""Binds window and store: views show what is derived from the state, and what they ask for changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.sights import FIGURES
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.action_set import ActionSet
from bodymap.ui.action_values import Deeds
from bodymap.ui.actions import all_actions
from bodymap.ui.later import Later
from bodymap.ui.notice import Notice
from bodymap.ui.pointing import Pointing, name_of
from bodymap.ui.theme import Theme, usable_theme
from bodymap.ui.time_deeds import time_deeds
from bodymap.ui.window import Window
from bodymap.viewmodels.layers import shown_layers
from bodymap.viewmodels.list_values import Lists
from bodymap.viewmodels.places import ref_of_region
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Stage
from bodymap.viewmodels.topic import topic_of

if TYPE_CHECKING:
    from bodymap.atlas.reading import Library
    from bodymap.loading.problems import Problem
    from bodymap.ui.clock import Clock
    from bodymap.ui.find import Find
    from bodymap.ui.problem_desk import ProblemDesk
    from bodymap.ui.time_panel.control import TimeControl
    from bodymap.viewmodels.card_values import Card
    from bodymap.viewmodels.flow import Flow
    from bodymap.viewmodels.search_entries import Hit
    from bodymap.viewmodels.search_more import Offer
    from bodymap.viewmodels.timeline.reader import TimeReader


class Wiring(QObject):
    """One window on one store. `show_first` binds the body and its controls, `show_rest` all else."""

    def __init__(self, window: Window, store: Store, reader: Reader) -> None:
        super().__init__(window)
        self._window, self._store, self._reader = window, store, reader
        self._read_theme = lru_cache(usable_theme)
        self.time: TimeControl | None = None
        self.actions = ActionSet(window, all_actions(store, self._deeds()))
        self.find: Find | None = None
        self.sources: list[Callable[[], Iterable[Offer]]] = []
        self._shown_focus = store.state.focus
        self._shown: tuple[Lists | None, Card | None] = (None, None)
        self._lighting: Callable[[State], Stage] | None = None
        self._travels: Callable[[State], Flow] | None = None
        self._drawing: Callable[[Stage], Stage] | None = None
        self._answering: Callable[[Ref], object] | None = None
        self._staged: Stage | None = None

    def show_first(self) -> None:
        """Theme, body, toolbar and controls follow the state."""
        window, watch = self._window, self._store.watch
        window.toolbar.link(self.actions, self._open_menu)
        window.controls.link(self.actions)
        self._offer_figures()
        watch(self, lambda s: (s.theme, s.text_size), self._show_taste)
        watch(self, lambda s: s.mode == "both", window.show_side_by_side)
        watch(self, lambda s: s.time_open, window.show_time)
        watch(self, self._stage, self._show_stage)
        watch(self, lambda s: s.camera, window.body.show_camera)
        watch(self, _without_pointer, self._show_state)

    def show_rest(self) -> None:
        """Lists, card and search follow the state, and everything answers."""
        window, store = self._window, self._store
        lists, card = window.fill()
        self._show_state(store.state)
        store.watch(lists, self._reader.lists, lambda plain: self._show_lists(plain, now=False))
        store.watch(card, self._reader.card, lambda plain: self._show_card(plain, now=False))
        store.watch(self, lambda s: s.focus, self._show_focus)
        lists.lens_chosen.connect(self._setter("lens"))
        lists.chosen.connect(self._choose_in_list)
        Pointing(window, store, self._reader)
        card.followed.connect(store.focus)
        card.opened.connect(self.open_address)
        card.copied.connect(self.say)
        card.deed_asked.connect(lambda action: self.actions[action].trigger())  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType] - Qt's stubs name no type
        self._wire_toolbar()
        self._wire_body()

    def warm(self) -> None:
        """Make what the first search will need; for the moment after everything is seen."""
        from bodymap.ui.find import Find

        self.find = Find(self._window.look, self._window.toolbar.search, self._search)
        self.find.chosen.connect(self._store.focus)
        self.find.day_chosen.connect(self._show_day)
        self.find.closed.connect(self._end_search)

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
        self._let_flow(reader)
        self._later.want()

    def _let_flow(self, reader: TimeReader) -> None:
        """Let signals travel in the body from now on, as many molecules as their levels say."""
        from bodymap.ui.body.flowing import Flowing

        window, watch = self._window, self._store.watch
        flowing = window.body.flowing = Flowing(window.body, self.clock)
        watch(flowing, lambda s: s.calm, flowing.show_calm)
        self._travels = self._reader.flow(reader.levels)
        window.covered.connect(flowing.show_covered)
        flowing.show_covered(window.is_covered)  # a sheet may have come first

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
        for found in library.figures.values():
            self._window.body.canvas.admit(found.key, found.view, anatomy)
        self._reader.learn(library.atlas, anatomy, library.figures)
        self._offer_figures()
        if self._store.state.figure not in self.figures():
            self._store.set(figure=State().figure)
        self._store.refresh()
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

    def light(self, derive: Callable[[State], Stage] | None) -> None:
        """Let the body show what a guest derives, where nothing travels; None gives it back to the reader."""
        self._lighting = derive
        self._relight()

    def draw_on(self, other: Callable[[Stage], Stage] | None) -> None:
        """Let the body show every stage on another figure; None: on those that are shipped."""
        self._drawing = other
        self._relight()

    def answer(self, clicked: Callable[[Ref], object] | None) -> None:
        """Let a guest be told what is clicked on the body, in place of the store; None gives that back."""
        self._answering = clicked

    @property
    def shows_guest(self) -> bool:
        """Whether the body shows what no next start will begin with."""
        return self._lighting is not None or self._drawing is not None

    def _stage(self, state: State) -> Stage:
        found = (self._lighting or self._reader.undrawn)(state)
        if self.time is not None and self._lighting is None:
            found = self.time.reader.lit(found, state)
        return (self._drawing or self._reader.drawn)(found)

    def flow(self, state: State) -> Flow:
        """What travels in a state, whoever looks at it."""
        from bodymap.viewmodels.flow import Flow

        return Flow() if self._travels is None else self._travels(state)

    def _flow(self, state: State) -> Flow:
        from bodymap.viewmodels.flow import Flow

        return Flow() if self.shows_guest else self.flow(state)

    def figures(self) -> tuple[str, ...]:
        """The figures that can be chosen: ours, and those that packs bring."""
        return tuple(dict.fromkeys((*FIGURES, *self._reader.figures)))

    def _offer_figures(self) -> None:
        titles = {name: figure.title for name, figure in self._reader.figures.items()}
        self._window.controls.show_figures(titles)
        self._window.controls.show_turns(self._turns())

    def _turns(self) -> bool:
        """Whether the figure has a front and a back; those of packs have one view."""
        return self._store.state.figure not in self._reader.figures

    def _wire_toolbar(self) -> None:
        window = self._window
        window.toolbar.mode_chosen.connect(self._setter("mode"))
        window.toolbar.level_chosen.connect(self._setter("level"))
        window.controls.view.chosen.connect(self._setter("view", closeup=None))
        window.controls.figure.chosen.connect(self._setter("figure"))

    def _wire_body(self) -> None:
        body = self._window.body
        body.chosen.connect(self._choose_region)
        body.label_chosen.connect(self._choose)
        body.camera_moved.connect(self._setter("camera"))

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
        state = self._store.state
        self._show_lists(self._reader.lists(state), now=True)
        self._show_card(self._reader.card(state), now=True)
        self._relight()

    def _relight(self) -> None:
        """The body as it is now, and what travels in it."""
        state = self._store.state
        self._show_stage(self._stage(state))
        if self._travels is not None:
            self._window.body.show_flow(self._flow(state))

    def _show_stage(self, stage: Stage) -> None:
        if stage != self._staged:  # showing it again would let what travels begin anew
            self._staged = stage
            self._window.body.show_stage(stage)

    def _show_lists(self, plain: Lists, *, now: bool) -> None:
        """Lists with courses where these are known, or `now` at any price; else without them for a frame."""
        state, shown = self._store.state, plain
        if self.time is not None and (now or self.time.reader.is_ready(state)):
            shown = self.time.reader.lists(plain, state)
        if self._window.lists is not None and shown != self._shown[0]:
            self._shown = (shown, self._shown[1])
            self._window.lists.show_lists(shown)

    def _show_card(self, plain: Card, *, now: bool) -> None:
        """A card with the dose shown, as with lists."""
        state, shown = self._store.state, plain
        if self.time is not None and (now or self.time.reader.is_ready(state)):
            shown = self.time.reader.card(plain, state)
        if self._window.card is not None and shown != self._shown[1]:
            self._shown = (self._shown[0], shown)
            self._window.card.show_card(shown)

    def _search(self, words: str) -> Sequence[Hit]:
        from bodymap.ui.find_actions import action_offers
        from bodymap.viewmodels.search_more import with_more

        state = self._store.state
        days = () if self.time is None else self.time.days.offers()
        guests = (offer for source in self.sources for offer in source())
        offers = (*days, *guests, *action_offers(self.actions, state.focus, self.say))
        return with_more(self._reader.found(words, state), offers, words)

    def _show_day(self, day: str) -> None:
        if self.time is not None:
            self.time.days.choose(day)
            self._store.set(time_open=True)

    def _end_search(self) -> None:
        """Give the keyboard to the body, unless it has gone elsewhere already."""
        window = self._window
        if window.toolbar.search.edit.hasFocus():
            window.body.setFocus()
        window.toolbar.close_search()

    def open_address(self, address: str) -> None:
        """Open an address in the browser; where there is none, copy it and say so."""
        if not QDesktopServices.openUrl(QUrl(address)):
            QGuiApplication.clipboard().setText(address)
            self.say(_("No browser was found; the address is copied: {address}").format(address=address))

    def say(self, words: str) -> None:
        """Say something quietly."""
        self._window.footer.show_notice(Notice(words))

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
        self._window.controls.show_turns(self._turns())
        name = name_of(self._reader, state.focus)
        self._window.setWindowTitle(_("{name} – Bodymap").format(name=name))

    def _show_focus(self, focus: Ref) -> None:
        if focus != self._shown_focus:
            self._window.show_drawer("card", True)
        self._shown_focus = focus

    def _choose_in_list(self, ref: Ref) -> None:
        self._window.show_drawer("lists", False)
        self._store.focus(ref)

    def _choose_region(self, region: str) -> None:
        self._choose(*ref_of_region(self._reader.atlas, self._reader.anatomy, region))

    def _choose(self, ref: Ref, part: str | None = None) -> None:
        if self._answering is not None:
            self._answering(ref)
        else:
            self._store.focus(ref, part)

    def _open_menu(self) -> None:
        self.actions.popup_all(self._window.toolbar.buttons["menu"])

    def _open_keys(self) -> None:
        from bodymap.ui.sheets import open_keys

        open_keys(self._window, self.actions.table)

    def _leave(self) -> None:
        if self._window.leave() or self.desk.close():
            return
        if self._store.state.closeup is not None:
            self._store.set(closeup=None)

    def _copy(self, everything: bool) -> None:
        card = self._window.card
        if card is not None:
            (card.copy_sources if everything else card.copy_citation)()

    def _layers_shown(self, state: State) -> tuple[str, ...]:
        return shown_layers(state, topic_of(self._reader.atlas, self._reader.anatomy, state))

    def _deeds(self) -> Deeds:
        window, body = self._window, self._window.body
        return Deeds(
            zoom_in=body.zoom_in,
            zoom_out=body.zoom_out,
            fit=body.fit,
            find=window.toolbar.open_search,
            help=window.open_help,
            keys=self._open_keys,
            lists=partial(window.toggle_drawer, "lists"),
            card=partial(window.toggle_drawer, "card"),
            layers_menu=lambda: self.actions.popup(window.controls.layers, _("Layers")),
            figures_menu=window.controls.figure.open_menu,
            figures=self.figures,
            turns=self._turns,
            closeups_menu=lambda: self.actions.popup(window.controls.closeups, _("Close-up")),
            copy_citation=partial(self._copy, False),
            copy_sources=partial(self._copy, True),
            full_screen=window.toggle_full_screen,
            leave=self._leave,
            close=window.close,
            layers_shown=self._layers_shown,
            time=time_deeds(window, self._store, lambda: self.time),
        )


def _without_pointer(state: State) -> State:
    """A state without what neither actions nor toolbar ask for."""
    plain = State()
    return replace(state, hover=None, camera=plain.camera, minute=plain.minute)
