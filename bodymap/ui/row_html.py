"""The rows of the card's sections as HTML tables: effects, numbers, links, claims."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont

from bodymap.i18n import _
from bodymap.ui.look import META
from bodymap.ui.markup import Markup, escape
from bodymap.ui.row_pieces import BESIDE, NBSP, RowPieces, span_of
from bodymap.ui.verdict_marks import verdict_role
from bodymap.ui.wide_rows import WideRows
from bodymap.viewmodels.card_values import ClaimRow, EffectRow, LinkRow, NumberRow, Section

CardRow = EffectRow | NumberRow | LinkRow | ClaimRow
_SHAPE = 26
"""The room of a shape before words."""


class RowHtml:
    """Writes rows; `wide` is the layout between two bodies with its columns of numbers."""

    def __init__(self, write: Markup, width: int, wide: bool) -> None:
        self.write, self._wide, self._width = write, wide, width
        self._pieces = RowPieces(write, width)
        self._columns = WideRows(self._pieces) if wide else None

    def table(self, rows: Sequence[CardRow]) -> str:
        """All rows with a hairline above each."""
        self._pieces.span = span_of(rows)
        if self._columns is not None and self._columns.has_bars(rows):
            return self._columns.sizes(rows)
        # Each row shares its width between its own words: one long number must not narrow all names.
        return "".join(self.write.table([self._row(row)]) for row in rows)

    def pairs(self, section: Section, rows: Sequence[CardRow]) -> str:
        """A section of pairs in columns; "" where there is no room for them, or no values."""
        if self._columns is None or not self._columns.has_pairs(rows):
            return ""
        return self._columns.pairs(section, rows)

    def _row(self, row: CardRow) -> str:
        if isinstance(row, EffectRow):
            return self._effect(row)
        if isinstance(row, NumberRow):
            return self._number(row)
        return self._link(row) if isinstance(row, LinkRow) else self._claim(row)

    def _effect(self, row: EffectRow) -> str:
        write, theme = self.write, self.write.theme
        side, over = write.look.grown(15), write.over()
        name = write.style(weight=600)
        title = write.link(f"bodymap:{row.ref}", row.title, name) if row.ref else escape(row.title)
        shape = write.picture(f"shape:{row.direction}:{theme.accent(row.role)}", side, side)
        beside, wide, inside = self._evidence(row)
        return write.row(
            write.cell(shape, over, width=write.look.grown(_SHAPE)),
            write.cell(title, over + name),
            write.cell(beside, over, align="right", width=wide),
        ) + write.row(write.cell(""), write.cell(self._said(row, inside), write.under(), span=2))

    def _evidence(self, row: EffectRow) -> tuple[str, int, str]:
        """What stands beside the title, its width, and what stands in the sentence: kind and people."""
        write, dots, people = self.write, self._pieces.dots(row.confidence), row.n.replace(" ", NBSP)
        wide = write.look.metrics(META).horizontalAdvance(row.evidence) + write.look.grown(BESIDE)
        title = write.look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance(row.title)
        if title + wide + write.look.grown(_SHAPE) + write.look.px(8) <= self._width:
            return f"{write.small(row.evidence, write.theme.muted)}&nbsp;&nbsp;{dots}", wide, people
        inside = ", ".join(part for part in (row.evidence, people) if part)
        return dots, write.look.grown(BESIDE) - write.look.px(16), inside

    def _said(self, row: EffectRow, inside: str) -> str:
        write, muted = self.write, self.write.theme.muted
        lead = write.small(row.direction_word, weight=600) + write.small(" · ") if row.direction_word else ""
        people = write.small(f" ({inside})", muted) if inside else ""
        how = "<br>" + write.small(row.how, muted) if row.how else ""
        claim = _("claim {n}").format(n=row.claim) if row.claim is not None else ""
        touched = f" {write.small('·')} {write.link(f'claim:{row.claim}', claim)}" if claim else ""
        cited = f"{self._pieces.cited(row.numbers)}{touched}{self._pieces.whose(row.origin)}"
        return f"{lead}{write.small(row.what)}{people}{how} {cited}"

    def _number(self, row: NumberRow) -> str:
        write, over = self.write, self.write.over()
        number = write.style(color=write.theme.accent(row.role), weight=700)
        beside = f"{escape(row.number)}&nbsp;&nbsp;{self._pieces.dots(row.confidence)}"
        bold = write.look.metrics(weight=QFont.Weight.Bold).horizontalAdvance(row.number)
        wide = min(self._width // 2, bold + write.look.grown(BESIDE))
        title = escape(row.title) if row.title else write.small(row.plain)
        head = write.row(
            write.cell(title, over + write.style(weight=600)),
            write.cell(beside, over + number, align="right", width=wide),
        )
        return head + self._pair(row) + write.row(write.cell(self._words(row), write.under(), span=2))

    def _pair(self, row: NumberRow) -> str:
        """Sedentary and exercising side by side, as the bodies stand; nothing where the card is narrow."""
        both = self._pieces.both(row) if self._wide else []
        if not both:
            return ""
        half = f"padding-top:{self.write.look.px(3)}px; padding-right:{self.write.look.px(16)}px;"
        cells = (self.write.cell(words, half, width="50%") for words in both)
        pair = self.write.table([self.write.row(*cells)])
        return self.write.row(self.write.cell(pair, "", span=2))

    def _words(self, row: NumberRow) -> str:
        """What a number means, its circumstances, its caution, its sources."""
        write, muted = self.write, self.write.theme.muted
        lines = [write.small(row.plain)] if row.plain and row.title else []
        if not self._wide:
            lines += self._pieces.both(row)
        bar = self._pieces.interval(row)
        if row.interval and (bar or not self._wide):
            lines.append(f"{write.small(row.interval, muted)}&nbsp;&nbsp;{bar}")
        notes = (row.note, row.interval if self._wide and not bar else "")
        lines += [write.small(" · ".join(part for part in notes if part), muted)] * any(notes)
        if row.caution:
            lines.append(write.small("? ", muted, 700) + write.small(row.caution, muted))
        return f"{'<br>'.join(lines)} {self._pieces.cited(row.numbers)}{self._pieces.whose(row.origin)}"

    def _link(self, row: LinkRow) -> str:
        write, side = self.write, self.write.look.grown(12)
        line = write.over() + write.under()
        dot = write.picture(f"mark:{row.mark}:{write.theme.working}", side, side) + "&nbsp;&nbsp;"
        to = write.link(f"bodymap:{row.ref}", row.text, write.style(color=write.theme.link, weight=600))
        return write.row(
            write.cell(to if row.mark == "none" else dot + to, line),
            write.cell(write.small(row.note, write.theme.muted), line, align="right"),
        )

    def _claim(self, row: ClaimRow) -> str:
        write, muted, over = self.write, self.write.theme.muted, self.write.over()
        side, color = write.look.grown(16), getattr(write.theme, verdict_role(row.mark))
        mark = write.picture(f"verdict:{row.mark}:{color}", side, side)
        claim = write.link(f"claim:{row.number}", row.claim, write.style(META, write.theme.link, 600))
        verdict = write.small(row.verdict, color, 600) + write.small(f" · {row.nuance}", muted)
        html = f"{claim}<br>{verdict} {self._pieces.cited(row.numbers)}{self._pieces.whose(row.origin)}"
        width = write.look.grown(_SHAPE)
        return write.row(write.cell(mark, over, width=width), write.cell(html, over + write.under()))
