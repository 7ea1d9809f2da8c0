"""What travels: which signals are on which roads, how many molecules of each, and where they arrive.

(Atlas, State, levels) → Flow. While people sit nothing is released, so nothing flows: there are no streams.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Signal
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.viewmodels.lighting import roads
from bodymap.viewmodels.places import organ_of_muscle, ref_of_region
from bodymap.viewmodels.scene_values import Route, Scene, Stage
from bodymap.viewmodels.topic import Topic, from_muscle, risen, topic_of, travels
from bodymap.viewmodels.words import muscle_mark

Mark = Literal["full", "half", "ring"]
"""How a molecule looks, as in the lists: released by muscle, disputed, from elsewhere."""

FULL = 60.0
"""The fold of rest at which a road is full: that of IL-6 after a marathon."""
_SOFT = 2.0
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Stream:
    """One signal on its roads. `level` is its fold of rest, None where that is not known.

    `density` is the share of places on a road that it fills, 0 to 1; all streams of a body together
    fill no more than all.
    """

    signal: str
    name: str
    mark: Mark
    routes: tuple[Route, ...]
    level: float | None
    density: float


@dataclass(frozen=True, slots=True)
class Pulse:
    """A target that answers: the node at the end of a road, and how strongly, 0 to 1."""

    end: str
    strength: float


@dataclass(frozen=True, slots=True)
class BodyFlow:
    """What travels in one body; `local` regions glow in place; `words` say it to those who do not see it."""

    streams: tuple[Stream, ...] = ()
    pulses: tuple[Pulse, ...] = ()
    local: tuple[str, ...] = ()
    words: str = ""

    @property
    def moves(self) -> bool:
        """Whether anything of it moves."""
        return bool(self.pulses or self.local)


@dataclass(frozen=True, slots=True)
class Flow:
    """What travels in each body of a stage, in its order."""

    bodies: tuple[BodyFlow, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether anything moves anywhere."""
        return any(body.moves for body in self.bodies)

    @property
    def words(self) -> str:
        """All words."""
        return " ".join(body.words for body in self.bodies if body.words)


def flow(
    atlas: Atlas, anatomy: Anatomy, state: State, stage: Stage, levels: Mapping[str, float | None]
) -> Flow:
    """What travels on a stage; only a body that moves sends anything."""
    topic = topic_of(atlas, anatomy, state)
    moving = {"exercise": 0, "both": 1}.get(topic.mode)
    bodies = [
        _body(atlas, anatomy, (topic, scene), levels) if index == moving else BodyFlow()
        for index, scene in enumerate(stage.scenes)
    ]
    return Flow(tuple(bodies))


def density(level: float | None) -> float:
    """The share of places that a level fills: none at rest, hardly any at × 1.1, all at × 60 and above."""
    if level is None or level <= 1.0:
        return 0.0
    return min(1.0, _rising(level) / _rising(FULL))


def _rising(level: float) -> float:
    return log(level) / (log(level) + _SOFT)


def _body(
    atlas: Atlas, anatomy: Anatomy, shown: tuple[Topic, Scene], levels: Mapping[str, float | None]
) -> BodyFlow:
    topic, scene = shown
    if scene.closeup:
        return BodyFlow()
    found = [(s, _routes(atlas, anatomy, s, scene)) for s in _signals(atlas, topic)]
    on_roads = [(signal, routes) for signal, routes in found if routes]
    wanted = {signal.id: density(levels.get(signal.id)) for signal, _routes in on_roads}
    share = 1 / max(1.0, sum(wanted.values()))
    streams = tuple(
        Stream(s.id, s.short, muscle_mark(s), routes, levels.get(s.id), wanted[s.id] * share)
        for s, routes in on_roads
    )
    return BodyFlow(streams, _pulses(streams), scene.local, _words(streams, scene))


def _signals(atlas: Atlas, topic: Topic) -> list[Signal]:
    """The signals in question that go with the blood."""
    if topic.ref.kind == "signal":
        found = [atlas.signals[topic.ref.id]] if topic.ref.id in atlas.signals else []
    else:
        up = risen(topic.movement)
        acting = {s.id for s in atlas.signals_acting_on(topic.ref.id)} if topic.ref.kind == "organ" else up
        found = [s for s in atlas.signals.values() if s.id in up and s.id in acting]
    return [signal for signal in found if travels(signal)]


def _routes(atlas: Atlas, anatomy: Anatomy, signal: Signal, scene: Scene) -> tuple[Route, ...]:
    """The part of a scene's roads that a signal takes: from what makes it to what answers it."""
    targets = {organ.id for organ in atlas.organs_answering(signal.id)}
    starts = dict.fromkeys(route.start for route in scene.routes)
    ends = dict.fromkeys(route.end for route in scene.routes)
    return roads(
        tuple(s for s in starts if _makes(atlas, anatomy, signal, s)),
        tuple(e for e in ends if _organ_at(atlas, anatomy, e) in targets),
    )


def _makes(atlas: Atlas, anatomy: Anatomy, signal: Signal, node: str) -> bool:
    if node.startswith("muscle:"):
        return from_muscle(signal) and organ_of_muscle(atlas) in signal.sources
    return _organ_at(atlas, anatomy, node) in signal.sources


def _organ_at(atlas: Atlas, anatomy: Anatomy, node: str) -> str:
    return ref_of_region(atlas, anatomy, node.partition(":")[2])[0].id


def _pulses(streams: tuple[Stream, ...]) -> tuple[Pulse, ...]:
    strengths: dict[str, float] = {}
    for stream in streams:
        for end in dict.fromkeys(route.end for route in stream.routes) if stream.density > 0 else ():
            strengths[end] = min(1.0, strengths.get(end, 0.0) + stream.density)
    return tuple(Pulse(end, strength) for end, strength in strengths.items())


def _words(streams: tuple[Stream, ...], scene: Scene) -> str:
    """In words what the molecules say."""
    known = sorted((s for s in streams if s.level is not None), key=lambda s: -(s.level or 0.0))
    unknown = len(streams) - len(known)
    told = [
        _("{signal} travels in the blood, {fold:.1f} times its resting level.").format(
            signal=stream.name, fold=stream.level
        )
        for stream in known[:_MOST_NAMED]
    ]
    if unknown and len(streams) == 1:
        told.append(_("The level of {signal} was not measured.").format(signal=streams[0].name))
    elif unknown:
        told.append(
            counted(
                "The level of {n} signal was not measured.",
                "The levels of {n} signals were not measured.",
                unknown,
            )
        )
    if scene.local:
        told.append(_("What acts where it is made glows in place."))
    return " ".join(told)
