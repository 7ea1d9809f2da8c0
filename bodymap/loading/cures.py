"""What an author can write in place of what does not fit, said in a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bodymap.loading.expectations import Expected
from bodymap.loading.suggestions import closest

_WITH_UNIT = re.compile(r"\s*[-+\N{MINUS SIGN}]?[0-9][0-9.,]*\s*[^0-9.,\s]")
_BROKEN_NUMBER = re.compile(r"[-+]?[0-9]*[.,][0-9]+\Z")
_SAME: Mapping[str, str] = MappingProxyType(
    {"medium": "moderate", "middle": "moderate", "strong": "high", "weak": "low", "sure": "high"}
)
"""Words that authors write for one of ours and that are not spelt like it."""
_EXAMPLES: Mapping[str, str] = MappingProxyType(
    {"references": "references: [smith2024]", "words": "words: {school: …, university: …}"}
)


_SHORT = 60


def meant(word: str, choices: Sequence[str]) -> str:
    """The choice that a word probably stands for; "" where none is near."""
    same = _SAME.get(word.casefold(), "")
    return same if same in choices else closest(word, choices)


def missing_words(called: str, keys: Sequence[str]) -> str:
    """That something lacks keys, all of them at once, with an example where one helps."""
    quoted = [f"'{key}'" for key in keys]
    all_keys = " and ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)
    example = next((_EXAMPLES[key] for key in keys if key in _EXAMPLES), "")
    return f"{called} lacks {all_keys}" + (f"; write for example `{example}`" if example else "")


def cure(expected: Expected, given: object, loc: tuple[str | int, ...] = ()) -> str:
    """How to write a value that is of the wrong sort, after a semicolon; "" where that is not plain."""
    if expected.words == "text" and isinstance(given, int | float):
        return "; put it in quotes"
    if expected.words == "a list" and isinstance(given, str) and "\n" not in given:
        inside = given if len(given) <= _SHORT else "…"
        return f"; write `[{inside}]`"
    if "number" in expected.words:
        return _cure_of_number(expected, given, loc[-1:] == ("n",))
    return ""


def _cure_of_number(expected: Expected, given: object, counts: bool) -> str:
    is_broken = isinstance(given, str) and _BROKEN_NUMBER.match(given)
    if expected.words == "a whole number" and (is_broken or isinstance(given, float)):
        return "; people are counted: write a whole number" if counts else "; write a whole number"
    if isinstance(given, str) and is_broken:
        return f"; write `{given.replace(',', '.')}`"
    has_unit = isinstance(given, str) and _WITH_UNIT.match(given)
    return "; write the number alone, without its unit" if has_unit else ""
