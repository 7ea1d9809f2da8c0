"""Records with the places they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from bodymap.atlas.records import Claim
from bodymap.loading.problems import Problem
from bodymap.loading.yaml_document import Document
from bodymap.loading.yaml_places import Loc

Key = tuple[type, Any]
"""What a record is filed under: its type and its id (a claim's number)."""


@dataclass(slots=True)
class Entry:
    """A record and where it stands; its field `given` was said once, as `by` at the head of the file."""

    record: Any
    document: Document
    loc: Loc
    given: str = ""
    by: str = ""

    @property
    def key(self) -> Key:
        """What the record is filed under."""
        return self.record.__class__, key_of(self.record)

    def problem(self, loc: Loc, what: str, suggestion: str = "") -> Problem:
        """A problem at a field of the record, or deeper inside it."""
        at = (self.by,) if self.given and loc[:1] == (self.given,) else (*self.loc, *loc)
        return self.document.problem(at, what, suggestion)


@dataclass(slots=True)
class Collection:
    """Entries in the order of their files, problems, and what was too broken to keep.

    `broken` names records by type and id; of the types in `broken_lists` a whole file is missing. What
    points at them is not the author's mistake. `head` is the pack itself; `lacking` names the record of each
    problem that is a missing key; `removed` says which pack, and where in it, took a lower record away. Of a
    pack with several `languages`, these are those in which texts were found.
    """

    entries: list[Entry] = field(default_factory=list[Entry])
    problems: list[Problem] = field(default_factory=list[Problem])
    broken: set[Key] = field(default_factory=set[Key])
    broken_lists: set[type] = field(default_factory=set[type])
    head: Entry | None = None
    has_head_file: bool = False
    languages: frozenset[str] = frozenset()
    lacking: dict[Problem, Key] = field(default_factory=dict[Problem, Key])
    removed: dict[Key, tuple[Entry, Loc]] = field(default_factory=dict[Key, "tuple[Entry, Loc]"])


def key_of(record: Any) -> Any:
    """The id of a record, or its number."""
    return record.number if isinstance(record, Claim) else record.id


def kind_word(kind: type) -> str:
    """What messages call a kind of record: `effect`, `resting level`."""
    return _KIND_WORDS.get(kind.__name__) or kind.__name__.lower()


_KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "FitRules": "file of the fit",
        "Floor": "resting level",
        "Freedom": "free parameter",
        "Habit": "study of weeks",
        "LeftOut": "study left out",
        "Telling": "text",
    }
)
