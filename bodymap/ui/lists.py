"""The lists at the left: the chosen lens above, what answers it below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.row_model import ROW_ROLE, Index, RowModel
from bodymap.ui.row_painting import RowDelegate
from bodymap.ui.segmented import Choice, Segmented
from bodymap.viewmodels.list_values import Listing, Lists


class RowList(QListView):
    """One listing; emits `chosen(ref)` by click or Enter and `hovered(ref or None)`."""

    chosen = Signal(object)
    hovered = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_rows = RowModel(self)
        self._delegate = RowDelegate(look, self, self._has_keyboard)
        self.setModel(self.model_rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.entered.connect(self._hover)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()

    def show_listing(self, listing: Listing) -> None:
        """Show rows; the chosen one is scrolled into view."""
        before = self._chosen_row()
        self.model_rows.show_listing(listing)
        self.setAccessibleName(listing.title)
        row = self._chosen_row()
        if row >= 0 and row != before:
            self.setCurrentIndex(self.model_rows.index(row))
            self._bring_into_view(row)

    def show_hover(self, ref: Ref | None) -> None:
        """Mark the row of what lies under the pointer anywhere."""
        if ref != self._delegate.hovered:
            self._delegate.hovered = ref
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight."""
        super().resizeEvent(event)
        if self._chosen_row() >= 0:
            self._bring_into_view(self._chosen_row())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self.hovered.emit(None)
        super().leaveEvent(event)

    def rows_height(self) -> int:
        """The height that all rows need."""
        return self._delegate.look.row * len(self.model_rows.rows)

    def _bring_into_view(self, row: int) -> None:
        """Scroll so far that a row is seen, and begin with a whole row."""
        self.scrollTo(self.model_rows.index(row))
        bar, tall = self.verticalScrollBar(), self._delegate.look.row
        bar.setValue(-(-bar.value() // tall) * tall)

    def _has_keyboard(self, index: Index) -> bool:
        return self.hasFocus() and index == self.currentIndex()

    def _chosen_row(self) -> int:
        rows = self.model_rows.rows
        context = next((i for i, r in enumerate(rows) if r.context), -1)
        return next((i for i, r in enumerate(rows) if r.chosen), context)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE).ref)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered.emit(index.data(ROW_ROLE).ref)


class ListsPane(QWidget):
    """Lens, upper and lower list; emits `lens_chosen(kind)`, `chosen(ref)`, `hovered(ref or None)`."""

    lens_chosen = Signal(str)
    chosen = Signal(object)
    hovered = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lists, self._headings = look, None, (QRect(), QRect())
        lenses = [("organ", _("Organs")), ("movement", _("Movements")), ("signal", _("Signals"))]
        self.lens = Segmented(look, _("Look by"), [Choice(v, w) for v, w in lenses])
        self.lens.setParent(self)
        self.lens.fill_width()
        self.above, self.below = RowList(look, self), RowList(look, self)
        self.lens.chosen.connect(self.lens_chosen)
        for rows in (self.above, self.below):
            rows.chosen.connect(self.chosen)
            rows.hovered.connect(self.hovered)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (self.lens, self.above, self.below):
            part.show_look(look)
        self._arrange()
        self.update()

    def show_lists(self, lists: Lists) -> None:
        """Show the lens and both listings."""
        self._lists = lists
        self.lens.show_value(lists.lens)
        self.above.show_listing(lists.upper)
        self.below.show_listing(lists.lower)
        self._arrange()
        self.update()

    def show_hover(self, ref: Ref | None) -> None:
        """Mark what lies under the pointer anywhere."""
        self.above.show_hover(ref)
        self.below.show_hover(ref)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the height between the lists."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, headings, and words where a list is empty."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("panel"))
        painter.setPen(QPen(look.color("hairline"), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        if self._lists is None:
            return
        y = self._headings[1].top() - look.px(4)
        painter.drawLine(look.px(24), y, self.width() - look.px(24), y)
        for listing, heading in zip((self._lists.upper, self._lists.lower), self._headings, strict=True):
            self._paint_heading(painter, listing, heading)

    def _paint_heading(self, painter: QPainter, listing: Listing, box: QRect) -> None:
        look, middle = self._look, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(META))
        bold = look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance(listing.title)
        note = painter.fontMetrics().horizontalAdvance(listing.note) + look.px(8)
        if bold + note > box.width():
            note = 0
        else:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, listing.note)
        if not listing.rows and listing.empty:
            words = QRect(box.left(), box.bottom(), box.width(), look.row * 4)
            painter.drawText(words, int(Qt.TextFlag.TextWordWrap), listing.empty)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        title = box.adjusted(0, 0, -note, 0)
        words = painter.fontMetrics().elidedText(listing.title, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | middle, words)

    def _arrange(self) -> None:
        look, width = self._look, self.width()
        side, gap = look.px(24), look.px(16)
        self.lens.setGeometry(look.px(12), gap, width - look.px(24), look.control)
        top = gap + look.control + look.px(8)
        rest = self.height() - top - 2 * look.row - look.px(16)
        high, low = shared(rest, self.above.rows_height(), max(self.below.rows_height(), 3 * look.row))
        self._headings = (
            QRect(side, top, width - 2 * side, look.row),
            QRect(side, top + look.row + high + look.px(12), width - 2 * side, look.row),
        )
        self.above.setGeometry(0, top + look.row, width - 1, high)
        self.below.setGeometry(0, self._headings[1].bottom() + 1, width - 1, low)
        self.below.setVisible(bool(self.below.model_rows.rows))


def shared(rest: int, upper: int, lower: int) -> tuple[int, int]:
    """How two lists share a height: what each needs, or in proportion with at least 40 % each."""
    rest = max(0, rest)
    if upper + lower <= rest:
        return upper, lower
    high = max(min(upper, rest - lower), round(rest * 0.55 if upper > rest * 0.55 else upper))
    return high, rest - high
