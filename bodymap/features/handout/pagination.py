"""Which rows stand on which page: plain numbers, no drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class Tall(Protocol):
    """A row: its height, the space above it (none at the head of a page), whether the next stays with it."""

    @property
    def height(self) -> float: ...

    @property
    def above(self) -> float: ...

    @property
    def keep(self) -> bool: ...


R = TypeVar("R", bound=Tall)


def paginate(rows: Sequence[R], room: float, first: float | None = None) -> list[list[R]]:
    """The rows page by page, each page no taller than `room` (the first: `first`).

    Rows that stay together go to the next page together, unless they are more than a page.
    """
    pages: list[list[R]] = [[]]
    left = room if first is None else first
    for run in _runs(rows):
        if pages[-1] and height_of(run, bool(pages[-1])) > left:
            pages.append([])
            left = room
        for row in run:
            needed = row.height + (row.above if pages[-1] else 0.0)
            if pages[-1] and needed > left:
                pages.append([])
                left, needed = room, row.height
            pages[-1].append(row)
            left -= needed
    return pages


def height_of(rows: Sequence[Tall], is_below: bool = False) -> float:
    """How tall rows are together; `is_below` says that something stands above them."""
    return sum(r.height + (r.above if i or is_below else 0.0) for i, r in enumerate(rows))


def _runs(rows: Sequence[R]) -> Iterator[list[R]]:
    run: list[R] = []
    for row in rows:
        run.append(row)
        if not row.keep:
            yield run
            run = []
    if run:
        yield run
