"""A figure from elsewhere, opened: its drawing, and which of its regions are which of ours."""

from __future__ import annotations

from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.figure_matching import OpenedFigure, matched
from bodymap.figure.anatomogram import read_anatomogram
from bodymap.figure.figure import Anatomy
from bodymap.figure.untrusted_svg import RefusedError
from bodymap.loading.problems import Problem


def open_figure(
    path: Path, atlas: Atlas, anatomy: Anatomy
) -> tuple[OpenedFigure | None, tuple[Problem, ...]]:
    """The figure in a file and what of it cannot be matched; None where the file is refused."""
    try:
        found = matched(path, read_anatomogram(path), atlas, anatomy)
    except RefusedError as error:
        return None, (error.problem,)
    return found, found.problems
