"""Has the visible part of a figure drawn afresh in the background when the baked picture is too coarse."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBasicTimer,
    QObject,
    QProcess,
    QProcessEnvironment,
    QRect,
    QTemporaryDir,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import QImage

from bodymap.ui.body.art import Gallery, Sheet, recipe
from bodymap.ui.body.easel import Sharp
from bodymap.ui.body.lights import light_place
from bodymap.ui.body.picture import Frame
from bodymap.ui.body.plan import BodyPlan, Plan
from bodymap.ui.body.sharpening import Glow, Job, figure_file, glow_file, picture, write

if TYPE_CHECKING:
    from bodymap.figure.figure import Box
    from bodymap.figure.master import Look

_SETTLE = 140
"""ms without a change before drawing begins: a picture in motion is never sharpened."""
_PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Wish:
    """A part of a figure to draw: the picture it belongs to, and the job."""

    key: tuple[object, ...]
    rect: QRect
    job: Job


class Sharpener(QObject):
    """Draws in a child process, or in small steps where there is no Python to start; `ready` when done."""

    ready = Signal()

    def __init__(self, gallery: Gallery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._plan: Plan | None = None
        self._held: dict[tuple[object, ...], Sharp] = {}
        self._settling = QBasicTimer()
        self._stepping = QBasicTimer()
        self._running: tuple[Wish, QTemporaryDir] | None = None
        self._process: QProcess | None = None
        self._steps: Iterator[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is waited for or being drawn."""
        return self._settling.isActive() or self._running is not None

    @property
    def running(self) -> bool:
        """Whether something is being drawn."""
        return self._running is not None

    def sharp(self, body: BodyPlan) -> Sharp | None:
        """What has been drawn afresh for a body as it now stands."""
        return self._held.get(_key(body, self._plan.picture.frame)) if self._plan else None

    def want(self, plan: Plan | None) -> None:
        """Have what is missing in a picture drawn once it stands still; None: nothing is seen."""
        self._plan = plan
        wish = self._next()
        if self._running and (wish is None or wish != self._running[0]):
            self._end()
        if wish is None:
            self._settling.stop()
        elif self._running is None:
            self._settling.start(_SETTLE, self)

    def stop(self) -> None:
        """End whatever runs; what has been drawn stays."""
        self._settling.stop()
        self._end()

    def timerEvent(self, event: QTimerEvent) -> None:
        """The picture stands still, or the next step is due."""
        if event.timerId() == self._settling.timerId():
            self._settling.stop()
            self._begin()
        elif event.timerId() == self._stepping.timerId():
            self._step()

    def _next(self) -> Wish | None:
        plan = self._plan
        keys = [_key(body, plan.picture.frame) for body in plan.bodies] if plan else []
        self._held = {key: held for key, held in self._held.items() if key in keys or not keys}
        if plan is None:
            return None
        return next((wish for body in plan.bodies if (wish := self._wish(body, plan))), None)

    def _wish(self, body: BodyPlan, plan: Plan) -> Wish | None:
        sheet, frame = Sheet.of(body.body.scene), plan.picture.frame
        if not self._gallery.coarse(sheet, body.placement.scale * frame.ratio):
            return None
        key = _key(body, frame)
        held = self._held.get(key)
        rect = body.placement.whole.toAlignedRect().intersected(body.seen)
        glows = tuple(g for g in self._glows(body, frame.ratio) if held is None or g.region not in held.lit)
        if rect.isEmpty() or (held is not None and not glows):
            return None
        root = self._gallery.root
        size = _device(rect, frame.ratio)
        job = Job(
            master=str(sheet.master(root)),
            styles=str(root / "styles"),
            shade=frame.look.theme.art,
            box=_units(body, rect),
            width=size[0],
            height=size[1],
            layers=() if held else _layers(body),
            glows=glows,
        )
        return Wish(key, rect, job)

    def _glows(self, body: BodyPlan, ratio: float) -> Iterator[Glow]:
        regions = dict.fromkeys(light.region for light in body.body.scene.lights)
        for region in regions:
            found = light_place(body, region, self._gallery) if region in body.body.view.shapes else None
            if found and not found[1].isEmpty():
                yield Glow(region, _units(body, found[1]), *_device(found[1], ratio))

    def _begin(self) -> None:
        wish = self._next()
        if wish is None or self._running:
            return
        folder = QTemporaryDir()
        self._running = (wish, folder)
        if getattr(sys, "frozen", False):
            self._steps = write(wish.job, Path(folder.path()))
            self._stepping.start(0, self)
            return
        job = Path(folder.path()) / "job.json"
        job.write_text(wish.job.text(), encoding="utf-8")
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        paths = [str(_PACKAGE.parent), environment.value("PYTHONPATH")]
        environment.insert(
            "PYTHONPATH", (";" if sys.platform == "win32" else ":").join(p for p in paths if p)
        )
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._finished)
        self._process.start(sys.executable, ["-m", "bodymap.ui.body.sharpening", str(job)])

    def _step(self) -> None:
        try:
            next(self._steps or iter(()))
        except StopIteration:
            self._stepping.stop()
            self._finished(0)

    def _finished(self, code: int) -> None:
        running, self._running = self._running, None
        process, self._process, self._steps = self._process, None, None
        if process is not None:
            process.deleteLater()
        if running is None or code != 0:
            return
        wish, folder = running
        if self._keep(wish, Path(folder.path())):
            self.ready.emit()
            self.want(self._plan)

    def _keep(self, wish: Wish, folder: Path) -> bool:
        job = wish.job
        lit: Mapping[str, QImage] = {
            g.region: picture(glow_file(folder, g.region), g.width, g.height) for g in job.glows
        }
        held = self._held.get(wish.key)
        if held is None:
            figure = picture(figure_file(folder), job.width, job.height)
            held = None if figure.isNull() else Sharp(wish.key, wish.rect, figure, {})
        if held is None:
            return False
        self._held[wish.key] = replace(held, lit={**held.lit, **lit})
        return True

    def _end(self) -> None:
        self._stepping.stop()
        self._steps = None
        process, self._process, self._running = self._process, None, None
        if process is not None:
            process.finished.disconnect(self._finished)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()


def _key(body: BodyPlan, frame: Frame) -> tuple[object, ...]:
    scene, art = body.body.scene, frame.look.theme.art
    layers = (scene.layers, scene.dimmed)
    return (Sheet.of(scene), layers, art, body.placement, body.seen.getRect(), frame.ratio)


def _layers(body: BodyPlan) -> tuple[tuple[str, Look, float], ...]:
    scene = body.body.scene
    if scene.closeup:
        return tuple((layer, "dim" if scene.dimmed else "normal", 1.0) for layer in body.body.view.layers)
    steps = recipe(scene.layers, scene.dimmed)
    return tuple((name, "dim" if dim else "normal", opacity) for name, dim, opacity in steps)


def _units(body: BodyPlan, rect: QRect) -> Box:
    at = body.placement
    return (
        (rect.x() - at.x) / at.scale,
        (rect.y() - at.y) / at.scale,
        rect.width() / at.scale,
        rect.height() / at.scale,
    )


def _device(rect: QRect, ratio: float) -> tuple[int, int]:
    return round(rect.width() * ratio), round(rect.height() * ratio)
