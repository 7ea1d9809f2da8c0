"""The ids and words that an editor can complete in a pack."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bodymap.atlas.reading import Library
from bodymap.atlas.records import EXERCISE, INACTIVITY

_SHELVES: Mapping[str, str] = MappingProxyType(
    {
        "organ": "organ",
        "organs": "organ",
        "sources": "organ",
        "signals": "signal",
        "movements": "movement",
        "effects": "effect",
        "findings": "finding",
        "contrasts": "contrast",
        "claims": "claim",
        "claim": "claim",
        "references": "reference",
        "context": "reference",
        "agent": "agent",
        "regions": "region",
        "closeup": "closeup",
        "group": "muscle",
        "unit": "unit",
        "measure": "measure",
        "family": "family",
    }
)
"""Which shelf of ids a key takes its values from."""
_OWN: frozenset[tuple[str, str]] = frozenset((("Claim", "claim"),))
"""Keys that are called like a shelf and hold something else."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The known ids by shelf: organ, signal, reference, unit …"""

    known: Mapping[str, tuple[str | int, ...]]

    def shelf(self, record: str, key: str) -> str:
        """The name of the shelf that a key of a record type takes its values from; "" for any text."""
        return "" if (record, key) in _OWN else _SHELVES.get(key, "")

    def used(self, *parts: object) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """The shelves that parts of a schema point at."""
        text = json.dumps(parts)
        yield from ((name, known) for name, known in self.known.items() if f'"#/$defs/{name}-id"' in text)


def ids_of(library: Library, closeups: tuple[str, ...]) -> Ids:
    """The ids of a library, in their alphabetical order."""
    atlas, anatomy = library.atlas, library.anatomy
    measured = (*atlas.findings, *atlas.contrasts)
    muscles = {_sideless(region) for region in anatomy.regions}
    shelves: dict[str, Any] = {
        "organ": atlas.organs,
        "signal": atlas.signals,
        "movement": atlas.movements,
        "reference": atlas.references,
        "agent": (*atlas.signals, EXERCISE, INACTIVITY),
        "region": anatomy.regions,
        "muscle": muscles,
        "closeup": closeups,
        "effect": (e.id for e in atlas.effects),
        "finding": (f.id for f in atlas.findings),
        "contrast": (c.id for c in atlas.contrasts),
        "claim": (c.number for c in atlas.claims),
        "unit": {m.unit for m in measured if m.unit},
        "measure": {f.measure for f in atlas.findings},
        "family": {s.family for s in atlas.signals.values()},
    }
    return Ids({name: tuple(sorted(known)) for name, known in shelves.items()})


def _sideless(region: str) -> str:
    return region.removesuffix("-left").removesuffix("-right")
