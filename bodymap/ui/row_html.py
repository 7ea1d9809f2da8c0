"""The rows of the card's sections as HTML tables: effects, numbers, links, claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QFont

from bodymap.i18n import _
from bodymap.ui.look import META
from bodymap.ui.markup import Markup, escape
from bodymap.ui.verdict_marks import verdict_role
from bodymap.viewmodels.card_values import ClaimRow, EffectRow, LinkRow, NumberRow

CardRow = EffectRow | NumberRow | LinkRow | ClaimRow
_DOTS: Mapping[str, int] = {"high": 3, "moderate": 2, "low": 1}
_NBSP = "\N{NO-BREAK SPACE}"
_LEAST_BAR, _BAR = 60, 150
_BESIDE = 62
"""The room of dots beside words, px at scale 1."""
_SHAPE = 26
"""The room of a shape before words."""
_SHORT = 14
"""The most letters of a value that stands in a column."""
_COLUMNS = 480
"""The room that columns need, px at scale 1."""


class RowHtml:
    """Writes rows; `wide` is the layout between two bodies with its columns of numbers."""

    def __init__(self, write: Markup, width: int, wide: bool) -> None:
        self.write, self._wide = write, wide
        self._width = width
        self._bar = max(_LEAST_BAR, min(write.look.grown(_BAR), width // 3))
        self._range = (1.0, 1.0)

    def table(self, rows: Sequence[CardRow]) -> str:
        """All rows with a hairline above each."""
        self._range = _range_of(rows)
        numbers = [row for row in rows if isinstance(row, NumberRow)]
        room = self._wide and self._width >= self.write.look.grown(_COLUMNS)
        if room and rows and len(numbers) == len(rows) and all(map(_has_columns, numbers)):
            return self.write.table([self._columns(), *(self._in_columns(row) for row in numbers)])
        # Each row shares its width between its own words: one long number must not narrow all names.
        return "".join(self.write.table([self._row(row)]) for row in rows)

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
        write, dots, people = self.write, self._dots(row.confidence), row.n.replace(" ", _NBSP)
        wide = write.look.metrics(META).horizontalAdvance(row.evidence) + write.look.grown(_BESIDE)
        title = write.look.metrics(weight=QFont.Weight.DemiBold).horizontalAdvance(row.title)
        if title + wide + write.look.grown(_SHAPE) + write.look.px(8) <= self._width:
            return f"{write.small(row.evidence, write.theme.muted)}&nbsp;&nbsp;{dots}", wide, people
        inside = ", ".join(part for part in (row.evidence, people) if part)
        return dots, write.look.grown(_BESIDE) - write.look.px(16), inside

    def _said(self, row: EffectRow, inside: str) -> str:
        write, muted = self.write, self.write.theme.muted
        lead = write.small(row.direction_word, weight=600) + write.small(" · ") if row.direction_word else ""
        people = write.small(f" ({inside})", muted) if inside else ""
        how = "<br>" + write.small(row.how, muted) if row.how else ""
        claim = _("claim {n}").format(n=row.claim) if row.claim is not None else ""
        touched = f" {write.small('·')} {write.link(f'claim:{row.claim}', claim)}" if claim else ""
        cited = f"{self._cited(row.numbers)}{touched}{self._whose(row.origin)}"
        return f"{lead}{write.small(row.what)}{people}{how} {cited}"

    def _number(self, row: NumberRow) -> str:
        write, over = self.write, self.write.over()
        number = write.style(color=write.theme.accent(row.role), weight=700)
        beside = f"{escape(row.number)}&nbsp;&nbsp;{self._dots(row.confidence)}"
        bold = write.look.metrics(weight=QFont.Weight.Bold).horizontalAdvance(row.number)
        wide = min(self._width // 2, bold + write.look.grown(_BESIDE))
        title = escape(row.title) if row.title else write.small(row.plain)
        head = write.row(
            write.cell(title, over + write.style(weight=600)),
            write.cell(beside, over + number, align="right", width=wide),
        )
        return head + self._pair(row) + write.row(write.cell(self._words(row), write.under(), span=2))

    def _pair(self, row: NumberRow) -> str:
        """Sedentary and exercising side by side, as the bodies stand; nothing where the card is narrow."""
        both = self._both(row) if self._wide else []
        if not both:
            return ""
        half = f"padding-top:{self.write.look.px(3)}px; padding-right:{self.write.look.px(16)}px;"
        cells = (self.write.cell(words, half, width="50%") for words in both)
        pair = self.write.table([self.write.row(*cells)])
        return self.write.row(self.write.cell(pair, "", span=2))

    def _in_columns(self, row: NumberRow) -> str:
        write, theme, over = self.write, self.write.theme, self.write.over()
        sedentary = over + write.style(color=theme.harm, weight=600)
        active = over + write.style(color=theme.receiving, weight=600)
        return write.row(
            write.cell(escape(row.title), over + write.style(weight=600), width="38%"),
            write.cell(escape(row.sedentary), sedentary, align="right"),
            write.cell(escape(row.active), active, align="right"),
            write.cell(escape(row.number), over + write.style(weight=700), align="right"),
            write.cell(self._dots(row.confidence), over, align="right"),
        ) + write.row(write.cell(self._words(row), write.under(), span=5))

    def _columns(self) -> str:
        theme = self.write.theme
        heads = (("", theme.muted), (_("sedentary"), theme.harm), (_("exercising"), theme.receiving))
        heads = (*heads, (_("difference"), theme.muted), (_("evidence"), theme.muted))
        gap = f"padding-left:{self.write.look.px(8)}px"
        cells = (self.write.cell(self.write.small(words, c), gap, align="right") for words, c in heads)
        return self.write.row(*cells)

    def _words(self, row: NumberRow) -> str:
        """What a number means, its circumstances, its caution, its sources."""
        write, muted = self.write, self.write.theme.muted
        lines = [write.small(row.plain)] if row.plain and row.title else []
        if not self._wide:
            lines += self._both(row)
        if row.interval:
            lines.append(f"{write.small(row.interval, muted)}&nbsp;&nbsp;{self._interval(row)}")
        if row.note:
            lines.append(write.small(row.note, muted))
        if row.caution:
            lines.append(write.small("? ", muted, 700) + write.small(row.caution, muted))
        return f"{'<br>'.join(lines)} {self._cited(row.numbers)}{self._whose(row.origin)}"

    def _both(self, row: NumberRow) -> list[str]:
        """Sedentary and exercising as sentences, where they are too long for columns."""
        theme, pairs = self.write.theme, list[tuple[str, str, str]]()
        if row.sedentary:
            pairs.append((_("sedentary"), row.sedentary, theme.harm))
        if row.active:
            pairs.append((_("exercising"), row.active, theme.receiving))
        small = self.write.small
        return [f"{small(name, color, 600)}{small(f' · {words}')}" for name, words, color in pairs]

    def _interval(self, row: NumberRow) -> str:
        if not row.ratio or row.value is None or row.low is None or row.high is None:
            return ""
        numbers = ":".join(f"{n:g}" for n in (row.low, row.value, row.high, *self._range))
        color = self.write.theme.accent(row.role)
        return self.write.picture(f"interval:{numbers}:{color}", self._bar, self.write.look.grown(16))

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
        html = f"{claim}<br>{verdict} {self._cited(row.numbers)}{self._whose(row.origin)}"
        width = write.look.grown(_SHAPE)
        return write.row(write.cell(mark, over, width=width), write.cell(html, over + write.under()))

    def _whose(self, origin: str) -> str:
        """The mark of whose claim a row is, where it is not from what is shipped."""
        return " " + self.write.small(origin.replace(" ", _NBSP), weight=600) if origin else ""

    def _cited(self, numbers: Sequence[int]) -> str:
        return "&nbsp;".join(self.write.link(f"source:{n}", f"[{n}]") for n in numbers)

    def _dots(self, confidence: str) -> str:
        name = f"dots:{_DOTS[confidence]}:{self.write.theme.text}"
        return self.write.picture(name, self.write.look.grown(36), self.write.look.grown(10))


def _has_columns(row: NumberRow) -> bool:
    """Whether a row has both values, short enough for a column."""
    if not (row.sedentary or row.active):
        return False
    return max(map(len, (row.sedentary, row.active, row.number))) <= _SHORT


def _range_of(rows: Sequence[CardRow]) -> tuple[float, float]:
    """The common axis of the interval bars: it holds all intervals, and no difference (1)."""
    ends = [e for r in rows if isinstance(r, NumberRow) and r.ratio for e in (r.low, r.high) if e and e > 0]
    return min([0.8, *ends]), max([1.25, *ends])
