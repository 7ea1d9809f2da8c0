"""The sheet on which is chosen what to take away, and which tells how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.features.handout.number_field import NumberField
from bodymap.features.handout.tick import Tick
from bodymap.i18n import _
from bodymap.ui.button import Button
from bodymap.ui.frames import paint_frame
from bodymap.ui.look import BODY, META, TITLE, Look
from bodymap.ui.overlay import Overlay

_QUESTIONS = 8
_PLAIN = (BODY, QFont.Weight.Normal)
Choice = tuple[str, str]
"""The id of something to take away, and its words."""


class TakeAwaySheet(Overlay):
    """Emits `asked(names)`, `folder_asked`, `folder_opened` and `stopped`; closing it stops what runs."""

    asked = Signal(object)
    folder_asked = Signal()
    folder_opened = Signal()
    stopped = Signal()

    def __init__(self, look: Look, parent: QWidget, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(_("Take away"))
        self.title, self._folder, self._said = title, Path(), ""
        self._share: float | None = None
        self.ticks = [(name, Tick(look, words, self)) for name, words in choices]
        self.questions = NumberField(look, _("Questions on the worksheet"), _QUESTIONS, 99, self)
        self.seed = NumberField(look, _("Number of the sheet"), 0, 9999, self)
        self.seed.setToolTip(_("The same number gives the same questions, another gives others"))
        self.folder_button = Button(look, words=_("Other folder …"), parent=self)
        self.go_button = Button(look, words=_("Take away"), parent=self)
        self.go_button.primary = True
        self.open_button = Button(look, words=_("Open folder"), parent=self)
        self.open_button.hide()
        self.close_button = Button(look, words=_("Close"), parent=self)
        for button in (self.folder_button, self.go_button, self.open_button, self.close_button):
            button.setAccessibleName(button.text())
        for _name, tick in self.ticks:
            tick.setChecked(True)
            tick.toggled.connect(self._refresh)
        self.folder_button.clicked.connect(self.folder_asked)
        self.open_button.clicked.connect(self.folder_opened)
        self.go_button.clicked.connect(self._ask)
        self.close_button.clicked.connect(self._leave)
        self.setFocusProxy(self.ticks[0][1])
        self._arrange()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(name for name, tick in self.ticks if tick.isChecked())

    def show_folder(self, folder: Path) -> None:
        """Say where the files will be."""
        self._folder = folder
        self.update()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Say which file is being made."""
        self._share = (done - 1) / total
        self._say(_("{n} of {total}: {name}").format(n=done, total=total, name=name))

    def show_running(self, running: bool) -> None:
        """While files are made nothing can be chosen, and the button to close stops."""
        self._share = 0.0 if running else None
        words = _("Stop") if running else _("Close")
        self.close_button.show_words(words)
        self.close_button.setAccessibleName(words)
        self.open_button.hide()
        for part in (self.folder_button, self.questions, self.seed, *(tick for _name, tick in self.ticks)):
            part.setEnabled(not running)
        self._say(_("Beginning …") if running else self._said)
        (self.close_button if running else self.go_button).setFocus()

    def show_end(self, words: str, has_files: bool = False) -> None:
        """Say how it ended; where there are files, offer to open their folder."""
        self.show_running(False)
        self.open_button.setVisible(has_files)
        self._say(words)

    def shut(self) -> None:
        """Go away; what runs is stopped."""
        if self._share is not None:
            self.stopped.emit()
        super().shut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else the one that begins."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            now = self.focusWidget()
            (now if isinstance(now, Button) else self.go_button).click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it, but does not stop what runs."""
        if self._share is None and not self._sheet().contains(event.position().toPoint()):
            self.shut()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the sheet in the middle."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet: title, where to, how far."""
        super().paintEvent(event)
        painter, look, sheet = QPainter(self), self.look, QRectF(self._sheet())
        paint_frame(painter, sheet, look, "panel")
        inner, gap = self._inner(), look.px(12)
        head = QRect(inner.left(), inner.top(), inner.width(), self._head)
        self._paint_words(painter, head, self.title, (TITLE, QFont.Weight.Bold))
        at = self.folder_button.geometry()
        place = QRect(inner.left(), at.top(), at.left() - gap - inner.left(), at.height())
        self._paint_words(painter, place, _("In {folder}").format(folder=self._folder))
        if self._share is not None:
            self._paint_bar(painter)
        last = self.close_button if self.open_button.isHidden() else self.open_button
        low = last.geometry()
        said = QRect(inner.left(), low.top(), low.left() - gap - inner.left(), low.height())
        self._paint_words(painter, said, self._said, (META, QFont.Weight.Normal))

    def _paint_words(
        self, painter: QPainter, box: QRect, words: str, face: tuple[int, QFont.Weight] = _PLAIN
    ) -> None:
        """One line of words; what does not fit is left out in the middle."""
        painter.setFont(self.look.font(*face))
        painter.setPen(self.look.color("text"))
        fitting = self.look.metrics(*face).elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags), fitting)

    def _paint_bar(self, painter: QPainter) -> None:
        bar, share = self._bar(), self._share or 0.0
        paint_frame(painter, QRectF(bar), self.look, "field")
        inset = self.look.px(3)
        full = QRectF(bar.adjusted(inset, inset, -inset, -inset))
        full.setWidth(max(full.width() * share, full.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("text"))
        painter.drawRoundedRect(full, full.height() / 2, full.height() / 2)

    def _say(self, words: str) -> None:
        self._said = words
        self.setAccessibleDescription(words)
        self._refresh()

    def _refresh(self) -> None:
        self.go_button.setEnabled(bool(self.chosen) and self._share is None)
        for field in (self.questions, self.seed):
            field.setEnabled("worksheet" in self.chosen and self._share is None)
        self._arrange()
        self.update()

    def _ask(self) -> None:
        self.asked.emit(self.chosen)

    def _leave(self) -> None:
        if self._share is None:
            self.shut()
        else:
            self.stopped.emit()

    @property
    def _head(self) -> int:
        return self.look.metrics(TITLE, QFont.Weight.Bold).height()

    def _sheet(self) -> QRect:
        look, gap = self.look, self.look.px(12)
        rows = (len(self.ticks) + 1) // 2
        wanted = self._head + rows * look.control + 3 * look.control + look.px(14) + 5 * gap + look.px(48)
        width = min(self.width() - look.px(32), look.grown(760))
        height = min(self.height() - look.px(16), wanted)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _inner(self) -> QRect:
        edge = self.look.px(24)
        return self._sheet().adjusted(edge, edge, -edge, -edge)

    def _bar(self) -> QRect:
        inner, look = self._inner(), self.look
        y = self.go_button.y() - look.px(14) - look.px(10)
        return QRect(inner.left(), y, inner.width(), look.px(14))

    def _arrange(self) -> None:
        inner, look, gap = self._inner(), self.look, self.look.px(12)
        half, top = inner.width() // 2, inner.top() + self._head + gap
        rows = (len(self.ticks) + 1) // 2
        for at, (_name, tick) in enumerate(self.ticks):
            column, row = divmod(at, rows)
            tick.setGeometry(inner.left() + column * half, top + row * look.control, half, look.control)
        top += rows * look.control + gap
        for column, field in enumerate((self.questions, self.seed)):
            width = min(half - gap, field.sizeHint().width())
            field.setGeometry(inner.left() + column * half, top, width, look.control)
        self._right([self.folder_button], top + look.control + gap)
        self._right([self.go_button, self.close_button, self.open_button], inner.bottom() + 1 - look.control)

    def _right(self, buttons: Sequence[Button], y: int) -> None:
        """Buttons in a row from the right edge of the sheet."""
        right = self._inner().right() + 1
        for button in buttons:
            width = button.sizeHint().width()
            button.setGeometry(right - width, y, width, self.look.control)
            right -= width + self.look.px(8)
