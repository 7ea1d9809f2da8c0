"""A drawing from elsewhere as a tree of elements; what could harm, or has no end, is refused.

Expat reads it: no entity is resolved, nothing is fetched, nothing runs. Decision 13 says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from bodymap.loading.problems import Problem
from bodymap.loading.rules import Rule
from bodymap.loading.sources import Source, read_source

LARGEST = 8 * 1024 * 1024
"""Bytes."""
DEEPEST = 64
"""Elements inside one another."""
MOST_ELEMENTS = 50_000
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_REFUSED = frozenset(
    ("script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener")
)
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!\s*#)|javascript:|expression\(", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element of SVG: its name, its attributes without prefixes, what is in it, and where it begins."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list["Element"])
    title: str = ""

    def walk(self) -> Iterator[Element]:
        """Itself and everything in it, in the order of the file."""
        waiting: list[Element] = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.children))


class RefusedError(Exception):
    """A drawing that is not taken; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_svg(path: Path) -> Element:
    """The root of an SVG file; raises RefusedError where it is none, or holds what is refused."""
    return svg_of(read_source(path, path.name))


def svg_of(source: Source) -> Element:
    """The same of a file that was read already."""
    path = source.path
    if source.trouble:
        raise RefusedError(Problem(path, 1, 1, source.trouble, rule="unreadable-file"))
    if len(source.data) > LARGEST:
        what = f"this drawing is larger than {LARGEST // 1024 // 1024} MB"
        raise RefusedError(Problem(path, 1, 1, what, rule="unreadable-file"))
    return _Reader(path).read(source.data)


class _Reader:
    """Builds the tree from expat's events, and ends it at the first thing that is refused."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._root: Element | None = None
        self._open: list[Element] = []
        self._count = self._unknown = 0
        self._text: list[str] | None = None
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction

    def read(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            what = f"this is not SVG: {expat.ErrorString(error.code)}"
            raise self._refusal(what, "syntax", (error.lineno, error.offset + 1)) from error
        except (ValueError, LookupError) as error:
            raise self._refusal(f"this is not SVG: {error}", "encoding", (1, 1)) from error
        if self._root is None:
            raise self._refusal("this drawing is empty", "syntax", (1, 1))
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self._count += 1
        if self._count > MOST_ELEMENTS:
            self._refuse(f"this drawing has more than {MOST_ELEMENTS} elements")
        if len(self._open) + self._unknown >= DEEPEST:
            self._refuse(f"elements lie more than {DEEPEST} deep in one another")
        if self._root is None and (space, tag) != (_SVG, "svg"):
            self._refuse(f"this is not SVG: it begins with <{tag}>")
        if self._unknown or space != _SVG:
            self._unknown += 1  # an editor's own notes
            return
        self._check(tag, attributes)
        line, column = self._place()
        made = Element(tag, {_bare(key): value for key, value in attributes.items()}, line, column)
        if self._open:
            self._open[-1].children.append(made)
        self._root = self._root or made
        self._open.append(made)
        self._text = [] if tag == "title" else None

    def _end(self, _name: str) -> None:
        if self._unknown:
            self._unknown -= 1
            return
        ended = self._open.pop()
        if ended.tag == "title" and self._open and self._text is not None:
            self._open[-1].title = " ".join("".join(self._text).split())[:200]
        self._text = None

    def _check(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _REFUSED:
            self._refuse(f"<{tag}> is refused: a figure draws, it runs nothing")
        for key, value in attributes.items():
            name = _bare(key)
            if name.startswith("on"):
                self._refuse(f"the attribute '{name}' is refused: a figure runs nothing")
            if name in ("href", "src") and not _inside(value, tag):
                self._refuse(f"'{value[:60]}' is refused: a figure fetches nothing from elsewhere")
            if _OUTSIDE.search(value):
                self._refuse(f"the attribute '{name}' is refused: a figure fetches nothing from elsewhere")

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
        elif self._open and self._open[-1].tag == "style" and _OUTSIDE.search(text):
            self._refuse("this style is refused: a figure fetches nothing from elsewhere")

    def _doctype(self, *_declared: object) -> None:
        self._refuse("a DOCTYPE is refused, for it can declare text without end; take this line out")

    def _entity(self, *_declared: object) -> NoReturn:
        self._refuse("entities are refused")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._refuse("a style sheet is refused: a figure fetches nothing from elsewhere")

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _refuse(self, what: str) -> NoReturn:
        raise self._refusal(what, "plain-svg", self._place())

    def _refusal(self, what: str, rule: Rule, place: tuple[int, int]) -> RefusedError:
        return RefusedError(Problem(self._path, *place, what, rule=rule))


def _bare(key: str) -> str:
    """An attribute's name without its namespace; one of an editor keeps it."""
    space, _, name = key.rpartition(" ")
    return name if space in ("", _XLINK) else key


def _inside(address: str, tag: str) -> bool:
    """Whether an address fetches nothing: a fragment, a picture that is in the file, or where a link leads.

    Nobody follows a link of a figure; those of the Expression Atlas lead to their licence.
    """
    beginnings = {"image": ("#", "data:image/"), "a": ("#", "https://", "http://")}
    return address.strip().startswith(beginnings.get(tag, "#"))
