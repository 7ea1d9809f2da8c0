"""Our scenes drawn on a figure from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bodymap.atlas.figure_matching import OpenedFigure
from bodymap.viewmodels.scene_values import Light, Scene, Stage


def drawn_on(stage: Stage, figure: OpenedFigure, name: str) -> Stage:
    """The scenes of a stage on the figure, which is called so among the figures; close-ups stay."""
    return Stage(tuple(s if s.closeup else _drawn_on(s, figure, name) for s in stage.scenes))


def _drawn_on(scene: Scene, figure: OpenedFigure, name: str) -> Scene:
    strict = scene.scale is not None  # the value of a muscle is not that of all muscle
    return replace(
        scene,
        figure=name,
        view=figure.view.id,
        layers=figure.view.layers,
        lights=_lights(scene, figure),
        labels=tuple(
            replace(label, regions=_shapes_of(figure, label.regions, strict)) for label in scene.labels
        ),
        routes=(),
        local=_shapes_of(figure, scene.local),
        rings=_shapes_of(figure, scene.rings),
        legend=tuple(entry for entry in scene.legend if entry.shape != "arrow"),
    )


def _lights(scene: Scene, figure: OpenedFigure) -> tuple[Light, ...]:
    """A shape is lit as the strongest of its leaves; a part or a value needs all of them alike."""
    lit = {light.region: light for light in scene.lights}
    found = {name: light for name, light in lit.items() if name in figure.view.shapes}
    for shape, stand in figure.stands.items():
        lights = [lit[leaf] for leaf in sorted(stand.leaves) if leaf in lit]
        if not lights:
            continue
        strict = stand.part or any(light.tone for light in lights)
        alike = len(lights) == len(stand.leaves) and len({(li.role, li.tone) for li in lights}) == 1
        if alike or not strict:
            found[shape] = replace(max(lights, key=lambda light: light.strength), region=shape)
    return tuple(found.values())


def _shapes_of(figure: OpenedFigure, regions: Iterable[str], strict: bool = False) -> tuple[str, ...]:
    """The shapes for regions of ours: those that are nothing else; if not strict, those that are that too.

    A region of the figure itself is its own shape.
    """
    asked = frozenset(regions)
    own = [name for name in asked if name in figure.view.shapes]
    exact = [s for s, stand in figure.stands.items() if not stand.part and stand.leaves & asked]
    inside = [s for s in exact if figure.stands[s].leaves <= asked]
    parts = [s for s, stand in figure.stands.items() if stand.part and stand.leaves <= asked]
    return tuple(own or inside or ([] if strict else exact) or parts)
