"""The packs that a start reads, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.loading.pack_folders import pack_folders, user_folder, user_packs
from bodymap.loading.shipped import shipped


@pytest.mark.parametrize(
    ("platform", "name", "folder"),
    [("linux", "XDG_DATA_HOME", "bodymap/packs"), ("win32", "APPDATA", "bodymap/packs")],
)
def test_packs_lie_where_the_platform_keeps_data(
    platform: str, name: str, folder: str, tmp_path: Path
) -> None:
    assert user_folder(platform, {name: str(tmp_path)}) == tmp_path / folder


def test_a_relative_folder_of_the_environment_is_ignored() -> None:
    found = user_folder("linux", {"XDG_DATA_HOME": "here"})
    assert found is not None
    assert found.is_absolute()


def test_folders_are_packs_by_name_and_hidden_ones_and_files_are_not(tmp_path: Path) -> None:
    packs = tmp_path / "bodymap/packs"
    for name in ("zebra", "ape", ".git"):
        (packs / name).mkdir(parents=True)
    (packs / "notes.txt").write_text("mine")
    assert user_packs("linux", {"XDG_DATA_HOME": str(tmp_path)}) == (packs / "ape", packs / "zebra")


def test_no_folder_is_no_pack(tmp_path: Path) -> None:
    assert user_packs("linux", {"XDG_DATA_HOME": str(tmp_path)}) == ()


def test_the_users_packs_lie_between_the_shipped_one_and_those_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    mine = user_folder()
    assert mine is not None
    (mine / "mine").mkdir(parents=True)
    found = pack_folders([tmp_path / "named"])
    assert found == (shipped("data"), mine / "mine", tmp_path / "named")
    (mine / "mine").rmdir()
