"""What the canvas is asked to paint, as plain values, and the measures of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bodymap.atlas.records import Ref
from bodymap.figure.figure import Point, View
from bodymap.state import WHOLE_FIGURE, Camera
from bodymap.ui.look import Look
from bodymap.viewmodels.scene_values import Scene, Stage

if TYPE_CHECKING:
    from bodymap.figure.figures import Figures


class Leg(Protocol):
    """A part of a road along one vessel, in the direction of the blood; canvas units."""

    @property
    def kind(self) -> str:
        """artery, vein, portal …"""
        ...

    @property
    def points(self) -> Sequence[Point]:
        """Its course."""
        ...


Road = tuple[Leg, ...]


class Body(NamedTuple):
    """One body of a picture: its scene, the drawing's geometry, and its roads leg by leg."""

    scene: Scene
    view: View
    roads: tuple[Road, ...] = ()

    @staticmethod
    def of(scene: Scene, figures: Figures) -> Body:
        """A scene on its drawing, with the roads that lead through the drawn vessels."""
        if scene.closeup:
            return Body(scene, figures.closeup(scene.closeup))
        view = figures.view(scene.figure, scene.view)
        if not scene.routes:
            return Body(scene, view)
        vessels = figures.circulation(scene.figure, scene.view)
        roads = (vessels.route(route.start, route.end) for route in scene.routes)
        return Body(scene, view, tuple(road for road in roads if road))


class Frame(NamedTuple):
    """The sheet a picture is painted on, in logical px.

    `top` and `foot` are kept free of labels and words (for controls that lie over the corners), `middle`
    is the width kept free between two bodies, `ratio` device pixels per logical px. `counts` tells how many
    labels have no room: only for those who can open them. Of two bodies each may be drawn smaller, down to
    the share `least`, so that labels stand beside it and not beside its legs.
    """

    width: int
    height: int
    look: Look
    ratio: float = 1.0
    top: int = 0
    foot: int = 0
    middle: int = 0
    counts: bool = True
    least: float = 1.0


class Picture(NamedTuple):
    """Everything that decides the pixels, but for what the pointer and the keyboard touch.

    `told` are the same bodies with all labels and words that they will have: the figures keep room for these.
    """

    bodies: tuple[Body, ...]
    frame: Frame
    camera: Camera = WHOLE_FIGURE
    told: tuple[Body, ...] = ()

    @staticmethod
    def of(stage: Stage, views: Sequence[View], frame: Frame, camera: Camera | None = None) -> Picture:
        """A stage on a sheet, without roads."""
        bodies = tuple(Body(scene, view) for scene, view in zip(stage.scenes, views, strict=True))
        return Picture(bodies, frame, camera or Camera())


class Touch(NamedTuple):
    """What is under the pointer (a thing and its leaf regions), and the region the keyboard stands on."""

    ref: Ref | None = None
    regions: tuple[str, ...] = ()
    focus: str | None = None
    focus_body: int = 0
