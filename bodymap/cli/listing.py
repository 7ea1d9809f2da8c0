"""`bodymap list`: what is known, as plain objects, as JSON and as a table for reading."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.evidence import shown_by
from bodymap.atlas.records import Effect, Finding, Ref
from bodymap.cli.arguments import UsageError
from bodymap.cli.knowledge import knowledge
from bodymap.cli.reference_options import is_choosing
from bodymap.cli.references import asked_for
from bodymap.figure.figure import Anatomy
from bodymap.figure.figures import Figures

Object = dict[str, Any]

_WIDEST = 60


def show_list(chosen: Namespace) -> int:
    """Print the list that was asked for; always 0, `bodymap check` is there for mistakes in data."""
    known = knowledge(chosen.data)
    ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
    if chosen.what == "lessons":
        return _printed(chosen, _lessons(chosen), ascii_only)
    layers = _layers(known.figures) if chosen.what == "regions" else {}
    atlas = shown_by(known.atlas, chosen.only or "all", chosen.least or "low")
    rows = objects(chosen.what, _chosen(atlas, chosen), known.figures.anatomy, layers)
    return _printed(chosen, rows, ascii_only)


def _lessons(chosen: Namespace) -> list[Object]:
    from bodymap.cli.lesson_listing import lesson_objects  # brings yaml and pydantic: no other list waits

    return lesson_objects(chosen.data)


def _printed(chosen: Namespace, rows: list[Object], ascii_only: bool) -> int:
    sys.stdout.write(as_json(rows, ascii_only) if chosen.json else as_table(chosen.what, rows))
    sys.stdout.write("\n")
    return 0


def _chosen(atlas: Atlas, chosen: Namespace) -> Atlas:
    """The atlas with only the publications that are asked for; UsageError where another list was asked."""
    if not is_choosing(chosen):
        return atlas
    if chosen.what != "references":
        raise UsageError("kind, year, species, signal, organ and verified choose references only")
    found = {row.reference.id: row.reference for row in asked_for(atlas, chosen)}
    return replace(atlas, references=found)


def objects(what: str, atlas: Atlas, anatomy: Anatomy, layers: Mapping[str, str]) -> list[Object]:
    """The records of one of the lists, each with `id`, `name` and every field of its own.

    `layers` says on which layer of the drawing a region lies; a group, which has no shape, has none.
    """
    if what == "regions":
        return [asdict(r) | {"layer": layers.get(r.id)} for r in anatomy.regions.values()]
    if what == "effects":
        return [_first(e.id, _effect_name(atlas, e), asdict(e)) for e in atlas.effects]
    if what == "findings":
        return [_first(f.id, _finding_name(atlas, f), asdict(f)) for f in atlas.findings]
    if what == "claims":
        return [_first(f"claim-{c.number}", c.claim, asdict(c)) for c in atlas.claims]
    if what == "references":
        return [_first(r.id, f"{r.authors} {r.year}", asdict(r)) for r in atlas.references.values()]
    shelf: Mapping[str, Any] = getattr(atlas, what)
    return [asdict(record) for record in shelf.values()]


def as_json(rows: Iterable[Object], ascii_only: bool = False) -> str:
    """An array of objects, one field a line."""
    return json.dumps(list(rows), indent=1, ensure_ascii=ascii_only)


def as_table(what: str, rows: Iterable[Object]) -> str:
    """Aligned columns: id, name and what tells the rows apart; the last line counts them."""
    table = [[_short(cell) for cell in _cells(what, row)] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    lines = ["  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in table]
    return "\n".join([*lines, f"{len(lines)} {what}"])


def _layers(figures: Figures) -> dict[str, str]:
    """The layer of each region of the figure, in a reader's words."""
    figure = figures.ids()[0]
    found: dict[str, str] = {}
    for view in reversed(figures.views(figure)):
        found |= {s.region: _in_words(s.layer) for s in figures.view(figure, view).shapes.values()}
    return found


def _in_words(layer: str) -> str:
    """`organs-deep` and `organs-upper` are `organs`; `fat-subcutaneous` is `fat`."""
    return "skeleton" if layer == "bone-marrow" else layer.split("-")[0]


def _cells(what: str, row: Object) -> tuple[object, ...]:
    if what == "regions":
        return row["id"], row["name"], row["layer"], row["ontology"]
    if what == "lessons":
        return row["id"], row["name"], f"{row.get('minutes', 0):g} min", f"{len(row['steps'])} steps"
    if what == "organs":
        return row["id"], row["name"], row["ontology"]
    if what == "signals":
        return row["id"], row["name"], row["family"], row["gene"]
    if what == "movements":
        return row["id"], row["name"], row["intensity"]["words"]
    if what in ("effects", "findings"):
        return row["id"], row["name"], ", ".join(row["references"])
    if what == "references":
        return row["id"], row["name"], row["doi"] or row["pmid"]
    return row["id"], row["name"], row["verdict"]


def _effect_name(atlas: Atlas, effect: Effect) -> str:
    agent = atlas.name_of(Ref("signal", effect.agent))
    return f"{agent} → {atlas.name_of(Ref('organ', effect.organ))}: {effect.of}"


def _finding_name(atlas: Atlas, finding: Finding) -> str:
    return f"{atlas.name_of(Ref('organ', finding.organ))}: {finding.endpoint}"


def _first(identity: str, name: str, fields: Object) -> Object:
    return {"id": identity, "name": name} | {k: v for k, v in fields.items() if k not in ("id", "name")}


def _short(cell: object) -> str:
    text = "–" if cell is None else str(cell)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
