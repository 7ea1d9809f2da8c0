"""The first picture: the grounds of the panes, and the lit figure as it was last seen, or else as baked.

It knows neither atlas nor state, only what was kept of the last session: nothing else need be imported
for it. What it shows lies where the body will show it, so nothing jumps when the body takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from bodymap.loading.shipped import shipped
from bodymap.sights import FIGURES
from bodymap.ui.afterimage import Afterimage, session_key
from bodymap.ui.arrangement import Wishes, arranged, time_height
from bodymap.ui.ground import paint_ground
from bodymap.ui.look import Look
from bodymap.ui.placement import fitted

if TYPE_CHECKING:
    from bodymap.ui.body.art import Gallery

_DRAWING = "organs-dim.webp"
"""The picture in which every lens begins."""
_FARTHEST = 32768.0
"""px; no screen is larger."""
_CHOICES: Mapping[str, tuple[str, ...]] = {"figure": FIGURES, "view": ("front", "back")}


class Opening:
    """The picture for the values of a state: the afterimage of that state; where there is none, a figure, or
    only the ground where it would begin otherwise. `gallery` has decoded that figure for another window.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        afterimage: Afterimage | None = None,
        gallery: Gallery | None = None,
    ) -> None:
        self.values, self._afterimage, self._gallery = values, afterimage, gallery
        names = [values.get(n) if values.get(n) in known else known[0] for n, known in _CHOICES.items()]
        self.side_by_side = values.get("mode") == "both"
        camera: Any = values.get("camera")
        near = isinstance(camera, list) and camera[:1] != [1.0]
        figure = values.get("figure")
        theirs = isinstance(figure, str) and figure != names[0]  # a pack's: no start waits for packs
        other = theirs or self.side_by_side or near or values.get("closeup") or values.get("layers")
        self._folder = None if other else Path(str(names[0]), "baked", str(names[1]))
        time: object = values.get("time_open")
        self._time = time if isinstance(time, bool) else None
        self._week = values.get("span") == "week"
        self._kept = _numbers(values.get("opening"))

    def paint(self, painter: QPainter, room: QRect, look: Look) -> None:
        """Paint the whole window."""
        toolbar = look.control + look.px(24)
        bar = time_height(room.height(), look.base, look.text, self._time, week=self._week)
        wishes = Wishes(look.base, look.text, self.side_by_side, toolbar, bar)
        x, y, width, height = arranged(room.width(), room.height(), wishes).body
        painter.fillRect(room, look.color("panel"))
        body = QRect(x, y, width, height - look.control - look.px(16))
        seen = self._seen_before(room, painter.device().devicePixelRatio())
        if seen is not None:
            painter.drawImage(seen.rect.topLeft(), seen.whole)
            return
        paint_ground(painter, QRectF(body), look)
        if self._folder is not None:
            self._paint_baked(painter, (room, body), look)

    def _seen_before(self, room: QRect, ratio: float) -> Afterimage | None:
        """The afterimage, where it is of this session in a window of this size."""
        found = self._afterimage
        if found is None or found.whole.devicePixelRatio() != ratio:
            return None
        return found if found.session == session_key(self.values, room.width(), room.height()) else None

    def _paint_baked(self, painter: QPainter, where: tuple[QRect, QRect], look: Look) -> None:
        room, body = where
        path = shipped("assets", "figures", str(self._folder), look.theme.art, _DRAWING)
        baked = self._gallery.picture(path) if self._gallery else QImage(str(path))
        if not baked.isNull():
            ratio = painter.device().devicePixelRatio()
            rect = figure_rect(body, baked.size(), look.px(12), ratio)
            if self._kept[:2] == [room.width(), room.height()]:
                rect = QRectF(*self._kept[2:])  # narrower, where the labels were long
            painter.drawImage(rect, _scaled(baked, rect.size().toSize() * ratio))


def figure_rect(body: QRect, drawing: QSize, gap: int, ratio: float) -> QRectF:
    """Where a drawing lies in the body's pane, px: as large as fits, centred, in whole device pixels."""
    area = QRectF(body).adjusted(gap, gap, -gap, -gap)
    return fitted(area, drawing.width(), drawing.height(), ratio).whole


def _numbers(kept: object) -> list[float]:
    """Six numbers kept of the last session: the window's size, and where the figure lay in it."""
    found = cast("list[object]", kept) if isinstance(kept, list) else []
    numbers = [float(n) for n in found if isinstance(n, int | float)]
    return numbers if len(numbers) == 6 and min(numbers) > 0 and max(numbers) < _FARTHEST else []


def _scaled(baked: QImage, size: QSize) -> QImage:
    drawn = baked.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return drawn.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
