"""The text browser of the card: its pictures, the dashed frame of what is not certain, clean copies."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from bodymap.ui.card_html import uncertain_words
from bodymap.ui.look import Look
from bodymap.ui.pictured import PicturedText

_KEPT = 8
"""Pages kept: readers go to and fro."""
_PICTURE = "￼"


class CardText(PicturedText):
    """Shows HTML of `card_html`; links are not opened here; emits `menu_asked(event)`."""

    menu_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._pages: dict[Hashable, QTextDocument] = {}
        self._uncertain: dict[QTextDocument, QTextCursor] = {}
        """Where each page says what is not certain: a page is searched once."""

    def show_margins(self, look: Look, right: int) -> None:
        """Take on a look and the room to leave at the right."""
        self._look = look
        self.setViewportMargins(0, look.px(18), max(0, right - look.px(12)), 0)

    def show_page(self, key: Hashable, html: Callable[[], str]) -> None:
        """Show a page from its top; pages seen lately are kept as they were laid out.

        The key stands for everything that decides the page, its width and look too.
        """
        page = self._pages.pop(key, None) or self._laid(html())
        self._pages[key] = page
        if page.textWidth() != self.text_width():  # Qt lays out anew each time that it is told, even the same
            page.setTextWidth(self.text_width())  # and waits with it while nothing is seen
        self.setDocument(page)
        if len(self._pages) > _KEPT:
            left = self._pages.pop(next(iter(self._pages)))
            self._uncertain.pop(left, None)
            left.deleteLater()

    def text_width(self) -> int:
        """The width that lines can have beside a scroll bar, in px."""
        margins = self.viewportMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - margins.left() - margins.right() - bar

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the pane offer its menu."""
        self.menu_asked.emit(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """The selected words, without pictures and colours of the screen."""
        data = QMimeData()
        data.setText(self.spoken(self.textCursor()))
        return data

    def spoken(self, cursor: QTextCursor) -> str:
        """A selection as plain lines."""
        words = cursor.selection().toPlainText().replace(_PICTURE, "").replace("\xa0", " ")
        lines = (" ".join(line.split()) for line in words.splitlines())
        return "\n".join(line for line in lines if line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of what is not certain, then the text over it."""
        box = self._uncertain_box()
        if box is not None and self._look is not None and box.intersects(QRectF(event.rect())):
            look = self._look
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look.color("outline"), 1.2 * look.base)
            pen.setDashPattern([5, 3.5])
            painter.setPen(pen)
            painter.setBrush(look.color("raised"))
            painter.drawRoundedRect(box, look.px(8), look.px(8))
            painter.end()
        super().paintEvent(event)

    def _laid(self, html: str) -> QTextDocument:
        page = QTextDocument(self)
        page.setUndoRedoEnabled(False)
        page.setDocumentMargin(0)
        if self._look is not None:
            page.setDefaultFont(self._look.font())
        page.setHtml(html)
        self._uncertain[page] = page.find(uncertain_words())
        return page

    def _uncertain_box(self) -> QRectF | None:
        """The frame round what is not certain, as far as it is in sight; px of the viewport."""
        page = self.document()
        found = self._uncertain.get(page)
        if found is None or found.isNull():
            return None
        layout, top = page.documentLayout(), float(self.verticalScrollBar().value())
        first = layout.blockBoundingRect(found.block())
        table = found.currentTable() if first.top() - top < self.height() else None
        if table is None:
            return None
        # From its words: Qt counts margins and padding of a table's frame twice.
        last = layout.blockBoundingRect(table.cellAt(0, 0).lastCursorPosition().block())
        pad = table.format().cellPadding()
        box = QRectF(0.7, first.top() - pad, page.textWidth() - 4 - 1.4, 0)
        box.setBottom(last.bottom() + pad)
        return box.translated(-float(self.horizontalScrollBar().value()), -top)
