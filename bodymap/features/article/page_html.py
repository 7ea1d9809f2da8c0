"""The page of a claim as HTML for Qt's text browser: claim, verdict, nuance, what it is about, sources."""

from __future__ import annotations

from bodymap.features.article.model import Bearing, Page
from bodymap.i18n import _
from bodymap.ui.card_html import source_html, sources_html
from bodymap.ui.look import BODY, META, TITLE, Look
from bodymap.ui.markup import Markup, escape
from bodymap.ui.verdict_marks import verdict_role


def page_html(page: Page, look: Look, width: int) -> str:
    """The whole page for a width in px."""
    write = Markup(look, str(width - 4))
    parts = [_head(page, write), _about(page, write), _bearing(page.bearing, write)]
    parts += [sources_html(page.sources, write), _context(page, write)]
    return f"<html><body>{''.join(parts)}</body></html>"


def _head(page: Page, write: Markup) -> str:
    claim, side = page.claim, write.look.grown(28)
    color = getattr(write.theme, verdict_role(claim.verdict))
    mark = write.picture(f"verdict:{claim.verdict}:{color}", side, side)
    verdict = write.row(
        write.cell(mark, width=side + write.look.grown(10)),
        write.cell(escape(claim.verdict_words), write.style(BODY, color, 700)),
        valign="middle",
    )
    words = [
        write.paragraph(page.kicker, write.style(META, write.theme.muted, 600)),
        write.paragraph(claim.claim, write.style(TITLE, weight=700), 4, tall=112),
        write.table([verdict], above=18),
        write.paragraph(claim.nuance, write.style(), 10, tall=135),
    ]
    if claim.origin:
        words.append(write.paragraph(claim.origin, write.style(META, weight=600), 8))
    return "".join(words)


def _about(page: Page, write: Markup) -> str:
    style = write.style(BODY, write.theme.link, 600)
    links = (write.link(f"bodymap:{ref}", name.replace(" ", "\u00a0"), style) for ref, name in page.about)
    return _heading(_("What it is about"), write) + _flowing(" &nbsp;·&nbsp; ".join(links), write)


def _bearing(bearing: tuple[Bearing, ...], write: Markup) -> str:
    if not bearing:
        return ""
    rows = [
        write.row(
            write.cell(
                write.link(f"bodymap:{b.ref}", b.title, write.style(META, write.theme.link, 600)),
                write.over() + write.under(),
                width="34%",
            ),
            write.cell(write.small(b.words), write.over() + write.under()),
        )
        for b in bearing
    ]
    return _heading(_("Effects that bear on it"), write) + write.table(rows, above=8)


def _context(page: Page, write: Markup) -> str:
    if not page.context:
        return ""
    head = _heading(_("Read beside it, not as support"), write)
    return head + write.table([source_html(source, write) for source in page.context], above=2)


def _heading(words: str, write: Markup) -> str:
    return write.paragraph(words, write.style(weight=600), 22)


def _flowing(html: str, write: Markup) -> str:
    box = f"margin-top:{write.look.px(6)}px; margin-bottom:0; line-height:140%;"
    return f"<p style='{write.style()} {box}'>{html}</p>"
