"""The SARIF that `bodymap check` writes is valid by the published schema of SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bodymap.atlas.checking import check
from bodymap.authoring.reports import as_sarif
from tests.broken import LINKS, PACKS, cases, copy_of_sound

SCHEMA = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"
Faults = Callable[[Any], list[str]]


@pytest.fixture(scope="module")
def faults() -> Faults:
    """What in a log does not fit the schema."""
    jsonschema: Any = pytest.importorskip("jsonschema", reason="jsonschema, of the extra `test`, is missing")
    made = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
    return lambda log: [error.message for error in made.iter_errors(log)]


def test_what_is_told_of_every_broken_pack_is_valid(tmp_path: Path, faults: Faults) -> None:
    problems: list[Any] = []
    for case in cases():
        if case.nest or case.make in LINKS or case.file == "regions.yaml":
            continue
        pack = copy_of_sound(tmp_path / case.case)
        case.breaks(pack / case.file)
        problems += [problem.seen_from(tmp_path) for problem in check([pack], PACKS / "figures")]
    assert len(problems) > 100
    assert any(problem.related for problem in problems)
    assert faults(json.loads(as_sarif(problems))) == []


def test_nothing_wrong_is_valid_too(faults: Faults) -> None:
    assert faults(json.loads(as_sarif([]))) == []


def test_the_schema_finds_what_is_wrong(faults: Faults) -> None:
    log = json.loads(as_sarif([]))
    log["runs"][0]["columnKind"] = "letters"
    assert len(faults(log)) == 1
