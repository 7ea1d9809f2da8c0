"""Physiology from a pack: what is told of a broken place, what is kept, and that no start waits for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from bodymap.atlas.checking import check
from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.kinetic_records import Course, Curve
from bodymap.atlas.reading import Library, read_library
from bodymap.loading.shipped import shipped
from tests.atlas.test_broken_packs import PACKS, Broken, change

CASES = tuple(
    Broken(**case) for case in yaml.safe_load((PACKS / "broken-physiology.yaml").read_text("utf-8"))
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "figures", tmp_path / "figures"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_broken_place_is_told(case: Broken, pack: Path, figures: Path) -> None:
    change(pack / case.file, case.old, case.new)
    assert [str(p.seen_from(pack)) for p in check([pack], figures)] == case.told


def test_the_library_neither_reads_nor_tells_of_it(pack: Path, figures: Path) -> None:
    change(pack / "kinetics/il6.yaml", "measure: fold", "measure: 5")
    assert read_library([pack], figures, cache=None).problems == ()


def test_what_was_read_comes_from_the_cache_as_it_was(pack: Path, figures: Path, tmp_path: Path) -> None:
    first = read_kinetics([pack], figures, tmp_path / "cache")
    kept = next((tmp_path / "cache").glob("kinetics-*"))
    before = kept.stat().st_mtime_ns
    assert read_kinetics([pack], figures, tmp_path / "cache") == first
    assert kept.stat().st_mtime_ns == before
    kept.write_bytes(kept.read_bytes()[:-9] + b"damaged]]")
    assert read_kinetics([pack], figures, tmp_path / "cache") == first


def test_a_changed_reference_is_read_again(pack: Path, figures: Path, tmp_path: Path) -> None:
    assert any(isinstance(r, Course) for r in read_kinetics([pack], figures, tmp_path / "cache").records)
    change(pack / "references/review.yaml", "verified: true", "verified: false")
    found = read_kinetics([pack], figures, tmp_path / "cache")
    assert not any(isinstance(r, Course) for r in found.records)


def test_a_later_pack_lays_its_curve_over_the_first(pack: Path, figures: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine/physiology"
    mine.mkdir(parents=True)
    text = (pack / "physiology/il6.yaml").read_text("utf-8").replace("value: 9", "value: 7")
    (mine / "il6.yaml").write_text(text, "utf-8")
    found = read_kinetics([pack, tmp_path / "mine"], figures, cache=None)
    assert [r.gain.value for r in found.records if isinstance(r, Curve)] == [7]


def test_the_shipped_physiology_has_no_problem_and_covers_every_signal(library: Library) -> None:
    found = read_kinetics([shipped("data")], cache=None)
    assert found.problems == ()
    told = {r.id for r in found.records if type(r).__name__ in ("Curve", "Telling")}
    assert told == set(library.atlas.signals)
