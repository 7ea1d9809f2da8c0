"""Binds the panel of time to the store; made once physiology was read, after everything else is usable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from bodymap.i18n import _
from bodymap.state import State, pace_of, repeated
from bodymap.store import Store
from bodymap.ui.action_set import ActionSet
from bodymap.ui.beside import Beside
from bodymap.ui.clock import Clock
from bodymap.ui.later import Later
from bodymap.ui.notice import Notice
from bodymap.ui.overlay import Sheet
from bodymap.ui.time_panel.days import Days
from bodymap.ui.time_panel.gestures import Gestures
from bodymap.ui.time_panel.pane import TimePane
from bodymap.ui.time_panel.playing import Playing
from bodymap.ui.time_panel.pointer import Pointer
from bodymap.ui.time_panel.saving import ask_for_path, copy, save
from bodymap.ui.time_panel.takes_sheet import TakesSheet, notes_html
from bodymap.ui.time_panel.week_choices import WeekChoices
from bodymap.ui.time_panel.weeks_sheet import WeeksSheet
from bodymap.ui.window import Window
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.table import table
from bodymap.viewmodels.timeline.takes import Takes
from bodymap.viewmodels.timeline.values import Moment, Timeline

_STEP = 10
"""Minutes of one step by key."""


class TimeControl(QObject):
    """What the panel shows follows the state, and what is done there changes it.

    Emits `opened(url)` where a publication is asked for.

    Curves are drawn from the first time on that the panel is seen: only then is pyqtgraph imported.
    """

    opened = Signal(str)
    _plot_wanted = Signal()

    def __init__(self, seen: tuple[Window, TimePane], store: Store, reader: TimeReader, clock: Clock) -> None:
        """`seen` is the window with its panel."""
        self._window, self.pane = seen
        super().__init__(self._window)
        self._store, self.reader = store, reader
        self.playing = Playing(store, clock, self._playable, self)
        self.days = Days(seen, store, reader, self)
        self._later = Later(self._catch_up, self)
        self._shown: tuple[Timeline, bool] | None = None
        self._bringing: Beside | None = None
        self._gestures = Gestures(self.pane, store, reader, self)
        WeekChoices(self.pane, store, reader, self)
        Pointer(self.pane.chart, store, reader, self)

    @property
    def waits(self) -> bool:
        """Whether curves are still to be shown."""
        return self._later.waits

    def show(self, actions: ActionSet, open_menu: Callable[[], object]) -> None:
        """Let everything follow the state, and answer."""
        pane, store = self.pane, self._store
        self.days.actions = actions
        for part in (pane.now, pane.dose, pane.legend):
            part.link(actions)
        self._catch_up()
        store.watch(self, self._looked_at, lambda _asked: self._later.want())
        store.watch(self, lambda s: s.minute, self._show_minute)
        store.watch(self, lambda s: (s.span, s.axis, s.measured), self._show_choices)
        store.watch(self, pace_of, self._show_speed)
        self.playing.changed.connect(self._show_playing)
        pane.now.speed_asked.connect(self.playing.next_speed)
        pane.chart.scrubbed.connect(self._setter("minute"))
        pane.chart.played.connect(self.playing.toggle)
        pane.legend.span_chosen.connect(self._setter("span"))
        pane.dose.repeat_chosen.connect(self._repeat)
        pane.legend.notes_asked.connect(self.open_notes)
        pane.legend.axis_chosen.connect(self._setter("axis"))
        pane.dose.fuel_chosen.connect(self._setter("fuel"))
        pane.dose.person_chosen.connect(self._setter("person"))
        for dial in (pane.dose.intensity, pane.dose.minutes):
            dial.stopped.connect(self.say)
        pane.legend.more.clicked.connect(open_menu)
        # Queued: the panel is on the screen before its curves are made.
        self._plot_wanted.connect(self._bring_plot, Qt.ConnectionType.QueuedConnection)
        pane.shown.connect(self._plot_wanted)
        self._window.closing.connect(self.playing.stop)
        self._window.closing.connect(self._later.end)
        if pane.isVisible():
            self._plot_wanted.emit()

    def go(self, where: str) -> None:
        """To the start, to the end, or one step earlier or later."""
        timeline = self.reader.timeline(self._store.state)
        now = self.reader.minute(self._store.state)
        start, stop = timeline.extent.start, timeline.extent.stop
        places = {"start": start, "end": stop, "earlier": now - _STEP, "later": now + _STEP}
        self._store.set(minute=max(start, min(stop, places[where])))

    def open_takes(self) -> None:
        """Ask what it would take to raise the signal in view."""
        state = self._store.state

        def ask(signal: str, level: str) -> Takes:
            return self.reader.takes(signal, state, level)

        sheet = TakesSheet(self._window.look, self._window, ask, self.reader.asked_signal(state))
        self._window.open_overlay(sheet)

    def open_weeks(self) -> None:
        """Show what weeks of training and of sitting did to the signal in view."""
        signal = self.reader.resting_signal(self._store.state)
        sheet = WeeksSheet(self._window.look, self._window, self.reader.weeks, signal)
        sheet.opened.connect(self.opened)
        self._window.open_overlay(sheet)

    def open_notes(self) -> None:
        """Everything that the panel says in words, with sources, where it has room for a part only."""
        look, timeline = self._window.look, self.reader.timeline(self._store.state)
        html = notes_html(timeline, self.pane.legend.notes(), look)
        self._window.open_overlay(Sheet(look, self._window, _("Notes to the curves"), html))

    def copy(self) -> None:
        """The data of the curves, to the clipboard."""
        self.say(copy(table(self.reader.timeline(self._store.state))))

    def save(self) -> None:
        """The data of the curves, into a file that is asked for."""
        state = self._store.state
        text = table(self.reader.timeline(state))
        ask_for_path(self._window, state.day or state.movement, lambda path: self.say(save(text, path)))

    def say(self, words: str) -> None:
        """Say something quietly."""
        self._window.footer.show_notice(Notice(words))

    def _looked_at(self, state: State) -> tuple[State, bool, int]:
        return self.reader.asked(state), state.measured, self.reader.version

    def _catch_up(self) -> None:
        """Show the curves of what is looked at now; body and card were painted before."""
        state = self._store.state
        shown = (self.reader.timeline(state), state.measured)
        if shown != self._shown:
            self._shown = shown
            self._show_timeline(shown[0], state)
        self._show_moment(self.reader.moment(state))

    def _show_minute(self, _minute: int | None) -> None:
        if not self._later.waits:
            self._show_moment(self.reader.moment(self._store.state))

    def _show_timeline(self, timeline: Timeline, state: State) -> None:
        pane = self.pane
        pane.dose.show_timeline(timeline, state.fuel, state.person)
        pane.strip.show_timeline(timeline)
        pane.show_strip(week=timeline.extent.is_week)
        pane.week.show_timeline(timeline)
        pane.chart.show_timeline(timeline, state.measured)
        pane.legend.show_timeline(timeline)

    def _show_moment(self, moment: Moment) -> None:
        self.pane.now.show_now(moment.words, moment.place)
        self.pane.chart.show_minute(moment.minute, moment.words)
        self.pane.legend.show_readings(moment.readings)

    def _show_choices(self, chosen: tuple[str, str, bool]) -> None:
        self.pane.legend.show_choices(*chosen)

    def _show_speed(self, _speed: int) -> None:
        self._show_playing()

    def _setter(self, name: str) -> Callable[[object], None]:
        def on_chosen(value: object) -> None:
            self._store.set(**{name: value})

        return on_chosen

    def _repeat(self, name: str) -> None:
        self._store.put(repeated(self._store.state, name))

    def _show_playing(self) -> None:
        self.pane.now.show_playing(self.playing.on, pace_of(self._store.state))

    def _playable(self) -> tuple[int, int, int]:
        extent = self.reader.timeline(self._store.state).extent
        return extent.start, extent.stop, self.reader.minute(self._store.state)

    def _bring_plot(self) -> None:
        if self.pane.isVisible() and self._bringing is None:
            self._bringing = Beside(self._import_plot, self._window, self._window.closing)
            self._bringing.start()

    def _import_plot(self) -> Callable[[], None]:
        from bodymap.ui.time_panel.plot import Plot

        return lambda: self.pane.chart.show_plot(Plot(self.pane.chart))
