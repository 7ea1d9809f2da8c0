"""The body while a signal is in focus: where it is made, its road, and where it acts."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.records import Organ, Signal
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
from bodymap.viewmodels.places import organ_marks, organ_of_muscle
from bodymap.viewmodels.scene_values import Label, LegendEntry, Route, Scene
from bodymap.viewmodels.topic import from_muscle, risen, travels

_FIRST_MUSCLES = 3


def signal_scene(setting: Setting) -> Scene:
    """Where a signal is made, the road it takes, and the organs in which it acts."""
    atlas = setting.atlas
    signal = atlas.signals[setting.topic.ref.id]
    targets = sorted(atlas.organs_answering(signal.id), key=lambda o: -_effects_in(setting, signal, o))
    released = from_muscle(signal) and signal.id in risen(setting.topic.movement)
    makers = [atlas.organs[s] for s in signal.sources if s in atlas.organs]
    others = [m for m in makers if m.id != organ_of_muscle(atlas)]
    lights = Lights(setting.anatomy)
    for organ in reversed(lightable(setting, targets)):
        lights.organ(organ, "receiving")
    if released:
        lights.muscles(setting.topic.movement)
    for maker in [] if released else lightable(setting, others):
        lights.organ(maker, "working", 0.8)
    labels = _signal_labels(setting, signal, targets, () if released else tuple(others))
    muscles = muscle_labels(setting, setting.topic.movement, _FIRST_MUSCLES, 1) if released else ()
    local, words = _local(setting, signal, makers, targets)
    starts = muscle_starts(setting, setting.topic.movement) if released else organ_ends(setting, others)
    ends = organ_ends(setting, targets) if travels(signal) else ()
    routes = roads(starts, ends)
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=lights.rings(),
        labels=(*labels, *muscles),
        routes=routes,
        local=local,
        local_words=words,
        legend=(
            *_signal_legend(setting, signal, bool(released or others), released),
            *_molecules(signal, routes),
        ),
        summary=_("{signal}: acts in {n} organs or tissues.").format(signal=signal.name, n=len(targets)),
    )


def _effects_in(setting: Setting, signal: Signal, organ: Organ) -> int:
    return sum(e.organ == organ.id for e in setting.atlas.effects_of(signal.id))


def _signal_labels(
    setting: Setting, signal: Signal, targets: list[Organ], makers: tuple[Organ, ...]
) -> tuple[Label, ...]:
    acts = [
        organ_label(setting, o, "receiving", _effects(_effects_in(setting, signal, o)), 4 + i)
        for i, o in enumerate(targets)
        if o not in makers
    ]
    made = _("makes {signal}").format(signal=signal.short)
    sends = [organ_label(setting, o, "working", ("→", made), i) for i, o in enumerate(makers)]
    return (*sends, *acts)


def _effects(n: int) -> tuple[str, str]:
    return str(n), counted("{n} effect is recorded here", "{n} effects are recorded here", n)


def _local(
    setting: Setting, signal: Signal, makers: list[Organ], targets: list[Organ]
) -> tuple[tuple[str, ...], str]:
    if not set(signal.reach) & {"paracrine", "autocrine"}:
        return (), ""
    here = makers if not travels(signal) else [m for m in makers if m in targets]
    found = tuple(leaf for m in here for leaf in organ_marks(setting.anatomy, m))
    if not travels(signal):
        return found, _("acts where it is made (autocrine or paracrine)")
    return found, _("also acts where it is made (autocrine or paracrine)") if found else ""


def _signal_legend(setting: Setting, signal: Signal, sends: bool, released: bool) -> tuple[LegendEntry, ...]:
    short = {"signal": signal.short}
    made = _("working, releases {signal}") if released and travels(signal) else _("makes {signal}")
    return legend(
        LegendEntry("working", made.format(**short), brief=_("sends")) if sends else None,
        LegendEntry("receiving", _("receives {signal}").format(**short), brief=_("receives")),
        LegendEntry("receiving", _("number of effects there"), "pill", _("effects")),
        None if released else _unmeasured(setting, signal),
    )


def _molecules(signal: Signal, routes: tuple[Route, ...]) -> tuple[LegendEntry, ...]:
    words = _("{signal} molecules: its level, where known").format(signal=signal.short)
    return (LegendEntry("chosen", words, "molecule", _("molecules")),) if routes else ()


def _unmeasured(setting: Setting, signal: Signal) -> LegendEntry | None:
    """Why no muscle is lit for a signal that muscle makes."""
    movement = setting.topic.movement
    if movement is None or not from_muscle(signal):
        return None
    words = _("made in muscle; no rise recorded in {movement}")
    return LegendEntry("chosen", words.format(movement=movement.name), "ring")
