"""From what is looked at to the two lists at the left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Change, Movement, Organ, Ref, Signal
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _
from bodymap.state import State
from bodymap.viewmodels.list_values import Listing, Lists, Row
from bodymap.viewmodels.topic import Topic, answers, harm_count, risen, topic_of
from bodymap.viewmodels.words import change_word, dose, muscle_mark, muscle_words


def lists(atlas: Atlas, anatomy: Anatomy, state: State) -> Lists:
    """The chosen lens' list above, and below it what belongs to the thing in focus."""
    topic = topic_of(atlas, anatomy, state)
    clerk = _Clerk(atlas, topic, state.focus, state.movement)
    uppers = {"movement": clerk.movements, "organ": clerk.organs, "signal": clerk.all_signals}
    upper = uppers.get(state.lens, clerk.organs)()
    lower = clerk.acting_organs() if state.lens == "signal" else clerk.signals_below(state.lens)
    return Lists(state.lens, upper, lower)


@dataclass(frozen=True, slots=True)
class _Clerk:
    atlas: Atlas
    topic: Topic
    focus: Ref
    movement: str

    def movements(self) -> Listing:
        rows = tuple(self._movement_row(m) for m in sorted(self.atlas.movements.values(), key=_effort))
        return Listing(_("Movements"), _("usual dose"), rows, _("No movement is in the data."))

    def organs(self) -> Listing:
        sits = self.topic.mode == "sedentary"
        lit = self._lit_organs()
        found = sorted(self.atlas.organs.values(), key=lambda o: o.name.casefold())
        rows = tuple(self._organ_row(o, sits, o.id in lit) for o in found)
        note = _("results about sitting") if sits else _("signals acting there")
        return Listing(_("Organs"), note, rows, _("No organ is in the data."))

    def all_signals(self) -> Listing:
        order = {"yes": 0, "contested": 1, "no": 2}
        found = sorted(self.atlas.signals.values(), key=lambda s: (order[s.muscle], _natural(s.short)))
        rows = tuple(self._signal_row(s, _organ_count(self.atlas, s)) for s in found)
        return Listing(_("Signals"), _("organs it acts on"), rows, _("No signal is in the data."))

    def signals_below(self, lens: str) -> Listing:
        ref = self.topic.ref
        if lens == "organ" and ref.kind == "organ":
            return self._signals_acting(ref.id)
        found = self.atlas.movements.get(ref.id if ref.kind == "movement" else self.movement)
        return self._signals_changed(found)

    def acting_organs(self) -> Listing:
        ref = self.topic.ref
        signal = ref.id if ref.kind == "signal" else ""
        counts = {o.id: 0 for o in self.atlas.organs_answering(signal)}
        for effect in self.atlas.effects_of(signal):
            if effect.organ in counts:
                counts[effect.organ] += 1
        rows = tuple(
            Row(Ref("organ", o), self.atlas.organs[o].name, str(n), lit=True) for o, n in counts.items()
        )
        empty = _("It acts in no organ that is recorded here.") if signal else _("Choose a signal.")
        return Listing(_("Organs it acts on"), _("effects"), rows, empty)

    def _signals_acting(self, organ: str) -> Listing:
        rows = tuple(
            self._signal_row(s, _organ_count(self.atlas, s)) for s in self.atlas.signals_acting_on(organ)
        )
        empty = _("No signal is known to act here.")
        return Listing(_("Signals acting here"), _("organs it acts on"), rows, empty)

    def _signals_changed(self, movement: Movement | None) -> Listing:
        responses = movement.responses if movement else ()
        changes: dict[str, Change] = {
            r.agent: r.change for r in reversed(responses) if r.agent in self.atlas.signals
        }
        sits = self.topic.mode == "sedentary" and movement is not None and not movement.rest
        rows = tuple(
            self._signal_row(self.atlas.signals[agent], _still_word(change) if sits else change_word(change))
            for agent, change in reversed(changes.items())
        )
        return Listing(_("Signals"), _("change"), rows, _("No signal was measured for this movement."))

    def _movement_row(self, movement: Movement) -> Row:
        ref = Ref("movement", movement.id)
        lit = self.topic.ref.kind == "signal" and self.topic.ref.id in risen(movement)
        return Row(
            ref=ref,
            text=movement.name,
            chip=dose(movement),
            chosen=ref == self.topic.ref,
            context=movement.rest if self.topic.mode == "sedentary" else movement.id == self.movement,
            lit=lit and self.topic.mode != "sedentary",
            hint=movement.words.school,
        )

    def _organ_row(self, organ: Organ, sits: bool, lit: bool) -> Row:
        ref = Ref("organ", organ.id)
        n = harm_count(self.atlas, organ.id) if sits else len(self.atlas.signals_acting_on(organ.id))
        return Row(
            ref=ref,
            text=organ.name,
            chip=str(n),
            chosen=ref == self.topic.ref,
            lit=lit,
            hint=organ.words.school,
        )

    def _signal_row(self, signal: Signal, chip: str) -> Row:
        ref = Ref("signal", signal.id)
        return Row(
            ref=ref,
            text=signal.short,
            chip=chip,
            mark=muscle_mark(signal),
            chosen=ref == self.topic.ref,
            lit=self._is_signal_lit(signal),
            hint=_hint(signal),
        )

    def _is_signal_lit(self, signal: Signal) -> bool:
        if self.topic.mode == "sedentary":
            return False
        ref = self.topic.ref
        if ref.kind == "organ":
            return any(e.organ == ref.id for e in self.atlas.effects_of(signal.id))
        return ref.kind == "movement" and signal.id in risen(self.topic.movement)

    def _lit_organs(self) -> frozenset[str]:
        ref, atlas = self.topic.ref, self.atlas
        if ref.kind == "organ":
            return frozenset((ref.id,))
        if ref.kind == "signal":
            return frozenset(o.id for o in atlas.organs_answering(ref.id))
        if ref.kind == "movement" and self.topic.mode == "sedentary":
            return frozenset(atlas.harmed_organs())
        return frozenset(answers(atlas, self.topic.movement)) if self.topic.movement else frozenset()


def _still_word(change: Change) -> str:
    """What becomes of a change while people sit: it stays away."""
    return _("no burst") if change == "rises" else _("no change")


def _effort(movement: Movement) -> tuple[bool, float, str]:
    """From rest to the hardest by energy cost; what has no dose of its own (a programme) comes last."""
    cost = min((m.value for m in movement.mets), default=0.0)
    return movement.minutes is None, cost, movement.name


def _natural(name: str) -> tuple[tuple[str, int], ...]:
    """A key that puts IL-6 before IL-10: letters, then numbers by their size."""
    return tuple((word.casefold(), int(digits or 0)) for word, digits in re.findall(r"(\D*)(\d*)", name))


def _hint(signal: Signal) -> str:
    words = _("{name}. Released by working muscle: {answer}.")
    return words.format(name=signal.name, answer=muscle_words(signal))


def _organ_count(atlas: Atlas, signal: Signal) -> str:
    return str(len(atlas.organs_answering(signal.id)))
