"""A small sound pack, broken in one place: the messages that an author gets, with line and column."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from bodymap.atlas.checking import check
from bodymap.atlas.reading import Library, read_library

PACKS = Path(__file__).resolve().parent.parent / "packs"


@dataclass(frozen=True)
class Broken:
    """In `file`, `old` becomes `new` (all of it where `old` is None); `told` is what must be printed."""

    what: str
    file: str
    old: str | None
    new: str
    told: list[str]


CASES = tuple(Broken(**case) for case in yaml.safe_load((PACKS / "broken.yaml").read_text("utf-8")))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "figures", tmp_path / "figures"))


def change(file: Path, old: str | None, new: str) -> None:
    text = file.read_text("utf-8")
    assert old is None or old in text
    file.write_text(new if old is None else text.replace(old, new, 1), "utf-8")


def told(pack: Path, figures: Path) -> list[str]:
    return [str(p.seen_from(pack).seen_from(figures)) for p in check([pack], figures)]


def read_changed(pack: Path, figures: Path, *changes: tuple[str, str, str]) -> Library:
    for file, old, new in changes:
        change(pack / file, old, new)
    return read_library([pack], figures, cache=None)


def test_the_sound_pack_has_no_problem(pack: Path, figures: Path) -> None:
    assert told(pack, figures) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_broken_place_is_told(case: Broken, pack: Path, figures: Path) -> None:
    folder = figures if case.file == "regions.yaml" else pack
    change(folder / case.file, case.old, case.new)
    assert told(pack, figures) == case.told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_the_pure_parser_tells_the_same_places(
    case: Broken, pack: Path, figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")  # as where libyaml was not built
    folder = figures if case.file == "regions.yaml" else pack
    change(folder / case.file, case.old, case.new)
    assert {line.split(": ")[0] for line in told(pack, figures)} == {t.split(": ")[0] for t in case.told}


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


def test_bytes_that_are_no_text_are_told_with_their_place(pack: Path, figures: Path) -> None:
    file = pack / "organs/liver.yaml"
    file.write_bytes(b"id: liver\nname: L\xe9ver\n")
    assert told(pack, figures)[0] == "organs/liver.yaml:2:8: byte 0xe9 is not UTF-8; save this file as UTF-8"
    file.write_bytes(b"id: liver\r\nname: L\x00ver\r\n")
    expected = "organs/liver.yaml:2:8: the control character U+0000 does not belong in text; delete it"
    assert told(pack, figures)[0] == expected


def test_a_folder_where_a_file_belongs_is_told(pack: Path, figures: Path) -> None:
    (pack / "organs/spleen.yaml").mkdir()
    assert told(pack, figures) == ["organs/spleen.yaml:1:1: this is a folder; a file is expected here"]


def test_files_that_nothing_reads_are_told(pack: Path, figures: Path) -> None:
    (pack / "organ").mkdir()
    (pack / "organ/spleen.yaml").write_text("id: spleen\n")
    (pack / "claim.yaml").write_text("claims: []\n")
    assert told(pack, figures) == [
        "claim.yaml:1:1: nothing reads the file 'claim.yaml' of a pack; did you mean 'claims.yaml'?",
        "organ/spleen.yaml:1:1: nothing reads the folder 'organ' of a pack; did you mean 'organs'?",
    ]


def test_a_pack_that_is_not_there_is_told(tmp_path: Path, figures: Path) -> None:
    problems = check([tmp_path / "nowhere"], figures)
    assert [p.what for p in problems] == ["this folder is missing"]


def test_without_regions_the_rest_is_read(pack: Path, tmp_path: Path) -> None:
    library = read_library([pack], tmp_path / "no-figures", cache=None)
    assert [p.what for p in library.problems] == ["this file is missing"]
    assert library.atlas.organs["liver"].regions == ("liver",)
