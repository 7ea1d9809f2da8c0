"""Signals on their way: molecules that travel over the still picture while there is somebody to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QRegion, QWindow
from shiboken6 import isValid

from bodymap.ui.body.bed import SPACING, Bed, bed_of
from bodymap.ui.body.fragments import Fragments
from bodymap.ui.body.picture import Frame
from bodymap.ui.body.plan import Plan
from bodymap.ui.body.sprites import HaloSheet, MoleculeSheet
from bodymap.ui.clock import Clock
from bodymap.viewmodels.flow import Flow

if TYPE_CHECKING:
    from bodymap.ui.body.widget import BodyView

SPEED = 34.0
"""px a second at scale 1: slow enough to follow one molecule with the eye."""
_FADE = 0.8
"""s until molecules that have just begun to travel are there in full."""
_WATCHED = (QEvent.Type.Show, QEvent.Type.Hide)
_UNSEEN = (QWindow.Visibility.Hidden, QWindow.Visibility.Minimized)


class Flowing(QObject):
    """Moves a flow on one body with the clock; where nothing moves or nobody sees it, nothing ticks."""

    def __init__(self, body: BodyView, clock: Clock, spacing: float = SPACING) -> None:
        super().__init__(body)
        self._body, self._clock, self._canvas = body, clock, body.canvas
        self._spacing = spacing
        self.name = f"flow {id(self)}"
        """By which it wants the clock: each body for itself."""
        self._flow, self._calm, self._covered = Flow(), False, False
        self._seconds = self._age = 0.0
        self._laid: tuple[Plan, Flow] | None = None
        self._beds: list[Bed] = []
        self._sheets: tuple[Frame, MoleculeSheet, HaloSheet] | None = None
        self._molecules, self._halos = Fragments(), Fragments()
        self._window = body.window().windowHandle()
        clock.ticked.connect(self._on_tick)
        body.installEventFilter(self)
        self._window.visibilityChanged.connect(self._on_visibility)

    @property
    def region(self) -> QRegion:
        """What a frame paints again: one rectangle for each body in which something moves."""
        region = QRegion()
        for bed in self.beds:
            region += bed.rect
        return region

    @property
    def _laid_region(self) -> QRegion:
        """What the last frame painted; asking for it lays nothing."""
        region = QRegion()
        for bed in self._beds if self._canvas.easel.travellers else ():
            region += bed.rect
        return region

    @property
    def count(self) -> int:
        """How many molecules are on the roads now."""
        shift = self._shift()
        return sum(len(bed.train.placed(shift).x) for bed in self.beds)

    def show_flow(self, flow: Flow) -> None:
        """Let this travel from now on. It fades in only where nothing travelled: playing changes levels."""
        if flow != self._flow:
            before = self._laid_region
            if not self._flow.moves:
                self._age = 0.0
            self._flow = flow
            self._change(before)

    def rest(self) -> None:
        """Let nothing travel for the moment: another body is shown, and what travels there comes later."""
        if self._flow.moves:
            before, self._flow = self._laid_region, Flow()
            self._change(before)

    def show_calm(self, calm: bool) -> None:
        """Motion off: the still picture with its arrows, and no more."""
        before = self._laid_region
        self._calm = calm
        self._change(before)

    def show_covered(self, covered: bool) -> None:
        """Stand still while something lies over the body."""
        self._covered = covered
        self._want()

    def advance(self, seconds: float) -> None:
        """Go on by so much time, and paint what that moved."""
        self._seconds += seconds
        self._age += seconds
        self._body.update(self.region)

    def paint(self, painter: QPainter) -> None:
        """Draw pulses and molecules where they are now."""
        beds, frame = self.beds, self._canvas.picture.frame
        if not beds:
            return
        molecules, halos = self._drawn_sheets(frame)
        painter.save()
        painter.scale(1 / frame.ratio, 1 / frame.ratio)
        for bed in beds:
            painter.save()
            painter.setClipRect(bed.seen)
            self._paint_halos(painter, bed, halos)
            self._paint_molecules(painter, bed, molecules)
            painter.restore()
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the body is seen, and when no longer."""
        if event.type() in _WATCHED:
            self._want()
        return super().eventFilter(watched, event)

    def _on_visibility(self, _visibility: QWindow.Visibility) -> None:
        self._want()

    def _on_tick(self, seconds: float) -> None:
        if self._is_wanted() and self._window.isExposed():
            self.advance(seconds)

    def _change(self, before: QRegion) -> None:
        alive = self._flow.moves and not self._calm
        self._canvas.easel.travellers = self.paint if alive else None
        self._body.update(before + self.region)
        self._want()

    def _want(self) -> None:
        self._clock.want(self.name, self._is_wanted())

    def _is_wanted(self) -> bool:
        alive = self._flow.moves and not self._calm and not self._covered
        if not alive or not isValid(self._window):  # the window's end is told to us too
            return False
        return self._body.isVisible() and self._window.visibility() not in _UNSEEN

    def _shift(self) -> float:
        frame = self._canvas.picture.frame
        return self._seconds * SPEED * frame.look.base * frame.ratio

    @property
    def beds(self) -> list[Bed]:
        """The beds in the places that the bodies have now; none where motion is off."""
        if self._calm or not self._flow.moves:
            return []
        plan = self._canvas.plan
        if self._laid is None or self._laid[0] is not plan or self._laid[1] is not self._flow:
            self._laid, self._beds = (plan, self._flow), self._made(plan)
        return self._beds

    def _made(self, plan: Plan) -> list[Bed]:
        beds: list[Bed] = []
        for body, flow in zip(plan.bodies, self._flow.bodies, strict=False):
            scene = body.body.scene
            if flow.moves:
                given = (plan.picture.frame, self._spacing)
                beds.append(bed_of(body, flow, lambda r, s=scene: self._canvas.road(s, r), given))
        return beds

    def _drawn_sheets(self, frame: Frame) -> tuple[MoleculeSheet, HaloSheet]:
        if self._sheets is None or self._sheets[0] != frame:
            look, ratio = frame.look, frame.ratio
            self._sheets = (frame, MoleculeSheet(look, ratio), HaloSheet(look, ratio))
        return self._sheets[1:]

    def _presence(self) -> float:
        return min(1.0, self._age / _FADE)

    def _paint_halos(self, painter: QPainter, bed: Bed, sheet: HaloSheet) -> None:
        halos = bed.halos
        opacity = halos.opacity(self._seconds) * self._presence()
        self._halos.draw(painter, sheet.pixmap, sheet.cells(halos.x, halos.y, opacity))

    def _paint_molecules(self, painter: QPainter, bed: Bed, sheet: MoleculeSheet) -> None:
        placed, edge, seen = bed.train.placed(self._shift()), sheet.side, bed.seen
        near = (placed.x > seen.left() - edge) & (placed.x < seen.right() + edge)
        near &= (placed.y > seen.top() - edge) & (placed.y < seen.bottom() + edge)
        x, y, rows = placed.x[near], placed.y[near], bed.rows[placed.stream[near]]
        cells = sheet.cells(x, y, np.asarray(rows), self._presence())
        self._molecules.draw(painter, sheet.pixmap, cells)
