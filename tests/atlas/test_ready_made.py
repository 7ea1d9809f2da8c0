"""What a wheel brings stands for reading: as long as every byte is what it was made of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bodymap.atlas.library_files import LATER, Files, files_of
from bodymap.atlas.ready_made import copy_for, make_ready
from bodymap.loading.shipped import shipped

ROOT = Path(__file__).resolve().parent.parent.parent
PACKS = Path(__file__).resolve().parent.parent / "packs"
START = """
import sys
from pathlib import Path
from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.reading import read_library
from bodymap.loading.shipped import shipped
packs, cache = [shipped("data")], Path(sys.argv[1])
first = read_library(packs, cache=cache), read_kinetics(packs, cache=cache).records
assert not {"yaml", "pydantic"} & set(sys.modules)
assert [path.name.split("-")[0] for path in sorted(cache.iterdir())] == ["kinetics", "library"]
second = read_library(packs, cache=cache), read_kinetics(packs, cache=cache).records
fresh = read_library(packs, cache=None), read_kinetics(packs, cache=None).records
assert "pydantic" in sys.modules
assert first == second == fresh
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder laid out as a wheel is."""
    package = tmp_path / "bodymap"
    shutil.copytree(ROOT / "bodymap", package, ignore=shutil.ignore_patterns("__pycache__", "ui", "features"))
    shutil.copytree(ROOT / "data", package / "_data")
    (package / "_assets").symlink_to(ROOT / "assets")
    (package / "_ready").mkdir()
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_the_first_start_of_an_installed_program_reads_nothing_anew(installed: Path) -> None:
    made = make_ready([shipped("data")], installed / "bodymap/_ready")
    assert [path.name for path in made] == ["library", "kinetics"]
    command = [sys.executable, "-W", "error", "-c", START, str(installed / "cache")]
    environment = {**os.environ, "PYTHONPATH": str(installed), "LANG": "de_DE.UTF-8"}
    done = subprocess.run(
        command, cwd=installed, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_copy_stands_for_the_shipped_data_alone_and_for_every_byte_of_it(tmp_path: Path) -> None:
    (tmp_path / "library").touch()
    files = files_of([shipped("data")], without=LATER)
    copy = copy_for("library", files, tmp_path)
    assert copy is not None
    key = copy[1]
    assert copy_for("kinetics", files, tmp_path) is None
    assert copy_for("library", files_of([shipped("data"), PACKS / "sound"], without=LATER), tmp_path) is None
    assert files_of([shipped("data")]).digest_anywhere() != key
    assert files._replace(languages=("de",)).digest_anywhere() == key
    assert moved(files, Path("elsewhere")).digest_anywhere() == key
    assert changed(files).digest_anywhere() != key
    assert files._replace(closeups=frozenset(("brain",))).digest_anywhere() != key


def test_data_with_problems_is_not_packed(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))
    (pack / "pack.yaml").unlink()
    assert make_ready([pack], tmp_path) == []
    assert not (tmp_path / "library").exists()


def moved(files: Files, folder: Path) -> Files:
    """The same files in another folder."""
    _folder, sources = files.packs[0]
    return files._replace(packs=((folder, tuple(s._replace(path=folder / s.name) for s in sources)),))


def changed(files: Files) -> Files:
    """The same files with one byte more in one of them."""
    folder, (first, *others) = files.packs[0]
    return files._replace(packs=((folder, (first._replace(data=first.data + b"\n"), *others)),))
