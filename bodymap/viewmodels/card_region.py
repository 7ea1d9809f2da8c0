"""The card of a drawn part about which nothing is recorded."""

from __future__ import annotations

from bodymap.atlas.records import Ref
from bodymap.figure.figure import Region
from bodymap.i18n import _
from bodymap.viewmodels.card_rows import Desk
from bodymap.viewmodels.card_values import Card, Section


def region_card(desk: Desk) -> Card:
    """Its names, and that no effect is recorded."""
    ref = desk.topic.ref
    found = _find(desk, ref.id)
    nothing = _("No effect of a signal is recorded here in our data.")
    facts: tuple[tuple[str, str], ...] = ()
    if found is not None:
        latin = ((_("Latin"), found.latin),) if found.latin else ()
        facts = (*latin, (_("Ontology"), found.ontology or _("no exact term")))
    return Card(
        ref=ref,
        kicker=_("Part of the body").upper(),
        title=found.name if found else ref.id,
        short="",
        role="chosen",
        sentence=nothing if found else _("This is not in the data that is loaded."),
        sections=(Section(_("What signals do here"), "", (), nothing),),
        facts=() if desk.is_school else facts,
        wide=desk.topic.mode == "both",
    )


def unknown_card(ref: Ref) -> Card:
    """For a name that the loaded data does not hold, for example after a pack was taken away."""
    return Card(
        ref=ref,
        kicker=_("Not found").upper(),
        title=ref.id,
        short="",
        role="chosen",
        sentence=_("This is not in the data that is loaded."),
        sections=(),
    )


def _find(desk: Desk, region: str) -> Region | None:
    sides = desk.anatomy.both_sides(region)
    if sides:
        return desk.anatomy.regions[sides[0]]
    return desk.topic.closeup.regions.get(region) if desk.topic.closeup else None
