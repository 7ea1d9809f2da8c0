"""Everything that is wrong in folders of knowledge, for authors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.loading.problems import Problem


def check(packs: Sequence[Path], figures: Path | None = None) -> tuple[Problem, ...]:
    """All problems of packs laid over one another, sorted by file, line and column; read afresh."""
    return read_kinetics(packs, figures, cache=None).problems
