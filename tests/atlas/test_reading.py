"""Packs become a Library; one lies over another; the cache gives the same as the files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.library_files import digest_of, files_of
from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.records import EXERCISE, INACTIVITY
from bodymap.loading.shipped import shipped

PACKS = Path(__file__).resolve().parent.parent / "packs"
FIGURES = PACKS / "figures"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def pack_named(folder: Path, more: str = "") -> Path:
    """A new pack with nothing in it but its head."""
    folder.mkdir()
    head = f"id: {folder.name}\ntitle: A course\nversion: 1.0.0\nlicence: CC0-1.0\n"
    (folder / "pack.yaml").write_text(f"{head}authors: [A teacher]\nlanguages: [en]\n{more}", "utf-8")
    return folder


def same(one: Library, other: Library) -> bool:
    return (one.atlas, one.anatomy, one.problems) == (other.atlas, other.anatomy, other.problems)


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_pack_is_read_whole() -> None:
    atlas = read_library([PACKS / "sound"], FIGURES, cache=None).atlas
    assert atlas.organs["liver"].words.school == "It stores sugar."
    assert atlas.signals["no"].muscle == "no"
    assert [(e.id, e.agent, e.organ) for e in atlas.effects] == [
        ("e003", "inactivity", "liver"),
        ("e001", "il6", "liver"),
        ("e002", "il6", "heart"),
    ]
    assert atlas.references["smith2001"].kind == "review"
    assert atlas.movements["running"].mets[0].code == "12050"
    assert (atlas.findings[0].organ, atlas.contrasts[0].organ) == ("liver", "liver")
    assert atlas.claims[0].context == ("gray1999",)


def test_regions_know_their_members() -> None:
    anatomy = read_library([PACKS / "sound"], FIGURES, cache=None).anatomy
    assert anatomy.leaves("quadriceps-left") == ("rectus-femoris-left", "vastus-lateralis-left")
    assert anatomy.regions["liver"].members == ()
    assert anatomy.lineage("rectus-femoris-left") == ("rectus-femoris-left", "quadriceps-left")


def test_a_later_pack_replaces_whole_records_and_adds_others(pack: Path, tmp_path: Path) -> None:
    course = pack_named(tmp_path / "course")
    (course / "organs").mkdir()
    words = "words: {school: It cleans., university: It clears.}\n"
    (course / "organs/liver.yaml").write_text(f"id: liver\nname: Leber\nontology: UBERON:0002107\n{words}")
    (course / "organs/spleen.yaml").write_text(f"id: spleen\nname: Spleen\nontology: UBERON:0002106\n{words}")
    library = read_library([pack, course], FIGURES, cache=None)
    assert library.problems == ()
    assert [o.name for o in library.atlas.organs.values()] == ["Heart", "Leber", "Spleen"]
    assert library.atlas.organs["liver"].regions == ()


def test_a_broken_record_on_top_leaves_the_one_below(pack: Path, tmp_path: Path) -> None:
    (pack_named(tmp_path / "course") / "organs").mkdir()
    (tmp_path / "course/organs/liver.yaml").write_text("id: liver\nname: Leber\n")
    library = read_library([pack, tmp_path / "course"], FIGURES, cache=None)
    assert library.atlas.organs["liver"].name == "Liver"
    below = (pack / "organs/liver.yaml").as_posix()
    cure = f"a record replaces the one below whole: copy it from {below} and change that"
    assert [p.what for p in library.problems] == [f"the organ 'liver' lacks 'ontology' and 'words'; {cure}"]


def test_the_cache_gives_what_the_files_gave(cache: Path) -> None:
    fresh = read_library([shipped("data")], cache=None)
    assert same(read_library([shipped("data")], cache=cache), fresh)
    assert same(read_library([shipped("data")], cache=cache), fresh)


def test_problems_are_kept_too(pack: Path, cache: Path) -> None:
    (pack / "organs/liver.yaml").write_text("id: liver\nnmae: Liver\n")
    first = read_library([pack], FIGURES, cache)
    assert first.problems
    assert same(read_library([pack], FIGURES, cache), first)


def test_a_changed_file_is_read_again_and_leaves_one_cache(pack: Path, cache: Path) -> None:
    read_library([pack], FIGURES, cache)
    file = pack / "organs/liver.yaml"
    file.write_text(file.read_text().replace("name: Liver", "name: Leber"))
    assert read_library([pack], FIGURES, cache).atlas.organs["liver"].name == "Leber"
    assert only_file(cache).is_file()


def test_a_file_that_was_renamed_is_read_again(pack: Path, cache: Path) -> None:
    read_library([pack], FIGURES, cache)
    (pack / "organs/liver.yaml").rename(pack / "organs/liver.txt")
    assert "liver" not in read_library([pack], FIGURES, cache).atlas.organs


def test_another_version_of_the_program_reads_again(
    pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_library([pack], FIGURES, cache)
    before = only_file(cache).read_bytes()
    monkeypatch.setattr("bodymap.atlas.library_files.__version__", "9.9.9")
    read_library([pack], FIGURES, cache)
    assert only_file(cache).read_bytes() != before


@settings(deadline=None, max_examples=25)
@given(st.binary(max_size=400), st.integers(0, 2000))
def test_a_damaged_cache_is_ignored_and_mended(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    fresh = read_library([PACKS / "sound"], FIGURES, cache)
    whole = only_file(cache).read_bytes()
    only_file(cache).write_bytes(whole[:at] + junk)
    assert same(read_library([PACKS / "sound"], FIGURES, cache), fresh)
    assert only_file(cache).read_bytes() == whole


def test_where_no_cache_can_be_written_all_is_read(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert read_library([pack], FIGURES, tmp_path / "file").atlas.organs


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=80), st.sampled_from(["organs/liver.yaml", "signals/il6.yaml", "claims.yaml"]))
def test_whatever_is_in_a_file_the_rest_is_read(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    pack = Path(shutil.copytree(PACKS / "sound", tmp_path_factory.mktemp("any") / "pack"))
    (pack / name).write_bytes(data)
    library = read_library([pack], FIGURES, cache=None)
    assert library.problems
    assert "heart" in library.atlas.organs


def dangling(library: Library) -> list[str]:
    """Ids that a kept record names and that lead nowhere."""
    atlas = library.atlas
    agents = {*atlas.signals, EXERCISE, INACTIVITY}
    named = [(e.organ, atlas.organs) for e in (*atlas.effects, *atlas.findings, *atlas.contrasts)]
    named += [(e.agent, agents) for e in atlas.effects]
    named += [(r.agent, agents) for m in atlas.movements.values() for r in m.responses]
    named += [(n, atlas.organs) for s in atlas.signals.values() for n in s.sources]
    sourced = (*atlas.effects, *atlas.findings, *atlas.claims, *atlas.signals.values())
    named += [(n, atlas.references) for record in sourced for n in record.references]
    return [name for name, shelf in named if name not in shelf]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_lost_line_leaves_no_link_that_leads_nowhere(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    pack = Path(shutil.copytree(PACKS / "sound", tmp_path_factory.mktemp("lost") / "pack"))
    file = data.draw(st.sampled_from(sorted(pack.rglob("*.yaml"))))
    lines = file.read_text("utf-8").splitlines(keepends=True)
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    file.write_text("".join(lines), "utf-8")
    library = read_library([pack], FIGURES, cache=None)
    assert dangling(library) == []
    assert all(record.references for record in (*library.atlas.effects, *library.atlas.findings))


def test_files_held_one_at_a_time_have_the_digest_of_all(pack: Path) -> None:
    packs = [shipped("data"), pack]
    digest = digest_of(packs, FIGURES)
    assert digest == files_of(packs, FIGURES).digest()
    assert digest != digest_of(packs, FIGURES, without=("signals",))
    effects = next((pack / "effects").iterdir())
    effects.write_bytes(effects.read_bytes() + b"\n")
    assert digest != digest_of(packs, FIGURES)
