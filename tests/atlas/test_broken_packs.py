"""A small sound pack, broken in one place: the messages that an author gets, with line and column."""

from __future__ import annotations

import os
import re
import shutil
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from bodymap.atlas.checking import check
from bodymap.atlas.reading import Library, read_library
from bodymap.loading.rules import RULES
from tests.broken import LINKS, PACKS, Broken, cases, change

POSIX = sys.platform != "win32"
CASES = tuple(case for case in cases() if POSIX or case.make not in LINKS)


BY_NAME = {case.case: case for case in CASES}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "figures", tmp_path / "figures"))


def told(pack: Path, figures: Path) -> list[str]:
    return [str(p.seen_from(pack).seen_from(figures)) for p in check([pack], figures)]


def read_changed(pack: Path, figures: Path, *changes: tuple[str, str, str]) -> Library:
    for file, old, new in changes:
        change(pack / file, old, new)
    return read_library([pack], figures, cache=None)


def test_the_sound_pack_has_no_problem(pack: Path, figures: Path) -> None:
    assert told(pack, figures) == []


def break_one(case: Broken, pack: Path, figures: Path) -> None:
    case.breaks((figures if case.file == "regions.yaml" else pack) / case.file)


def places(lines: list[str]) -> set[str]:
    return {line.split(": ")[0] for line in lines}


@cache
def found(case: str) -> tuple[tuple[str, str], ...]:
    """What is told of a case, each line with its rule; checked once for the tests that ask."""
    with TemporaryDirectory() as folder:
        pack, figures = Path(folder, "pack"), Path(folder, "figures")
        shutil.copytree(PACKS / "sound", pack)
        shutil.copytree(PACKS / "figures", figures)
        break_one(BY_NAME[case], pack, figures)
        problems = check([pack], figures)
        return tuple((str(p.seen_from(pack).seen_from(figures)), p.rule) for p in problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case)
def test_a_broken_place_is_told(case: Broken) -> None:
    assert [line for line, _rule in found(case.case)] == [_on_this_system(line) for line in case.told]


def _on_this_system(line: str) -> str:
    return line.replace("(Input/output error)", "(Permission denied)") if not _is_root() else line


def _is_root() -> bool:

    return POSIX and os.geteuid() == 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case)
def test_the_pure_parser_tells_the_same_places(
    case: Broken, pack: Path, figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")  # as where libyaml was not built
    break_one(case, pack, figures)
    assert places(told(pack, figures)) == places(case.told)


def test_there_are_many_and_each_is_told_with_line_and_column() -> None:
    known = cases()
    assert len(known) >= 120
    assert len({case.what for case in known}) == len(known)
    for case in known:
        assert case.told, case.case
        assert all(re.match(r"[\w ./-]+:[1-9]\d*:[1-9]\d*: \S", line) for line in case.told), case.case


OF_TWO_PACKS = {"replaced-other"}
"""No pack breaks them alone: one laid over another does (`test_packs.py`)."""


def test_every_rule_is_broken_by_one_of_them() -> None:
    rules = {rule for case in CASES if not case.nest for _line, rule in found(case.case)}
    assert rules == set(RULES) - OF_TWO_PACKS


@pytest.mark.parametrize("case", [c for c in CASES if c.nest], ids=lambda case: case.case)
def test_ten_megabytes_of_nesting_are_refused_at_once(case: Broken, pack: Path, figures: Path) -> None:
    """Reading on to the end would take minutes, or the stack."""
    break_one(case, pack, figures)
    assert told(pack, figures)


def test_all_problems_of_a_pack_are_told_at_once_in_order(pack: Path, figures: Path) -> None:
    change(pack / "signals/il6.yaml", "organ: liver", "organ: livr")
    change(pack / "organs/heart.yaml", "id: heart", "id: [heart")
    change(pack / "claims.yaml", "verdict: supported", "verdict: maybe")
    places = [line.split(": ")[0] for line in told(pack, figures)]
    assert places == ["claims.yaml:4:14", "organs/heart.yaml:1:5", "signals/il6.yaml:17:12"]


def test_a_bad_effect_leaves_the_good_ones(pack: Path, figures: Path) -> None:
    atlas = read_changed(pack, figures, ("signals/il6.yaml", "what: The liver", "wat: The liver")).atlas
    assert [e.id for e in atlas.effects] == ["e003", "e002"]
    assert atlas.signals["il6"].name == "Interleukin-6"


def test_a_bad_signal_takes_its_effects_along_without_a_second_message(pack: Path, figures: Path) -> None:
    library = read_changed(pack, figures, ("signals/il6.yaml", "family: cytokine", "family: 5"))
    assert [p.what for p in library.problems] == ["'family' should be text, not 5; put it in quotes"]
    assert [e.id for e in library.atlas.effects] == ["e003"]


def test_a_file_of_references_that_is_no_yaml_is_told_once(pack: Path, figures: Path) -> None:
    change(pack / "references/review.yaml", "kind: review", "kind: [review")
    library = read_library([pack], figures, cache=None)
    assert [p.path.name for p in library.problems] == ["review.yaml"]
    assert library.atlas.organs.keys() == {"liver", "heart"}


def test_a_bad_reference_is_taken_off_and_the_effect_stays(pack: Path, figures: Path) -> None:
    atlas = read_changed(
        pack, figures, ("signals/il6.yaml", "[smith2001, jones2010]", "[gray1999, jones2010]")
    ).atlas
    assert next(e for e in atlas.effects if e.id == "e001").references == ("jones2010",)


def test_an_effect_that_only_an_unverified_reference_carries_is_left_out(pack: Path, figures: Path) -> None:
    atlas = read_changed(pack, figures, ("signals/il6.yaml", "[smith2001, jones2010]", "[gray1999]")).atlas
    assert [e.id for e in atlas.effects] == ["e003", "e002"]


def test_an_impossible_load_is_left_out_and_the_movement_stays(pack: Path, figures: Path) -> None:
    atlas = read_changed(pack, figures, ("movements/running.yaml", "load: 0.8", "load: -1")).atlas
    assert [m.group for m in atlas.movements["running"].muscles] == ["heart"]


def test_of_two_organs_the_first_keeps_the_region(pack: Path, figures: Path) -> None:
    atlas = read_changed(pack, figures, ("organs/heart.yaml", "[heart]", "[heart, liver]")).atlas
    assert (atlas.organs["heart"].regions, atlas.organs["liver"].regions) == (("heart", "liver"), ())


def test_an_interval_that_cannot_be_is_not_shown(pack: Path, figures: Path) -> None:
    finding = read_changed(pack, figures, ("findings/liver.yaml", "low: 1.1", "low: 11")).atlas.findings[0]
    assert (finding.value, finding.low, finding.high) == (1.5, None, None)


def test_a_pack_that_is_not_there_is_told(tmp_path: Path, figures: Path) -> None:
    problems = check([tmp_path / "nowhere"], figures)
    assert [p.what for p in problems] == ["this folder is missing"]


def test_without_regions_the_rest_is_read(pack: Path, tmp_path: Path) -> None:
    library = read_library([pack], tmp_path / "no-figures", cache=None)
    assert [p.what for p in library.problems] == ["this file is missing"]
    assert library.atlas.organs["liver"].regions == ("liver",)
