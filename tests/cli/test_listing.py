"""`bodymap list`: the records as objects and as a table."""

from __future__ import annotations

import json

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Claim, Effect, Organ, Reference, Words
from bodymap.cli.listing import as_json, as_table, objects
from bodymap.figure.figure import Anatomy, Region

LIVER = Organ(
    "liver", "Liver", "UBERON:0002107", Words("Stores sugar.", "Stores glycogen."), regions=("liver",)
)
FEBBRAIO = Reference(
    "febbraio2004", "Febbraio et al.", 2004, "IL-6 is a regulator", "Diabetes", "trial", True
)
EFFECT = Effect(
    id="e1",
    agent="il6",
    organ="liver",
    what="sends out sugar",
    how="",
    direction="increases",
    of="glucose output",
    evidence="human-trial",
    confidence="moderate",
    references=("febbraio2004",),
)
CLAIM = Claim(7, "Muscle talks to the liver.", "supported", "", ("febbraio2004",))
ATLAS = Atlas.of([LIVER, FEBBRAIO, EFFECT, CLAIM])
ANATOMY = Anatomy(
    {
        "liver": Region("liver", "Liver", "Hepar", "UBERON:0002107", "none", None),
        "legs": Region("legs", "Legs", None, None, "none", None, members=("thigh-left",)),
    }
)


def listed(what: str) -> list[dict[str, object]]:
    return objects(what, ATLAS, ANATOMY, {"liver": "organs"})


def test_every_object_begins_with_id_and_name() -> None:
    for what in ("organs", "regions", "effects", "references", "claims"):
        for found in listed(what):
            assert list(found)[:2] == ["id", "name"], what
            assert found["id"]
            assert found["name"]


def test_an_effect_carries_its_references() -> None:
    (effect,) = listed("effects")
    assert effect["references"] == ("febbraio2004",)
    assert effect["name"] == "il6 → Liver: glucose output"


def test_a_region_says_null_where_nothing_is_known() -> None:
    liver, legs = listed("regions")
    assert liver["layer"] == "organs"
    assert legs["layer"] is None
    assert legs["ontology"] is None
    assert '"ontology": null' in as_json([legs])


def test_json_holds_the_whole_record() -> None:
    (organ,) = json.loads(as_json(listed("organs")))
    assert organ["words"] == {"school": "Stores sugar.", "university": "Stores glycogen."}
    assert organ["regions"] == ["liver"]


def test_json_can_be_kept_to_ascii() -> None:
    assert as_json([{"name": "α"}], ascii_only=True).isascii()
    assert "α" in as_json([{"name": "α"}])


def test_a_table_has_one_line_each_and_counts_them() -> None:
    lines = as_table("regions", listed("regions")).splitlines()
    assert lines == ["liver  Liver  organs  UBERON:0002107", "legs   Legs   –       –", "2 regions"]


def test_an_empty_list_is_a_table_too() -> None:
    assert as_table("signals", []) == "0 signals"
