"""The example pack: it passes the check, shows, and is never written over anything."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from bodymap.atlas.checking import check
from bodymap.atlas.reading import read_library
from bodymap.authoring.new_pack import pack_id, write_new_pack
from bodymap.cli import main
from bodymap.loading.shipped import shipped

NOTHING_DRAWN: dict[str, dict[str, object]] = {"pack": {}}


def everything(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_it_holds_a_signal_two_effects_and_a_reference_and_has_no_problem(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    write_new_pack(folder, NOTHING_DRAWN)
    library = read_library([shipped("data"), folder], cache=None)
    assert library.problems == ()
    origins = library.atlas.origins
    records = (*library.atlas.signals.values(), *library.atlas.effects, *library.atlas.references.values())
    mine = [r.id for r in records if (origin := origins.of(r)) and origin.pack.id == "mine"]
    assert mine == ["examplin", "mine-1", "mine-2", "carberry2008"]


def test_every_line_of_keys_is_explained_and_names_its_schema(tmp_path: Path) -> None:
    assert main(["new-pack", str(tmp_path / "mine")]) == 0
    for path in (tmp_path / "mine").rglob("*.yaml"):
        first, second, *_ = path.read_text("utf-8").splitlines()
        target = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert target.is_file(), path
        assert second.startswith("# ")


def test_two_new_packs_lie_beside_each_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_new_pack(tmp_path / name, NOTHING_DRAWN)
    assert check([shipped("data"), tmp_path / "one", tmp_path / "two"]) == ()


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("mine", "mine"),
        ("My Course (2)", "my-course-2"),
        ("Über Fußball", "ueber-fussball"),
        ("…", "my-pack"),
    ],
)
def test_the_id_comes_from_the_folder(folder: str, name: str) -> None:
    assert pack_id(folder) == name


def test_an_empty_folder_is_filled_also_by_who_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path / "mine")
    assert main(["new-pack", "."]) == 0
    assert Path("pack.yaml").read_text("utf-8").count("id: mine") == 1
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    (folder / "signals").mkdir(parents=True)
    (folder / "signals/examplin.yaml").write_text("my work")
    assert main(["new-pack", str(folder)]) == 1
    assert "this folder is not empty" in capsys.readouterr().err
    assert everything(tmp_path) == {"mine/signals/examplin.yaml": b"my work"}


def test_a_shipped_record_is_copied_to_be_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    assert main(["new-pack", str(folder), "--copy", "organ:liver", "--copy", "signal:il6"]) == 0
    named = {p.relative_to(folder).as_posix() for p in folder.rglob("*.yaml")}
    assert named == {"pack.yaml", "organs/liver.yaml", "signals/il6.yaml"}
    assert str(folder / "organs/liver.yaml") in capsys.readouterr().out
    assert (folder / "organs/liver.yaml").read_bytes() == (shipped("data") / "organs/liver.yaml").read_bytes()
    assert (folder / "schema/organs.schema.json").is_file()
    assert check([shipped("data"), folder]) == ()


def test_a_copy_goes_into_a_pack_that_is_there_and_over_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["new-pack", str(folder)]) == 0
    assert main(["new-pack", str(folder), "--copy", "movement:running"]) == 0
    assert (folder / "signals/examplin.yaml").is_file()
    assert check([shipped("data"), folder]) == ()
    before = everything(folder)
    assert main(["new-pack", str(folder), "--copy", "organ:heart", "--copy", "movement:running"]) == 1
    assert "this file is there already" in capsys.readouterr().err
    assert everything(folder) == before


@pytest.mark.parametrize(
    ("thing", "said"),
    [("organ:livr", "did you mean 'organ:liver'?"), ("region:liver", "only an organ, movement or signal")],
)
def test_what_has_no_file_is_not_copied(
    thing: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new-pack", str(tmp_path / "mine"), "--copy", thing]) == 2
    assert said in capsys.readouterr().err
    assert everything(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["new-pack", str(tmp_path / "file" / "mine")]) == 1
    assert everything(tmp_path) == {"file": b"in the way"}


def test_a_failure_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        write_new_pack(tmp_path / "mine", NOTHING_DRAWN)
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - hidden files count too


def test_the_round_of_an_author(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New, checked, broken with a mistake told at its place, mended."""
    folder = tmp_path / "mine"
    assert main(["new-pack", str(folder)]) == 0
    assert main(["check", str(folder)]) == 0
    file = folder / "signals/examplin.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("organ: liver", "organ: livr"), "utf-8")
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out.splitlines()[0]
    line = good.splitlines().index("    organ: liver") + 1
    assert told == f"{file.as_posix()}:{line}:12: there is no organ 'livr'; did you mean 'liver'?"
    file.write_text(good, "utf-8")
    assert main(["check", str(folder)]) == 0


def test_a_copy_of_the_pack_in_the_users_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    from bodymap.loading.pack_folders import user_folder

    mine = user_folder()
    assert mine is not None
    write_new_pack(mine / "mine", NOTHING_DRAWN)
    assert main(["list", "signals"]) == 0
    assert "examplin" in capsys.readouterr().out
    shutil.rmtree(mine)
