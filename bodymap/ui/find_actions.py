"""The action table as things that are found by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    able = [action for action in actions.table if action.id not in _SILENT and action.enabled()]
    yield from _offers(able, ref, lambda action: actions[action.id].trigger)
    greyed = [action for action in actions.table if action.reason and not action.enabled()]
    yield from _offers(greyed, ref, lambda action: partial(say, _said(action)))


def _offers(
    some: Iterable[Action], ref: Ref, run: Callable[[Action], Callable[[], object]]
) -> Iterator[Offer]:
    for action in some:
        why = "" if action.enabled() else action.reason
        below = " · ".join(part for part in (action.group, key_words(action), why) if part)
        hit = Hit(ref, action.words, below, action.words, group=_("Things to do"), run=run(action))
        yield Offer(hit, (*action.also, f"{action.group} {action.words}"))


def _said(action: Action) -> str:
    return _("{action}: {reason}").format(action=action.words, reason=action.reason)
