"""What is being asked: the thing in focus, resolved, with the movement that gives it context."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import EXERCISE, INACTIVITY, Effect, Movement, Ref, Response, Signal
from bodymap.figure.figure import Anatomy, Closeup
from bodymap.state import Mode, State
from bodymap.viewmodels.places import group_name, ref_of_region

_RANK: Mapping[str, int] = {"high": 3, "moderate": 2, "low": 1}


class Topic(NamedTuple):
    """`ref` in focus (a region inside an organ counts as that organ), `part` the exact region.

    `mode` is what is shown: sitting as the movement makes exercise sedentary. `movement` is the one
    whose muscles work, None while nothing works. `closeup` is what is looked at instead of the body.
    """

    ref: Ref
    part: str | None
    mode: Mode
    movement: Movement | None
    closeup: Closeup | None = None


def topic_of(atlas: Atlas, anatomy: Anatomy, state: State) -> Topic:
    """The question that a state asks."""
    closeup = anatomy.closeups.get(state.closeup or "")
    ref, part = state.focus, state.part
    if ref.kind == "region":
        ref, inside = ref_of_region(atlas, anatomy, ref.id, closeup)
        part = part or inside
    chosen = atlas.movements.get(ref.id if ref.kind == "movement" else state.movement)
    rests = chosen is not None and chosen.rest
    mode: Mode = "sedentary" if rests and state.mode == "exercise" else state.mode
    return Topic(ref, part, mode, None if rests else chosen, closeup)


def part_name(anatomy: Anatomy, topic: Topic) -> str:
    """The name of the exact part in focus; empty where the whole is."""
    if topic.part is None:
        return ""
    own = topic.closeup.regions.get(topic.part) if topic.closeup else None
    return own.name if own else group_name(anatomy, topic.part)


def risen(movement: Movement | None) -> frozenset[str]:
    """Ids of the signals that a movement is known to raise; none while nothing works."""
    if movement is None or movement.rest:
        return frozenset()
    return frozenset(r.agent for r in movement.responses if r.change == "rises")


def from_muscle(signal: Signal) -> bool:
    """Whether working muscle is known, or disputed, to send a signal."""
    return signal.muscle != "no"


def travels(signal: Signal) -> bool:
    """Whether a signal goes with the blood; one that acts only where it is made never does."""
    return "endocrine" in signal.reach


def answers(atlas: Atlas, movement: Movement) -> dict[str, tuple[Effect, ...]]:
    """The organs that answer a movement, most evidence first, with the effects of its signals there."""
    found: dict[str, list[Effect]] = {}
    for signal in atlas.signals_in(movement.id):
        for effect in atlas.effects_of(signal.id):
            found.setdefault(effect.organ, []).append(effect)
    known = [o for o in found if o in atlas.organs]
    known.sort(key=lambda o: -weight(found[o]))
    return {organ: tuple(found[organ]) for organ in known}


def weight(effects: list[Effect] | tuple[Effect, ...]) -> int:
    """How much evidence effects have together: 3 for each sure one, 2, 1."""
    return sum(_RANK[e.confidence] for e in effects)


def is_firm(effects: tuple[Effect, ...]) -> bool:
    """Whether at least one effect rests on more than weak evidence."""
    return any(e.confidence != "low" for e in effects)


def agents(effects: tuple[Effect, ...]) -> int:
    """How many signals act in effects; exercise and inactivity as a whole do not count."""
    return len({e.agent for e in effects} - {EXERCISE, INACTIVITY})


def resting(atlas: Atlas, signal: str) -> tuple[Response, ...]:
    """What is recorded of a signal while people sit."""
    return tuple(r for m in atlas.movements.values() if m.rest for r in m.responses if r.agent == signal)


def harm_count(atlas: Atlas, organ: str) -> int:
    """How many findings and effects of inactivity an organ has."""
    effects = sum(e.agent == INACTIVITY for e in atlas.effects_on(organ))
    return effects + len(atlas.findings_on(organ, "inactivity"))


def harm_strength(atlas: Atlas, organ: str) -> float:
    """How strongly harm is lit, 0 to 1: by the best evidence there is; 0 where nothing is known."""
    found = [f.confidence for f in atlas.findings_on(organ, "inactivity") if f.bearing != "benefit"]
    found += [e.confidence for e in atlas.effects_on(organ) if e.agent == INACTIVITY]
    return max((0.4 + 0.2 * _RANK[c] for c in found), default=0.0)
