"""From what is looked at to the card."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.state import State
from bodymap.viewmodels.card_movement import movement_card
from bodymap.viewmodels.card_organ import organ_card
from bodymap.viewmodels.card_region import region_card, unknown_card
from bodymap.viewmodels.card_rows import Desk
from bodymap.viewmodels.card_signal import signal_card
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.credits import Credits
from bodymap.viewmodels.topic import topic_of


def card(atlas: Atlas, anatomy: Anatomy, state: State) -> Card:
    """Everything that is said about the thing in focus; what is not in the data gets a card that says so."""
    topic = topic_of(atlas, anatomy, state)
    desk = Desk(atlas, anatomy, topic, state.level, Citations(atlas), Credits(atlas))
    if topic.ref.kind == "region":
        return region_card(desk)
    if not atlas.holds(topic.ref):
        return unknown_card(topic.ref)
    writers = {"organ": organ_card, "signal": signal_card, "movement": movement_card}
    written = writers[topic.ref.kind](desk)
    notes = desk.credits.facts(topic.ref)
    return replace(written, facts=(*written.facts, *notes), notes=notes)
