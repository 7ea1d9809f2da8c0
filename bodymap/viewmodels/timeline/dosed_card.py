"""The card of a movement at the dose that is shown: how hard, how long, and how high signals rise."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bodymap.i18n import _
from bodymap.state import State
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.timeline.readings import amount
from bodymap.viewmodels.timeline.values import Drawn, Timeline

_MOST = 3
"""Signals named with their peaks."""


def dosed(card: Card, timeline: Timeline, state: State) -> Card:
    """A movement's card with the dose shown, where one can be chosen; any other as it is."""
    dose = timeline.dose
    chosen = state.focus.kind == "movement" and state.focus == card.ref and state.mode != "sedentary"
    if not chosen or timeline.day is not None or dose.minutes.reason:
        return card
    other = state.minutes is not None or state.intensity is not None
    said = _("{minutes} at {percent} of VO₂max")
    words = said.format(minutes=dose.minutes.words, percent=dose.intensity.words)
    if dose.intensity.more:
        words = _("{words} · {more}").format(words=words, more=dose.intensity.more)
    facts = [(_("Dose shown"), words)] if other else []
    peaks = [_peak(timeline, drawn) for drawn in timeline.drawn if drawn.part in ("main", "other")]
    known = [peak for peak in peaks if peak][:_MOST]
    if known:
        facts.append((_("Peaks, by the model"), " · ".join(known)))
    kicker = _("Movement · {dose} shown").format(dose=dose.minutes.words).upper() if other else card.kicker
    return replace(card, kicker=kicker, facts=(*facts, *card.facts))


def _peak(timeline: Timeline, drawn: Drawn) -> str:
    """How high a line rises within the span shown; nothing where it does not, or was not measured."""
    shown = drawn.values[timeline.extent.start : timeline.extent.stop + 1]
    known = shown[~np.isnan(shown)]
    if not known.size or float(known.max()) <= float(known[0]):
        return ""
    return _("{signal} {value}").format(
        signal=drawn.line.name, value=amount(float(known.max()), timeline.unit)
    )
