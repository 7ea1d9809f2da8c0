"""Writes cards for Anki: on each one region of a drawing is hidden; the same cards give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from hashlib import sha256
from html import escape
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
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
    with TemporaryDirectory() as folder:
        files: list[str] = []
        for plate in plates:
            picture = draw(plate)
            name = f"bodymap-{sha256(picture).hexdigest()[:16]}.png"
            path = Path(folder) / name
            path.write_bytes(picture)
            files.append(str(path))
            for mask in plate.masks:
                fields = _fields(mask, plate, name, whose)
                guid = genanki.guid_for("bodymap", title, *_drawing(plate), mask.region)
                deck.add_note(genanki.Note(model=model, fields=fields, guid=guid, due=len(deck.notes)))
        made = io.BytesIO()
        # Ids begin at this moment: another deck, another moment.
        genanki.Package(deck, files).write_to_file(made, timestamp=float(_number(title)))
    return _undated(made.getvalue())


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


def _undated(package: bytes) -> bytes:
    """The same zip without the time at which its files were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
