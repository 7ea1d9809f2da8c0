"""One reader of time: remembers what it derived, so that moving the cursor derives nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from math import isnan

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.physiology.knowledge import LEADER, Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.result import Trace
from bodymap.physiology.simulation import simulate
from bodymap.physiology.work import BoutError
from bodymap.state import Block, State
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.list_values import Lists
from bodymap.viewmodels.scene_values import Stage
from bodymap.viewmodels.timeline.asking import (
    DAY,
    blocks_of,
    bouts_of,
    bouts_on,
    is_programme,
    person_of,
    signals_in_view,
)
from bodymap.viewmodels.timeline.building import timeline
from bodymap.viewmodels.timeline.dosed_card import dosed
from bodymap.viewmodels.timeline.phases import at_phase, phase_at
from bodymap.viewmodels.timeline.readings import minute_of, moment
from bodymap.viewmodels.timeline.sparks import with_sparks
from bodymap.viewmodels.timeline.takes import LEVELS, Takes, level_of, takes
from bodymap.viewmodels.timeline.values import Moment, Timeline
from bodymap.viewmodels.topic import topic_of
from bodymap.viewmodels.weeks import WeeksPicture, weeks_picture

_REMEMBERED = 32
Levels = Mapping[str, float | None]
"""Fold of rest by signal; None where nothing was measured or only words are known."""


class TimeReader:
    """The view models of time for one atlas, anatomy and physiology."""

    version = 0
    """Counts what was learnt: what was derived from anything older is no longer true."""

    def __init__(self, atlas: Atlas, anatomy: Anatomy, physiology: Physiology) -> None:
        self.learn(atlas, anatomy, physiology)

    def learn(self, atlas: Atlas, anatomy: Anatomy, physiology: Physiology) -> None:
        """Derive everything from other knowledge from now on."""
        self.atlas, self.anatomy, self.physiology = atlas, anatomy, physiology
        self.version += 1
        self._derived: set[State] = set()
        self._timeline = lru_cache(_REMEMBERED)(self._derive)
        self._traces = lru_cache(_REMEMBERED)(self._simulate)
        self._lists = lru_cache(_REMEMBERED)(self._decorate)

    def asked(self, state: State) -> State:
        """A state without anything that neither curves nor courses depend on."""
        return _asked(state)

    def is_ready(self, state: State) -> bool:
        """Whether curves and courses of a state were derived before, so that asking for them is cheap."""
        return _asked(state) in self._derived

    def timeline(self, state: State) -> Timeline:
        """Everything in the panel but the minute; the same value while only the minute changes."""
        return self._timeline(_asked(state))

    def minute(self, state: State) -> int:
        """The minute shown."""
        return minute_of(self.timeline(state), state)

    def blocks_of_day(self, state: State, what: str) -> tuple[Block, ...]:
        """The blocks of a day of a week: of the plan, or of a ready day, as they are now."""
        return blocks_of(self.physiology, bouts_on(self.physiology, state, what))

    def moment(self, state: State) -> Moment:
        """The minute shown, in words, with a reading of every line."""
        return moment(self.timeline(state), self.minute(state))

    def traces(self, state: State) -> Mapping[str, Trace]:
        """The course of every signal for what is looked at; none where it cannot be done."""
        return self._traces(_asked(state))

    def levels(self, state: State) -> Levels:
        """How much of each signal is in the blood at the minute shown, fold of rest."""
        minute = self.minute(state)
        return {signal: _level(trace, minute) for signal, trace in self.traces(state).items()}

    def lit(self, stage: Stage, state: State, *, now: bool = False) -> Stage:
        """The stage as lit at the minute shown; in full where no curve was made yet, unless asked `now`."""
        if not (now or self.is_ready(state)) or topic_of(self.atlas, self.anatomy, state).mode == "sedentary":
            return stage
        levels = self.levels(state)
        shown = [levels.get(i) for i in signals_in_view(self.atlas, self.anatomy, self.physiology, state)]
        return at_phase(stage, phase_at(self.minute(state), self.timeline(state).spans, shown))

    def lists(self, lists: Lists, state: State) -> Lists:
        """The lists with the courses of signals in them."""
        return self._lists(lists, self._noted(state))

    def card(self, plain: Card, state: State) -> Card:
        """The card of a movement with the dose shown and what it does to the blood; any other as it is."""
        return dosed(plain, self.timeline(state), self._noted(state))

    def takes(self, signal: str, state: State, words: str = "") -> Takes:
        """What it would take to bring a signal to some levels, or to that in words.

        Raises LevelError where the words are none.
        """
        name = self.atlas.signals[signal].short if signal in self.atlas.signals else signal
        levels = (level_of(self.physiology, signal, words, name),) if words.strip() else LEVELS
        person = Person(person_of(self.physiology, state).lifestyle)
        return takes(self.atlas, self.physiology, signal, person, levels)

    def asked_signal(self, state: State) -> str:
        """The signal that is asked about first: the one in focus, else the strongest in view."""
        if state.focus.kind == "signal" and state.focus.id in self.physiology.curves:
            return state.focus.id
        main = self.timeline(state).main
        return main.line.signal if main else LEADER

    def weeks(self, signal: str) -> WeeksPicture:
        """What weeks of training and of sitting did to a signal at rest."""
        return weeks_picture(self.atlas, self.physiology, signal)

    def resting_signal(self, state: State) -> str:
        """The signal whose weeks are asked about first: the one in focus, else the strongest in view."""
        return state.focus.id if state.focus.kind == "signal" else self.asked_signal(state)

    def _noted(self, state: State) -> State:
        asked = _asked(state)
        if len(self._derived) >= _REMEMBERED:
            self._derived.clear()
        self._derived.add(asked)
        return asked

    def _derive(self, state: State) -> Timeline:
        return timeline((self.atlas, self.anatomy, self.physiology), state)

    def _simulate(self, state: State) -> Mapping[str, Trace]:
        sits = topic_of(self.atlas, self.anatomy, state).mode == "sedentary"
        bouts = () if sits else bouts_of(self.physiology, state)
        person = Person("sedentary") if sits else person_of(self.physiology, state)
        if not sits and is_programme(self.physiology, state):
            return {}
        try:
            until = max(2 * DAY, self.timeline(state).extent.stop)
            return simulate(self.physiology, bouts, person, until).traces
        except BoutError:
            return {}

    def _decorate(self, lists: Lists, state: State) -> Lists:
        shown = self.timeline(state)
        extent, sits = shown.extent, topic_of(self.atlas, self.anatomy, state).mode == "sedentary"
        return with_sparks(lists, self.traces(state), (extent.start, extent.stop), sits)


def _level(trace: Trace, minute: int) -> float | None:
    """A fold at a minute, to two decimals: what cannot be seen need not be worked out anew."""
    fold = float(trace.fold[min(minute, len(trace.fold) - 1)])
    return None if isnan(fold) else round(fold, 2)


def _asked(state: State) -> State:
    """A state without what no course depends on: minute, pointer, camera, taste and what the body shows."""
    return replace(State(), **{name: getattr(state, name) for name in _DECIDING})


_DECIDING = (
    "focus", "movement", "part", "lens", "mode", "closeup", "intensity", "minutes", "fuel", "person", "span",
    "day", "week", "blocks", "own_days", "axis",
)  # fmt: skip
