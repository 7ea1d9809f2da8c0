"""The results of a search, in a list under the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from bodymap.i18n import _
from bodymap.ui.frames import paint_frame
from bodymap.ui.hit_list import HitDelegate, HitModel, spoken
from bodymap.ui.look import Look
from bodymap.ui.search_field import SearchField
from bodymap.viewmodels.search_entries import Hit

_SHOWN = 8


class Find(QWidget):
    """Asks `search` as one types into the field and emits `chosen(ref)`; Esc closes and changes nothing."""

    chosen = Signal(object)
    day_chosen = Signal(str)
    """The id of a ready day."""
    closed = Signal()

    def __init__(self, look: Look, field: SearchField, search: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__(field.window())
        self._look, self._field, self._search = look, field, search
        self._hits = HitModel(self)
        self._delegate = HitDelegate(look, self)
        self._list = QListView(self)
        self._list.setModel(self._hits)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(_("Results"))
        self._list.clicked.connect(self._take)
        self._list.entered.connect(self._list.setCurrentIndex)
        self.hide()
        field.asked.connect(self.show_results)
        field.stepped.connect(self._step)
        field.taken.connect(self._take)
        field.left.connect(self.close_results)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is found now."""
        return self._hits.hits

    def head(self, row: int) -> str:
        """What stands above a result, "" where nothing does."""
        return self._hits.head(row)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = self._delegate.look = look
        self._arrange()

    def show_results(self, words: str) -> None:
        """Find words and show what fits, the best one marked."""
        self._hits.show_hits(tuple(self._search(words)) if words.strip() else ())
        self.setVisible(bool(words.strip()))
        self._list.setVisible(bool(self.hits))
        if self.hits:
            self._list.setCurrentIndex(self._hits.index(0))
            self._field.edit.setAccessibleDescription(spoken(self.hits[0]))
        self._arrange()
        self.raise_()

    def search_again(self) -> None:
        """Show what is found now by the words that were typed; what was marked stays so if it can."""
        row, words = self._list.currentIndex().row(), self._field.edit.text()
        if not self.isVisible() or not words.strip():
            return
        marked = self.hits[row] if 0 <= row < len(self.hits) else None
        self.show_results(words)
        same = (n for n, hit in enumerate(self.hits) if row and marked and hit.title == marked.title)
        self._list.setCurrentIndex(self._hits.index(next(same, 0)))

    def close_results(self) -> None:
        """Forget the words and give the keyboard back."""
        self.hide()
        self._field.edit.clear()
        self._hits.show_hits(())
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame, and words where nothing is found."""
        painter, look = QPainter(self), self._look
        paint_frame(painter, QRectF(self.rect()), look, "raised")
        if not self.hits:
            painter.setPen(look.color("text"))
            painter.setFont(look.font())
            box = self.rect().adjusted(look.px(16), 0, -look.px(16), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, _("Nothing is called so here"))

    def _step(self, by: int) -> None:
        count = len(self.hits)
        if count:
            row = max(0, min(count - 1, self._list.currentIndex().row() + by))
            self._list.setCurrentIndex(self._hits.index(row))
            self._field.edit.setAccessibleDescription(spoken(self.hits[row]))

    def _take(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self.hits):
            hit = self.hits[row]
            self.close_results()
            if hit.run is not None:
                hit.run()
            elif hit.day:
                self.day_chosen.emit(hit.day)
            else:
                self.chosen.emit(hit.ref)

    def _arrange(self) -> None:
        look, window = self._look, self.window()
        at = self._field.mapTo(window, QPoint(0, self._field.height() + look.px(4)))
        width = min(max(self._field.width(), look.grown(480)), window.width() - look.px(16))
        rows = [
            self._delegate.height(head=bool(self._hits.head(n))) for n in range(min(_SHOWN, len(self.hits)))
        ]
        tall = sum(rows) or self._delegate.height(head=False)
        tall = min(tall + look.px(16), window.height() - at.y() - look.px(8))
        x = max(look.px(8), min(at.x(), window.width() - width - look.px(8)))
        self.setGeometry(QRect(x, at.y(), width, tall))
        edge = look.px(8)
        self._list.setGeometry(edge, edge, width - 2 * edge, tall - 2 * edge)
