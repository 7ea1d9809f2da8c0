"""`bodymap references`: the publications that are asked for, in the format of a reference manager."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.cli.arguments import UsageError, unknown
from bodymap.cli.knowledge import knowledge
from bodymap.i18n import counted
from bodymap.loading.writing import write_whole
from bodymap.viewmodels.bibliography import FORMATS
from bodymap.viewmodels.references import ReferenceRow, Wanted, chosen_rows, reference_rows


def show_references(chosen: Namespace) -> int:
    """Print or write the publications that were asked for; always 0."""
    rows = asked_for(knowledge(chosen.data).atlas, chosen)
    text = FORMATS[chosen.format](row.reference for row in rows)
    out: Path | None = chosen.out
    if out is None:
        sys.stdout.buffer.write(text.encode())
        return 0
    write_whole(out, text.encode())
    said = counted("{n} reference", "{n} references", len(rows))
    sys.stdout.write(f"{out}: {said}\n")
    return 0


def asked_for(atlas: Atlas, chosen: Namespace) -> tuple[ReferenceRow, ...]:
    """The rows that are asked for; UsageError, with the nearest, for an unknown signal or organ."""
    for name, shelf in (("signal", atlas.signals), ("organ", atlas.organs)):
        asked = getattr(chosen, name)
        if asked and asked not in shelf:
            raise UsageError(unknown(f"{name} '{asked}'", asked, shelf))
    first, last = chosen.year or (None, None)
    wanted = Wanted(
        kind=chosen.kind or "",
        first=first,
        last=last,
        species=chosen.species or "",
        signal=chosen.signal or "",
        organ=chosen.organ or "",
        verified=chosen.verified,
    )
    return chosen_rows(reference_rows(atlas), wanted)
