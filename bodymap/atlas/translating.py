"""Texts of a pack in several languages: `{en: Liver, de: Leber}` becomes the one that is asked for.

A plain text is the same in all languages. Only a pack that names more than one in `languages` has such texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from bodymap.loading.languages import CODE
from bodymap.loading.problems import Problem
from bodymap.loading.suggestions import closest
from bodymap.loading.yaml_document import Document
from bodymap.loading.yaml_places import Loc


@dataclass(slots=True)
class Translator:
    """Takes each text of a pack in the language asked for, else in the first that the pack names.

    `used` are the languages that were met; `wanted` those that the user reads.
    """

    languages: tuple[str, ...]
    wanted: Sequence[str]
    used: set[str] = field(default_factory=set[str])
    problems: list[Problem] = field(default_factory=list[Problem])

    def translate(self, document: Document) -> None:
        """Put one text in the place of each that is given in several languages."""
        if len(self.languages) > 1:
            document.value = self._taken(document, document.value, ())

    def _taken(self, document: Document, value: Any, loc: Loc) -> Any:
        if isinstance(value, list):
            items = cast("list[Any]", value)
            return [self._taken(document, item, (*loc, i)) for i, item in enumerate(items)]
        if not isinstance(value, dict):
            return value
        parts = cast("dict[Any, Any]", value)
        code = self.choice(document, parts, loc)
        if code is None:
            return {key: self._taken(document, part, (*loc, key)) for key, part in parts.items()}
        return parts[code]

    def choice(self, document: Document, parts: Mapping[Any, Any], loc: Loc) -> str | None:
        """The language in which to take a text given in several, its mistakes noted; None for others."""
        cut = [key for key, value in parts.items() if value is None and key not in self.languages]
        parts = {key: value for key, value in parts.items() if key not in cut}
        if not self._is_translated(parts):
            return None
        self.used |= parts.keys() & set(self.languages)
        if cut:
            what = "a comma ends a text between { and }: put a text that has one in quotes"
            self.problems.append(document.problem((*loc, cut[0]), what, at_key=True).by("wrong-type"))
        self.problems += self._mistakes(document, parts, loc)
        return next(code for code in self._order() if code in parts)

    def _is_translated(self, parts: Mapping[Any, Any]) -> bool:
        """Whether it is a text by language, in at least one of this pack."""
        return is_by_language(parts) and any(key in self.languages for key in parts)

    def _order(self) -> tuple[str, ...]:
        by_code = {code.lower(): code for code in self.languages}
        return tuple(by_code[code] for code in self.wanted if code in by_code) + self.languages

    def _mistakes(self, document: Document, parts: Mapping[str, Any], loc: Loc) -> Iterator[Problem]:
        for code in self.languages:
            if code not in parts:
                what = f"the translation into '{code}' is missing"
                yield document.problem(loc, what).by("missing-translation")
        for code in parts:
            if code not in self.languages:
                what = f"'{code}' is none of the languages of this pack: {', '.join(self.languages)}"
                near = closest(code, self.languages)
                yield document.problem((*loc, code), what, near, at_key=True).by("unknown-key")


def is_by_language(parts: Mapping[Any, Any]) -> bool:
    """Whether all keys are codes of languages, and all values texts or lists."""
    coded = all(isinstance(key, str) and CODE.match(key) for key in parts)
    return coded and all(isinstance(value, str | list) and value != [] for value in parts.values())
