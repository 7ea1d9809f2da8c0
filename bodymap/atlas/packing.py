"""A column of plain values as what is quickest to read: one long text in place of thousands of short ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

_BETWEEN = "\x1f"
"""The unit separator, which hardly any text holds."""
_FIRST, _END = 0x20, 0xD800
"""The characters that stand for places among few values: the first place is a space."""


def packed(values: list[Any]) -> str | list[Any]:
    """The values, or where few differ: the different ones, and for each value its place among them.

    Texts are one text, with the places (none where all stand for themselves) before the first separator;
    what else JSON knows, and tuples of that, is a list of the values and the text of their places.
    """
    different = Counter(values)
    if 2 * len(different) > len(values) or len(different) > _END - _FIRST:
        return _joined("", values) or [values, ""]
    kept = [value for value, _count in different.most_common()]  # they get the characters of one byte
    place = {value: chr(_FIRST + i) for i, value in enumerate(kept)}
    places = "".join(map(place.__getitem__, values))
    return _joined(places, kept) or [kept, places]


def unpacked(column: str | Sequence[Any], make: Callable[[Any], Any] | None = None) -> list[Any]:
    """The values of a packed column, each different one made by `make`; what does not fit raises
    TypeError, ValueError or LookupError.
    """
    values: list[Any]
    if isinstance(column, str):
        values = column.split(_BETWEEN)
        places = values.pop(0)
    else:
        values, places = column
    if make is not None:
        values = list(map(make, values))
    if not places:
        return values
    if len(values) == 1:
        return values * len(places)
    at = dict(zip(map(chr, range(_FIRST, _END)), values, strict=False))
    return list(map(at.__getitem__, places))


def _joined(places: str, values: list[Any]) -> str:
    """Places and texts as one text; "" where these are no texts, or one holds the separator."""
    if not values or any(value.__class__ is not str or _BETWEEN in value for value in values):
        return ""
    return _BETWEEN.join((places, *values))
