"""What single lines of a text that is no YAML show: tabs, colons without a space, uneven beginnings."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAB = re.compile(" *\t")
_GLUED = re.compile(r"( *(?:- +)?)([A-Za-z_][\w-]*):([^\s:/#][^#]*)")
_KEY = re.compile(r"( *(?:- +)?)([A-Za-z_][\w-]*):(?:\s|\Z)")
_DASH = re.compile(r"( *)(-)\s")
_SHORT = 60


def tab_before(lines: Sequence[str], at: int) -> int | None:
    """The column, from 0, of the first tab where one begins a line; None where none does."""
    found = _TAB.match(lines[at]) if at < len(lines) else None
    return found.end() - 1 if found else None


def glued_key(lines: Sequence[str], at: int) -> tuple[int, str] | None:
    """The column, from 0, of a key whose value follows its colon at once, and both as they should be."""
    found = _GLUED.match(lines[at]) if at < len(lines) else None
    if found is None:
        return None
    written = f"{found[2]}: {found[3].strip()}"
    return len(found[1]), written if len(written) <= _SHORT else f"{written[: _SHORT - 1]}…"


def uneven(lines: Sequence[str], at: int, column: int) -> tuple[int, str] | None:
    """The column, from 0, of a key or dash that begins where none above it does, and how far both do.

    `column` is where a parser stumbled: there, or at the colon of the key.
    """
    dash, key = (pattern.match(lines[at]) if at < len(lines) else None for pattern in (_DASH, _KEY))
    if key is not None and column > key.end(2):
        return None
    found, pattern = (dash, _DASH) if dash else (key, _KEY)
    if found is None:
        return None
    own, above = len(found[1]), _levels(lines[:at], pattern)
    if not above or own in above:
        return None
    nearest = min(above, key=lambda level: abs(level - own))
    form = (
        "the dash begins after {own}, those above it after {above}; items of one list begin alike"
        if dash
        else "the key '{key}' begins after {own}, those above it after {above}; keys of one group begin alike"
    )
    return own, form.format(own=_spaces(own), above=nearest, key=found[2])


def _levels(lines: Sequence[str], pattern: re.Pattern[str]) -> list[int]:
    """Where dashes or keys begin in the groups that are open after these lines, the innermost first."""
    levels: list[int] = []
    for line in reversed(lines):
        found = pattern.match(line)
        if found and (not levels or len(found[1]) < levels[-1]):
            levels.append(len(found[1]))
    return levels


def _spaces(number: int) -> str:
    return "1 space" if number == 1 else f"{number} spaces"
