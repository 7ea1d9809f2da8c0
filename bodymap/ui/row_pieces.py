"""Pieces that rows of the card have in common: dots of evidence, numbers of sources, bars of intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bodymap.i18n import _
from bodymap.ui.markup import Markup
from bodymap.viewmodels.card_values import NumberRow

NBSP = "\N{NO-BREAK SPACE}"
BESIDE = 62
"""The room of dots beside words, px at scale 1."""
_DOTS: Mapping[str, int] = {"high": 3, "moderate": 2, "low": 1}
_LEAST_BAR, _BAR = 60, 150


class RowPieces:
    """Writes the pieces for a width in px; `span` is the common axis of the bars."""

    def __init__(self, write: Markup, width: int) -> None:
        self.write, self.width = write, width
        self.bar = max(_LEAST_BAR, min(write.look.grown(_BAR), width // 3))
        self.span = (1.0, 1.0)

    def dots(self, confidence: str) -> str:
        """Three dots, as many filled as the evidence is sure."""
        name = f"dots:{_DOTS[confidence]}:{self.write.theme.text}"
        return self.write.picture(name, self.write.look.grown(36), self.write.look.grown(10))

    def cited(self, numbers: Sequence[int]) -> str:
        """The numbers of sources, as links."""
        return "&nbsp;".join(self.write.link(f"source:{n}", f"[{n}]") for n in numbers)

    def whose(self, origin: str) -> str:
        """The mark of whose claim a row is, where it is not from what is shipped."""
        return " " + self.write.small(origin.replace(" ", NBSP), weight=600) if origin else ""

    def both(self, row: NumberRow) -> list[str]:
        """Sedentary and exercising as sentences."""
        theme, pairs = self.write.theme, list[tuple[str, str, str]]()
        if row.sedentary:
            pairs.append((_("sedentary"), row.sedentary, theme.harm))
        if row.active:
            pairs.append((_("exercising"), row.active, theme.receiving))
        small = self.write.small
        return [f"{small(name, color, 600)}{small(f' · {words}')}" for name, words, color in pairs]

    def interval(self, row: NumberRow) -> str:
        """The bar of an interval; "" where no ratio has one."""
        if not row.ratio or row.value is None or row.low is None or row.high is None:
            return ""
        numbers = ":".join(f"{n:g}" for n in (row.low, row.value, row.high, *self.span))
        color = self.write.theme.accent(row.role)
        return self.write.picture(f"interval:{numbers}:{color}", self.bar, self.write.look.grown(16))


def span_of(rows: Sequence[object]) -> tuple[float, float]:
    """The common axis of the interval bars: it holds all intervals, and no difference (1)."""
    ends = [e for r in rows if isinstance(r, NumberRow) and r.ratio for e in (r.low, r.high) if e and e > 0]
    return min([0.8, *ends]), max([1.25, *ends])
