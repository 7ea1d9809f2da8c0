"""The text browser of the card: its pictures, the dashed frame of what is not certain, clean copies."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from bodymap.ui.card_html import UNCERTAIN
from bodymap.ui.card_images import card_image
from bodymap.ui.look import Look

_KEPT = 8
"""Pages kept: readers go to and fro."""
Page = tuple[QTextDocument, QTextTable | None]
"""A text laid out, and its box of what is not certain."""
_PICTURE = "￼"


class CardText(QTextBrowser):
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
        self._pages: dict[Hashable, Page] = {}
        self._uncertain: QTextTable | None = None

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
        page[0].setTextWidth(self.text_width())  # Qt waits with that while nothing is seen
        self.setDocument(page[0])
        self._uncertain = page[1]
        if len(self._pages) > _KEPT:
            self._pages.pop(next(iter(self._pages)))[0].deleteLater()

    def text_width(self) -> int:
        """The width that lines can have beside a scroll bar, in px."""
        margins = self.viewportMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - margins.left() - margins.right() - bar

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture painted from its name."""
        words = name.toString() if isinstance(name, QUrl) else name
        if kind == int(QTextDocument.ResourceType.ImageResource.value):
            image = card_image(words, self.devicePixelRatioF())
            if image is not None:
                return image
        return super().loadResource(kind, name)

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

    def _laid(self, html: str) -> Page:
        page = QTextDocument(self)
        page.setUndoRedoEnabled(False)
        page.setDocumentMargin(0)
        if self._look is not None:
            page.setDefaultFont(self._look.font())
        page.setHtml(html)
        tables = (f for f in page.rootFrame().childFrames() if isinstance(f, QTextTable))
        return page, next(filter(_holds_anchor, tables), None)

    def _uncertain_box(self) -> QRectF | None:
        table = self._uncertain
        if table is None:
            return None
        top = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        # From its words: Qt counts margins and padding of a table's frame twice.
        cell, layout = table.cellAt(0, 0), self.document().documentLayout()
        first = layout.blockBoundingRect(cell.firstCursorPosition().block())
        last = layout.blockBoundingRect(cell.lastCursorPosition().block())
        pad = table.format().cellPadding()
        box = QRectF(0.7, first.top() - pad, self.document().textWidth() - 4 - 1.4, 0)
        box.setBottom(last.bottom() + pad)
        return box.translated(-float(top.x()), -float(top.y()))


def _holds_anchor(table: QTextTable) -> bool:
    if table.columns() != 1:
        return False  # asking for formats is dear
    block = table.cellAt(0, 0).firstCursorPosition().block()
    pieces = block.begin()
    while not pieces.atEnd():
        if UNCERTAIN in pieces.fragment().charFormat().anchorNames():
            return True
        pieces += 1  # pyright: ignore[reportOperatorIssue] - Qt's iterator steps so
    return False
