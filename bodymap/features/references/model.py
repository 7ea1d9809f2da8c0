"""Which publications are listed, and what leaves the program of them: plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.i18n import _, counted
from bodymap.viewmodels.bibliography import FORMATS
from bodymap.viewmodels.references import KINDS, SPECIES, ReferenceRow, Wanted, chosen_rows
from bodymap.viewmodels.words import source_kind_word

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".bib": "bibtex", ".ris": "ris", ".json": "csl-json", ".txt": "text"}
)
"""The format of a file by how its name ends."""
_SPANS: Sequence[tuple[int | None, int | None]] = (
    (None, None),
    (2020, None),
    (2015, 2019),
    (2010, 2014),
    (2000, 2009),
    (None, 1999),
)


_ANYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for, and the words that must stand somewhere in a publication."""

    wanted: Wanted = _ANYTHING
    words: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a menu: its words, and the search that it makes."""

    words: str
    search: Search
    chosen: bool


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of one filter: what its button says, and its options."""

    words: str
    options: tuple[Option, ...]
    narrows: bool


def listed(rows: Iterable[ReferenceRow], search: Search) -> tuple[ReferenceRow, ...]:
    """The publications that are asked for; every word must be found, wherever it is."""
    words = search.words.casefold().split()
    chosen = chosen_rows(rows, search.wanted)
    return tuple(row for row in chosen if all(word in _text(row) for word in words))


def _text(row: ReferenceRow) -> str:
    return f"{row.citation} {row.kind_word} {row.reference.pmid or ''} {row.reference.id}".casefold()


def count_words(shown: int, every: int, chosen: int) -> str:
    """How many are listed, and how many of them are chosen."""
    listed_words = _("{n} of {all} references").format(n=shown, all=every)
    if not chosen:
        return listed_words
    form = _("{listed}, {n} chosen")
    return form.format(listed=listed_words, n=chosen)


def touches(row: ReferenceRow, focus: Ref) -> bool:
    """Whether something is known from a publication about the thing in focus."""
    known = {"organ": row.organs, "signal": row.signals}
    return focus.id in known.get(focus.kind, ())


def detail(row: ReferenceRow) -> str:
    """Kind, species, uses and where it is to be found."""
    reference = row.reference
    where = f"doi:{reference.doi}" if reference.doi else f"PMID {reference.pmid}" if reference.pmid else ""
    is_pooled = reference.kind in ("review", "meta-analysis")
    seen = ", ".join(species_word(species) for species in row.species) if is_pooled else ""
    unsure = "" if reference.verified else _("not verified")
    uses = counted("used once", "used {n} times", row.uses) if row.uses else _("not used")
    return " · ".join(part for part in (row.kind_word, seen, uses, where, unsure) if part)


def species_word(species: str) -> str:
    """In whom something was seen."""
    words = {"human": _("people"), "animal": _("animals"), "cell": _("cells")}
    return words.get(species, species)


def menus(atlas: Atlas, rows: Sequence[ReferenceRow], search: Search) -> tuple[Menu, ...]:
    """The filters by kind, years, species, signal and organ."""
    signals = {signal.id: signal.short for signal in atlas.signals.values()}
    organs = {organ.id: organ.name for organ in atlas.organs.values()}
    return (
        _menu(search, "kind", _("Any kind"), [(k, source_kind_word(k)) for k in KINDS]),
        _years(search),
        _menu(search, "species", _("Seen in any"), [(s, species_word(s)) for s in SPECIES]),
        _menu(search, "signal", _("Any signal"), _used(rows, "signals", signals)),
        _menu(search, "organ", _("Any organ"), _used(rows, "organs", organs)),
    )


def _used(rows: Sequence[ReferenceRow], field: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Those that any publication is about, by name."""
    used: set[str] = {name for row in rows for name in getattr(row, field)}
    found = [(name, words) for name, words in names.items() if name in used]
    return sorted(found, key=lambda pair: pair[1].casefold())


def _menu(search: Search, field: str, every: str, choices: Sequence[tuple[str, str]]) -> Menu:
    now = getattr(search.wanted, field)
    options = tuple(
        Option(words, replace(search, wanted=replace(search.wanted, **{field: value})), value == now)
        for value, words in (("", every), *choices)
    )
    said = next((option.words for option in options if option.chosen), every)
    return Menu(said, options, bool(now))


def _years(search: Search) -> Menu:
    now = (search.wanted.first, search.wanted.last)
    options = tuple(
        Option(
            _span_words(first, last),
            replace(search, wanted=replace(search.wanted, first=first, last=last)),
            (first, last) == now,
        )
        for first, last in _SPANS
    )
    said = next((option.words for option in options if option.chosen), _span_words(*now))
    return Menu(said, options, now != (None, None))


def _span_words(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return _("Any year")
    if last is None:
        return _("Since {year}").format(year=first)
    if first is None:
        return _("Until {year}").format(year=last)
    return _("{first} to {last}").format(first=first, last=last)


def format_of(name: str, kind: str) -> tuple[str, str]:
    """The format of a file and its whole name: by how it ends, else by the kind of file that was chosen."""
    for suffix, form in SUFFIXES.items():
        if name.casefold().endswith(suffix):
            return form, name
    suffix = next((s for s in SUFFIXES if s in kind), ".bib")
    return SUFFIXES[suffix], f"{name}{suffix}"


def exported(rows: Iterable[ReferenceRow], form: str) -> bytes:
    """The publications in a format, as they stand in a file."""
    return FORMATS[form](row.reference for row in rows).encode()


def file_kinds() -> str:
    """The kinds of files, as a dialog lists them."""
    kinds = ("BibTeX (*.bib)", "RIS (*.ris)", "CSL-JSON (*.json)", _("Text (*.txt)"))
    return ";;".join(kinds)
