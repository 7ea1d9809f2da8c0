"""What a finding's number is a number of: its scale, where no difference lies, how its unit is spelt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Scale = Literal["HR", "RR", "OR", "SMD", "percent", "unit"]
"""Ratios of hazards, risks and odds; standardised differences; per cent; a difference in its own unit."""

RATIOS: frozenset[Scale] = frozenset(("HR", "RR", "OR"))
"""The scales on which 1 means no difference."""

_BEGINNINGS: Mapping[str, Scale] = MappingProxyType(
    {
        "hr": "HR",
        "hazard": "HR",
        "rr": "RR",
        "relative": "RR",
        "or": "OR",
        "odds": "OR",
        "standardised": "SMD",
        "smd": "SMD",
        "hedges": "SMD",
        "cohen": "SMD",
        "effect size": "SMD",
    }
)
_SPELT: Mapping[str, str] = MappingProxyType(
    {
        spelling.casefold().replace(" ", ""): spelling
        for spelling in (
            *("%", "percentage points", "SD", "mmHg", "cm/s", "m/s", "kg", "g", "mg", "cm", "mm", "mL", "L"),
            *(
                "mmol/L",
                "pmol/L",
                "nmol/L",
                "µmol/L",
                "ng/mL",
                "pg/mL",
                "mg/L",
                "mmol/l × h",
                "years",
                "h",
                "min",
            ),
        )
    }
)


def scale_of(measure: str, unit: str) -> Scale:
    """The scale of a measure: `HR`, `RR per hour`, `odds ratio`, `Hedges g`; else by its unit."""
    said = measure.lower()
    for beginning, scale in _BEGINNINGS.items():
        if said.startswith(beginning):
            return scale
    return "percent" if unit.startswith("%") else "unit"


def is_ratio(measure: str) -> bool:
    """Whether 1 means no difference in a measure."""
    return scale_of(measure, "") in RATIOS


def usual_spelling(unit: str) -> str:
    """How a unit is spelt everywhere else: "mmhg" gives "mmHg"; a unit that is not known stays as it is."""
    return _SPELT.get(unit.casefold().replace(" ", ""), unit)
