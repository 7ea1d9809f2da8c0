"""The action table as things that are found by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.ui.action_set import ActionSet, key_words
from bodymap.ui.action_values import Action
from bodymap.viewmodels.search_entries import Hit
from bodymap.viewmodels.search_more import Offer

_SILENT = frozenset({"find", "leave"})
"""What makes no sense while one searches."""


def action_offers(actions: ActionSet, ref: Ref, say: Callable[[str], object]) -> Iterator[Offer]:
    """Everything that can be done, or says why it cannot; what gives no reason only while it can.

    `ref` is what is looked at meanwhile. Greyed actions come last, and `say` their reason.
    """
    able, greyed = list[Action](), list[Action]()
    for action in actions.table:
        if action.id not in _SILENT:
            (able if action.enabled() else greyed).append(action)
    for action in able:
        yield _offer(action, ref, actions[action.id].trigger)
    for action in greyed:
        if action.reason:
            yield _offer(action, ref, partial(say, _said(action)), action.reason)


def _offer(action: Action, ref: Ref, run: Callable[[], object], why: str = "") -> Offer:
    group = _("Things to do")

    def hit() -> Hit:
        below = " · ".join(part for part in (action.group, key_words(action), why) if part)
        return Hit(ref, action.words, below, action.words, group=group, run=run)

    return Offer(action.words, group, hit, (*action.also, f"{action.group} {action.words}"))


def _said(action: Action) -> str:
    return _("{action}: {reason}").format(action=action.words, reason=action.reason)
