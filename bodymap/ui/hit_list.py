"""The list of what was found: its model and how a result is painted."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bodymap.i18n import _
from bodymap.ui.look import META, Look
from bodymap.ui.row_model import ROW_ROLE, Index
from bodymap.ui.style_option import box_of, has_state
from bodymap.viewmodels.search_entries import Hit

HEAD_ROLE = ROW_ROLE + 1
"""What stands above a result."""


class HitModel(QAbstractListModel):
    """What was found, for the list view and for screen readers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Take on results."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def head(self, row: int) -> str:
        """What stands above a result: the name of its group, where that is not the group of the one before.

        What is known has headings only where other things were found too.
        """
        groups = [hit.group or (_("Effects") if hit.effect else _("Names")) for hit in self.hits]
        is_first = not row or groups[row - 1] != groups[row]
        return groups[row] if is_first and any(hit.group for hit in self.hits) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, words for a screen reader, or the hit itself under ROW_ROLE."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(hit)
        if role == HEAD_ROLE:
            return self.head(index.row())
        return hit if role == ROW_ROLE else None


class HitDelegate(QStyledItemDelegate):
    """Paints a result: its title; below it what it is, that the filter hides it, what words matched."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look

    def height(self, *, head: bool) -> int:
        """The height of a result, with the heading above it or without."""
        return self.look.grown(38) + self.look.px(10) + (self._head_height() if head else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """All results are of one height, but for headings."""
        return QSize(10, self.height(head=bool(index.data(HEAD_ROLE))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The result; the marked one on a block."""
        hit: Hit = index.data(ROW_ROLE)
        box = box_of(option)
        look, edge = self.look, self.look.px(10)
        painter.save()
        head: str = index.data(HEAD_ROLE)
        if head:
            self._paint_head(painter, head, box.adjusted(edge, 0, -edge, 0))
            box = box.adjusted(0, self._head_height(), 0, 0)
        if has_state(option, QStyle.StateFlag.State_Selected):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(box, look.px(8), look.px(8))
        inner = box.adjusted(edge, look.px(4), -edge, -look.px(4))
        self._paint_words(painter, hit, inner)
        painter.restore()

    def _head_height(self) -> int:
        return self.look.grown(META) + self.look.px(12)

    def _paint_head(self, painter: QPainter, head: str, box: QRectF) -> None:
        """The name of a group, over a line."""
        look = self.look
        box.setHeight(self._head_height() - look.px(4))
        painter.setFont(look.font(META, QFont.Weight.DemiBold))
        painter.setPen(look.color("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), head)
        painter.setPen(look.color("hairline"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_words(self, painter: QPainter, hit: Hit, inner: QRectF) -> None:
        look, elide = self.look, Qt.TextElideMode.ElideRight
        matched = hit.matched if hit.matched != hit.title else ""
        below = " · ".join(part for part in (hit.subtitle, hit.hidden, matched) if part)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        small = painter.fontMetrics().elidedText(below, elide, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), small)
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        painter.setPen(look.color("text"))
        title = painter.fontMetrics().elidedText(hit.title, elide, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), title)


def spoken(hit: Hit) -> str:
    """A result for a screen reader."""
    parts = (hit.title, hit.group, hit.subtitle, hit.hidden, hit.matched)
    return ", ".join(part for part in parts if part)
