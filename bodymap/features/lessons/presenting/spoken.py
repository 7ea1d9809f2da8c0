"""Which signals a step speaks of."""

from __future__ import annotations

import re

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Signal
from bodymap.features.lessons.model import Step
from bodymap.state import State

_SHORT = 3
"""A name of so few letters is known by its capitals: NO is a signal, no is not."""


def spoken_of(step: Step, state: State, atlas: Atlas) -> tuple[str, ...]:
    """The signals that its title and text name, in that order; then those that its sources measured after the
    movement shown.
    """
    words = f"{step.title} {step.text}"
    named = sorted((at, signal.id) for signal in atlas.signals.values() if (at := _place(signal, words)) >= 0)
    movement = atlas.movements.get(state.movement)
    answers = movement.responses if movement else ()
    measured = (
        r.agent for r in answers if r.agent in atlas.signals and set(r.references) & set(step.references)
    )
    return tuple(dict.fromkeys((*(signal for _at, signal in named), *measured)))


def _place(signal: Signal, words: str) -> int:
    """Where a signal is named first; -1 where it is not."""
    found = (
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, 0 if len(name) <= _SHORT else re.IGNORECASE)
        for name in (signal.short, signal.name)
    )
    return min((match.start() for match in found if match), default=-1)
