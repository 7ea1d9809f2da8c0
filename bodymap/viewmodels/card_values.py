"""What the card shows, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bodymap.atlas.records import Confidence, Direction, Ref, Verdict
from bodymap.viewmodels.scene_values import Role


class EffectRow(NamedTuple):
    """One effect: shape and word for the direction, what it is about, evidence, sentence, sources.

    `numbers` are positions in the card's `sources`, from 1. `how` is empty at school level. `origin` says
    whose claim a row is, here and below; it is empty where it comes from the shipped pack.
    `claim` is the number of the sentence of the article on which the effect bears.
    """

    direction: Direction
    direction_word: str
    title: str
    ref: Ref | None
    what: str
    how: str
    evidence: str
    confidence: Confidence
    confidence_word: str
    n: str
    numbers: tuple[int, ...]
    role: Role
    origin: str = ""
    claim: int | None = None


class NumberRow(NamedTuple):
    """A measured value: bold number with interval; side by side both values and their difference.

    Without a title it belongs to a series that the section heads, and `plain` tells it apart.
    `sides` are the sedentary and the active value alone, "" where they were told in words only.
    `low`, `value`, `high` feed a small interval bar where `ratio` is true (1 = no difference).
    """

    title: str
    note: str
    number: str
    interval: str
    numbers: tuple[int, ...]
    role: Role
    confidence: Confidence
    confidence_word: str
    sedentary: str = ""
    active: str = ""
    plain: str = ""
    caution: str = ""
    ratio: bool = False
    value: float | None = None
    low: float | None = None
    high: float | None = None
    origin: str = ""
    sides: tuple[str, str] = ("", "")


class LinkRow(NamedTuple):
    """A link to another card with a short note: a working muscle's load, a signal's change."""

    ref: Ref
    text: str
    note: str
    mark: Literal["full", "half", "ring", "none"] = "none"


class ClaimRow(NamedTuple):
    """A sentence of the article with its verdict in words; `mark` is the same as a shape."""

    number: int
    claim: str
    verdict: str
    nuance: str
    numbers: tuple[int, ...]
    origin: str = ""
    mark: Verdict = "unverified"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows of one or more kinds; `empty` says in words why there are none.

    `deed` is an action of the table that shows more of it, with the words of its link.
    """

    title: str
    note: str
    rows: Sequence[EffectRow | NumberRow | LinkRow | ClaimRow]
    empty: str = ""
    deed: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered reference: short form for reading, full citation for copying, address for opening.

    `origin` says which pack it is from, empty for the shipped one.
    """

    number: int
    short: str
    citation: str
    url: str | None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is said about the thing in focus.

    `notes` are the facts that a picture must not leave out: what a filter hides, whose claims these are.
    """

    ref: Ref
    kicker: str
    title: str
    short: str
    role: Role
    sentence: str
    sections: tuple[Section, ...]
    uncertain: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    wide: bool = False
    notes: tuple[tuple[str, str], ...] = ()
