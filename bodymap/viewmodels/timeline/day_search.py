"""Ready days as things that are found by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from bodymap.atlas.kinetic_records import Day
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.viewmodels.search_entries import Hit
from bodymap.viewmodels.search_more import Offer


def day_offers(days: Iterable[Day], ref: Ref) -> Iterator[Offer]:
    """The days; `ref` is what is looked at meanwhile."""
    for day in days:
        group = _("Ready days")
        yield Offer(day.name, group, partial(_hit, day, ref, group), (group,))


def _hit(day: Day, ref: Ref, group: str) -> Hit:
    return Hit(ref, day.name, _("Ready day"), day.name, day.id, group=group)
