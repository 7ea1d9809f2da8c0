"""The sheet that answers "What would it take?", the one about a ready day, and the notes to the curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from bodymap.i18n import _
from bodymap.ui.frames import paint_frame
from bodymap.ui.look import META, TITLE, Look
from bodymap.ui.markup import Markup, escape
from bodymap.ui.overlay import Sheet

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.takes import Answer, Takes, Way
    from bodymap.viewmodels.timeline.values import DayWords, Timeline


class TakesSheet(Sheet):
    """The table for a signal and, in a field below it, any level; links ask for another signal.

    `ask` gives the table for a signal and a level in words ("" for the usual ones), or raises ValueError.
    """

    def __init__(self, look: Look, parent: QWidget, ask: Callable[[str, str], Takes], signal: str) -> None:
        self._ask, self._signal, self._edited = ask, signal, False
        super().__init__(look, parent, _("What would it take?"), takes_html(ask(signal, ""), look))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.words, self.level, self.error = QLabel(_("at least"), self), QLineEdit(self), QLabel("", self)
        self.level.setPlaceholderText(_("×3, or 20 pg/ml"))
        self.level.setAccessibleName(_("At least this level: a multiple of rest, or a level with its unit"))
        self.level.setFrame(False)
        for part in (self.words, self.level, self.error):
            part.setFont(look.font())
        self.level.textEdited.connect(self._show)
        self._edited = True
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of the field too."""
        super().paintEvent(event)
        box = self.level.geometry().adjusted(-self.look.px(8), 0, self.look.px(8), 0)
        paint_frame(QPainter(self), QRectF(box), self.look, "field")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it; one beside the field does not."""
        if not self._sheet().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def _follow(self, url: QUrl) -> None:
        self._signal = url.toString().removeprefix("signal:")
        self._show()

    def _show(self) -> None:
        try:
            found = self._ask(self._signal, self.level.text())
        except ValueError as error:
            self.error.setText(str(error))
        else:
            self.error.setText("")
            self.text.setHtml(takes_html(found, self.look))
        self.level.setAccessibleDescription(self.error.text())
        self._arrange()

    def _wanted(self, width: int) -> int:
        return super()._wanted(width) + self.look.control + self.look.px(12)

    def _arrange(self) -> None:
        super()._arrange()
        if not self._edited:
            return
        look, place = self.look, self.text.geometry()
        place.setHeight(place.height() - look.control - look.px(12))
        self.text.setGeometry(place)
        y, x, gap = place.bottom() + look.px(12), place.x(), look.px(20)
        for part, width in ((self.words, self.words.sizeHint().width()), (self.level, look.grown(170))):
            part.setGeometry(x, y, width, look.control)
            x += width + gap
        self.error.setGeometry(x, y, max(0, place.right() - x), look.control)


def takes_html(found: Takes, look: Look) -> str:
    """For each movement the minutes to each level, what is out of reach, and what nobody measured."""
    write = Markup(look)
    title = _("What would it take to raise {signal}?").format(signal=found.name)
    words = _(
        "How long each movement must last, at its usual intensity (% of VO₂max), until the level is reached."
    )
    head = write.row(
        write.cell(write.small(_("Movement")), write.under()),
        *(
            write.cell(write.small(level, write.theme.text, 600), write.under(), align="right")
            for level in found.levels
        ),
    )
    rows = [_way_row(way, write, len(found.levels)) for way in found.ways]
    foot = _(
        "Teaching model, not a measurement. “≈” stands where the model reaches beyond what was measured."
    )
    others = " · ".join(_signal_link(i, name, i == found.signal, write) for i, name in found.signals)
    return (
        write.paragraph(title, write.style(TITLE, weight=700))
        + write.paragraph(words, write.style(META), 6)
        + f'<p style="margin-top:{look.px(8)}px">{others}</p>'
        + write.table([head, *rows], above=12)
        + write.paragraph(foot, write.style(META), 12)
    )


def day_html(day: DayWords, look: Look) -> str:
    """A ready day: what to look at, and where that is from."""
    write = Markup(look)
    sources = "".join(write.paragraph(s, write.style(META), 6) for s in day.sources)
    head = write.paragraph(_("Sources"), write.style(weight=600), 14) if sources else ""
    return (
        write.paragraph(day.name, write.style(TITLE, weight=700))
        + write.paragraph(day.words, write.style(), 8)
        + (write.paragraph(day.floor, write.style(), 8) if day.floor else "")
        + head
        + sources
    )


def notes_html(timeline: Timeline, notes: Sequence[str], look: Look) -> str:
    """The notes to the curves, each with the sources of what is known in words."""
    write = Markup(look)
    sources = {told.words: " · ".join(told.sources) for told in timeline.told}
    parts = [write.paragraph(_("Notes to the curves"), write.style(TITLE, weight=700))]
    for note in notes:
        parts.append(write.paragraph(note, write.style(), 10))
        known = next((found for words, found in sources.items() if note.endswith(words)), "")
        parts += [write.paragraph(known, write.style(META), 2)] if known else []
    model = _("The curves are those of a teaching model, not a measurement.")
    return "".join((*parts, write.paragraph(model, write.style(META), 14)))


def _way_row(way: Way, write: Markup, count: int) -> str:
    over = write.over()
    name = write.cell(
        write.small(f"{way.name} ", write.theme.text) + write.small(way.intensity, write.theme.muted), over
    )
    if way.note:
        return write.row(name, write.cell(write.small(way.note), over, span=count, align="right"))
    return write.row(name, *(write.cell(_answer(a, write), over, align="right") for a in way.answers))


def _answer(answer: Answer, write: Markup) -> str:
    if answer.minutes is None:
        return write.small(answer.words)
    words = _("≈ {time}").format(time=answer.words) if answer.guess else answer.words
    return write.small(words, write.theme.text, 600)


def _signal_link(signal: str, name: str, chosen: bool, write: Markup) -> str:
    if chosen:
        return write.small(name, write.theme.text, 700)
    return (
        f'<a href="signal:{escape(signal)}" style="{write.style(META, write.theme.link)}">{escape(name)}</a>'
    )
