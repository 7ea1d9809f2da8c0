"""A choice of one among few, side by side: the chosen one is a block in the text's colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bodymap.ui.entries import entry_words
from bodymap.ui.frames import paint_block, paint_focus, paint_frame
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import BODY, META, Look


class Choice(NamedTuple):
    """One segment: its value, its words, and where it is wanted its key and an accent."""

    value: str
    words: str
    key: str = ""
    accent: str = ""


class Segmented(QWidget):
    """Emits `chosen(value)` by click, arrow keys or, folded to one button, by its menu."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._look, self._choices = look, tuple(choices)
        self._value, self._tight, self._folded, self._over = "", False, False, -1
        self._fill, self._size = False, BODY
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._fit()
        self.updateGeometry()
        self.update()

    def show_value(self, value: str) -> None:
        """Mark the chosen segment."""
        self._value = value
        words = next((c.words for c in self._choices if c.value == value), "")
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen."""
        return self._choices

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices."""
        self._choices, self._over = tuple(choices), -1
        self._fit()
        self.show_value(self._value)

    def show_room(self, *, tight: bool = False, folded: bool = False) -> None:
        """Use less room: narrow segments without keys, or one button with a menu."""
        self._tight, self._folded = tight, folded
        self.updateGeometry()
        self.update()

    def fill_width(self) -> None:
        """Let the segments share whatever width the layout gives."""
        self._fill = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The segments side by side, or the widest where it is folded."""
        widths = self._widths()
        if self._folded:
            return QSize(max(widths) + self._look.grown(20) + self._look.px(12), self._look.control)
        return QSize(sum(widths) + self._look.px(8), self._look.control)

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is cut off."""
        return QSize(0, self._look.control) if self._fill else self.sizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Use smaller words, then fold, where the width was given from outside."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame, the chosen block, the words."""
        painter, look = QPainter(self), self._look
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        paint_frame(painter, QRectF(self.rect()), look, "raised")
        if self._folded:
            self._paint_folded(painter)
        else:
            for number, (choice, box) in enumerate(zip(self._choices, self._boxes(), strict=True)):
                self._paint_segment(painter, choice, box, number == self._over)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what lies under the pointer."""
        self._over = self._at(event.position().x())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._over = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment, or open the menu of a folded one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._folded:
            self.open_menu()
        else:
            self.chosen.emit(self._choices[self._at(event.position().x())].value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right step through the segments; space opens the menu of a folded one."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            values = [c.value for c in self._choices]
            now = values.index(self._value) if self._value in values else 0
            self.chosen.emit(values[(now + steps[key]) % len(values)])
        elif self._folded and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def box_of(self, value: str) -> QRectF:
        """Where a segment lies, in the widget's pixels."""
        values = [c.value for c in self._choices]
        return self._boxes()[values.index(value)]

    def _words(self, choice: Choice) -> str:
        return choice.words if self._tight or not choice.key else f"{choice.key} {choice.words}"

    def _widths(self) -> list[int]:
        return self._widths_at(self._size, self._look.px(20 if self._tight else 6 if self._fill else 40))

    def _widths_at(self, size: int, padding: int) -> list[int]:
        metrics = self._look.metrics(size, QFont.Weight.DemiBold)
        return [metrics.horizontalAdvance(self._words(c)) + padding for c in self._choices]

    def _boxes(self) -> list[QRectF]:
        widths = [float(w) for w in self._widths()]
        spare = (self.width() - self._look.px(8) - sum(widths)) / len(widths) if self._fill else 0.0
        boxes: list[QRectF] = []
        x = float(self._look.px(4))
        for width in widths:
            boxes.append(QRectF(x, 0, width + spare, self.height()))
            x += width + spare
        return boxes

    def _fit(self) -> None:
        if not self._fill:
            return
        room, padding = self.width() - self._look.px(8), self._look.px(6)
        self._size = BODY if sum(self._widths_at(BODY, padding)) <= room else META
        self._folded = sum(self._widths_at(self._size, padding)) > room

    def _at(self, x: float) -> int:
        ends = [box.right() for box in self._boxes()]
        return next((i for i, end in enumerate(ends) if x < end), len(ends) - 1)

    def _paint_segment(self, painter: QPainter, choice: Choice, box: QRectF, over: bool) -> None:
        look, chosen = self._look, choice.value == self._value
        if chosen or over:
            inset = look.px(4)
            shade = look.color("text" if chosen else "selection")
            paint_block(painter, box.adjusted(-inset, 0, inset, 0), look, shade)
        painter.setFont(look.font(self._size, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        painter.setPen(look.color("inverse" if chosen else "text"))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._words(choice), Qt.TextElideMode.ElideRight, int(box.width()) - 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_folded(self, painter: QPainter) -> None:
        look = self._look
        side = look.grown(20)
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        painter.setPen(look.color("text"))
        right = self.width() - side - look.px(8)
        words = next((self._words(c) for c in self._choices if c.value == self._value), "")
        edge = look.px(8)
        painter.drawText(QRectF(edge, 0, right - edge, self.height()), Qt.AlignmentFlag.AlignCenter, words)
        box = QRectF(right, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron", box, look.color("text"))

    def open_menu(self) -> None:
        """All choices as a menu, for a folded one, or from elsewhere."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            action = menu.addAction(entry_words(choice.words))
            action.setCheckable(True)
            action.setChecked(choice.value == self._value)
            action.triggered.connect(lambda _=False, value=choice.value: self.chosen.emit(value))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
