"""The meaning of a key, and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Key(NamedTuple):
    """The meaning of a key in a sentence, and the unit of its number; "" where it holds no number."""

    meaning: str
    unit: str = ""


def frozen(**keys: str | tuple[str, str]) -> Mapping[str, Key]:
    """The keys of a type of record: a meaning, or a meaning and a unit."""
    return MappingProxyType({n: Key(k) if isinstance(k, str) else Key(*k) for n, k in keys.items()})
