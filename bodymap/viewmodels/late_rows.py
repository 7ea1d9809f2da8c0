"""Rows of a card that are made when they are asked for: of hundreds, a card first shows six."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from bodymap.viewmodels.card_values import EffectRow


class LateRows(Sequence[EffectRow]):
    """So many rows as a value: `make` makes one by its position, always the same.

    `basis` is everything that `make` reads, and what tells at once that two are the same.
    """

    __slots__ = ("_basis", "_count", "_make")

    def __init__(self, count: int, make: Callable[[int], EffectRow], basis: tuple[object, ...]) -> None:
        self._count, self._make, self._basis = count, make, basis

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> EffectRow: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[EffectRow, ...]: ...

    def __getitem__(self, at: int | slice) -> EffectRow | tuple[EffectRow, ...]:
        places = range(self._count)[at]
        return self._make(places) if isinstance(places, int) else tuple(map(self._make, places))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LateRows):
            return NotImplemented
        if len(self) != len(other):
            return False
        return self._basis == other._basis or all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((self._count, *self[:1]))
