"""The board of the article: verdicts and claims at the left, the body lit between, the claim at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from bodymap.atlas.records import Ref
from bodymap.features.article.entry_list import EntryList
from bodymap.features.article.model import Entry, Page
from bodymap.features.article.page_html import page_html
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.card_text import CardText
from bodymap.ui.look import BODY, META, Look
from bodymap.viewmodels.card_values import Source


class ClaimsPane(QWidget):
    """Verdicts with their counts, which filter, above the claims; in the place of the lists."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.verdicts = EntryList(look, _("Verdicts"), self)
        self.claims = EntryList(look, _("Claims"), self)
        self.setFocusProxy(self.claims)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.verdicts.show_look(look)
        self.claims.show_look(look)
        self._arrange()

    def show_entries(self, verdicts: tuple[Entry, ...], claims: tuple[Entry, ...]) -> None:
        """Show both lists."""
        self.verdicts.show_entries(verdicts)
        self.claims.show_entries(claims)
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Verdicts as high as they need, claims below."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, heading, hairlines."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("panel"))
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        y = self.claims.y() - look.px(8)
        painter.drawLine(look.px(24), y, self.width() - look.px(24), y)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        heading = QRect(look.px(24), look.px(12), self.width() - look.px(48), look.control)
        painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, _("Its claims, by verdict"))

    def _arrange(self) -> None:
        look, top = self._look, self._look.px(16) + self._look.control
        self.verdicts.setGeometry(0, top, self.width() - 1, self.verdicts.height())
        tall = min(self.verdicts.rows_height() + look.px(2), max(0, self.height() - top) // 2)
        self.verdicts.setGeometry(0, top, self.width() - 1, tall)
        below = top + tall + look.px(16)
        self.claims.setGeometry(0, below, self.width() - 1, max(0, self.height() - below))


class ArticleBoard(Board):
    """Emits `stepped(by)`, `followed(ref)`, `opened(source)`, `copied(words, said)`."""

    place = "card"
    title = BODY
    stepped = Signal(int)
    followed = Signal(object)
    opened = Signal(object)
    copied = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("The article against the literature"), parent)
        self.short = _("The article")
        self._page: Page | None = None
        self._place_words = ""
        self.claims = ClaimsPane(look, parent)
        self.side = self.claims
        self.text = CardText(self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        self.text.highlighted.connect(self._show_citation)
        self.before = Button(look, icon="back", words=_("Previous"), parent=self)
        self.after = Button(look, icon="forward", words=_("Next"), parent=self)
        for button, by, key in ((self.before, -1, _("Page up")), (self.after, 1, _("Page down"))):
            button.setAccessibleName(button.text())
            button.setToolTip(f"{button.text()} ({key})")
            button.clicked.connect(lambda _checked=False, by=by: self.stepped.emit(by))
        self.setFocusProxy(self.claims.claims)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        for part in (self.before, self.after, self.claims):
            part.show_look(look)
        super().show_look(look)

    def show_page(self, page: Page, place: str, beside: tuple[bool, bool]) -> None:
        """Show a claim, where it stands, and whether there is one before and after it."""
        self._page, self._place_words = page, place
        self.before.setEnabled(beside[0])
        self.after.setEnabled(beside[1])
        self.text.setAccessibleName(f"{page.kicker}. {page.claim.claim}. {page.claim.verdict_words}")
        self._write()
        self.text.verticalScrollBar().setValue(0)
        self.update()

    def arrange(self, area: QRect) -> None:
        """The page over a bar with the two buttons."""
        look, side, edge = self.look, self.look.px(24), self.look.px(6)
        bar = look.control + look.px(24)
        self.text.setGeometry(side, area.top(), self.width() - side - edge, area.height() - bar)
        self.text.show_margins(look, side - edge - look.px(4))
        y = area.bottom() + 1 - look.control - look.px(12)
        before, after = self.before.sizeHint().width(), self.after.sizeHint().width()
        self.before.setGeometry(side, y, before, look.control)
        self.after.setGeometry(self.width() - side - after, y, after, look.control)
        self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, and between the buttons which claim this is."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        y = self.before.y() - look.px(12)
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(0, y, self.width(), y)
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(META))
        left, right = self.before.geometry().right() + 1, self.after.x()
        middle = QRect(left, self.before.y(), right - left, look.control)
        if painter.fontMetrics().horizontalAdvance(self._place_words) < middle.width():
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self._place_words)

    def _write(self) -> None:
        if self._page is not None and self.text.width() > 50:
            page, look, width = self._page, self.look, self.text.text_width()
            self.text.show_page((page, look, width), lambda: page_html(page, look, width))

    def _follow(self, url: QUrl) -> None:
        scheme, _colon, rest = url.toString().partition(":")
        if self._page is None:
            return
        if scheme == "bodymap":
            kind, _colon, name = rest.partition(":")
            self.followed.emit(Ref(kind, name))  # pyright: ignore[reportArgumentType] - written by us from a Ref
            return
        source = self._page.source(rest)
        if scheme == "source" and source is not None:
            self.opened.emit(source)
        elif scheme == "copy":
            chosen: tuple[Source, ...] = self._page.sources if source is None else (source,)
            said = _("all sources") if source is None else source.short
            self.copied.emit("\n".join(s.citation for s in chosen), said)

    def _show_citation(self, url: QUrl) -> None:
        scheme, _colon, number = url.toString().partition(":")
        source = self._page.source(number) if self._page and scheme == "source" else None
        self.text.setToolTip(source.citation if source else "")
