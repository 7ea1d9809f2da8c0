"""The public figures of the Expression Atlas, from their own package; nothing of theirs lies here.

They are asked for only where `BODYMAP_NETWORK` is set: `BODYMAP_NETWORK=1 python -m pytest -m network`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from bodymap.atlas.reading import Library
from bodymap.features.opened_figure.model import open_figure

PACKAGE = "@ebi-gene-expression-group/anatomogram"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the drawings of the package, fetched with npm; skipped where that cannot be."""
    npm = shutil.which("npm")
    if not os.environ.get("BODYMAP_NETWORK") or npm is None:
        pytest.skip("BODYMAP_NETWORK is not set or npm not installed: the public figures were not fetched")
    folder = tmp_path_factory.mktemp("expression-atlas")
    command = [npm, "pack", "--silent", f"{PACKAGE}@2.4.0"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    packed = next(folder.glob("*.tgz"), None)
    if done.returncode or packed is None:
        pytest.skip(f"no network: the public figures were not fetched ({done.stderr.strip()[:200]})")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "lib" / "svg"


@pytest.mark.network
@pytest.mark.parametrize("figure", ["homo_sapiens.male", "homo_sapiens.female"])
def test_sixty_regions_answer(library: Library, figures: Path, figure: str) -> None:
    found, problems = open_figure(figures / f"{figure}.svg", library.atlas, library.anatomy)
    assert found is not None
    assert found.answering >= 60
    assert len(problems) == len(found.regions) - found.answering
