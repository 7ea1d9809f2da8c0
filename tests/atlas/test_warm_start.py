"""A second start parses no YAML and imports nothing that only a first start needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
START = """
import sys
from pathlib import Path
from bodymap.atlas.reading import read_library
from bodymap.loading.shipped import shipped
library = read_library([shipped("data")], cache=Path(sys.argv[1]))
assert library.atlas.organs and not library.problems
print(*sorted(name for name in sys.modules if "." not in name))
"""
DEAR = {"yaml", "_yaml", "pydantic", "pydantic_core", "difflib", "tempfile", "numpy", "PySide6"}


def started(cache: Path) -> set[str]:
    """The modules of a program that has read the shipped data."""
    command = [sys.executable, "-W", "error", "-c", START, str(cache)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_a_warm_start_imports_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    assert {"yaml", "pydantic"} <= started(tmp_path)
    assert started(tmp_path) & DEAR == set()
