"""Whose claim it is: a line for everything on a card that does not come from the shipped pack."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.origins import Origin, Place
from bodymap.atlas.records import Ref
from bodymap.i18n import _, counted

_MARKS = "†‡§¶"
_LONG = 24
"""The most letters of a pack's title beside a row."""
_NAMED = 6
"""Rows of a pack whose file and line a card tells; of a pack with hundreds nobody reads them all."""
About = str | Callable[[Any], str]
"""What names a row: words, or what makes them of its record once they are wanted."""


class Credits:
    """Notes where the rows of a card came from while it is written; `facts` says it at its head.

    A row has only a mark with its pack's title; version, authors, file and line stand once, at the head.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._said: dict[int, dict[Place, tuple[About, Any]]] = {}
        """What each pack says, by its position: the rows in their order, each once."""
        self._marks: dict[int, str] = {}

    def credit(self, record: Any, about: About) -> str:
        """The mark of the pack that a row is from, empty for the shipped one; `about` names the row."""
        place = self._atlas.origins.place_of(record)
        if place is None or place[1] == 0:
            return ""
        pack = place[1]
        if pack not in self._said:
            title = self._atlas.origins.packs[pack].title
            cut = title if len(title) <= _LONG else title[: _LONG - 1] + "…"
            self._marks[pack] = f"{_mark(len(self._said))} {cut}"
            self._said[pack] = {}
        self._said[pack].setdefault(place, (about, record))
        return self._marks[pack]

    def facts(self, ref: Ref) -> tuple[tuple[str, str], ...]:
        """Label and words: where the thing itself came from, and then what other packs say of it."""
        atlas = self._atlas
        shelves = {"organ": atlas.organs, "movement": atlas.movements, "signal": atlas.signals}
        record = shelves.get(ref.kind, {}).get(ref.id)
        origin = atlas.origins.of(record) if record is not None else None
        own = ((_("Whose words"), origin_line(origin)),) if origin and not origin.is_base else ()
        rows = (self._rows(_mark(at), tuple(said.items())) for at, said in enumerate(self._said.values()))
        return (*own, *((_("Not from Bodymap's own data"), text) for text in rows))

    def _rows(self, mark: str, said: tuple[tuple[Place, tuple[About, Any]], ...]) -> str:
        """The rows of a pack, as many as are read, and how many more there are."""
        form = _("{about} ({file}, line {line})")
        told = [(self._atlas.origins.at(place), row) for place, row in said[:_NAMED]]
        rows = "; ".join(
            form.format(about=_named(*row), file=origin.file, line=origin.line) for origin, row in told
        )
        left = len(said) - _NAMED
        if left > 0:
            more = counted("and {n} row more", "and {n} rows more", left)
            rows = _("{rows}; {more}").format(rows=rows, more=more)
        return _("{mark} {pack}: {rows}").format(mark=mark, pack=pack_line(told[0][0]), rows=rows)


def _mark(at: int) -> str:
    """The sign of a pack, in the order in which a card names them."""
    return _MARKS[at] if at < len(_MARKS) else f"{_MARKS[0]}{at + 1}"


def _named(about: About, record: Any) -> str:
    return about if isinstance(about, str) else about(record)


def foreign_line(atlas: Atlas, record: object) -> str:
    """Whose record this is, in a line; empty where it comes from the shipped pack."""
    origin = atlas.origins.of(record)
    return origin_line(origin) if origin and not origin.is_base else ""


def pack_line(origin: Origin) -> str:
    """A pack with its version and who answers for it."""
    pack = origin.pack
    who = ", ".join(pack.authors)
    named = _("{title} {version}").format(title=pack.title, version=pack.version).strip()
    return _("{pack} by {who}").format(pack=named, who=who) if who else named


def origin_line(origin: Origin) -> str:
    """A pack, the file in it and the line."""
    form = _("{pack}: {file}, line {line}")
    return form.format(pack=pack_line(origin), file=origin.file, line=origin.line)
