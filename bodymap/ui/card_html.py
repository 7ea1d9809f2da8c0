"""The card as HTML for Qt's text browser: a pure function of a card and a look.

Pictures are named by what they show (`shape:increases:#4FE3E6:16:16`) and painted by `card_images`.
Links are `bodymap:organ:liver` (a card), `source:3` (a publication), `copy:3`, `copy:all`, `more:2`
(the whole of a section), `deed:weeks` (an action).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bodymap.i18n import _
from bodymap.ui.look import META, TITLE, Look
from bodymap.ui.markup import Markup, escape
from bodymap.ui.row_html import RowHtml
from bodymap.viewmodels.card_values import Card, Section, Source

MOST_ROWS = 6
"""Rows of a section that are shown before the reader asks for all."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """How a card is laid out: look, width in px for the text, sections shown whole."""

    look: Look
    width: int
    whole: frozenset[int] = frozenset()


def card_html(card: Card, page: CardPage) -> str:
    """The whole card."""
    write = Markup(page.look, str(page.width - 4))  # Qt rounds the widths of columns up
    rows = RowHtml(write, page.width, card.wide)
    parts = [_head(card, write), _facts(card.facts, write)]
    for number, section in enumerate(card.sections):
        parts.append(_section(section, number, page, rows))
    parts += [_uncertain(card.uncertain, write), sources_html(card.sources, write)]
    return f"<html><body>{''.join(parts)}</body></html>"


def _head(card: Card, write: Markup) -> str:
    kicker = write.paragraph(card.kicker, write.style(META, write.theme.muted, 600))
    cells = [write.cell(escape(card.title), write.style(TITLE, weight=700))]
    if card.short:
        accent = write.style(color=write.theme.accent(card.role), weight=600)
        cells.append(write.cell(escape(card.short), accent, align="right"))
    sentence = write.paragraph(card.sentence, write.style(), 10, tall=130)
    return kicker + write.table([write.row(*cells, valign="bottom")], above=4) + sentence


def _facts(facts: Collection[tuple[str, str]], write: Markup) -> str:
    gap = f" padding-top:{write.look.px(3)}px;"
    name, value = write.style(META, write.theme.muted) + gap, write.style(META) + gap
    rows = [
        write.row(
            write.cell(escape(words), f"{name} padding-right:{write.look.px(12)}px", width="34%"),
            write.cell(escape(fact), value),
        )
        for words, fact in facts
    ]
    return write.table(rows, above=10) if rows else ""


def _section(section: Section, number: int, page: CardPage, rows: RowHtml) -> str:
    write = rows.write
    below = f" padding-bottom:{page.look.px(7)}px;"
    title = write.cell(escape(section.title), write.style(weight=600) + below)
    more = "" if section.deed is None else " · " + write.link(f"deed:{section.deed[0]}", section.deed[1])
    note = write.cell(
        escape(section.note) + more, write.style(META, write.theme.muted) + below, align="right"
    )
    heading = write.table([write.row(title, note, valign="bottom")], above=22)
    if not section.rows:
        return heading + write.paragraph(section.empty, write.style(META, write.theme.muted))
    whole = number in page.whole or len(section.rows) <= MOST_ROWS + 1
    shown = section.rows if whole else section.rows[:MOST_ROWS]
    table = rows.pairs(section, shown) or heading + rows.table(shown)
    if whole:
        return table
    link = write.link(f"more:{number}", _("all {n}").format(n=len(section.rows)))
    return table + write.table([write.row(write.cell(link, align="right"))], above=6)


def uncertain_words() -> str:
    """What heads the box of what is not certain, and by which the text browser finds it."""
    return _("? Not certain")


def _uncertain(sentences: Collection[str], write: Markup) -> str:
    if not sentences:
        return ""
    head = f"<p style='{write.style(weight=600)} margin:0'>{escape(uncertain_words())}</p>"
    text = "".join(write.paragraph(words, write.style(META), 5, tall=125) for words in sentences)
    return write.table([write.row(write.cell(head + text))], above=24, padding=14)


def sources_html(sources: Collection[Source], write: Markup) -> str:
    """Numbered sources that open, each with a button to copy it."""
    if not sources:
        return ""
    title = write.cell(escape(_("Sources")), write.style(weight=600))
    every = write.cell(write.link("copy:all", _("copy all")), align="right")
    heading = write.table([write.row(title, every, valign="bottom")], above=22)
    return heading + write.table([source_html(source, write) for source in sources], above=2)


def source_html(source: Source, write: Markup) -> str:
    """The row of a source: number, short form, whose it is where that is not what is shipped, copy."""
    side = write.look.grown(16)
    muted = write.style(META, write.theme.muted) + f" padding-top:{write.look.px(4)}px;"
    words = write.link(f"source:{source.number}", source.short) if source.url else write.small(source.short)
    words += " " + write.small(source.origin, weight=600) if source.origin else ""
    copy = f"<a href='copy:{source.number}'>{write.picture(f'icon:copy:{write.theme.muted}', side, side)}</a>"
    return write.row(
        write.cell(str(source.number), muted, width=write.look.grown(28)),
        write.cell(words, muted),
        write.cell(copy, muted, align="right", width=write.look.grown(26)),
    )
