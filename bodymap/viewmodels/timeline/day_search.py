"""Ready days as things that are found by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bodymap.atlas.kinetic_records import Day
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.viewmodels.search_entries import Hit, tokens


def with_days(hits: Sequence[Hit], days: Iterable[Day], words: str, ref: Ref) -> tuple[Hit, ...]:
    """What was found, with the days in whose names all words begin one: "paradox", "IL6 paradox", "desk".

    Those stand first of whose names half was typed, the others last; `ref` is what is looked at meanwhile.
    """
    typed = tokens(words)
    found = [d for d in days if typed and _fits(tokens(d.name), typed)]
    half = {d.id: 2 * len("".join(typed)) >= len("".join(tokens(d.name))) for d in found}
    first, last = ([_hit(d, ref) for d in found if half[d.id] is named] for named in (True, False))
    return (*first, *hits, *last)


def _hit(day: Day, ref: Ref) -> Hit:
    return Hit(ref, day.name, _("Ready day"), day.name, day.id)


def _fits(name: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    squashed = ["".join(name[at:]) for at in range(len(name))]
    return all(any(rest.startswith(word) for rest in squashed) for word in typed)
