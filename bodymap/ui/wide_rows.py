"""Measured numbers in columns, as the wide card between two bodies has them: pairs, sizes with bars."""

from __future__ import annotations

from collections.abc import Sequence

from bodymap.i18n import _
from bodymap.ui.look import META
from bodymap.ui.markup import escape
from bodymap.ui.row_pieces import NBSP, RowPieces
from bodymap.viewmodels.card_values import NumberRow, Section
from bodymap.viewmodels.words import no_interval

_SHORT = 14
"""The most letters of a value that stands in a column."""
_COLUMNS = 480
"""The room that columns need, px at scale 1."""
_VALUE, _DIFFERENCE, _SIZE, _EXACT, _EVIDENCE = 92, 120, 56, 88, 76
"""The widths of a value, a difference, a size, its interval, and of the dots, px at scale 1."""
_BESIDE = 3
"""The most letters of a unit that stands beside its number; a longer one stands below."""


class WideRows:
    """Writes tables of measured numbers whose columns stand in line from row to row."""

    def __init__(self, pieces: RowPieces) -> None:
        self._pieces, self._write = pieces, pieces.write

    def has_pairs(self, rows: Sequence[object]) -> bool:
        """Whether rows are pairs, sedentary and exercising, of which one at least has values for columns."""
        numbers = self._numbers(rows)
        return all(n.sedentary or n.active for n in numbers) and any(all(_short_sides(n)) for n in numbers)

    def has_bars(self, rows: Sequence[object]) -> bool:
        """Whether rows are sizes of which one at least has a bar."""
        return any(map(self._pieces.interval, self._numbers(rows)))

    def pairs(self, section: Section, rows: Sequence[object]) -> str:
        """A section of pairs, headed by its title and the names of the columns."""
        write, theme = self._write, self._write.theme
        heads = ((_("sedentary"), theme.harm), (_("exercising"), theme.receiving))
        heads = (*heads, (_("difference"), theme.muted), (_("evidence"), theme.muted))
        below = f" padding-bottom:{write.look.px(7)}px;"
        cells = [write.cell(escape(section.title), write.style(weight=600) + below)]
        cells += [write.cell(write.small(words, color), below, align="right") for words, color in heads]
        lines = [write.row(*cells, valign="bottom"), *map(self._pair, self._numbers(rows))]
        return write.table(lines, above=22)

    def sizes(self, rows: Sequence[object]) -> str:
        """Sizes with their bars on one axis."""
        return self._write.table([self._size(row) for row in self._numbers(rows)])

    def _numbers(self, rows: Sequence[object]) -> list[NumberRow]:
        """The rows, where all are numbers and there is room for columns."""
        numbers = [row for row in rows if isinstance(row, NumberRow)]
        room = self._pieces.width >= self._write.look.grown(_COLUMNS)
        return numbers if room and len(numbers) == len(rows) else []

    def _pair(self, row: NumberRow) -> str:
        write, theme, look = self._write, self._write.theme, self._write.look
        over, value = write.over(), look.grown(_VALUE)
        sides = _short_sides(row)
        cells = [write.cell(escape(row.title), over + write.style(weight=600))]
        if all(sides):
            for words, color in zip(sides, (theme.harm, theme.receiving), strict=True):
                cells.append(write.cell(self._amount(words, color), over, align="right", width=value))
        else:
            told = write.small(_("told in words"), theme.muted)
            cells.append(write.cell(told, over, align="right", span=2, width=2 * value))
        exact = "" if row.interval == no_interval() else f"<br>{write.small(row.interval, theme.muted)}"
        number, wide = f"{escape(row.number)}{exact}", look.grown(_DIFFERENCE)
        cells.append(write.cell(number, over + write.style(weight=700), align="right", width=wide))
        return write.row(*cells, self._dots(row, over)) + write.row(
            write.cell(self._told(row), write.under(), span=5)
        )

    def _amount(self, words: str, color: str) -> str:
        """A value whose number is bold and whose unit is small; neither is broken."""
        number, _space, unit = words.replace(" ", NBSP).partition(NBSP)
        bold = f"<span style='{self._write.style(color=color, weight=700)}'>{escape(number)}</span>"
        small = self._write.small(unit, color) if unit else ""
        return bold + (f"<br>{small}" if len(unit) > _BESIDE else f"{NBSP}{small}" if unit else "")

    def _dots(self, row: NumberRow, style: str) -> str:
        """The dots in line with the words of the row."""
        dots = NBSP + self._pieces.dots(row.confidence)
        wide = self._write.look.grown(_EVIDENCE)
        return self._write.cell(dots, style + self._write.style(), align="right", width=wide)

    def _told(self, row: NumberRow) -> str:
        """Both values as sentences, then what they mean and where they are from."""
        write = self._write
        said = [] if _short_sides(row) == (row.sedentary, row.active) else self._pieces.both(row)
        room = f"padding-right:{write.look.px(16)}px; padding-top:{write.look.px(3)}px"
        halves = [write.cell(words, room, width="50%") for words in said]
        pair = write.table([write.row(*halves)]) if halves else ""
        plain = f"{write.small(row.plain)} " if row.plain else ""
        return f"{pair}<p style='margin:0'>{plain}{self._from(row)}</p>"

    def _size(self, row: NumberRow) -> str:
        """What was found, the bar of its interval, the number beside it, the dots; below, in whom."""
        write, theme, look = self._write, self._write.theme, self._write.look
        over, gap = write.over(), f"padding-left:{look.px(16)}px;"
        name, style = (row.title, write.style(weight=600)) if row.title else (row.plain, write.style(META))
        exact = row.interval.removeprefix(_("95 % interval {interval}").partition("{")[0])
        exact = "" if row.interval == no_interval() else write.small(exact.replace(" ", NBSP), theme.muted)
        number = self._amount(row.number, theme.accent(row.role))
        plain = f"{write.small(row.plain)} " if row.plain and row.title else ""
        return write.row(
            write.cell(escape(name), over + style),
            write.cell(self._pieces.interval(row), over + gap + write.style(), width=self._pieces.bar),
            write.cell(number, over, align="right", width=look.grown(_SIZE)),
            write.cell(exact, over + write.style(), align="right", width=look.grown(_EXACT)),
            self._dots(row, over),
        ) + write.row(write.cell(plain + self._from(row), write.under(), span=5))

    def _from(self, row: NumberRow) -> str:
        """The circumstances of a number, its caution, its sources."""
        write, muted = self._write, self._write.theme.muted
        notes = (row.note, row.interval if row.interval == no_interval() else "")
        note = write.small(" · ".join(part for part in notes if part), muted)
        caution = write.small("? ", muted, 700) + write.small(row.caution, muted) if row.caution else ""
        cited = f"{note} {self._pieces.cited(row.numbers)}{self._pieces.whose(row.origin)}"
        return f"{cited}<br>{caution}" if caution else cited


def _short_sides(row: NumberRow) -> tuple[str, str]:
    """Both values where they are short enough for columns: as numbers, else as they were told."""
    for sides in (row.sides, (row.sedentary, row.active)):
        if all(sides) and max(map(len, sides)) <= _SHORT:
            return sides
    return ("", "")
