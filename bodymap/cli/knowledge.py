"""What the program knows, for commands that open no window."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.figure_matching import OpenedFigure
from bodymap.atlas.reading import read_library
from bodymap.figure.figures import Figures
from bodymap.i18n import counted
from bodymap.loading.pack_folders import pack_folders
from bodymap.loading.problems import wrong
from bodymap.loading.shipped import shipped


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The records, and the figures they are shown on; `others` are those that packs bring."""

    atlas: Atlas
    figures: Figures
    others: Mapping[str, OpenedFigure]


def knowledge(packs: Sequence[Path]) -> Knowledge:
    """All that is shipped, in the user's packs and in those named; what is wrong is counted on stderr.

    FigureError where the shipped figures themselves cannot be read.
    """
    library = read_library(pack_folders(packs))
    mistakes = wrong(library.problems)
    if mistakes:
        found = counted("{n} problem", "{n} problems", len(mistakes))
        told = " ".join(["bodymap check", *map(str, packs)])
        sys.stderr.write(f"bodymap: {found} in data files; `{told}` names them.\n")
    figures = library.shown_on(shipped("assets", "figures"))
    return Knowledge(library.atlas, figures, library.figures)
