"""Whose claim it is: a line for everything on a card that does not come from the shipped pack."""

from __future__ import annotations

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.origins import Origin
from bodymap.atlas.records import Ref
from bodymap.i18n import _, counted

_MARKS = "†‡§¶"
_LONG = 24
"""The most letters of a pack's title beside a row."""
_NAMED = 6
"""Rows of a pack whose file and line a card tells; of a pack with hundreds nobody reads them all."""


class Credits:
    """Notes where the rows of a card came from while it is written; `facts` says it at its head.

    A row has only a mark with its pack's title; version, authors, file and line stand once, at the head.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._said: dict[str, dict[tuple[str, str, int], None]] = {}
        """What each pack says, by its id: the rows with file and line, in their order, each once."""
        self._packs: dict[str, Origin] = {}
        self._marks: dict[str, str] = {}

    def credit(self, record: object, about: str) -> str:
        """The mark of the pack that a row is from, empty for the shipped one; `about` names the row."""
        origin = self._atlas.origins.of(record)
        if origin is None or origin.is_base:
            return ""
        pack = origin.pack
        self._packs.setdefault(pack.id, origin)
        self._said.setdefault(pack.id, {}).setdefault((about, origin.file, origin.line))
        title = pack.title
        return f"{self._mark(pack.id)} {title if len(title) <= _LONG else title[: _LONG - 1] + '…'}"

    def facts(self, ref: Ref) -> tuple[tuple[str, str], ...]:
        """Label and words: where the thing itself came from, and then what other packs say of it."""
        atlas = self._atlas
        shelves = {"organ": atlas.organs, "movement": atlas.movements, "signal": atlas.signals}
        record = shelves.get(ref.kind, {}).get(ref.id)
        origin = atlas.origins.of(record) if record is not None else None
        own = ((_("Whose words"), origin_line(origin)),) if origin and not origin.is_base else ()
        form = _("{mark} {pack}: {rows}")
        rows = (
            form.format(mark=self._mark(pack), pack=pack_line(self._packs[pack]), rows=_rows(tuple(said)))
            for pack, said in self._said.items()
        )
        return (*own, *((_("Not from Bodymap's own data"), text) for text in rows))

    def _mark(self, pack: str) -> str:
        """The sign of a pack, in the order in which a card names them."""
        at = len(self._marks)
        return self._marks.setdefault(pack, _MARKS[at] if at < len(_MARKS) else f"{_MARKS[0]}{at + 1}")


def _rows(said: tuple[tuple[str, str, int], ...]) -> str:
    """The rows of a pack, as many as are read, and how many more there are."""
    form = _("{about} ({file}, line {line})")
    named = "; ".join(form.format(about=what, file=file, line=line) for what, file, line in said[:_NAMED])
    left = len(said) - _NAMED
    if left <= 0:
        return named
    more = counted("and {n} row more", "and {n} rows more", left)
    return _("{rows}; {more}").format(rows=named, more=more)


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
