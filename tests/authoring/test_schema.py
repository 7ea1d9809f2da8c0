"""Schemas agree with what the loader accepts, and what is shipped is what the command writes today."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from bodymap.atlas.reading import read_library
from bodymap.authoring.ids import Ids, ids_of
from bodymap.authoring.key_tables import keys_page
from bodymap.authoring.key_words import FILES, KEYS
from bodymap.authoring.schema import Schema, file_name, layout_of, schemas, text_of
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import yaml_sources
from bodymap.sights import CLOSEUPS

ROOT = Path(__file__).resolve().parents[2]
DATA = sorted(path for path in shipped("data").rglob("*.yaml"))
TYPES: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
TYPES |= {"null": type(None), "array": list, "object": dict}
RENEW = "run `bodymap schema --out data/schema`"


@pytest.fixture(scope="module")
def ids() -> Ids:
    return ids_of(read_library([shipped("data")], cache=None), CLOSEUPS)


@pytest.fixture(scope="module")
def made(ids: Ids) -> dict[str, Schema]:
    return dict(schemas(ids))


def faults(value: Any, rule: Schema, root: Schema) -> Iterator[str]:
    """What in a value does not fit a schema: the few words of JSON Schema that ours use, read afresh."""
    references = [root["$defs"][rule["$ref"].removeprefix("#/$defs/")]] if "$ref" in rule else []
    for inner in (*references, *rule.get("allOf", ())):
        yield from faults(value, inner, root)
    if "anyOf" in rule and all(list(faults(value, option, root)) for option in rule["anyOf"]):
        yield f"{value!r} fits none"
    if value not in rule.get("enum", [value]):
        yield f"{value!r} is not one of {rule['enum']}"
    if "type" in rule and not isinstance(value, TYPES[rule["type"]]):
        yield f"{value!r} is no {rule['type']}"
    yield from inner_faults(value, rule, root)


def inner_faults(value: Any, rule: Schema, root: Schema) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from faults(item, rule.get("items", {}), root)
    if isinstance(value, dict):
        yield from (f"{key} is missing" for key in rule.get("required", ()) if key not in value)
        for key, inner in value.items():
            if key not in rule.get("properties", {}) and rule.get("additionalProperties") is False:
                yield f"{key} is unknown"
            yield from faults(inner, rule.get("properties", {}).get(key, {}), root)


class Plain(yaml.SafeLoader):
    """Words as editors read them, by YAML 1.2: `no` and `on` are text."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] in ("int", "float", "null")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def values_of(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Plain)  # noqa: S506 - a safe loader of our own


def keys_of(record: Any) -> set[str]:
    return {field.name for field in fields(record)}


def kind_of(path: Path) -> str:
    own = f"{path.parent.name}/{path.stem}"
    folder = path.parent.name if path.parent.name in FILES else path.stem
    return own if own in FILES else folder


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_file_fits_its_schema(path: Path, made: dict[str, Schema]) -> None:
    schema = made[kind_of(path)]
    assert list(faults(values_of(path), schema, schema)) == []


@pytest.mark.parametrize(
    ("kind", "change", "fault"),
    [
        ("signals", {"nmae": "x"}, "nmae is unknown"),
        ("signals", {"muscle": "perhaps"}, "'perhaps' is not one of ['yes', 'contested', 'no']"),
        ("signals", {"words": {"school": "x"}}, "university is missing"),
        ("pack", {"languages": "en"}, "'en' is no array"),
        ("pack", {"remove": {"signal": []}}, "signal is unknown"),
        ("findings", {"findings": [{"value": "many"}]}, "'many' fits none"),
    ],
)
def test_a_mistake_does_not_fit(
    kind: str, change: dict[str, object], fault: str, made: dict[str, Schema]
) -> None:
    path = next(path for path in DATA if kind_of(path) == kind)
    assert fault in list(faults({**values_of(path), **change}, made[kind], made[kind]))


def test_the_shipped_schemas_are_those_of_today(made: dict[str, Schema]) -> None:
    for kind, schema in made.items():
        kept = shipped("data", "schema", file_name(kind)).read_text("utf-8")
        assert kept == text_of(schema), RENEW
    names = {path.name for path in shipped("data", "schema").iterdir()}
    assert names == {file_name(kind) for kind in made}


def test_the_page_of_keys_is_that_of_today() -> None:
    kept = (ROOT / "docs/keys.md").read_text("utf-8")
    assert kept == keys_page(), "run `bodymap schema --markdown > docs/keys.md`"


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_file_tells_editors_its_schema(path: Path) -> None:
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert found
    assert (path.parent / found[1]).resolve() == shipped("data", "schema", file_name(kind_of(path))).resolve()


def test_ids_that_exist_are_offered_and_others_are_not_refused(made: dict[str, Schema]) -> None:
    schema = made["effects"]
    organ = schema["$defs"]["Effect"]["properties"]["organ"]
    offered = schema["$defs"]["organ-id"]["anyOf"][0]["enum"]
    assert offered == sorted(path.stem for path in shipped("data", "organs").glob("*.yaml"))
    assert list(faults("my-own-organ", organ, schema)) == []
    assert list(faults(7, organ, schema)) != []


def test_units_that_exist_are_offered(made: dict[str, Schema]) -> None:
    offered = made["findings"]["$defs"]["unit-id"]["anyOf"][0]["enum"]
    assert {"mmHg", "%", "SD", "percentage points"} <= set(offered)


def test_every_key_of_every_record_has_a_meaning() -> None:
    for kind in FILES:
        layout = layout_of(kind)
        assert set(KEYS[layout.head.__name__]) == keys_of(layout.head)
        for listing in layout.lists:
            assert set(KEYS[listing.record.__name__]) == keys_of(listing.record) - {listing.given}


def test_schemas_in_a_pack_are_not_read_as_knowledge() -> None:
    assert not any(source.name.startswith("schema") for source in yaml_sources(shipped("data")))


def test_a_schema_is_json(made: dict[str, Schema]) -> None:
    assert json.loads(text_of(made["claims"])) == made["claims"]
