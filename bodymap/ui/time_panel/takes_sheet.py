"""The sheet that answers "What would it take?", the one about a ready day, and the notes to the curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from bodymap.i18n import _
from bodymap.ui.look import META, TITLE, Look
from bodymap.ui.markup import Markup, escape
from bodymap.ui.overlay import Sheet

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.takes import Answer, Takes, Way
    from bodymap.viewmodels.timeline.values import DayWords, Timeline


class TakesSheet(Sheet):
    """The table for a signal; its links ask for another signal, and the names lead to the movements."""

    def __init__(self, look: Look, parent: QWidget, ask: Callable[[str], Takes], signal: str) -> None:
        self._ask = ask
        super().__init__(look, parent, _("What would it take?"), takes_html(ask(signal), look))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)

    def _follow(self, url: QUrl) -> None:
        self.text.setHtml(takes_html(self._ask(url.toString().removeprefix("signal:")), self.look))
        self._arrange()


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
