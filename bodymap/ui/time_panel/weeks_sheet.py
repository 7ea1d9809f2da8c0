"""The sheet "Over weeks": what weeks of training, and of sitting, did to a resting level."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.look import META, TITLE, Look
from bodymap.ui.markup import Markup
from bodymap.ui.overlay import Sheet

if TYPE_CHECKING:
    from bodymap.viewmodels.card_values import Source
    from bodymap.viewmodels.weeks import WeeksColumn, WeeksPicture, WeeksRow

_SIDE_BY_SIDE = 760
"""Width of the sheet, px at scale 1 and grown with the text, from which two columns stand side by side."""


class WeeksSheet(Sheet):
    """Two columns of studies; links ask for another signal. Emits `opened(url)` for a publication."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget, ask: Callable[[str], WeeksPicture], signal: str) -> None:
        self._ask, self._found = ask, ask(signal)
        self._beside = _fits_beside(look, parent.width())
        html = weeks_html(self._found, look, beside=self._beside)
        super().__init__(look, parent, _("Over weeks"), html)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.text.highlighted.connect(self._show_citation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where they no longer fit."""
        if _fits_beside(self.look, self.width()) != self._beside:
            self._write()
        super().resizeEvent(event)

    def _write(self) -> None:
        self._beside = _fits_beside(self.look, self.width())
        self.text.setHtml(weeks_html(self._found, self.look, beside=self._beside))
        self._arrange()

    def _source(self, url: QUrl) -> Source | None:
        scheme, _colon, number = url.toString().partition(":")
        sources = self._found.sources if scheme == "source" else ()
        return next((s for s in sources if str(s.number) == number), None)

    def _follow(self, url: QUrl) -> None:
        source = self._source(url)
        if source is not None and source.url:
            self.opened.emit(source.url)
        elif source is None:
            self._found = self._ask(url.toString().removeprefix("signal:"))
            self._write()

    def _show_citation(self, url: QUrl) -> None:
        source = self._source(url)
        self.text.setToolTip(source.citation if source else "")


def weeks_html(found: WeeksPicture, look: Look, *, beside: bool = True) -> str:
    """Every study with its people, n and source; what no one measured is grey, in words."""
    write = Markup(look)
    title = _("{signal} at rest, over weeks").format(signal=found.name)
    words = _(
        "The level at rest against that before, in the week in which a study measured it."
        " Dotted line: as before."
    )
    others = " · ".join(_signal_link(i, name, i == found.signal, write) for i, name in found.signals)
    columns = [_column(column, found, write) for column in found.columns]
    gap = f"padding-right:{look.px(28)}px;"
    styles = (gap if beside else "", "")
    cells = [write.cell(html, css, width="50%") for html, css in zip(columns, styles, strict=True)]
    rows = [write.row(*cells)] if beside else [write.row(cell) for cell in cells]
    lasting = found.lasting or _("A life of sitting against an active one: not measured")
    return (
        write.paragraph(title, write.style(TITLE, weight=700))
        + write.paragraph(words, write.style(META), 6)
        + f'<p style="margin-top:{look.px(8)}px">{others}</p>'
        + write.table(rows, above=16)
        + write.paragraph(lasting, write.style(weight=600), 18)
        + write.paragraph(
            _("Measured by studies, not modelled. Between two weeks nothing is drawn."), write.style(META), 6
        )
    )


def _fits_beside(look: Look, width: int) -> bool:
    return min(width - look.px(48), look.grown(1040)) >= look.grown(_SIDE_BY_SIDE)


def _column(column: WeeksColumn, found: WeeksPicture, write: Markup) -> str:
    """A habit: its studies, the earliest first, then in grey what was not measured."""
    head = write.paragraph(column.name, write.style(weight=600))
    rows = "".join(write.table([_row(row, found, write)], above=8) for row in column.rows)
    grey = f"background-color:{write.theme.hairline}; padding:{write.look.px(6)}px;"
    gap = write.table([write.row(write.cell(write.small(column.gap, write.theme.text), grey))], above=12)
    return head + rows + gap


def _row(row: WeeksRow, found: WeeksPicture, write: Markup) -> str:
    """A study: when, a dot where there is a number, words, people and sources."""
    when = write.small(row.when, write.theme.text, 700)
    dot = f"{_dot(row, found, write)}&nbsp; {write.small(_fold(row), write.theme.text, 700)}"
    first = f"<p style='margin:0'>{when}&nbsp;&nbsp; {dot if row.fold is not None else ''}</p>"
    said = write.paragraph(row.words, write.style(META), 3)
    note = write.paragraph(row.note, write.style(META, write.theme.muted), 2) if row.note else ""
    known = [source for source in found.sources if source.number in row.numbers]
    links = "; ".join(_source_link(source, write) for source in known)
    people = write.small(f"{row.people} · ", write.theme.muted)
    foot = f"<p style='margin-top:{write.look.px(2)}px; margin-bottom:0'>{people}{links}</p>"
    return write.row(write.cell(first + said + note + foot, write.over()))


def _dot(row: WeeksRow, found: WeeksPicture, write: Markup) -> str:
    """The picture of a number on the one axis that both columns share, a little wider than its span."""
    low, high = ("" if n is None else str(n) for n in (row.low, row.high))
    least, most = found.span[0] / 1.1, found.span[1] * 1.1
    name = f"point:{low}:{row.fold}:{high}:{least:.4f}:{most:.4f}:{write.theme.text}"
    return write.picture(name, write.look.grown(150), write.look.grown(18))


def _fold(row: WeeksRow) -> str:
    if row.fold is None:
        return ""
    if row.low is None or row.high is None:
        return _("×{value:.2f}").format(value=row.fold)
    return _("×{value:.2f} ({low:.2f}–{high:.2f})").format(value=row.fold, low=row.low, high=row.high)


def _source_link(source: Source, write: Markup) -> str:
    return write.link(f"source:{source.number}", source.short) if source.url else write.small(source.short)


def _signal_link(signal: str, name: str, chosen: bool, write: Markup) -> str:
    return write.small(name, write.theme.text, 700) if chosen else write.link(f"signal:{signal}", name)
