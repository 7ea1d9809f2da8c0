"""What would it take? For one signal: how long each movement must last to reach some levels, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.needed import LevelError, Needed, fold_of, needed
from bodymap.physiology.person import Person
from bodymap.viewmodels.timeline.moments import long_words
from bodymap.viewmodels.timeline.readings import rounded

LEVELS = (1.5, 2.0, 4.0, 8.0)
"""Multiples of rest that are asked for where no others are: the marks of the axis."""


_LEVEL = re.compile(r"[×x]?\s*(\d+(?:[.,]\d+)?)\s*(.*)", re.IGNORECASE)


class Answer(NamedTuple):
    """How long it takes: `minutes` None where none is enough, or nothing known; `guess`: extrapolated."""

    words: str
    minutes: int | None
    guess: bool


class Way(NamedTuple):
    """One movement at its usual intensity, with an answer for each level; `note` in place of all of them."""

    movement: str
    name: str
    intensity: str
    answers: tuple[Answer, ...]
    note: str = ""


class Takes(NamedTuple):
    """The table for a signal; `signals` are those that can be asked for: (id, short name)."""

    signal: str
    name: str
    levels: tuple[str, ...]
    ways: tuple[Way, ...]
    signals: tuple[tuple[str, str], ...]


def level_of(physiology: Physiology, signal: str, words: str, name: str = "") -> float:
    """The multiple of rest that is asked for in words: "3", "×3", "20 pg/ml"; LevelError where none is."""
    found = _LEVEL.fullmatch(words.strip())
    if found is None:
        raise LevelError(_("Write a multiple of rest, such as ×3, or a level with its unit."))
    number, unit = float(found[1].replace(",", ".")), found[2].strip()
    if unit in ("", "×", "x"):
        return number
    return fold_of(physiology, signal, number, unit, name)


def takes(
    atlas: Atlas,
    physiology: Physiology,
    signal: str,
    person: Person,
    levels: Sequence[float] = LEVELS,
) -> Takes:
    """Every movement of the atlas, the quickest way to the levels first; what was not measured last.

    `levels` are any multiples of rest above 0, at least one; LevelError where one is not.
    """
    columns = [needed(physiology, signal, level, person) for level in levels]
    ways = [_way(atlas, tuple(row)) for row in zip(*columns, strict=True)]
    ways.sort(key=_quickest)
    names = tuple((i, atlas.name_of(Ref("signal", i))) for i in physiology.curves if i in atlas.signals)
    short = atlas.signals[signal].short if signal in atlas.signals else signal
    return Takes(
        signal,
        short,
        tuple(_("×{n:.3g}").format(n=level) for level in levels),
        tuple(ways),
        tuple((i, atlas.signals[i].short) for i, _name in names),
    )


def _way(atlas: Atlas, row: tuple[Needed, ...]) -> Way:
    first = row[0]
    name = atlas.name_of(Ref("movement", first.movement))
    notes = {
        "rest": _("rest: no burst"),
        "not measured": _("not measured after such movement"),
        "no curve": _("known in words only"),
    }
    intensity = _("{percent:.0f} %").format(percent=first.intensity)
    return Way(first.movement, name, intensity, tuple(_answer(n) for n in row), notes.get(first.why, ""))


def _answer(found: Needed) -> Answer:
    guess = found.status == "extrapolated"
    if found.minutes is not None:
        return Answer(long_words(found.minutes) if found.minutes else _("at rest"), found.minutes, guess)
    if found.most is not None:
        return Answer(_("at most ×{n}").format(n=rounded(found.most)), None, guess)
    return Answer("–", None, guess)


def _quickest(way: Way) -> tuple[object, ...]:
    known = [answer.minutes for answer in way.answers]
    return (bool(way.note), *(10**6 if n is None else n for n in known), way.name)
