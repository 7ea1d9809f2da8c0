"""Writes cards for Anki: on each one region of a drawing is hidden; the same cards give the same bytes."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from html import escape
from importlib import import_module
from itertools import count
from typing import Any

from bodymap.features.handout.masks import Mask, Plate
from bodymap.features.handout.paper import colophon
from bodymap.i18n import _
from bodymap.ui.theme import Theme

_MODEL = 1_763_990_001
"""Anki tells kinds of notes apart by number: this is ours, and never changes."""
_NO_DATE = (2000, 1, 1, 0, 0, 0)
_FRONT = '<div class="plate">{{Picture}}{{Mask}}</div><p class="ask">{{Ask}}</p>'
_BACK = (
    '<div class="plate">{{Picture}}{{Outline}}</div><p class="name">{{Name}}</p>'
    '<p class="latin">{{Latin}}</p><p class="colophon">{{Colophon}}</p>'
)
_STYLE = """
.card {{ font-family: sans-serif; font-size: 20px; text-align: center; }}
.card {{ color: {text}; background: {ground0}; }}
.plate {{ position: relative; display: inline-block; max-width: 100%; }}
.plate img {{ display: block; max-width: 100%; max-height: 70vh; }}
.plate svg {{ position: absolute; left: 0; top: 0; width: 100%; height: 100%; }}
.name {{ font-size: 28px; font-weight: bold; margin: 12px 0 0; }}
.latin {{ font-style: italic; margin: 4px 0; }}
.colophon {{ font-size: 12px; color: {muted}; }}
.mask path {{ fill: {receiving}; stroke: {ground0}; stroke-width: 2; }}
.outline path {{ fill: none; stroke: {receiving}; stroke-width: 4; }}
"""
_FIELDS = ("Region", "Name", "Latin", "Ask", "Picture", "Mask", "Outline", "Colophon")


def deck_bytes(title: str, plates: Sequence[Plate], draw: Callable[[Plate], bytes], theme: Theme) -> bytes:
    """The deck as an `.apkg`: as many notes, with a card each, as there are masks. `draw` makes pictures."""
    whose = colophon()
    genanki: Any = import_module("genanki")  # brings no types, and only an export waits for it
    model = genanki.Model(
        _MODEL,
        "Bodymap: hidden region",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Hidden region", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE.format(**theme._asdict()),
    )
    deck = genanki.Deck(_number(title), _("Bodymap::{title}").format(title=title), escape(whose))
    pictures: dict[str, bytes] = {}
    for plate in plates:
        picture = draw(plate)
        name = f"bodymap-{sha256(picture).hexdigest()[:16]}.png"
        pictures[name] = picture
        for mask in plate.masks:
            guid = genanki.guid_for("bodymap", title, *_drawing(plate), mask.region)
            fields = _fields(mask, plate, name, whose)
            deck.add_note(genanki.Note(model=model, fields=fields, guid=guid, due=len(deck.notes)))
    return _package(_collection(genanki.Package(deck), _number(title)), pictures)


def _collection(package: Any, moment: int) -> bytes:
    """The database of a package; ids begin at a moment, so that another deck has others."""
    with closing(sqlite3.connect(":memory:")) as memory:
        package.write_to_db(memory.cursor(), float(moment), count(moment * 1000))
        memory.commit()
        return memory.serialize()


def _package(collection: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """The zip that Anki reads: pictures by number, and what they are called. Without the time of day."""
    names = dict(enumerate(pictures))
    files = {"collection.anki2": collection, "media": json.dumps(names).encode()}
    files |= {str(number): pictures[name] for number, name in names.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            whole.writestr(entry, content)
    return made.getvalue()


def _number(title: str) -> int:
    """A number for a title, as large as Anki's own: seconds in this century."""
    return 1_000_000_000 + int.from_bytes(sha256(title.encode()).digest()[:4]) % 700_000_000


def _drawing(plate: Plate) -> tuple[str, str, str]:
    """What makes a card the same card in a later edition of the deck."""
    return plate.scene.figure, plate.scene.view, plate.scene.closeup or ""


def _fields(mask: Mask, plate: Plate, picture: str, whose: str) -> list[str]:
    return [
        escape(mask.region),
        escape(mask.name),
        escape(mask.latin),
        escape(_("What is hidden here?")),
        f'<img src="{picture}">',
        _overlay(mask, plate, "mask"),
        _overlay(mask, plate, "outline"),
        escape(whose),
    ]


def _overlay(mask: Mask, plate: Plate, name: str) -> str:
    box = " ".join(f"{side:g}" for side in plate.box)
    path = f'<path d="{escape(mask.path)}"/>'
    return f'<svg class="{name}" viewBox="{box}" preserveAspectRatio="none">{path}</svg>'
