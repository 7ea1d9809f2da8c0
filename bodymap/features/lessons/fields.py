"""Fields of the lesson board: a label with a note, and a line or a text below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from bodymap.ui.button import Button
from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.look import META, Look

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MOST_LINES = 12


class PlainText(QPlainTextEdit):
    """A text without formats, which leaves files that are dropped on it to the window."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words only."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)


class Field(QWidget):
    """A line, or a text of several `lines`; emits `edited(text)` for each change by a reader.

    What is typed is told at once: nothing is unfinished when the window closes.
    """

    edited = Signal(str)

    def __init__(self, look: Look, label: str, parent: QWidget, lines: int = 1) -> None:
        super().__init__(parent)
        self._look, self._label, self._note, self._lines = look, label, "", lines
        self._shown = ""
        self.edit: QLineEdit | PlainText
        if lines == 1:
            self.edit = QLineEdit(self)
            self.edit.setFrame(False)
            self.edit.textEdited.connect(self._tell)
        else:
            self.edit = PlainText(self)
            self.edit.setFrameShape(QFrame.Shape.NoFrame)
            self.edit.setTabChangesFocus(True)
            self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.edit.document().setDocumentMargin(0)
            self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
            self.edit.textChanged.connect(lambda: self._tell(self.text()))
        self.edit.setAccessibleName(label)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_look(look)

    def text(self) -> str:
        """What stands in it."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text; what stands there already keeps the cursor where it is."""
        self._shown = text
        if self.text() == text:
            return
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        else:
            self.edit.setPlainText(text)
        self.updateGeometry()

    def show_note(self, note: str) -> None:
        """Say something below the label."""
        if note != self._note:
            self._note = note
            self.edit.setAccessibleDescription(note)
            self._lay_out()
            self.updateGeometry()
            self.update()

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.edit.setFont(look.font())
        self._lay_out()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as label, note and the lines that are written, within bounds."""
        return QSize(self._look.grown(120), self._top() + self._box_height())

    def minimumSizeHint(self) -> QSize:
        """As high; as narrow as must be."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again: a text wraps anew."""
        self._lay_out()
        self.updateGeometry()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The frame shows who has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Label, note and the frame of the field."""
        painter, look = QPainter(self), self._look
        painter.setPen(look.color("text"))
        painter.setFont(look.font(META, QFont.Weight.DemiBold))
        painter.drawText(0, look.metrics(META).ascent(), self._label)
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(META))
        line = look.metrics(META).height()
        if self._is_beside():
            painter.drawText(
                self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), self._note
            )
        else:
            painter.drawText(self.rect().adjusted(0, line, 0, 0), _WRAP, self._note)
        box = QRectF(0, self._top(), self.width(), self._box_height())
        paint_frame(painter, box, look, "field")
        if self.edit.hasFocus():
            paint_focus(painter, box, look)

    def _tell(self, text: str) -> None:
        if text != self._shown:
            self._shown = text
            self.updateGeometry()
            self.edited.emit(text)

    def _grow(self) -> None:
        """Be as high as the text, however it wraps."""
        self._lay_out()
        self.updateGeometry()
        self.update()

    def _is_beside(self) -> bool:
        """Whether the note has room at the right of the label."""
        label = self._look.metrics(META, QFont.Weight.DemiBold).horizontalAdvance(self._label)
        note = self._look.metrics(META).horizontalAdvance(self._note)
        return label + note + self._look.px(16) <= self.width()

    def _top(self) -> int:
        look = self._look
        height = look.metrics(META).height()
        if self._note and not self._is_beside():
            box = self.rect().adjusted(0, 0, 0, 10_000)
            height += look.metrics(META).boundingRect(box, _WRAP, self._note).height()
        return height + look.px(4)

    def _box_height(self) -> int:
        look = self._look
        if isinstance(self.edit, QLineEdit):
            return look.control
        written = round(self.edit.document().size().height())
        lines = max(self._lines, min(written, _MOST_LINES))
        return lines * look.metrics().lineSpacing() + look.px(18)

    def _lay_out(self) -> None:
        look = self._look
        inset = look.px(10)
        height = self._box_height() - (4 if self._lines == 1 else look.px(14))
        top = self._top() + (2 if self._lines == 1 else look.px(7))
        self.edit.setGeometry(inset, top, max(0, self.width() - 2 * inset), height)


class Toggle(Button):
    """A button that is on or off; a tick says so besides its fill. Emits `clicked` by a reader."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        super().__init__(look, words=words, parent=parent)
        self.setCheckable(True)
        self.setAccessibleName(words)

    def show_on(self, on: bool) -> None:
        """Show whether it is on."""
        self.setChecked(on)
        self.show_icon("check" if on else "")
        self.updateGeometry()


class Words(QWidget):
    """A line of small words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words = look, ""

    def show_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.setFixedHeight(look.metrics(META).height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, cut where there is no room."""
        painter, look = QPainter(self), self._look
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
