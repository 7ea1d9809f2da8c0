"""The end of a round as HTML for Qt's text browser: how it went by kind, and what to look at again."""

from __future__ import annotations

from bodymap.features.quiz.ending import Again, Ending
from bodymap.i18n import _
from bodymap.ui.look import BODY, META, Look
from bodymap.ui.markup import Markup, escape


def end_html(ending: Ending, look: Look, width: int) -> str:
    """The whole page for a width in px."""
    write = Markup(look, str(width - 4))
    parts = [write.paragraph(ending.words, write.style(BODY))] if ending.words else []
    parts += [_kinds(ending, write), _again(ending, write)]
    return f"<html><body>{''.join(parts)}</body></html>"


def _kinds(ending: Ending, write: Markup) -> str:
    rows = [
        write.row(
            write.cell(escape(words), write.style() + write.over() + write.under()),
            write.cell(
                escape(_("{right} of {asked}").format(right=right, asked=asked)),
                write.style(weight=600) + write.over() + write.under(),
                align="right",
            ),
        )
        for words, right, asked in ending.kinds
    ]
    return write.table(rows) if rows else ""


def _again(ending: Ending, write: Markup) -> str:
    if not ending.again:
        return ""
    head = write.paragraph(ending.heading, write.style(BODY, weight=600), 18)
    sources = {source.number: source for source in ending.sources}
    found = [head]
    for again in ending.again:
        found.append(write.paragraph(again.ask, write.style(META), 14))
        found.append(write.paragraph(again.right, write.style(BODY, weight=600), 2))
        found.append(write.paragraph(again.why, write.style(META), 2))
        found.append(_links(again, write))
        cited = (sources[n] for n in again.cited)
        words = (write.link(f"source:{s.number}", s.short) if s.url else write.small(s.short) for s in cited)
        found.append(_flowing(" · ".join(words), write))
    return "".join(found)


def _links(again: Again, write: Markup) -> str:
    style = write.style(META, write.theme.link, 600)
    links = (write.link(f"bodymap:{t.address}", t.words.replace(" ", "\u00a0"), style) for t in again.things)
    return _flowing(" &nbsp;·&nbsp; ".join(links), write)


def _flowing(html: str, write: Markup) -> str:
    box = f"margin-top:{write.look.px(4)}px; margin-bottom:0;"
    return f"<p style='{write.style(META)} {box}'>{html}</p>" if html else ""
