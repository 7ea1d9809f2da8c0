"""What the program knows, for commands that open no window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import read_library
from bodymap.figure.figures import Figures
from bodymap.i18n import counted
from bodymap.loading.shipped import shipped


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The records, and the figures they are shown on."""

    atlas: Atlas
    figures: Figures


def knowledge(packs: Sequence[Path]) -> Knowledge:
    """All that is shipped and in the packs named; what is wrong there is counted on stderr, no more.

    FigureError where the shipped figures themselves cannot be read.
    """
    library = read_library([shipped("data"), *packs])
    if library.problems:
        found = counted("{n} problem", "{n} problems", len(library.problems))
        told = " ".join(["bodymap check", *map(str, packs)])
        sys.stderr.write(f"bodymap: {found} in data files; `{told}` names them.\n")
    return Knowledge(library.atlas, Figures(shipped("assets", "figures"), library.anatomy))
