"""The part of the action table that is about evidence: what must be known of a thing for it to be shown."""

from __future__ import annotations

from bodymap.atlas.records import Confidence
from bodymap.i18n import _
from bodymap.sights import Shown
from bodymap.store import Store
from bodymap.ui.action_values import Action


def evidence_actions(store: Store) -> tuple[Action, ...]:
    """Show everything, only what is shown in people, or only what is sure enough."""
    group = _("Evidence")

    def toggle() -> None:
        store.set(evidence="human" if store.state.evidence == "all" else "all")

    return (
        Action("evidence", _("Only in people, or all"), group, toggle, ("E",)),
        *_kinds(store, group),
        *_sureness(store, group),
    )


def _kinds(store: Store, group: str) -> tuple[Action, ...]:
    words: tuple[tuple[Shown, str], ...] = (
        ("all", _("All evidence")),
        ("human", _("Only what is shown in people")),
        ("human-trial", _("Only what trials showed in people")),
    )
    return tuple(
        Action(
            f"evidence-{shown}",
            name,
            group,
            lambda shown=shown: store.set(evidence=shown),
            checked=lambda shown=shown: store.state.evidence == shown,
        )
        for shown, name in words
    )


def _sureness(store: Store, group: str) -> tuple[Action, ...]:
    words: tuple[tuple[Confidence, str], ...] = (
        ("low", _("Any confidence")),
        ("moderate", _("At least moderate confidence")),
        ("high", _("Only high confidence")),
    )
    return tuple(
        Action(
            f"least-{least}",
            name,
            group,
            lambda least=least: store.set(least=least),
            checked=lambda least=least: store.state.least == least,
        )
        for least, name in words
    )
