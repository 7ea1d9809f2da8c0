"""From the files of a pack to its records, each with the place that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, cast

from bodymap.atlas.entries import Collection, Entry
from bodymap.atlas.pack_layout import HEAD, LAYOUTS, Layout, Listing, layout_of
from bodymap.atlas.packs import Pack
from bodymap.atlas.translating import Translator
from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.suggestions import closest
from bodymap.loading.validation import Shape
from bodymap.loading.yaml_document import Document, read_document
from bodymap.loading.yaml_events import holds_refused


@dataclass(slots=True)
class _Batch:
    """Values of one record type on their way to become records; `also` are keys beside theirs."""

    record: type
    also: tuple[str, ...] = ()
    values: list[Any] = field(default_factory=list[Any])
    entries: list[Entry] = field(default_factory=list[Entry])


class Collector:
    """Reads files into a Collection."""

    def __init__(self, wanted: Sequence[str] = ()) -> None:
        """`wanted` are the languages that the user reads, the dearest first."""
        self._wanted = wanted
        self._translator = Translator((), wanted)

    def pack(self, sources: Iterable[Source]) -> Collection:
        """The records of a pack's files."""
        found = Collection()
        in_order = sorted(sources, key=lambda source: source.name != HEAD)  # it names the languages
        self._translator = Translator((), self._wanted)
        for source in in_order:
            layout = layout_of(source.name)
            if layout is None:
                found.problems.append(_stray(source))
            else:
                self.file(source, layout, found)
        found.problems += self._translator.problems
        found.languages = frozenset(self._translator.used)
        return found

    def file(self, source: Source, layout: Layout, found: Collection) -> None:
        """Add what one file holds; a file that cannot be read adds its problems only."""
        document = read_document(source)
        found.has_head_file |= layout.head is Pack
        found.problems += document.problems
        if isinstance(document.value, dict):
            if layout.head is Pack:
                self._translator = Translator(_languages(document), self._wanted)
            self._translator.translate(document)
            self._contents(document, layout, found)
            return
        if layout.is_record:
            found.broken.add((layout.head, PurePosixPath(source.name).stem))
        found.broken_lists |= {listing.record for listing in layout.lists}
        if not document.problems:
            found.problems.append(document.problem((), "this file should begin with a key, such as 'id: …'"))

    def _contents(self, document: Document, layout: Layout, found: Collection) -> None:
        value = cast("dict[str, Any]", document.value)
        own = {key: part for key, part in value.items() if key not in layout.keys}
        heads = self._records(_Batch(layout.head, layout.keys, [own], [Entry(None, document, ())]), found)
        if layout.is_record:
            found.entries += heads
        elif layout.head is Pack and heads:
            found.head = heads[0]
        for listing in layout.lists:
            records = self._records(_listed(document, listing, found), found)
            if heads or layout.is_record:
                found.entries += records
            else:
                found.broken |= {entry.key for entry in records}

    def _records(self, batch: _Batch, found: Collection) -> list[Entry]:
        """The entries of a batch that became records; the others leave a problem and a broken id."""
        shape: Shape[Any] = Shape(batch.record, batch.also)
        suspect = any(entry.document.problems for entry in batch.entries[:1])  # all are of one document
        whole = [i for i, v in enumerate(batch.values) if not (suspect and holds_refused(v))]
        records, mistakes = shape.read([batch.values[i] for i in whole])
        for wrong in mistakes:
            entry = batch.entries[whole[wrong.index]]
            place = (*entry.loc, *wrong.loc)
            problem = entry.document.problem(place, wrong.what, wrong.suggestion, wrong.at_key).by(wrong.rule)
            found.problems.append(problem)
            name = _id_of(entry, batch.values[whole[wrong.index]])
            if wrong.rule == "missing-key" and isinstance(name, str | int):
                found.lacking[problem] = batch.record, name
        made = dict(zip(whole, records, strict=True))
        kept: list[Entry] = []
        for i, (entry, value) in enumerate(zip(batch.entries, batch.values, strict=True)):
            entry.record = made.get(i)
            if entry.record is not None:
                kept.append(entry)
            elif isinstance(value, dict):
                _note_broken(entry, batch.record, cast("dict[str, Any]", value), found)
        return kept


def _listed(document: Document, listing: Listing, found: Collection) -> _Batch:
    """The items of a list in a file, each with what the head says for all of them."""
    key, batch = listing.key, _Batch(listing.record)
    items = document.value.get(key, [])
    if key not in document.value and not listing.optional:
        found.problems.append(document.problem((), f"'{key}' is missing").by("missing-key"))
    if not isinstance(items, list):
        if not holds_refused(items):
            what = f"'{key}' should be a list, each item after a '-'"
            found.problems.append(document.problem((key,), what).by("wrong-type"))
        found.broken_lists.add(listing.record)
        return batch
    said = document.value.get(listing.by) if listing.by else None
    for index, item in enumerate(cast("list[Any]", items)):
        if listing.given and isinstance(item, dict):
            if listing.given in item:
                what = f"unknown key '{listing.given}': '{listing.by}' of this file says it for all"
                wrong = document.problem((key, index, listing.given), what, at_key=True)
                found.problems.append(wrong.by("unknown-key"))
            values = cast("dict[str, Any]", item)
            batch.values.append({**values, listing.given: said if isinstance(said, str) else ""})
        else:
            batch.values.append(item)
        batch.entries.append(Entry(None, document, (key, index), listing.given, listing.by))
    return batch


def _note_broken(entry: Entry, record: type, value: dict[str, Any], found: Collection) -> None:
    name = _id_of(entry, value)
    if isinstance(name, str | int):
        found.broken.add((record, name))
    else:
        found.broken_lists.add(record)


def _languages(document: Document) -> tuple[str, ...]:
    """The languages that a pack.yaml names, whatever else is wrong in it."""
    named = document.value.get("languages")
    codes = cast("list[Any]", named) if isinstance(named, list) else []
    return tuple(dict.fromkeys(code for code in codes if isinstance(code, str)))


def _id_of(entry: Entry, value: Any) -> Any:
    """What a broken record is called: by its id or number, else by its file where that is its own."""
    if not isinstance(value, dict):
        return None
    value = cast("dict[str, Any]", value)
    name = value.get("id", value.get("number"))
    if name is None and not entry.loc:
        return PurePosixPath(entry.document.source.name).stem
    return name


def _stray(source: Source) -> Problem:
    if source.trouble:
        return Problem(source.path, 1, 1, source.trouble, rule="unreadable-file")
    folder = source.name.rpartition("/")[0]
    if folder == "lessons":
        what = f"{source.name} is not read; its name must end in .bodymap"
        return Problem(source.path, 1, 1, what, rule="stray-file")
    what = f"nothing reads the folder '{folder}'" if folder else f"nothing reads the file '{source.name}'"
    same_sort = [name for name in LAYOUTS if name.endswith(".yaml") != bool(folder)]
    hint = closest(folder or source.name, same_sort)
    return Problem(source.path, 1, 1, f"{what} of a pack", hint, "stray-file")
