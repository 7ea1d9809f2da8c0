"""From what is looked at to the card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Kind
from bodymap.figure.figure import Anatomy
from bodymap.state import State
from bodymap.viewmodels.card_rows import Desk
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.credits import Credits
from bodymap.viewmodels.topic import topic_of


def card(atlas: Atlas, anatomy: Anatomy, state: State) -> Card:
    """Everything that is said about the thing in focus; what is not in the data gets a card that says so."""
    topic = topic_of(atlas, anatomy, state)
    desk = Desk(atlas, anatomy, topic, state.level, Citations(atlas), Credits(atlas))
    if topic.ref.kind == "region" or not atlas.holds(topic.ref):
        from bodymap.viewmodels.card_region import region_card, unknown_card

        return region_card(desk) if topic.ref.kind == "region" else unknown_card(topic.ref)
    written = _writer(topic.ref.kind)(desk)
    notes = desk.credits.facts(topic.ref)
    return replace(written, facts=(*written.facts, *notes), notes=notes)


def _writer(kind: Kind) -> Callable[[Desk], Card]:
    """What writes a kind of card; each is imported when first asked for, for a start shows only one."""
    if kind == "organ":
        from bodymap.viewmodels.card_organ import organ_card

        return organ_card
    if kind == "signal":
        from bodymap.viewmodels.card_signal import signal_card

        return signal_card
    from bodymap.viewmodels.card_movement import movement_card

    return movement_card
