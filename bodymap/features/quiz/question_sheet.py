"""The question with its answers, as large as fits; what still does not is scrolled, never cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from bodymap.features.quiz.answer_row import AnswerRow, LeftRow, RoomRow
from bodymap.features.quiz.page import LETTERS, Page
from bodymap.features.quiz.sizes import Sizes, scales, sizes
from bodymap.i18n import _
from bodymap.ui.look import Look
from bodymap.ui.markup import escape

_LEFT_SHARE = 0.58
"""How much of the width things have that wait for a partner: its place is beside them."""
_LEAST_COLUMNS = 3
"""Fewer answers stand below each other, also where two columns had room."""


class QuestionSheet(QScrollArea):
    """Question, hint, things on the left, answers, and what is told once the answer is shown."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._text = look, 1.0
        self.page: Page | None = None
        self.sizes = sizes(1)
        self._fitted: tuple[object, float] = (None, 1.0)
        """What a scale was found for: within one question nothing grows again when the hint goes."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        self.setWidget(self._sheet)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.ask, self.hint = _label(self._sheet), _label(self._sheet)
        self.lefts = [LeftRow(look, self._sheet) for _letter in LETTERS]
        self.rows = [AnswerRow(look, self._sheet) for _letter in LETTERS]
        self.told = _label(self._sheet)
        self.told.setTextFormat(Qt.TextFormat.RichText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

    @property
    def reachable(self) -> Sequence[RoomRow]:
        """The rows that are shown, in reading order."""
        page = self.page
        if page is None:
            return ()
        return (*self.lefts[: len(page.lefts)], *self.rows[: len(page.rows)])

    def show_look(self, look: Look, text: float) -> None:
        """Take on a look, and how large the reader wants the words (1 = 100 %)."""
        self._look, self._text = look, text
        if self.page is not None:
            self.told.setText(self._told_html(self.page))

    def show_page(self, page: Page) -> None:
        """Show a question."""
        self.page = page
        self.ask.setText(page.ask)
        self.hint.setText(" ".join(words for words in (page.verdict, page.hint) if words))
        self.hint.setVisible(not page.told)
        self.told.setText(self._told_html(page))
        self.told.setVisible(bool(page.told))
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(page.rows))
            if number < len(page.rows):
                row.show_row(page.rows[number], bare=bool(page.lefts))
        for number, left in enumerate(self.lefts):
            left.setVisible(number < len(page.lefts))
            if number < len(page.lefts):
                left.show_left(page.lefts[number])

    def show_from_top(self) -> None:
        """Show the beginning of what is longer than the window."""
        self.verticalScrollBar().setValue(0)

    def show_told(self) -> None:
        """Bring what is told into view."""
        if self.page is not None and self.page.told:
            self.ensureVisible(0, self.told.geometry().bottom(), 0, self.sizes.small)

    def lay_out(self) -> None:
        """Find the largest sizes at which everything fits, and place everything."""
        page = self.page
        if page is None or self.width() < self._look.px(100):
            return
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        placed: list[tuple[QWidget, QRect]] = []
        tall = 0
        key = (page.place, self.width(), self.height(), self._text)
        largest = self._fitted[1] if self._fitted[0] == key else self._text + 1
        for scale in scales(self._text):
            if scale > largest:
                continue
            self._fitted = (key, scale)
            self.sizes = sizes(self.window().height(), scale)
            self._show_sizes(self.sizes)
            placed, tall = self._plan(page, width)
            if tall <= self.height():
                break
        for widget, rect in placed:
            widget.setGeometry(rect)
        bottom = max(rect.bottom() for _widget, rect in placed) + self.sizes.small
        self._sheet.resize(self.width(), max(bottom, self.height()))

    def _show_sizes(self, found: Sizes) -> None:
        self.ask.setFont(_font(found.question, QFont.Weight.DemiBold))
        for label in (self.hint, self.told):
            label.setFont(_font(found.small))
        for row in self.reachable:
            row.show_size(self._look, found.answer)

    def _plan(self, page: Page, width: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Where everything stands, and how high it is together."""
        edge, gap = self._look.px(24), round(self.sizes.small * 0.6)
        inner, y = width - 2 * edge, round(gap * 0.5)
        placed: list[tuple[QWidget, QRect]] = []
        for label in (self.ask, self.hint):
            if label is self.ask or (not page.told and self.hint.text()):
                high = label.heightForWidth(inner)
                placed.append((label, QRect(edge, y, inner, high)))
                y += high + gap
        bottoms = [y]
        if page.lefts:
            half = round((inner - 2 * gap) * _LEFT_SHARE)
            bottoms.append(self._stack(self.lefts[: len(page.lefts)], QRect(edge, y, half, 0), placed))
            right = QRect(edge + half + 2 * gap, y, inner - half - 2 * gap, 0)
            bottoms.append(self._stack(self.rows[: len(page.rows)], right, placed))
        else:
            bottoms.append(self._answers(self.rows[: len(page.rows)], QRect(edge, y, inner, 0), placed))
        y = max(bottoms)
        if page.told:
            high = self.told.heightForWidth(inner)
            placed.append((self.told, QRect(edge, y, inner, high)))
            y += high + gap
        return placed, y + (0 if page.told else self._kept(page, inner))

    def _kept(self, page: Page, width: int) -> int:
        """The height of what will be told, and a line more, for which room is kept if there is any."""
        metrics = QFontMetrics(self.told.font())
        box = QRect(0, 0, width, 100_000)
        return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, page.kept).height() + 2 * metrics.height()

    def _answers(self, rows: Sequence[AnswerRow], box: QRect, placed: list[tuple[QWidget, QRect]]) -> int:
        """Answers in two columns where each has one line in them, else one below the other."""
        gap = round(self.sizes.small * 0.6)
        half = (box.width() - gap) // 2
        if len(rows) < _LEAST_COLUMNS or any(row.width_for_line() > half for row in rows):
            return self._stack(rows, box, placed)
        left = QRect(box.x(), box.y(), half, 0)
        right = left.translated(half + gap, 0)
        return max(self._stack(rows[::2], left, placed), self._stack(rows[1::2], right, placed))

    def _stack(
        self, rows: Sequence[AnswerRow | LeftRow], box: QRect, placed: list[tuple[QWidget, QRect]]
    ) -> int:
        """Rows one below the other from the top of a box; where the next thing can begin."""
        gap, y = round(self.sizes.small * 0.6), box.y()
        for row in rows:
            high = row.height_for(box.width())
            placed.append((row, QRect(box.x(), y, box.width(), high)))
            y += high + gap
        return y

    def _told_html(self, page: Page) -> str:
        if not page.told:
            return ""
        link = self._look.theme.link
        verdict = f"<b>{escape(page.verdict)}</b> " if page.verdict else ""
        # An order and pairs are to be read in the rows themselves.
        is_one = not page.lefts and not any(row.badge for row in page.rows)
        answer = escape(_("Answer: {words}.").format(words=page.told.rstrip("."))) if is_one else ""
        sources = " · ".join(
            f"<a href='{source.number}' style='color:{link}'>{escape(source.short)}</a>"
            if source.url
            else escape(source.short)
            for source in page.sources
        )
        why = "" if page.why.rstrip(".") == page.told else escape(page.why)
        said = f"{verdict}<b>{answer}</b> {why}"
        return f"{said}<br>{escape(_('Sources:'))} {sources}" if sources else said


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, size))
    font.setWeight(weight)
    return font
