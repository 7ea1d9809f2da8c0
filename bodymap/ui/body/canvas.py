"""The picture that is shown now: what changes, where, and what lies where in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from bodymap.atlas.records import Ref
from bodymap.figure.figure import Anatomy, View
from bodymap.figure.figures import Figures
from bodymap.state import Camera
from bodymap.ui.body.art import Gallery, Sheet
from bodymap.ui.body.camera import clamped
from bodymap.ui.body.copying import likeness, lit_figure, paint_cached
from bodymap.ui.body.easel import Easel, Memory
from bodymap.ui.body.paint import pieces, still_figure, still_key
from bodymap.ui.body.picture import Body, Frame, Picture, Road, Touch
from bodymap.ui.body.piece import Piece, changed
from bodymap.ui.body.pills import more_rect
from bodymap.ui.body.plan import BodyPlan, Plan, planned
from bodymap.viewmodels.scene_values import Label, Role, Route, Scene, Stage

_REMEMBERED = 32
TARGET = 24
"""The least size of what can be clicked, px."""


@dataclass
class Seen:
    """A picture shown before, with its plan and its pieces as nothing touches them."""

    picture: Picture
    plan: Plan
    pieces: list[Piece] = field(default_factory=list[Piece])


class Canvas:
    """Bodies on a sheet; every change answers with the region to paint again.

    Canvases with one `gallery` draw nothing twice; without one, a canvas has its own.
    """

    def __init__(self, figures: Figures, frame: Frame, gallery: Gallery | None = None) -> None:
        self._figures = figures
        self.easel = Easel(gallery or Gallery(figures.root))
        self.picture = Picture((), frame)
        self.touch = Touch()
        self._now = Seen(self.picture, planned(self.picture))
        self._seen: list[Seen] = [self._now]
        self._pieces: list[Piece] = []
        self._roads: dict[tuple[str, str, Route], Road] = {}

    @property
    def plan(self) -> Plan:
        """Where everything lies."""
        return self._now.plan

    @property
    def bodies(self) -> tuple[BodyPlan, ...]:
        """The bodies in their places."""
        return self.plan.bodies

    def admit(self, name: str, view: View, anatomy: Anatomy) -> None:
        """Be able to show a figure from elsewhere, by its name."""
        self._figures.admit(name, view, anatomy)

    def show_stage(self, stage: Stage, told: Stage | None = None) -> QRegion:
        """Show other scenes; `told` is what they will show, where the figures keep room for that."""
        bodies = tuple(self._body(scene) for scene in stage.scenes)
        later = tuple(self._body(scene) for scene in told.scenes) if told is not None else ()
        same = self.picture.bodies and bodies and self.picture.bodies[0].view is bodies[0].view
        camera = self.picture.camera if same else self._kept(self.picture.camera)
        return self.show(self.picture._replace(bodies=bodies, camera=camera, told=later))

    def show(self, picture: Picture) -> QRegion:
        """Show another picture."""
        if picture == self.picture:
            return QRegion()
        before = still_key(self.plan, self.easel)
        self.picture = picture
        self._now = self._recalled(picture)
        return self._drawn(still_key(self.plan, self.easel) != before)

    def show_touch(self, touch: Touch) -> QRegion:
        """Mark what the pointer or the keyboard touches."""
        if touch == self.touch:
            return QRegion()
        self.touch = touch
        return self._drawn(False)

    def refresh(self) -> QRegion:
        """Everything again, after a sharper figure has come."""
        return self._drawn(True)

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint a region of the picture."""
        paint_cached(painter, self.plan, self._pieces, self.easel, region)

    @property
    def is_coarse(self) -> bool:
        """Whether a baked picture is shown larger than it can bear."""
        gallery, ratio = self.easel.gallery, self.picture.frame.ratio
        return any(gallery.coarse(Sheet.of(b.body.scene), b.placement.scale * ratio) for b in self.bodies)

    def warm(self) -> None:
        """Draw now what the next change of lights will need; what was remembered is let go."""
        still_figure(self.plan, self.easel)
        lit_figure(self.plan, [piece for piece in self._pieces if piece.low], self.easel)

    def likeness(self) -> str:
        """What stands for every pixel of the picture as it is now, untouched."""
        return likeness(self.plan, pieces(self.plan, self.easel), self.easel)

    def memory(self) -> Memory:
        """The picture as it is now, untouched, to be remembered at another start."""
        shown = pieces(self.plan, self.easel)
        lit = QPixmap(lit_figure(self.plan, [piece for piece in shown if piece.low], self.easel))
        whole = QPixmap(lit)
        painter = QPainter(whole)
        still = replace(self.easel, travellers=None)
        paint_cached(painter, self.plan, shown, still, QRegion(QRect(QPoint(), lit.size())))
        painter.end()
        return Memory(likeness(self.plan, shown, self.easel), whole.toImage(), lit.toImage())

    def remember(self, picture: Memory) -> None:
        """Take the picture of an earlier start for the first one of this, should it be the same."""
        self.easel.remembered = picture

    def body_at(self, point: QPointF) -> int:
        """The index of the body on whose side a point lies."""
        half = self.picture.frame.width / 2
        return 0 if len(self.bodies) < 2 or point.x() < half else 1

    def regions_at(self, point: QPointF) -> tuple[str, ...]:
        """Regions under a point, top first."""
        if not self.bodies:
            return ()
        body = self.bodies[self.body_at(point)]
        if not body.area.adjusted(-8, -8, 8, 8).contains(point):
            return ()
        scene = body.body.scene
        layers = scene.layers or body.body.view.layers
        hits = self.easel.hit_map(body.body)
        return hits.under(
            body.placement.back(point), replace(scene, layers=layers), TARGET / body.placement.scale
        )

    def label_at(self, point: QPointF) -> Label | None:
        """The label whose pill is under a point."""
        at = point.toPoint()
        for body in self.bodies:
            for place in body.layout.places:
                if body.pill_rect(place).contains(at):
                    return body.label(place.index)
        return None

    def more_at(self, point: QPointF) -> tuple[Label, ...]:
        """The labels that had no room, where their count is under a point."""
        for body in self.bodies:
            if more_rect(body, self.picture.frame.look).contains(point.toPoint()):
                return tuple(body.label(i) for i in body.layout.hidden)
        return ()

    def label_rect(self, ref: Ref) -> QRect:
        """Where a label's pill is; empty where it is not shown."""
        return next((rect for label, rect in self.label_rects() if label.ref == ref), QRect())

    def region_rect(self, region: str, index: int) -> QRect:
        """The box of a region on the sheet; empty where the view has it not."""
        shape = self.bodies[index].body.view.shapes.get(region) if index < len(self.bodies) else None
        return self.bodies[index].placement.rect(shape.box).toAlignedRect() if shape else QRect()

    def light_of(self, region: str, index: int) -> Role | None:
        """The role in which a region is lit."""
        lights = self.bodies[index].body.scene.lights if index < len(self.bodies) else ()
        return next((light.role for light in lights if light.region == region), None)

    def label_rects(self) -> list[tuple[Label, QRect]]:
        """Every shown label with its pill's rectangle."""
        return [(b.label(p.index), b.pill_rect(p)) for b in self.bodies for p in b.layout.places]

    def visible_regions(self, index: int) -> list[str]:
        """Regions of a body that are shown, from top to bottom and left to right."""
        if index >= len(self.bodies):
            return []
        body = self.bodies[index].body
        layers = body.scene.layers or body.view.layers
        lit = {light.region for light in body.scene.lights}
        shapes = [s for s in body.view.shapes.values() if s.layer in layers or s.region in lit]
        return [s.region for s in sorted(shapes, key=lambda s: (s.anchor[1], s.anchor[0]))]

    def spot(self, region: str, index: int = 0) -> QPointF | None:
        """Where a region's anchor is on the screen."""
        shape = self.bodies[index].body.view.shapes.get(region) if index < len(self.bodies) else None
        return self.bodies[index].placement.at(shape.anchor) if shape else None

    def moved(self, camera: Camera) -> QRegion:
        """Look through another camera."""
        return self.show(self.picture._replace(camera=self._kept(camera)))

    def road(self, scene: Scene, route: Route) -> Road:
        """A road leg by leg; empty where no vessel leads from its start to its end."""
        key = (scene.figure, scene.view, route)
        if key not in self._roads:
            found = self._figures.circulation(scene.figure, scene.view).route(route.start, route.end)
            self._roads[key] = found or ()
        return self._roads[key]

    def _recalled(self, picture: Picture) -> Seen:
        """The plan of a picture, made once: readers go to and fro."""
        found = next((seen for seen in self._seen if seen.picture == picture), None)
        if found is None:
            found = Seen(picture, planned(picture))
            self._seen = [found, *self._seen[: _REMEMBERED - 1]]
        return found

    def _laid(self) -> list[Piece]:
        if self.touch != Touch() or any(map(self.easel.sharp, self.bodies)):
            return pieces(self.plan, self.easel, self.touch)
        self._now.pieces = self._now.pieces or pieces(self.plan, self.easel)
        return self._now.pieces

    def _kept(self, camera: Camera) -> Camera:
        body = self.bodies[0] if self.bodies else None
        return clamped(camera, body.area, body.fit) if body else camera

    def _drawn(self, everything: bool) -> QRegion:
        fresh = self._laid()
        frame = self.picture.frame
        dirty = QRegion(0, 0, frame.width, frame.height) if everything else changed(self._pieces, fresh)
        self._pieces = fresh
        return dirty

    def _body(self, scene: Scene) -> Body:
        roads = tuple(self.road(scene, route) for route in scene.routes) if not scene.closeup else ()
        return Body(scene, self._view(scene), tuple(road for road in roads if road))

    def _view(self, scene: Scene) -> View:
        if scene.closeup:
            return self._figures.closeup(scene.closeup)
        return self._figures.view(scene.figure, scene.view)
