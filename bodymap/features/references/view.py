"""The board of the references: words and filters above, the list, and what can be done with it below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from bodymap.features.references.model import Menu, Search
from bodymap.features.references.row_list import ReferenceList
from bodymap.i18n import _
from bodymap.ui.board import Board
from bodymap.ui.button import Button
from bodymap.ui.entries import entry_words
from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.icons import paint_icon
from bodymap.ui.look import BODY, META, Look

_FILTERS = 5


class ReferencesBoard(Board):
    """Emits `asked(search)`, `searched(words)`, `open_asked`, `copy_asked` and `export_asked`."""

    asked = Signal(object)
    searched = Signal(str)
    open_asked = Signal()
    copy_asked = Signal()
    export_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("References"), parent)
        self._count = ""
        self._menus: tuple[Menu, ...] = ()
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(_("Author, title, journal, year …"))
        self.edit.setAccessibleName(_("Search the references"))
        self.edit.textEdited.connect(self.searched)
        self.filters = [Button(look, parent=self) for _number in range(_FILTERS)]
        for number, button in enumerate(self.filters):
            button.chevron = True
            button.clicked.connect(partial(self._open_menu, number))
        self.list = ReferenceList(look, self)
        self.open_button = Button(look, words=_("Open the publication"), parent=self)
        self.copy_button = Button(look, icon="copy", words=_("Copy as text"), parent=self)
        self.export_button = Button(look, words=_("Export …"), parent=self)
        for button, asked in zip(
            self._deeds, (self.open_asked, self.copy_asked, self.export_asked), strict=True
        ):
            button.setAccessibleName(button.text())
            button.clicked.connect(asked)
        self.setFocusProxy(self.edit)
        self.edit.setFont(look.font())

    @property
    def _deeds(self) -> tuple[Button, Button, Button]:
        return self.open_button, self.copy_button, self.export_button

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        for part in (*self.filters, *self._deeds, self.list):
            part.show_look(look)
        self.edit.setFont(look.font())
        super().show_look(look)

    def show_menus(self, menus: tuple[Menu, ...]) -> None:
        """Show what the filters are set to."""
        self._menus = menus
        for button, menu in zip(self.filters, menus, strict=True):
            button.show_words(menu.words)
            button.show_lit(menu.narrows)
            button.setAccessibleName(_("Filter: {words}").format(words=menu.words))
        self.lay_out()

    def show_count(self, count: str, can_open: bool, has_rows: bool) -> None:
        """Say how many there are and are chosen, and offer what can be done with them."""
        self._count = count
        self.open_button.setEnabled(can_open)
        self.copy_button.setEnabled(has_rows)
        self.export_button.setEnabled(has_rows)
        self.setAccessibleDescription(count)
        self.update()

    def arrange(self, area: QRect) -> None:
        """Search and filters in as many rows as they need; the list; the bar below."""
        look, left, gap = self.look, self.look.px(24), self.look.px(8)
        right, size = self.width() - self.look.px(16), self.look.control
        x, y = left, area.top()
        spare = right - left - sum(button.sizeHint().width() + gap for button in self.filters)
        most = min(look.grown(340), right - left)
        wide = max(look.grown(200), min(most, spare)) if spare > look.grown(200) else most
        inset = look.px(18) + look.grown(20)
        self.edit.setGeometry(x + inset, y + 2, wide - inset - gap, size - 4)
        x += wide + gap
        for button in self.filters:
            width = button.sizeHint().width()
            if x + width > right and x > left:
                x, y = left, y + size + gap
            button.setGeometry(x, y, width, size)
            x += width + gap
        top, bar = y + size + gap, size + look.px(24)
        self.list.setGeometry(0, top, self.width() - look.px(2), max(0, self.height() - bar - top))
        x = right
        for button in reversed(self._deeds):
            width = button.sizeHint().width()
            x -= width
            button.setGeometry(x, self.height() - size - look.px(12), width, size)
            x -= gap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, the frame of the search field, the bar below with its words."""
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        inset = look.px(18) + look.grown(20)
        field = QRectF(self.edit.geometry().adjusted(-inset, -2, look.px(8), 2))
        paint_frame(painter, field, look, "field")
        side = look.grown(20)
        icon = QRectF(field.left() + look.px(10), field.center().y() - side / 2, side, side)
        paint_icon(painter, "search", icon, look.color("text"))
        if self.edit.hasFocus():
            paint_focus(painter, field, look)
        painter.setPen(QPen(look.color("hairline"), 1))
        for y in (self.list.y() - 1, self.list.geometry().bottom() + 1):
            painter.drawLine(0, y, self.width(), y)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look = self.look
        left, right = look.px(24), self.open_button.x() - look.px(12)
        painter.setFont(look.font(META))
        painter.setPen(look.color("text"))
        bar = QRect(left, self.open_button.y(), max(0, right - left), look.control)
        painter.drawText(bar, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter), self._count)
        if not self.list.rows:
            painter.setFont(look.font(BODY))
            at = self.list.geometry().adjusted(left, look.px(24), -left, 0)
            painter.drawText(at, int(Qt.TextFlag.TextWordWrap), _("No publication fits all of this."))

    def _open_menu(self, number: int) -> None:
        button = self.filters[number]
        menu = QMenu(self._menus[number].words, button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self._menus[number].options:
            action = menu.addAction(entry_words(option.words), partial(self._ask, option.search))
            action.setCheckable(True)
            action.setChecked(option.chosen)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask(self, search: Search) -> None:
        self.asked.emit(search)
