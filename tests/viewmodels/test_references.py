"""Publications are chosen by kind, year, species, molecule and organ; the YAML is counted here by itself."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.viewmodels.references import ReferenceRow, Wanted, chosen_rows, reference_rows


@pytest.fixture(scope="module")
def rows(library: Library) -> tuple[ReferenceRow, ...]:
    return reference_rows(library.atlas)


def ids(rows: tuple[ReferenceRow, ...]) -> set[str]:
    return {row.reference.id for row in rows}


def raw(folder: str) -> list[dict[str, Any]]:
    paths = sorted((shipped("data") / folder).glob("*.yaml"))
    return [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in paths]  # noqa: S506 - all as text


def test_all_are_there_once_in_the_order_of_their_names(rows: tuple[ReferenceRow, ...]) -> None:
    assert len(rows) == sum(len(file["references"]) for file in raw("references"))
    assert [r.short.casefold() for r in rows] == sorted(r.short.casefold() for r in rows)


def test_by_kind_and_year(rows: tuple[ReferenceRow, ...]) -> None:
    wanted = {
        r["id"]
        for file in raw("references")
        for r in file["references"]
        if file["kind"] == "meta-analysis" and 2015 <= int(r["year"]) <= 2019
    }
    assert ids(chosen_rows(rows, Wanted(kind="meta-analysis", first=2015, last=2019))) == wanted
    assert wanted


def test_by_organ(rows: tuple[ReferenceRow, ...]) -> None:
    effects = [e for file in (*raw("signals"), *raw("effects")) for e in file.get("effects", ())]
    wanted = {r for e in effects if e["organ"] == "bone" for r in e["references"]}
    for file in raw("findings"):
        if file["organ"] == "bone":
            measured = (*file.get("findings", ()), *file.get("contrasts", ()))
            wanted |= {r for row in measured for r in row["references"]}
    claims = yaml.load((shipped("data") / "claims.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - all as text
    wanted |= {r for c in claims["claims"] if "bone" in c.get("organs", ()) for r in c.get("references", ())}
    assert ids(chosen_rows(rows, Wanted(organ="bone"))) == wanted


def test_by_molecule(rows: tuple[ReferenceRow, ...]) -> None:
    found = ids(chosen_rows(rows, Wanted(signal="irisin")))
    irisin = next(file for file in raw("signals") if file["id"] == "irisin")
    assert set(irisin["references"]) <= found
    assert {r for e in irisin["effects"] for r in e["references"]} <= found
    assert found < ids(rows)


def test_by_species(rows: tuple[ReferenceRow, ...]) -> None:
    kinds = {r["id"]: file["kind"] for file in raw("references") for r in file["references"]}
    humans = ids(chosen_rows(rows, Wanted(species="human")))
    assert {i for i, kind in kinds.items() if kind.startswith("human")} <= humans
    assert not {i for i, kind in kinds.items() if kind in ("animal", "in-vitro")} & humans
    assert {i for i, kind in kinds.items() if kind == "animal"} <= ids(
        chosen_rows(rows, Wanted(species="animal"))
    )


def test_a_pooled_study_has_the_species_of_what_cites_it(rows: tuple[ReferenceRow, ...]) -> None:
    pooled = next(row for row in rows if row.reference.id == "patterson2018")
    assert (pooled.species, pooled.kind_word) == (("human",), "pooled studies")
    assert pooled.uses >= 5
    assert {"whole-body", "heart", "pancreas"} <= set(pooled.organs)


def test_only_verified(rows: tuple[ReferenceRow, ...]) -> None:
    found = chosen_rows(rows, Wanted(verified=True))
    assert all(row.reference.verified for row in found)
    assert len(found) == sum(
        r["verified"] == "true" for file in raw("references") for r in file["references"]
    )


def test_nothing_asked_is_everything(rows: tuple[ReferenceRow, ...]) -> None:
    assert chosen_rows(rows, Wanted()) == rows
