"""From what is looked at to the stage: one body, or two side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _
from bodymap.state import Mode, State
from bodymap.viewmodels.layers import drawing_layers
from bodymap.viewmodels.lighting import Setting
from bodymap.viewmodels.scene_exercise import movement_scene, organ_scene, region_scene
from bodymap.viewmodels.scene_values import Role, Scene, Stage
from bodymap.viewmodels.topic import Topic, topic_of
from bodymap.viewmodels.words import dose


def stage(atlas: Atlas, anatomy: Anatomy, state: State) -> Stage:
    """What the body shows for a state; hovering does not change it."""
    topic = topic_of(atlas, anatomy, state)
    blank = Scene(
        figure=state.figure,
        view=state.view,
        closeup=topic.closeup.id if topic.closeup else None,
        layers=() if topic.closeup else drawing_layers(state, topic),
        dimmed=True,
    )
    setting = Setting(atlas, anatomy, topic, state.level, blank)
    if topic.mode != "both":
        return Stage((_scene(setting, topic.mode),))
    left = replace(_scene(setting, "sedentary"), **_caption(setting, "sedentary"))
    return Stage((left, replace(_scene(setting, "exercise"), **_caption(setting, "exercise"))))


def _scene(setting: Setting, mode: Mode) -> Scene:
    topic = setting.topic
    known = topic.ref.kind == "region" or setting.atlas.holds(topic.ref)
    if not known:
        return setting.blank
    made = _maker(topic, mode)(setting)
    if topic.closeup is None:
        return made
    from bodymap.viewmodels.closeup import closeup_scene

    return closeup_scene(setting, made, topic.closeup)


def _maker(topic: Topic, mode: Mode) -> Callable[[Setting], Scene]:
    if mode == "sedentary":
        from bodymap.viewmodels.scene_sedentary import quiet_organ_scene, silent_signal_scene, sitting_scene

        sitting = {"movement": sitting_scene, "organ": quiet_organ_scene, "signal": silent_signal_scene}
        return sitting.get(topic.ref.kind, region_scene)
    if topic.ref.kind == "signal":
        from bodymap.viewmodels.scene_signal import signal_scene

        return signal_scene
    return {"movement": movement_scene, "organ": organ_scene}.get(topic.ref.kind, region_scene)


def _caption(setting: Setting, mode: Mode) -> dict[str, str | Role]:
    contrasts = setting.atlas.contrasts_on(setting.topic.ref.id)
    if mode == "sedentary":
        resting = next((m.name for m in setting.atlas.movements.values() if m.rest), "")
        note = contrasts[0].sedentary if contrasts else resting
        return {"caption": _("Sedentary"), "caption_note": note, "caption_role": "harm"}
    movement = setting.topic.movement
    moving = _("{movement}, {dose}").format(movement=movement.name, dose=dose(movement)) if movement else ""
    note = contrasts[0].active if contrasts else moving
    return {"caption": _("Exercising"), "caption_note": note, "caption_role": "receiving"}
