"""JSON Schemas of the files of a pack, with the ids of a library to complete; from the records' own types.

Imports pydantic; import this module only for the command that asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import GenericAlias
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from bodymap.atlas.pack_layout import LAYOUTS, Layout, Listing
from bodymap.authoring.ids import Ids
from bodymap.authoring.key_words import FILES, KEYS, LISTS, Key
from bodymap.loading.languages import CODE

Schema = dict[str, Any]
PROSE = frozenset(
    (
        *("name", "title", "short", "why", "school", "university", "what", "how", "of", "words", "note"),
        *("source_note", "acute", "size", "exposure", "endpoint", "plain", "caution", "claim", "nuance"),
        *("sedentary", "active", "difference", "activity", "muscle_share", "muscle_basis", "disputed"),
        "synonyms",
    )
)
"""The keys whose texts a pack with several languages may give in each."""
_DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas(ids: Ids) -> Mapping[str, Schema]:
    """The schema of each kind of file, by its name: pack, organs, signals …"""
    return {kind: schema(kind, ids) for kind in FILES}


def schema(kind: str, ids: Ids) -> Schema:
    """The schema of one kind of file; KeyError where there is no such kind."""
    layout = layout_of(kind)
    definitions = _definitions(layout)
    for name, definition in definitions.items():
        _describe(name, definition, ids)
    made = definitions.pop(layout.head.__name__)
    properties: Schema = made.get("properties", {})
    for listing in layout.lists:
        properties[listing.key] = _list(listing)
    required = [*made.get("required", ()), *(each.key for each in layout.lists if not each.optional)]
    shelves = {f"{name}-id": _open(known) for name, known in ids.used(properties, definitions)}
    return {
        "$schema": _DIALECT,
        "title": f"{kind} in a Bodymap pack",
        "description": FILES[kind],
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
        "$defs": dict(sorted({**definitions, **shelves}.items())),
    }


def file_name(kind: str) -> str:
    """The name of the file in which the schema of a kind is kept."""
    return f"{kind.replace('/', '-')}.schema.json"


def text_of(made: Schema) -> str:
    """A schema as the text of a file."""
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def layout_of(kind: str) -> Layout:
    """What a kind of file holds."""
    return LAYOUTS[kind] if kind in LAYOUTS else LAYOUTS[f"{kind}.yaml"]


def _definitions(layout: Layout) -> dict[str, Schema]:
    """The schemas of all record types in a file, by the name of the type."""
    records = [layout.head, *(listing.record for listing in layout.lists)]
    rules = ConfigDict(extra="forbid", strict=True)
    found: dict[str, Schema] = {}
    for record in records:
        many: Any = GenericAlias(tuple, (record, ...))
        found |= TypeAdapter[Any](many, config=rules).json_schema()["$defs"]
    for listing in layout.lists:
        _without(found[listing.record.__name__], listing.given)
    return found


def _without(definition: Schema, key: str) -> None:
    """Take a key away that the head of the file says for all."""
    definition["properties"].pop(key, None)
    definition["required"] = [name for name in definition["required"] if name != key]


def _describe(record: str, definition: Schema, ids: Ids) -> None:
    """Put the meaning of each key, its unit and its known ids where editors look for them."""
    definition.pop("description", None)  # of the type, for programmers
    definition.pop("title", None)
    definition["additionalProperties"] = False
    for name, value in definition.get("properties", {}).items():
        value.pop("title", None)
        _complete(value, ids.shelf(record, name))
        if name in PROSE:
            _let_translate(value)
        key = KEYS[record][name]
        if "$ref" in value:  # draft 7 reads nothing beside a reference
            value["allOf"] = [{"$ref": value.pop("$ref")}]
        value["description"] = said(key)


def said(key: Key) -> str:
    """The meaning of a key with its unit."""
    return f"{key.meaning} Unit: {key.unit}." if key.unit else key.meaning


def _let_translate(value: Schema) -> None:
    """Let a text, or a list of texts, also be given by language."""
    if value.get("type") not in ("string", "array") or "enum" in value or "$ref" in value.get("items", {}):
        return
    plain = {key: value.pop(key) for key in ("type", "items") if key in value}
    code = CODE.pattern.replace("\\Z", "$")
    by_language = {"type": "object", "propertyNames": {"pattern": f"^{code}"}, "additionalProperties": plain}
    value["anyOf"] = [plain, by_language]


def _complete(value: Schema, shelf: str) -> None:
    """Let an editor offer the ids of a shelf, in a value or in the items of a list."""
    if not shelf:
        return
    for place in _places(value):
        place.clear()
        place["$ref"] = f"#/$defs/{shelf}-id"


def _places(value: Schema) -> Iterator[Schema]:
    if value.get("type") == "array":
        yield value["items"]
    elif "anyOf" in value:
        yield from (option for option in value["anyOf"] if option.get("type") != "null")
    else:
        default = {"default": value["default"]} if "default" in value else {}
        inner: Schema = {}
        value.clear()
        value |= {"allOf": [inner], **default}
        yield inner


def _open(known: tuple[str | int, ...]) -> Schema:
    """Ids that are known, offered but not demanded: a pack adds its own."""
    kind = "integer" if known and isinstance(known[0], int) else "string"
    return {"anyOf": [{"enum": list(known)}, {"type": kind}]}


def _list(listing: Listing) -> Schema:
    items = {"$ref": f"#/$defs/{listing.record.__name__}"}
    return {"type": "array", "items": items, "description": LISTS[listing.key]}
