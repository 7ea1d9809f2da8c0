"""What a filter of the evidence leaves, said on card and lists: what is hidden must not look unknown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.viewmodels.card_values import Card, EffectRow, NumberRow, Section
from bodymap.viewmodels.late_rows import LateRows
from bodymap.viewmodels.list_values import Listing, Lists
from bodymap.viewmodels.words import confidence_word

if TYPE_CHECKING:
    from bodymap.viewmodels.search_entries import Hit


def is_filtered(state: State) -> bool:
    """Whether a state hides something that is known."""
    return state.evidence != "all" or state.least != "low"


def filter_words(state: State) -> str:
    """What is shown, in words: "only what is shown in people"; empty where everything is."""
    shown = {
        "all": "",
        "human": _("only what is shown in people"),
        "human-trial": _("only what trials showed in people"),
    }[state.evidence]
    form = _("at least {confidence}")
    least = "" if state.least == "low" else form.format(confidence=confidence_word(state.least))
    return ", ".join(part for part in (shown, least) if part)


def filtered_card(whole: Card, left: Card, state: State) -> Card:
    """What is left of a card, with a line on what is hidden; `whole` is the same card without the filter."""
    hidden = _results(whole) - _results(left)
    form = _("{filter}; {hidden}")
    count = counted("{n} result is hidden", "{n} results are hidden", hidden)
    said = form.format(filter=filter_words(state), hidden=count)
    titles = {section.title: section for section in whole.sections}
    sections = tuple(_section(titles.get(s.title), s, state) for s in left.sections)
    note = (_("Shown"), said)
    return replace(left, sections=sections, facts=(note, *left.facts), notes=(note, *left.notes))


def filtered_lists(whole: Lists, left: Lists, state: State) -> Lists:
    """What is left of the lists; one that the filter has emptied says so."""
    upper = _listing(whole.upper, left.upper, state)
    return left._replace(upper=upper, lower=_listing(whole.lower, left.lower, state))


def filtered_hits(hits: Sequence[Hit], hidden: Collection[str], state: State) -> tuple[Hit, ...]:
    """What was found, each effect that the filter hides with words that say so; `hidden` are their ids."""
    words = _("hidden by the filter: {filter}").format(filter=filter_words(state))
    return tuple(replace(hit, hidden=words) if hit.effect in hidden else hit for hit in hits)


def _results(card: Card) -> int:
    return sum(_measured(section.rows) for section in card.sections)


def _measured(rows: Sequence[object]) -> int:
    if isinstance(rows, LateRows):
        return len(rows)
    return sum(isinstance(row, EffectRow | NumberRow) for row in rows)


def _section(whole: Section | None, left: Section, state: State) -> Section:
    empty = left.empty if whole is None else _empty(whole.rows, left.rows, left.empty, state)
    return replace(left, empty=empty)


def _listing(whole: Listing, left: Listing, state: State) -> Listing:
    return left._replace(empty=_empty(whole.rows, left.rows, left.empty, state))


def _empty(whole: Sequence[object], left: Sequence[object], empty: str, state: State) -> str:
    if left or not whole:
        return empty
    form = _("Hidden here: {n}. Shown is {filter}.")
    return form.format(n=len(whole), filter=filter_words(state))
