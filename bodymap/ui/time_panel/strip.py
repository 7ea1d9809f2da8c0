"""The strip above the curves: the bout, or the blocks of a day or week, to be dragged in time and length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.look import META, Look

if TYPE_CHECKING:
    from bodymap.ui.time_panel.scale import Scale
    from bodymap.viewmodels.timeline.values import Timeline

_GRIP = 8
_THIN = 8
"""px at scale 1 that a block of a week has at least."""
_STEPS: Mapping[Qt.Key, int] = {Qt.Key.Key_Left: -5, Qt.Key.Key_Right: 5}


class _Grip(NamedTuple):
    """What the mouse holds: a block, its end or the whole of it, where it was taken, and the scale then."""

    block: int
    end: bool
    x: float
    start: int
    minutes: int
    scale: Scale


class Strip(QWidget):
    """Emits `moved(index, start)`, `stretched(index, minutes)` while dragged, `let_go`, `removed(index)`.

    Keys emit `moved_by(index, minutes)`, `stretched_by(index, minutes)`: what is seen
    here may be older than the state.
    """

    moved = Signal(int, int)
    stretched = Signal(int, int)
    moved_by = Signal(int, int)
    stretched_by = Signal(int, int)
    removed = Signal(int)
    let_go = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._timeline: Timeline | None = None
        self._scale: Scale | None = None
        self._grip: _Grip | None = None
        self._chosen = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Blocks of movement"))

    @property
    def _is_day(self) -> bool:
        return self._timeline is not None and self._timeline.day is not None

    @property
    def _is_thin(self) -> bool:
        """Whether a whole week is shown: blocks are too narrow for words, and for an end to be taken."""
        return self._timeline is not None and self._timeline.extent.is_week

    @property
    def _can_move(self) -> bool:
        """Whether blocks have a time of day."""
        return self._is_day or (self._timeline is not None and self._timeline.extent.named)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.update()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show other blocks."""
        self._timeline = timeline
        self._chosen = max(0, min(self._chosen, len(timeline.blocks) - 1))
        names = [f"{timeline.names.get(b.movement, b.movement)} {b.minutes} min" for b in timeline.blocks]
        self.setAccessibleDescription("; ".join(names))
        self.setToolTip(self._how())
        self.update()

    def show_scale(self, scale: Scale) -> None:
        """Lie over the same minutes as the curves."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of small text; lower in a week."""
        return QSize(10, self._look.grown(META) + self._look.px(3 if self._is_thin else 10))

    def _how(self) -> str:
        """What can be done with blocks."""
        if self._is_thin:
            return _(
                "Drag a block: it moves on every day that repeats it. "
                "Up and down choose one, arrows move it, Shift+arrows stretch it, Delete takes it away."
            )
        if self._is_day:
            return _(
                "Drag a block, or its right end. "
                "Arrows move it, Shift+arrows stretch it, Delete takes it away."
            )
        if self._can_move:
            return _("Drag the bout to another time of day, or its right end: how long it lasts.")
        return _("Drag the right end: how long it lasts.")

    def box_of(self, index: int) -> QRectF:
        """Where a block lies, px."""
        if self._timeline is None or self._scale is None:
            return QRectF()
        block, scale = self._timeline.blocks[index], self._scale
        left, right = (
            max(scale.left, scale.x(block.start)),
            min(scale.right, scale.x(block.start + block.minutes)),
        )
        least = 3.0
        if self._is_thin:  # as wide as can be taken, where the next block leaves so much
            after = self._timeline.blocks[index + 1 : index + 2]
            free = (scale.x(after[0].start) if after else scale.right) - left - 1
            least = max(least, min(self._look.px(_THIN), free))
        return QRectF(left, self._look.px(2), max(least, right - left), self.height() - self._look.px(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the strip, and its blocks with their names."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("panel"))
        if self._timeline is None or self._scale is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, radius = self._scale, look.px(4)
        ground = QRectF(scale.left, look.px(2), scale.right - scale.left, self.height() - look.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(ground, radius, radius)
        for index in range(len(self._timeline.blocks)):
            self._paint_block(painter, index)
        if not self._timeline.blocks and not self._timeline.trouble:
            painter.setFont(look.font(META))
            painter.setPen(look.color("muted"))
            painter.drawText(
                ground.adjusted(look.px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, _("no movement")
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a block, or its right end."""
        found = self._at(event.position().x())
        if event.button() != Qt.MouseButton.LeftButton or found is None or self._timeline is None:
            return
        index, end = found
        block = self._timeline.blocks[index]
        self._chosen = index
        if self._scale is not None and (end or self._can_move):
            x = event.position().x()
            self._grip = _Grip(index, end, x, block.start, block.minutes, self._scale)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken; else show what could be."""
        grip = self._grip
        if grip is None:
            self._show_cursor(event.position().x())
            return
        scale = grip.scale
        per_pixel = (scale.stop - scale.start) / max(1.0, scale.right - scale.left)
        by = round((event.position().x() - grip.x) * per_pixel)
        if grip.end:
            self.stretched.emit(grip.block, max(1, grip.minutes + by))
        else:
            self.moved.emit(grip.block, max(0, grip.start + by))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose a block, arrows move it, with Shift they stretch it, Delete takes it away."""
        key, line = Qt.Key(event.key()), self._timeline
        if line is None or not line.blocks:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._chosen = (self._chosen + (1 if key == Qt.Key.Key_Down else -1)) % len(line.blocks)
            self.update()
        elif key in _STEPS and (event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not self._can_move):
            self.stretched_by.emit(self._chosen, _STEPS[key])
        elif key in _STEPS:
            self.moved_by.emit(self._chosen, _STEPS[key])
        elif key == Qt.Key.Key_Delete and (self._is_day or self._is_thin):
            self.removed.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a gesture by keys."""
        if not event.isAutoRepeat() and Qt.Key(event.key()) in _STEPS:
            self.let_go.emit()
        super().keyReleaseEvent(event)

    def _paint_block(self, painter: QPainter, index: int) -> None:
        from bodymap.viewmodels.timeline.asking import DAY
        from bodymap.viewmodels.timeline.moments import clock_words, long_words  # it brings numpy

        assert self._timeline is not None
        look, box = self._look, self.box_of(index)
        block = self._timeline.blocks[index]
        painter.setPen(
            QPen(look.color("text"), 2 * look.base) if self._is_chosen(index) else Qt.PenStyle.NoPen
        )
        painter.setBrush(look.color("working"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setFont(look.font(META, QFont.Weight.DemiBold))
        name = self._timeline.names.get(block.movement, block.movement)
        words = _("{movement}, {time}").format(movement=name, time=long_words(block.minutes))
        if self._is_thin:
            words = clock_words(block.start % DAY) if self._grip or self.hasFocus() else ""
        wide = painter.fontMetrics().horizontalAdvance(words)
        inside = bool(words) and wide + look.px(16) <= box.width()
        free = self._free_right(index) - box.right()
        if inside:
            painter.setPen(look.color("on_accent"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            x, inset = box.right() - look.px(5), look.px(5)
            painter.drawLine(QPointF(x, box.top() + inset), QPointF(x, box.bottom() - inset))
        elif words and wide + look.px(12) <= free:
            painter.setPen(look.color("working"))
            beside = QRectF(box.right() + look.px(6), box.top(), wide + 4, box.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)

    def _free_right(self, index: int) -> float:
        assert self._timeline is not None
        assert self._scale is not None
        last = index + 1 >= len(self._timeline.blocks)
        return self._scale.right if last else self.box_of(index + 1).left()

    def _is_chosen(self, index: int) -> bool:
        return self.hasFocus() and index == self._chosen

    def _at(self, x: float) -> tuple[int, bool] | None:
        """The block under a place, and whether it is its end that would be taken."""
        reach = self._look.px(_GRIP)
        for index in range(len(self._timeline.blocks) if self._timeline else 0):
            box = self.box_of(index)
            if box.left() - reach / 2 <= x <= box.right() + reach:
                return index, not self._is_thin and x >= box.right() - min(reach, box.width() / 2)
        return None

    def _show_cursor(self, x: float) -> None:
        found = self._at(x)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None and found[1]:
            shape = Qt.CursorShape.SizeHorCursor
        elif found is not None and self._can_move:
            shape = Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
