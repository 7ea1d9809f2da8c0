"""The rows of the card's sections as HTML tables: effects, numbers, links, claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bodymap.i18n import _
from bodymap.ui.look import META
from bodymap.ui.markup import Markup
from bodymap.viewmodels.card_values import ClaimRow, EffectRow, LinkRow, NumberRow

CardRow = EffectRow | NumberRow | LinkRow | ClaimRow
_DOTS: Mapping[str, int] = {"high": 3, "moderate": 2, "low": 1}
_LEAST_BAR, _BAR, _SHORT = 60, 150, 14


class RowHtml:
    """Writes rows; `wide` is the layout between two bodies with its columns of numbers."""

    def __init__(self, write: Markup, width: int, wide: bool) -> None:
        self.write, self._wide = write, wide
        self._bar = max(_LEAST_BAR, min(write.look.grown(_BAR), width // 3))
        self._range = (1.0, 1.0)

    def table(self, rows: Sequence[CardRow]) -> str:
        """All rows with a hairline above each."""
        self._range = _range_of(rows)
        columns = self._wide and any(_has_columns(row) for row in rows)
        lines = [self._in_columns(r) if columns and _has_columns(r) else self._row(r) for r in rows]
        return self.write.table([self._columns(), *lines] if columns else lines)

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
        kind = write.small(row.evidence, theme.muted)
        words = write.look.metrics(META).horizontalAdvance(row.evidence)
        wide = words + write.look.grown(36) + write.look.px(20)
        people = write.small(f" ({row.n})", theme.muted) if row.n else ""
        lead = write.small(row.direction_word, weight=600) + write.small(" · ") if row.direction_word else ""
        how = "<br>" + write.small(row.how, theme.muted) if row.how else ""
        shape = write.picture(f"shape:{row.direction}:{theme.accent(row.role)}", side, side)
        body = f"{lead}{write.small(row.what)}{people}{how} {self._cited(row.numbers)}"
        return write.row(
            write.cell(shape, over, width=write.look.grown(26)),
            write.cell(title, over + name),
            write.cell(f"{kind}&nbsp;&nbsp;{self._dots(row.confidence)}", over, align="right", width=wide),
        ) + write.row(write.cell(""), write.cell(body, write.under(), span=2))

    def _number(self, row: NumberRow) -> str:
        write, over, under = self.write, self.write.over(), self.write.under()
        number = write.style(color=write.theme.accent(row.role), weight=700)
        beside = f"{write.small(row.interval, write.theme.muted)}{self._interval(row)}"
        words = f"{under} padding-right:{write.look.px(12)}px;"
        return write.row(
            write.cell(escape(row.title), over + write.style(weight=600), width="60%"),
            write.cell(escape(row.number), over + number, align="right"),
        ) + write.row(
            write.cell(self._words(row), words),
            write.cell(f"{beside}<br>{self._dots(row.confidence)}", under, align="right"),
        )

    def _in_columns(self, row: CardRow) -> str:
        if not isinstance(row, NumberRow):
            return self._row(row)
        write, theme, over = self.write, self.write.theme, self.write.over()
        sedentary = over + write.style(color=theme.harm, weight=600)
        active = over + write.style(color=theme.receiving, weight=600)
        beside = f"{write.small(row.interval, theme.muted)}{self._interval(row)}"
        return write.row(
            write.cell(escape(row.title), over + write.style(weight=600), width="38%"),
            write.cell(escape(row.sedentary), sedentary, align="right"),
            write.cell(escape(row.active), active, align="right"),
            write.cell(escape(row.number), over + write.style(weight=700), align="right"),
            write.cell(self._dots(row.confidence), over, align="right"),
        ) + write.row(
            write.cell(self._words(row), write.under(), span=3),
            write.cell(beside, write.under(), span=2, align="right"),
        )

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
        lines = [write.small(row.plain)] if row.plain else []
        if not (self._wide and _has_columns(row)):
            lines += self._both(row)
        if row.note:
            lines.append(write.small(row.note, muted))
        if row.caution:
            lines.append(write.small("? ", muted, 700) + write.small(row.caution, muted))
        return f"{'<br>'.join(lines)} {self._cited(row.numbers)}"

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
        picture = self.write.picture(f"interval:{numbers}:{color}", self._bar, self.write.look.grown(16))
        return f"<br>{picture}"

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
        write, muted = self.write, self.write.theme.muted
        verdict = write.small(row.verdict, weight=600) + write.small(f" · {row.nuance}", muted)
        html = f"{write.small(row.claim)}<br>{verdict} {self._cited(row.numbers)}"
        return write.row(write.cell(html, write.over() + write.under()))

    def _cited(self, numbers: Sequence[int]) -> str:
        return "&nbsp;".join(self.write.link(f"source:{n}", f"[{n}]") for n in numbers)

    def _dots(self, confidence: str) -> str:
        name = f"dots:{_DOTS[confidence]}:{self.write.theme.text}"
        return self.write.picture(name, self.write.look.grown(36), self.write.look.grown(10))


def _has_columns(row: CardRow) -> bool:
    """Whether a row has both values, short enough for a column."""
    if not isinstance(row, NumberRow) or not (row.sedentary or row.active):
        return False
    return max(len(row.sedentary), len(row.active)) <= _SHORT


def _range_of(rows: Sequence[CardRow]) -> tuple[float, float]:
    """The common axis of the interval bars: it holds all intervals, and no difference (1)."""
    ends = [e for r in rows if isinstance(r, NumberRow) and r.ratio for e in (r.low, r.high) if e and e > 0]
    return min([0.8, *ends]), max([1.25, *ends])
