"""The body while it moves: what works, what is sent, what answers."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.records import EXERCISE, Effect, Organ, Signal
from bodymap.i18n import _, counted
from bodymap.viewmodels.lighting import (
    Lights,
    Setting,
    legend,
    lightable,
    muscle_labels,
    muscle_starts,
    organ_ends,
    organ_label,
    roads,
)
from bodymap.viewmodels.places import is_wide, leaves, organ_leaves, organ_marks, organ_of_muscle
from bodymap.viewmodels.scene_values import Label, LegendEntry, Route, Scene
from bodymap.viewmodels.topic import agents, answers, from_muscle, is_firm, risen, travels

_FIRST_MUSCLES = 3
_MOST_MUSCLES = 6
_MOST_ENDS = 5
_SOURCE_STRENGTH = 0.6


def movement_scene(setting: Setting) -> Scene:
    """Working muscles by their load, and the organs that answer the movement's signals."""
    atlas, movement = setting.atlas, setting.topic.movement
    if movement is None:
        return _measured_scene(setting)
    found = {o: e for o, e in answers(atlas, movement).items() if o != organ_of_muscle(atlas)}
    lights = Lights(setting.anatomy)
    for organ, effects in reversed(found.items()):
        if is_firm(effects) and not is_wide(setting.anatomy, atlas.organs[organ]):
            lights.organ(atlas.organs[organ], "receiving")
    lights.muscles(movement)
    first = muscle_labels(setting, movement, _MOST_MUSCLES, 0)
    answering = tuple(
        organ_label(setting, atlas.organs[o], "receiving", _acting(agents(e)), _FIRST_MUSCLES + i)
        for i, (o, e) in enumerate(found.items())
    )
    late = tuple(replace(m, rank=m.rank + len(answering)) for m in first[_FIRST_MUSCLES:])
    routes = _movement_roads(setting)
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=lights.rings(),
        labels=first[:_FIRST_MUSCLES] + answering + late,
        routes=routes,
        legend=_movement_legend(bool(found)) + _molecules(routes),
        summary=_summary(movement.name, len(movement.muscles), len(found)),
    )


def organ_scene(setting: Setting) -> Scene:
    """One organ, and the tissues that send it signals."""
    organ = setting.atlas.organs[setting.topic.ref.id]
    acting = setting.atlas.signals_acting_on(organ.id)
    senders = _sending_organs(setting, organ, acting)
    lights = Lights(setting.anatomy)
    for sender in lightable(setting, senders):
        lights.organ(sender, "working", _SOURCE_STRENGTH)
    _light_focus(setting, lights, organ)
    movement = setting.topic.movement if any(from_muscle(s) for s in acting) else None
    lights.muscles(movement, 1.0 if organ.id == organ_of_muscle(setting.atlas) else _SOURCE_STRENGTH)
    _light_part(setting, lights, organ)
    own = _own_label(setting, organ, len(acting))
    muscles = muscle_labels(setting, movement, _FIRST_MUSCLES, 1)
    sends = _("sends signals to {organ}").format(organ=organ.name)
    others = tuple(organ_label(setting, s, "working", ("→", sends), 9 + i) for i, s in enumerate(senders))
    here = _acts_where_made(organ, acting)
    routes = _organ_roads(setting, organ, acting, senders)
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=lights.rings(),
        labels=(*own, *muscles, *others),
        routes=routes,
        local=organ_marks(setting.anatomy, organ) if here else (),
        local_words=_("some signals act where they are made (autocrine or paracrine)") if here else "",
        legend=_organ_legend(organ, bool(movement or senders), bool(acting)) + _molecules(routes),
        summary=_acting(len(acting))[1],
    )


def region_scene(setting: Setting) -> Scene:
    """A part of the drawing about which nothing is recorded."""
    ref = setting.topic.ref
    lights = Lights(setting.anatomy)
    lights.regions(leaves(setting.anatomy, ref.id), "chosen")
    region = setting.anatomy.regions.get(ref.id)
    name = region.name if region else ref.id
    label = Label(ref, name, "chosen", leaves(setting.anatomy, ref.id))
    return replace(setting.blank, lights=lights.all(), rings=lights.rings(), labels=(label,), summary=name)


def _measured_scene(setting: Setting) -> Scene:
    """Where no movement is chosen: the organs in which exercise as a whole was measured."""
    atlas, lights = setting.atlas, Lights(setting.anatomy)
    counts = {
        o: len(atlas.findings_on(o, "exercise")) + sum(e.agent == EXERCISE for e in atlas.effects_on(o))
        for o in atlas.organs
    }
    helped = sorted((o for o in counts if counts[o]), key=lambda o: -counts[o])
    for organ in helped:
        if not is_wide(setting.anatomy, atlas.organs[organ]):
            lights.organ(atlas.organs[organ], "receiving")
    labels = tuple(
        organ_label(setting, atlas.organs[o], "receiving", _measured(counts[o]), rank)
        for rank, o in enumerate(helped)
    )
    entry = LegendEntry("receiving", _("exercise was measured here"))
    return replace(setting.blank, lights=lights.all(), rings=lights.rings(), labels=labels, legend=(entry,))


def _acting(n: int) -> tuple[str, str]:
    return str(n), counted("{n} signal acts here", "{n} signals act here", n)


def _measured(n: int) -> tuple[str, str]:
    return str(n), counted("{n} measured result", "{n} measured results", n)


def _summary(name: str, groups: int, organs: int) -> str:
    words = _("{movement}: {groups} muscle groups work, {organs} organs or tissues answer.")
    return words.format(movement=name, groups=groups, organs=organs)


def _movement_roads(setting: Setting) -> tuple[Route, ...]:
    atlas, movement = setting.atlas, setting.topic.movement
    sent = [atlas.signals[s] for s in risen(movement) if s in atlas.signals]
    reach: dict[str, int] = {}
    for signal in sent:
        if from_muscle(signal) and travels(signal):
            for effect in atlas.effects_of(signal.id):
                reach[effect.organ] = reach.get(effect.organ, 0) + _sure(effect)
    strongest = sorted((o for o in reach if reach[o]), key=lambda o: (-reach[o], o))
    ends = [atlas.organs[o] for o in strongest if o in atlas.organs]
    return roads(muscle_starts(setting, movement), organ_ends(setting, ends, _MOST_ENDS))


def _sure(effect: Effect) -> int:
    return {"high": 3, "moderate": 2, "low": 0}[effect.confidence]


def _sending_organs(setting: Setting, organ: Organ, acting: tuple[Signal, ...]) -> tuple[Organ, ...]:
    """The organs that send what muscle does not."""
    sent = (s for s in acting if travels(s) and not from_muscle(s))
    ids = dict.fromkeys(source for s in sent for source in s.sources)
    skip = {organ.id, organ_of_muscle(setting.atlas)}
    return tuple(setting.atlas.organs[i] for i in ids if i in setting.atlas.organs and i not in skip)


def _organ_roads(
    setting: Setting, organ: Organ, acting: tuple[Signal, ...], senders: tuple[Organ, ...]
) -> tuple[Route, ...]:
    """Roads of the signals that the movement is known to raise, and of no other."""
    up = risen(setting.topic.movement)
    sent = [s for s in acting if s.id in up and travels(s)]
    made = {source for s in sent if not from_muscle(s) for source in s.sources}
    muscle = any(from_muscle(s) for s in sent)
    starts = muscle_starts(setting, setting.topic.movement) if muscle else ()
    others = organ_ends(setting, (s for s in senders if s.id in made))
    return roads(starts + others, organ_ends(setting, (organ,)))


def _own_label(setting: Setting, organ: Organ, acting: int) -> tuple[Label, ...]:
    """The pill of the organ in focus: without a count of nothing, none where there is nothing to point at."""
    if not acting and not organ_leaves(setting.anatomy, organ):
        return ()
    count, words = _acting(acting)
    return (organ_label(setting, organ, "receiving", (count if acting else "", words), 0),)


def _light_focus(setting: Setting, lights: Lights, organ: Organ) -> None:
    """The organ in focus is lit in full, also where it lies all over; less beside its chosen part."""
    part = setting.topic.part is not None and is_wide(setting.anatomy, organ)
    lights.organ(organ, "receiving")
    lights.regions(organ_leaves(setting.anatomy, organ), "receiving", 0.5 if part else 1.0)


def _light_part(setting: Setting, lights: Lights, organ: Organ) -> None:
    part = setting.topic.part
    if part and is_wide(setting.anatomy, organ):
        lights.regions(leaves(setting.anatomy, part), "chosen")


def _acts_where_made(organ: Organ, acting: tuple[Signal, ...]) -> bool:
    return any(organ.id in s.sources and set(s.reach) & {"paracrine", "autocrine"} for s in acting)


def _movement_legend(answering: bool) -> tuple[LegendEntry, ...]:
    return legend(
        LegendEntry("working", _("working muscle: the brighter, the harder"), brief=_("works")),
        LegendEntry("receiving", _("answers the signals"), brief=_("answers")) if answering else None,
        LegendEntry("receiving", _("number of signals acting there"), "pill", _("signals"))
        if answering
        else None,
    )


def _organ_legend(organ: Organ, sent: bool, acting: bool) -> tuple[LegendEntry, ...]:
    receives = _("{organ}: receives").format(organ=organ.name)
    return legend(
        LegendEntry("receiving", receives, brief=_("receives")) if acting or organ.regions else None,
        LegendEntry("working", _("sends signals here"), brief=_("sends")) if sent else None,
        LegendEntry("receiving", _("number of signals acting here"), "pill", _("signals"))
        if acting
        else None,
    )


def _molecules(routes: tuple[Route, ...]) -> tuple[LegendEntry, ...]:
    words = _("molecules: level of a signal, where known")
    return (LegendEntry("chosen", words, "molecule", _("molecules")),) if routes else ()
