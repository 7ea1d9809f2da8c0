"""Where each record came from: whose claim it is, in which file, on which line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from bodymap.atlas.packs import Pack
from bodymap.atlas.records import Claim


class Origin(NamedTuple):
    """The pack, the file inside it (with /) and the line of a record; `is_base`: it is in the lowest pack.

    The lowest pack is the shipped one, wherever the program itself reads.
    """

    pack: Pack
    file: str
    line: int
    is_base: bool


Place = tuple[int, int]
"""The position of a record among all, and that of its pack: 0 is the lowest."""


class Origins:
    """The origins of the records of a library. Kept as plain numbers until somebody asks for one.

    `files` are (position of the pack, name); `places` holds, for each record in turn, the position of its
    file and its line: numbers, or a text of them with spaces between.
    """

    def __init__(
        self,
        packs: Sequence[Pack] = (),
        files: Sequence[Sequence[Any]] = (),
        places: Sequence[int] | str = (),
        records: Iterable[Any] = (),
    ) -> None:
        self.packs = tuple(packs)
        self._files, self._places, self._records = files, places, records
        self._at: dict[tuple[type, Any], int] | None = None

    def of(self, record: Any) -> Origin | None:
        """The origin of a record, also of one that was changed since; None where it is not known."""
        place = self.place_of(record)
        return None if place is None else self.at(place)

    def place_of(self, record: Any) -> Place | None:
        """The same in numbers, for those who ask of hundreds; `at` says it in words."""
        if self._at is None:
            self._at = {_key(r): i for i, r in enumerate(self._records)}
        at = self._at.get(_key(record))
        places = self._numbers()
        if at is None or 2 * at + 1 >= len(places):
            return None
        return at, self._files[places[2 * at]][0]

    def at(self, place: Place) -> Origin:
        """The origin at a place."""
        at, pack = place
        file, line = self._numbers()[2 * at : 2 * at + 2]
        return Origin(self.packs[pack], str(self._files[file][1]), line, pack == 0)

    def plain(self) -> list[Any]:
        """The same as values of JSON, for the cache."""
        packs = [[p.id, p.title, p.version, p.licence, p.authors, p.languages] for p in self.packs]
        return [packs, self._files, " ".join(map(str, self._numbers()))]

    @staticmethod
    def of_plain(values: Sequence[Any], records: Iterable[Any]) -> Origins:
        """Origins of `plain` values and records in their order; raises TypeError where they do not fit."""
        packs, files, places = values
        return Origins(tuple(_packs(packs)), files, places, records)

    def _numbers(self) -> Sequence[int]:
        if isinstance(self._places, str):  # a start need not make thousands of numbers, for few are asked for
            self._places = tuple(map(int, self._places.split()))
        return self._places


def _packs(rows: Iterable[Sequence[Any]]) -> Iterator[Pack]:
    for name, title, version, licence, authors, languages in rows:
        yield Pack(name, title, version, licence, tuple(authors), tuple(languages))


def _key(record: Any) -> tuple[type, Any]:
    return record.__class__, record.number if isinstance(record, Claim) else record.id
