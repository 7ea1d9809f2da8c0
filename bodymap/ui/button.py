"""A button of the program: an icon, words, or both, in a rounded frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import Look

_ICON = 20


class Button(QAbstractButton):
    """Paints itself from the look; `chevron` marks one that opens a menu, `primary` the one to press."""

    def __init__(self, look: Look, icon: str = "", words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self.chevron = look, icon, False
        self.primary = False
        self._bare, self._short, self._lit = False, "", False
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_words(self, words: str) -> None:
        """Change what stands on it."""
        self.setText(words)
        self.updateGeometry()

    def show_icon(self, icon: str) -> None:
        """Change its icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def show_bare(self, bare: bool) -> None:
        """Leave out the words where there is an icon and little room."""
        self._bare = bare and bool(self._icon)
        self.updateGeometry()
        self.update()

    def show_short(self, short: str) -> None:
        """What stands on it where its words are left out."""
        self._short = short
        self.updateGeometry()

    def show_lit(self, lit: bool) -> None:
        """Stand out: what it offers is in force."""
        self._lit = lit
        self.update()

    @property
    def _has_chevron(self) -> bool:
        return self.chevron and not (self._bare and self._short)

    @property
    def _words(self) -> str:
        return self._short if self._bare else self.text()

    def sizeHint(self) -> QSize:
        """As wide as icon and words, as high as a control."""
        look, gap = self._look, self._look.px(8)
        parts = [look.grown(_ICON)] if self._icon else []
        if self._words:
            parts.append(look.metrics().horizontalAdvance(self._words) + look.px(4))
        if self._has_chevron:
            parts.append(look.grown(_ICON))
        width = sum(parts) + gap * max(0, len(parts) - 1) + look.px(24)
        return QSize(max(width, look.control), look.control)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, icon and words; a disabled one keeps its words, without its frame."""
        painter, look = QPainter(self), self._look
        box = QRectF(self.rect())
        stands_out = self.primary or self._lit
        lit = self.isEnabled() and (stands_out or self.isDown() or self.isChecked())
        hovered = self.isEnabled() and self.underMouse()
        fill = "text" if lit else "selection" if hovered else "raised"
        paint_frame(painter, box, look, fill, "outline" if self.isEnabled() else "hairline")
        role = "inverse" if lit else "text" if self.isEnabled() else "outline"
        self._paint_content(painter, role)
        if self.hasFocus():
            paint_focus(painter, box, look)

    def _paint_content(self, painter: QPainter, role: str) -> None:
        look, side = self._look, self._look.grown(_ICON)
        color = look.color(role)
        left, right = float(look.px(12)), float(self.width() - look.px(12))
        top = (self.height() - side) / 2
        if self._icon and not self._words and not self._has_chevron:
            paint_icon(painter, self._icon, QRectF((self.width() - side) / 2, top, side, side), color)
            return
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, top, side, side), color)
            left += side + look.px(8)
        if self._has_chevron:
            paint_icon(painter, "chevron", QRectF(right - side, top, side, side), color)
            right -= side + look.px(4)
        painter.setFont(look.font())
        painter.setPen(color)
        words = QRectF(left, 0, right - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words)
