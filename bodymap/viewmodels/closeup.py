"""A close-up's scene: the whole body's roles carried over to the regions of the close-up."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.records import Ref
from bodymap.figure.figure import Closeup, Region
from bodymap.viewmodels.lighting import Setting
from bodymap.viewmodels.places import ref_of_region
from bodymap.viewmodels.scene_values import Label, Light, Role, Scene


def closeup_scene(setting: Setting, body: Scene, closeup: Closeup) -> Scene:
    """The close-up with its regions named, lit where the body's scene lights the same organ.

    Where nothing in it stands out, nothing is dimmed: then all of it is about the organ it shows.
    """
    told = {label.ref: label for label in body.labels}
    pairs = [
        _shown(setting, closeup, region, rank, told) for rank, region in enumerate(closeup.regions.values())
    ]
    lights = tuple(light for light, _label in pairs if light)
    return replace(
        body,
        layers=(),
        dimmed=bool(lights),
        lights=lights,
        labels=tuple(label for _light, label in pairs),
        routes=(),
        rings=(),
        local=(),
        local_words="",
        legend=tuple(
            entry
            for entry in body.legend
            if entry.role in {light.role for light in lights} and entry.shape != "molecule"
        ),
    )


def _shown(
    setting: Setting, closeup: Closeup, region: Region, rank: int, told: dict[Ref, Label]
) -> tuple[Light | None, Label]:
    ref, part = ref_of_region(setting.atlas, setting.anatomy, region.id, closeup)
    label = told.get(ref) if part is None else None
    is_chosen = setting.topic.part == region.id
    role: Role = label.role if label else "chosen"
    name = region.name.partition(" (")[0]
    own = Ref("region", region.id) if part else ref
    badge, hint = (label.badge, label.hint) if label else ("", region.name)
    pill = Label(own, name, role, (region.id,), badge, hint, rank)
    return Light(region.id, role) if label or is_chosen else None, pill
