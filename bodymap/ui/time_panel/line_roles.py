"""How the lines of the chart differ: the role of the theme and the width (px at scale 1) of each part."""

from __future__ import annotations

from collections.abc import Mapping

ROLES: Mapping[str, str] = {"main": "working", "other": "text", "still": "harm", "ghost": "muted"}
BANDED = 2
"""So many lines are shown with their bands; where there are more, the first alone: bands are no fog."""
WIDTHS: Mapping[str, float] = {"main": 3.0, "still": 3.0, "other": 1.6, "ghost": 1.6}
