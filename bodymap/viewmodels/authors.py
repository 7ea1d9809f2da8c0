"""The authors of a publication as names, from the line that stands in the data."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(r"(?P<family>\D+?) (?P<initials>[^\W\d_]{1,4})")
_UNKNOWN = re.compile(r"authors not (displayed|shown|given)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """A family name with initials; an institution, or a name that cannot be divided, has no initials."""

    family: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Authors:
    """The people named, in order; `more` where the line ends with et al."""

    people: tuple[Person, ...]
    more: bool = False


def authors_of(line: str) -> Authors:
    """The authors that a line names: "Hoier B, Hellsten Y", "Pearce M et al."; none where it names none."""
    if _UNKNOWN.match(line):
        return Authors(())
    said = re.sub(r"\s*\([^)]*\)", "", line).strip()
    more = said.endswith("et al.")
    names = [name.strip() for name in said.removesuffix("et al.").rstrip(" ,").split(",")]
    people = tuple(_person(name) for name in names)
    if all(people):
        return Authors(tuple(person for person in people if person), more)
    if _UNKNOWN.search(line) and not more:
        return Authors(())  # a description in place of names
    return Authors((Person(said.removesuffix("et al.").strip()),), more)


def _person(name: str) -> Person | None:
    found = _NAME.fullmatch(name)
    if found is None or not found["initials"].isupper():
        return None
    return Person(found["family"].strip(), found["initials"])
