"""How much of each signal is in the blood at one minute, by the model; brings numpy, so import it late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Bout
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.simulation import ACTIVE, simulate
from bodymap.physiology.work import BoutError
from bodymap.state import State

Levels = Mapping[str, float | None]
"""Fold of rest by signal; None where nothing was measured or only words are known."""


def levels_at(atlas: Atlas, physiology: Physiology, state: State, minute: int | None = None) -> Levels:
    """Every signal of the atlas after the movement of a state at its usual dose.

    `minute` is counted from the start of the bout; None means its end.
    """
    usual = physiology.usual.get(state.movement)
    length = usual.minutes if usual is not None else None
    if not length:
        return dict.fromkeys(atlas.signals)
    at = length if minute is None else minute
    found = folds(physiology, (physiology.usual_bout(state.movement),), ACTIVE, at)
    return {signal: found.get(signal) for signal in atlas.signals}


def folds(physiology: Physiology, bouts: Sequence[Bout], person: Person, minute: int) -> Levels:
    """Every signal with a curve at a minute of any bouts; nothing where they cannot be done."""
    try:
        result = simulate(physiology, bouts, person, max(1, minute), tuple(physiology.curves))
    except BoutError:
        return {}
    values = {signal: result.fold_at(signal, minute) for signal in result.traces}
    return {signal: None if isnan(value) else value for signal, value in values.items()}
