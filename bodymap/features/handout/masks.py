"""What a deck of cards hides: one region of a drawing for each card; no drawing here, no file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from bodymap.features.handout.given import Taught
from bodymap.features.handout.model import Knowledge
from bodymap.figure.figure import Box, Closeup
from bodymap.figure.figures import Figures
from bodymap.viewmodels.layers import ORGANS_SHOWN
from bodymap.viewmodels.places import WIDE
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Scene

_ORGANS = ("organs-deep", "organs", "organs-upper")
_MARGIN = 70.0
"""Units of the drawing that are seen round the regions of a deck."""


class Mask(NamedTuple):
    """A region to be named: its shape as SVG path data in units of the drawing, and what the back says."""

    region: str
    name: str
    latin: str
    path: str


@dataclass(frozen=True, slots=True)
class Plate:
    """A drawing without labels, the part of it that is seen, and what is hidden on it in turn."""

    scene: Scene
    box: Box
    masks: tuple[Mask, ...]


def plates(lesson: Taught, known: Knowledge, figures: Figures) -> tuple[Plate, ...]:
    """The drawings of a lesson with the organs that it lights, each region of a drawing once.

    Muscles, vessels and what else lies all over the body are not asked. Where a lesson lights nothing else,
    all organs of its first drawing are.
    """
    reader = Reader(known.atlas, known.anatomy)
    found: dict[tuple[str, str, str | None], tuple[Scene, dict[str, None]]] = {}
    for step in lesson.steps:
        for scene in reader.stage(replace(step.see, layers=ORGANS_SHOWN)).scenes:
            lit = (
                light.region for light in scene.lights if scene.closeup or not _is_wide(known, light.region)
            )
            kept = found.setdefault((scene.figure, scene.view, scene.closeup), (_bare(scene), {}))
            kept[1].update(dict.fromkeys(lit))
    made = [_plate(scene, regions, figures) for scene, regions in found.values()]
    asked = tuple(plate for plate in made if plate.masks)
    return asked or tuple(_whole(plate, known, figures) for plate in made[:1])


def _bare(scene: Scene) -> Scene:
    """The same drawing without anything on it."""
    return Scene(scene.figure, scene.view, scene.closeup, scene.layers, dimmed=False)


def _whole(plate: Plate, known: Knowledge, figures: Figures) -> Plate:
    view = figures.view(plate.scene.figure, plate.scene.view)
    regions = (region for region in view.shapes if not _is_wide(known, region))
    return _plate(plate.scene, dict.fromkeys(regions), figures)


def _is_wide(known: Knowledge, region: str) -> bool:
    return any(at in WIDE for at in known.anatomy.lineage(region))


def _plate(scene: Scene, regions: dict[str, None], figures: Figures) -> Plate:
    view = figures.closeup(scene.closeup) if scene.closeup else figures.view(scene.figure, scene.view)
    closeup = figures.closeups[scene.closeup] if scene.closeup else None
    shapes = [view.shapes[region] for region in regions if region in view.shapes]
    seen = [s for s in shapes if closeup or s.layer in _ORGANS]
    masks = tuple(_mask(shape.region, shape.path, figures, closeup) for shape in seen)
    whole = (0.0, 0.0, float(view.width), float(view.height))
    box = whole if closeup else _seen([shape.box for shape in seen], whole)
    return Plate(scene, box, masks)


def _mask(region: str, path: str, figures: Figures, closeup: Closeup | None) -> Mask:
    record = figures.region(region, closeup.id if closeup else None)
    return Mask(region, record.name if record else region, (record.latin or "") if record else "", path)


def _seen(boxes: list[Box], whole: Box) -> Box:
    """The part of a drawing round some boxes."""
    if not boxes:
        return whole
    left = max(min(x for x, _y, _w, _h in boxes) - _MARGIN, whole[0])
    top = max(min(y for _x, y, _w, _h in boxes) - _MARGIN, whole[1])
    right = min(max(x + w for x, _y, w, _h in boxes) + _MARGIN, whole[2])
    low = min(max(y + h for _x, y, _w, h in boxes) + _MARGIN, whole[3])
    return (left, top, right - left, low - top)
