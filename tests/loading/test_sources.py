"""Files are listed and read in order; what cannot be read says why."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bodymap.loading import sources
from bodymap.loading.sources import read_source, yaml_sources


def test_yaml_files_of_a_folder_and_its_folders_in_order(tmp_path: Path) -> None:
    for name in (
        "signals/b.yaml",
        "signals/a.yml",
        "pack.yaml",
        ".git/x.yaml",
        "notes/n.txt",
        "deep/er/x.yaml",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    found = yaml_sources(tmp_path)
    assert [(s.name, s.data.decode()) for s in found] == [
        (name, name) for name in ("pack.yaml", "signals/a.yml", "signals/b.yaml")
    ]


def test_a_file_that_tells_no_size_is_read_whole() -> None:
    told = Path("/proc/self/status")
    if not told.is_file():
        pytest.skip("there are no such files here")
    assert told.stat().st_size == 0
    assert read_source(told, "status").data.endswith(b"\n")


def test_a_missing_file_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    assert read_source(tmp_path / "x.yaml", "x.yaml").trouble == "this file is missing"
    assert [s.trouble for s in yaml_sources(tmp_path / "x")] == ["this folder is missing"]


def test_a_file_for_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert yaml_sources(tmp_path / "data")[0].trouble.startswith("this folder cannot be read")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(sources.LARGEST_FILE + 1)
    assert read_source(tmp_path / "x.yaml", "x.yaml").trouble == "this file is larger than 32 MB; split it"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert read_source(tmp_path / "x.yaml", "x.yaml").trouble == "this is not an ordinary file"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("")
    (tmp_path / "x.yaml").chmod(0)
    assert read_source(tmp_path / "x.yaml", "x.yaml").trouble.startswith("this file cannot be read")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to(tmp_path / "x.yaml")
    assert read_source(tmp_path / "x.yaml", "x.yaml").trouble
