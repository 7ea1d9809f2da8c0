"""The card at the right, or between two bodies: text that can be read, selected and followed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.ui.card_html import CardPage, card_html
from bodymap.ui.card_text import CardText
from bodymap.ui.frames import paint_frame
from bodymap.ui.look import Look
from bodymap.viewmodels.card_values import Card, Source


class CardPane(QWidget):
    """Emits `followed(ref)`, `opened(url)`, `claim_followed(number)`, `deed_asked(action)`, `copied(words)`.

    Takes `show_card`.
    """

    followed = Signal(object)
    opened = Signal(str)
    claim_followed = Signal(int)
    deed_asked = Signal(str)
    copied = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._framed = look, False
        self._card: Card | None = None
        self._whole: frozenset[int] = frozenset()
        self._written: tuple[Card, CardPage] | None = None
        self.text = CardText(self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        self.text.menu_asked.connect(self._open_menu)
        self.text.highlighted.connect(self._show_citation)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self._arrange()
        self._write()
        self.update()

    def expect_card(self, card: Card) -> None:
        """Know which card will be shown in this turn: a page for another width is laid out for that one."""
        if self._card is not None and self._card.ref == card.ref:
            self._card = card

    def show_card(self, card: Card) -> None:
        """Show a card, from its top where it is about another thing."""
        other = self._card is None or self._card.ref != card.ref
        self._card = card
        if other:
            self._whole = frozenset()
        self._write()
        if other:
            self.text.verticalScrollBar().setValue(0)
        self.setAccessibleName(_("Card: {title}").format(title=card.title))

    def show_framed(self, framed: bool) -> None:
        """Stand free between two bodies, with a frame, or fill the right side."""
        self._framed = framed
        self._arrange()
        self.update()

    def copy_citation(self) -> None:
        """Copy the source at the text cursor, or the first one."""
        href = self.text.textCursor().charFormat().anchorHref()
        number = int(href.partition(":")[2]) if href.startswith("source:") else 1
        self._copy(str(number))

    def copy_sources(self) -> None:
        """Copy all sources."""
        self._copy("all")

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit the text."""
        self._arrange()
        self._write()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground: a framed sheet, or a panel with a hairline at its left."""
        painter, look = QPainter(self), self._look
        if self._framed:
            paint_frame(painter, QRectF(self.rect()), look, "panel", "hairline")
            return
        painter.fillRect(self.rect(), look.color("panel"))
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, 0, 0, self.height())

    def _arrange(self) -> None:
        look = self._look
        side, edge = look.px(24 if not self._framed else 32), look.px(6)
        self.text.setGeometry(
            side, edge, max(0, self.width() - side - edge), max(0, self.height() - 2 * edge)
        )
        self.text.show_margins(look, side - edge - look.px(4))

    def _write(self) -> None:
        if self._card is None or self.text.width() < 50:
            return
        page = CardPage(self._look, self.text.text_width(), self._whole)
        if self._written == (self._card, page):
            return
        self._written = (self._card, page)
        at = self.text.verticalScrollBar().value()
        card = self._card
        self.text.show_page((card, page), lambda: card_html(card, page))
        self.text.verticalScrollBar().setValue(at)

    def _source(self, number: str) -> Source | None:
        sources = self._card.sources if self._card else ()
        return next((s for s in sources if str(s.number) == number), None)

    def _follow(self, url: QUrl) -> None:
        scheme, _colon, rest = url.toString().partition(":")
        if scheme == "bodymap":
            kind, _colon, name = rest.partition(":")
            self.followed.emit(Ref(kind, name))  # pyright: ignore[reportArgumentType] - written by us from a Ref
        elif scheme == "source":
            source = self._source(rest)
            if source and source.url:
                self.opened.emit(source.url)
        elif scheme == "claim":
            self.claim_followed.emit(int(rest))
        elif scheme == "deed":
            self.deed_asked.emit(rest)
        elif scheme == "copy":
            self._copy(rest)
        elif scheme == "more":
            self._whole |= {int(rest)}
            self._write()

    def _copy(self, which: str) -> None:
        if self._card is None or not self._card.sources:
            return
        if which == "all":
            QGuiApplication.clipboard().setText("\n".join(s.citation for s in self._card.sources))
            self.copied.emit(_("All sources are copied."))
            return
        source = self._source(which)
        if source is not None:
            QGuiApplication.clipboard().setText(source.citation)
            self.copied.emit(_("Copied: {source}").format(source=source.short))

    def _show_citation(self, url: QUrl) -> None:
        scheme, _colon, number = url.toString().partition(":")
        source = self._source(number) if scheme == "source" else None
        self.text.setToolTip(source.citation if source else "")

    def _open_menu(self, event: QContextMenuEvent) -> None:
        href = self.text.anchorAt(event.pos())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = href.partition(":")[2] if href.startswith(("source:", "copy:")) else ""
        if self._source(number):
            menu.addAction(_("Open the publication"), lambda: self._follow(QUrl(f"source:{number}")))
            menu.addAction(_("Copy citation"), lambda: self._copy(number))
        copy = menu.addAction(_("Copy selected text"), self.text.copy)
        copy.setEnabled(self.text.textCursor().hasSelection())
        menu.addAction(_("Select all"), self.text.selectAll)
        menu.addAction(_("Copy all sources"), self.copy_sources)
        menu.popup(event.globalPos())

    def plain_text(self) -> str:
        """What the card says, without pictures."""
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return self.text.spoken(cursor)
