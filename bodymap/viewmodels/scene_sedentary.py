"""The body while it sits: what inactivity does, and what is no longer heard. Nothing is released here."""

from __future__ import annotations

from dataclasses import replace

from bodymap.i18n import _, counted
from bodymap.viewmodels.lighting import Lights, Setting, lightable, organ_label
from bodymap.viewmodels.places import is_wide, leaves, organ_leaves, organ_marks
from bodymap.viewmodels.scene_values import LegendEntry, Scene
from bodymap.viewmodels.topic import harm_count, harm_strength


def sitting_scene(setting: Setting) -> Scene:
    """Every organ in which prolonged sitting or bed rest was measured."""
    atlas, anatomy = setting.atlas, setting.anatomy
    harmed = sorted(atlas.harmed_organs(), key=lambda o: -harm_strength(atlas, o))
    lights = Lights(anatomy)
    for organ in reversed(harmed):
        if not is_wide(anatomy, atlas.organs[organ]):
            lights.organ(atlas.organs[organ], "harm", harm_strength(atlas, organ))
    labels = tuple(
        organ_label(setting, atlas.organs[o], "harm", _measured(harm_count(atlas, o)), rank)
        for rank, o in enumerate(sorted(harmed, key=lambda o: -harm_count(atlas, o)))
    )
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=lights.rings(),
        labels=labels,
        legend=(
            LegendEntry(
                "harm", _("sitting was measured here: the brighter, the surer"), brief=_("measured here")
            ),
            LegendEntry("harm", _("number of results"), "pill", _("results")),
        ),
        summary=_("Sitting: results in {n} organs or tissues.").format(n=len(harmed)),
    )


def quiet_organ_scene(setting: Setting) -> Scene:
    """One organ and what sitting does to it."""
    organ = setting.atlas.organs[setting.topic.ref.id]
    count, strength = harm_count(setting.atlas, organ.id), harm_strength(setting.atlas, organ.id)
    role = "harm" if count else "chosen"
    lights = Lights(setting.anatomy)
    lights.organ(organ, role)
    lights.regions(organ_leaves(setting.anatomy, organ), role, strength or 0.8)
    if setting.topic.part and is_wide(setting.anatomy, organ):
        lights.regions(leaves(setting.anatomy, setting.topic.part), "chosen")
    words = _measured(count)
    nothing = _("nothing measured for sitting in our data")
    label = organ_label(setting, organ, role, words if count else ("", nothing), 0)
    entry = LegendEntry(role, words[1] if count else nothing)
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=lights.rings(),
        labels=(label,),
        legend=(entry,),
        summary=entry.words,
    )


def silent_signal_scene(setting: Setting) -> Scene:
    """The organs that no longer hear the bursts of a signal, as dim rings."""
    atlas = setting.atlas
    signal = atlas.signals[setting.topic.ref.id]
    lights, rings = Lights(setting.anatomy), list[str]()
    missing = _("no burst of {signal} reaches it; the resting level stays").format(signal=signal.short)
    targets = atlas.organs_answering(signal.id)
    for organ in lightable(setting, targets):
        lights.organ(organ, "chosen", 0.3)
        rings.extend(organ_marks(setting.anatomy, organ))
    labels = tuple(organ_label(setting, o, "chosen", ("○", missing), i) for i, o in enumerate(targets))
    entry = LegendEntry("chosen", _("no burst; the resting level stays"), "ring")
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=tuple(dict.fromkeys(rings)),
        labels=labels,
        legend=(entry,),
        summary=entry.words,
    )


def _measured(n: int) -> tuple[str, str]:
    return str(n), counted("{n} result about sitting", "{n} results about sitting", n)
